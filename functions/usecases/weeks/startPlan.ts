/** Starts the planning of a week. The same input gives the planning that was started with it before. */
import type { PlanOptions } from "../../contract/startPlan.ts";
import type { Json } from "../../ports/workflows.ts";
import { ApiProblem } from "../apiProblem.ts";
import { append } from "../audit/append.ts";
import type { Ports } from "../ports.ts";
import { freezeInput } from "../run/freezeInput.ts";
import { optionsOf } from "../run/options.ts";
import { beginWeek, publishWeek } from "./weekStates.ts";

export const WEEKLY_PLANNING = "weekly-planning";
/** A failed run may be started again under the next of these names. */
const MOST_ATTEMPTS = 20;

export interface StartedPlan {
  readonly execution: string;
  /** False when this input is being planned already, or was. */
  readonly started: boolean;
  readonly status: string;
}

export interface PlanQuestion {
  readonly region: string;
  readonly week: string;
  readonly options: PlanOptions;
  /** Subject of whoever asks; absent when the system does. */
  readonly by?: string;
}

export async function startPlan(
  ports: Pick<Ports, "store" | "blobs" | "clock" | "workflows" | "log">,
  { region, week, options, by }: PlanQuestion,
): Promise<StartedPlan> {
  const { key, record } = await freezeInput(ports, { region, week, options: optionsOf(options) });
  const input = { region, week, run: key.run, ask: false };
  const { id, started, status } = await startOnce(ports, `${week}_${key.run}_${region}`, input);
  await beginWeek(ports, { region, week, execution: id, run: key.run, inputSha256: record.inputSha256 });
  const data = { run: key.run, inputsSha256: record.inputSha256, ...(by === undefined ? {} : { by }) };
  const content = { kind: "plan.started", subject: `weeks/${week}`, data };
  await append(ports, region, content, { once: `plan.started ${id}` });
  // Its own publishing found no record of this run, if whoever started it was stopped before writing one.
  if (status === "SUCCEEDED") await publishWeek(ports, key);
  ports.log.info("planning asked for", { region, week, run: key.run, started });
  return { execution: id, started, status };
}

/** Starts it, or gives the one that runs or succeeded; one that failed is started anew under another name. */
async function startOnce(
  { workflows }: Pick<Ports, "workflows">,
  name: string,
  input: Json,
): Promise<{ id: string; started: boolean; status: string }> {
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    const end = attempt === 1 ? "" : `_${attempt}`;
    const start = await workflows.start(WEEKLY_PLANNING, name.slice(0, 80 - end.length) + end, input);
    if (start.kind === "started") return { id: start.id, started: true, status: "RUNNING" };
    const status = (await workflows.describe(start.id))?.status ?? "RUNNING";
    if (status === "RUNNING" || status === "SUCCEEDED") return { id: start.id, started: false, status };
  }
  throw new ApiProblem(409, `Diese Planung ist ${MOST_ATTEMPTS}-mal gescheitert. Bitte die Eingaben prüfen.`);
}
