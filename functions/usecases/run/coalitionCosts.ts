/** Has groups priced by a workflow of their own, which answers the one that asked with its task token. */
import { asJson } from "../../ports/store.ts";
import type { Json } from "../../ports/workflows.ts";
import type { Ports } from "../ports.ts";
import type { RunKey } from "./run.ts";
import type { Batch } from "./stages.ts";
import { sha256 } from "../sha256.ts";

export const COALITION_COSTS = "coalition-costs";

/** One execution for each token: called again with the same, it is the same. */
export async function startCoalitionCosts(
  { workflows }: Pick<Ports, "workflows">,
  input: { readonly run: RunKey; readonly batches: readonly Batch[]; readonly token: string },
): Promise<{ execution: string }> {
  const token = sha256(input.token).slice(0, 16);
  const { id } = await workflows.start(COALITION_COSTS, `${input.run.week}_${input.run.run}_${token}`, asJson(input));
  return { execution: id };
}

export type CallerAnswer =
  | { readonly token: string; readonly output: Json }
  | { readonly token: string; readonly error: string; readonly cause: string };

/** An answer that comes twice, or too late, is no fault. */
export async function answerCaller(
  { workflows }: Pick<Ports, "workflows">,
  answer: CallerAnswer,
): Promise<{ outcome: string }> {
  const outcome =
    "output" in answer
      ? await workflows.sendTaskSuccess(answer.token, answer.output)
      : await workflows.sendTaskFailure(answer.token, answer.error, answer.cause);
  return { outcome };
}
