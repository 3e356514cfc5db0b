/** Task of the workflow: plans the year of a question, has it judged, and keeps what came of it. */
import * as z from "zod";
import { readYearState, yearStateText, type YearState } from "../../../optimizer/flow/year/index.ts";
import { YearPlan } from "../../../domain/year/plan.ts";
import { yearFigures } from "../../../planning/flow/year/yearFigures.ts";
import { isBase } from "../../../domain/year/scenario.ts";
import { asJson } from "../../ports/store.ts";
import type { Blobs } from "../../ports/blobs.ts";
import type { Ports } from "../ports.ts";
import { prepareYear } from "./prepareYear.ts";
import {
  baseOf,
  outcomeOf,
  readYearFile,
  yearBlobs,
  YearId,
  yearId,
  yearKey,
  YearQuestion,
  type YearOutcome,
} from "./question.ts";
import { solveYear } from "./solveYear.ts";
import type { YearStep } from "./steps.ts";

export const YearTask = z.object({ region: z.string(), id: YearId, for: YearId });
export type YearTask = z.infer<typeof YearTask>;

type TaskPorts = Pick<Ports, "store" | "blobs" | "clock" | "travelMatrix" | "engine">;

/** @param task `for`: the question that is waited for, which may be another than the one planned now */
export async function planYearTask(ports: TaskPorts, task: YearTask): Promise<{ status: YearOutcome["status"] }> {
  const { region, id } = task;
  const blobs = yearBlobs(ports.blobs, region, id);
  const known = await outcomeOf(blobs);
  if (known !== undefined) return { status: known.status };
  const text = await readYearFile(blobs, "question.json");
  if (text === undefined) throw new Error(`nobody asked for the year ${id} of ${region}`);
  const question = YearQuestion.parse(JSON.parse(text));
  const step: YearStep = isBase(question.change) ? "base" : "scenario";
  await ports.store.put(
    { ...yearKey.progress(region, task.for), data: asJson({ step, at: ports.clock.now() }) },
    "any",
  );
  const { outcome, files } = await plan(ports, region, question);
  await blobs.putAll(new Map([...files, ["outcome.json", JSON.stringify(outcome)]]));
  return { status: outcome.status };
}

async function plan(
  ports: TaskPorts,
  region: string,
  question: YearQuestion,
): Promise<{ outcome: YearOutcome; files: readonly (readonly [string, string])[] }> {
  const prepared = await prepareYear(ports, region, question);
  if (prepared.status === "faulty")
    return { outcome: { status: "impossible", problems: prepared.problems }, files: [] };
  const base = isBase(question.change)
    ? undefined
    : await baseState(yearBlobs(ports.blobs, region, yearId(region, baseOf(question))));
  const solved = await solveYear(
    { travelMatrix: ports.travelMatrix, engine: await ports.engine() },
    { ...prepared.year, ...(base === undefined ? {} : { from: base }) },
  );
  if (solved.status === "impossible") return { outcome: solved, files: [] };
  const { findings, state } = solved;
  const written = ["plan.json", `${JSON.stringify(solved.plan)}\n`] as const;
  if (findings.length > 0) return { outcome: { status: "refused", problems: findings }, files: [written] };
  const figures = yearFigures(solved.plan, prepared.year.region, prepared.year.year);
  const begin = isBase(question.change) ? [["state.json", yearStateText(state)] as const] : [];
  return { outcome: { status: "planned", figures }, files: [written, ...begin] };
}

/** Undefined where the year as it is could not be planned: then a scenario begins by itself. */
async function baseState(blobs: Blobs): Promise<YearState | undefined> {
  const [plan, state] = await Promise.all([readYearFile(blobs, "plan.json"), readYearFile(blobs, "state.json")]);
  if (plan === undefined || state === undefined) return undefined;
  return readYearState(YearPlan.parse(JSON.parse(plan)).problem, state);
}
