/** Freezes the input of a week whose reports were waited for, and says in the week's record which run it is. */
import type { PlanOptions } from "../../contract/startPlan.ts";
import type { Ports } from "../ports.ts";
import { beginWeek } from "../weeks/weekStates.ts";
import { freezeInput } from "./freezeInput.ts";
import { optionsOf } from "./options.ts";
import type { RunKey } from "./run.ts";

export async function freezeWeek(
  ports: Pick<Ports, "store" | "blobs" | "clock">,
  payload: {
    readonly region: string;
    readonly week: string;
    readonly options: PlanOptions;
    readonly execution: string;
  },
): Promise<RunKey> {
  const { region, week, execution } = payload;
  const { key, record } = await freezeInput(ports, { region, week, options: optionsOf(payload.options) });
  await beginWeek(ports, { region, week, execution, run: key.run, inputSha256: record.inputSha256 });
  return key;
}
