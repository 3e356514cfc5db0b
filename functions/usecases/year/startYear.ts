/** Has a year planned for the county. What was asked before of the same figures costs nothing; what failed is tried again. */
import * as z from "zod";
import { InputError } from "../../../domain/problem.ts";
import { YearChange } from "../../../domain/year/scenario.ts";
import { asJson } from "../../ports/store.ts";
import type { Ports } from "../ports.ts";
import { prepareYear } from "./prepareYear.ts";
import { baseOf, currentBasis, outcomeOf, yearBlobs, yearId, yearKey, type YearQuestion } from "./question.ts";

export const YEAR_PLANNING = "year-planning";

export const YearRecord = z.strictObject({
  id: z.string(),
  /** Of the year that it is compared with; its own where nothing is changed. */
  base: z.string(),
  week: z.string(),
  change: YearChange,
  execution: z.string(),
  startedAt: z.string(),
  /** Subject. */
  by: z.string(),
});
export type YearRecord = z.infer<typeof YearRecord>;

export type StartYearPorts = Pick<Ports, "store" | "blobs" | "clock" | "workflows">;

export type YearStart =
  | { readonly kind: "started" | "known"; readonly id: string }
  /** No week is published that it could rest on. */
  | { readonly kind: "noWeek" };

const MOST_ATTEMPTS = 20;

/** @throws InputError with every fault at once */
export async function startYear(
  ports: StartYearPorts,
  { region, change, by }: { readonly region: string; readonly change: YearChange; readonly by: string },
): Promise<YearStart> {
  const basis = await currentBasis(ports, region);
  if (basis === undefined) return { kind: "noWeek" };
  const question = { ...basis, change };
  const [id, base] = [yearId(region, question), yearId(region, baseOf(basis))];
  if ((await outcomeOf(yearBlobs(ports.blobs, region, id))) !== undefined) {
    // Kept before there were records of it, or its record was lost.
    const record = { id, base, week: basis.week, change, execution: "", startedAt: ports.clock.now(), by };
    await keep(ports, region, record, "absent");
    return { kind: "known", id };
  }
  const prepared = await prepareYear(ports, region, question);
  if (prepared.status === "faulty") throw new InputError(prepared.problems);
  await putQuestion(ports, region, id, question);
  if (id !== base) await putQuestion(ports, region, base, baseOf(basis));
  const { kind, execution } = await begin(ports, region, id, base);
  const record = { id, base, week: basis.week, change, execution, startedAt: ports.clock.now(), by };
  await keep(ports, region, record, kind === "started" ? "any" : "absent");
  // The year as it is comes with a scenario: it stands in the list beside it, and its page opens.
  if (id !== base) await keep(ports, region, { ...record, id: base, change: baseOf(basis).change }, "absent");
  return { kind, id };
}

const putQuestion = (ports: Pick<Ports, "blobs">, region: string, id: string, question: YearQuestion): Promise<void> =>
  yearBlobs(ports.blobs, region, id).putAll(new Map([["question.json", JSON.stringify(question)]]));

async function keep(
  { store }: Pick<Ports, "store">,
  region: string,
  record: YearRecord,
  expected: "any" | "absent",
): Promise<void> {
  await store.put({ ...yearKey.record(region, record.id), data: asJson(record) }, expected);
}

/** Named after the question, so that many who ask start it once. */
async function begin(
  { workflows }: Pick<Ports, "workflows">,
  region: string,
  id: string,
  base: string,
): Promise<{ kind: "started" | "known"; execution: string }> {
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    const name = `${id}-${attempt}_${region}`.slice(0, 80);
    const { kind, id: execution } = await workflows.start(YEAR_PLANNING, name, { region, id, base });
    if (kind === "started") return { kind, execution };
    const found = await workflows.describe(execution);
    if (found === undefined || found.status === "RUNNING") return { kind: "known", execution };
  }
  throw new Error(`year ${id} of ${region} failed ${MOST_ATTEMPTS} times`);
}
