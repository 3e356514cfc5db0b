/** What became of the years that a county asked for. */
import * as z from "zod";
import type { Problem } from "../../../domain/problem.ts";
import type { YearFigures } from "../../../domain/year/figures.ts";
import { allItems } from "../records/allItems.ts";
import { regionPk } from "../records/keys.ts";
import type { Ports } from "../ports.ts";
import { YEAR_STEPS, type YearStep } from "./steps.ts";
import { baseOf, currentBasis, outcomeOf, yearBlobs, yearId, yearKey } from "./question.ts";
import { YearRecord } from "./startYear.ts";

/**
 * `impossible`: no plan fits, the problems say why. `refused`: the checker contradicts, the problems are its findings. `failed`: the
 * reckoning itself did; asking again begins another one.
 */
export type AskedState = "running" | "planned" | "impossible" | "refused" | "failed";

export interface AskedYear extends YearRecord {
  readonly state: AskedState;
  /** Whether it rests on the newest published week and the `year.json` of now. */
  readonly current: boolean;
  /** There when it is planned. */
  readonly figures: YearFigures | null;
  readonly problems: readonly Problem[];
  /** While it runs. */
  readonly step: YearStep | null;
  /** Why it failed: `States.Timeout` after the deadline. */
  readonly error: string | null;
}

type ReadPorts = Pick<Ports, "store" | "blobs" | "workflows">;

/** Newest first. */
export async function askedYears(ports: ReadPorts, region: string): Promise<AskedYear[]> {
  const [items, current] = await Promise.all([
    allItems(ports.store, { pk: regionPk(region), prefix: "year#" }),
    currentBase(ports, region),
  ]);
  const all = await Promise.all(items.map(({ data }) => withOutcome(ports, region, YearRecord.parse(data), current)));
  return all.sort((a, b) => Date.parse(b.startedAt) - Date.parse(a.startedAt));
}

export interface ReadYear {
  readonly asked: AskedYear;
  /** The year that it is compared with, once it is there; itself where nothing is changed. */
  readonly base: YearFigures | null;
}

export async function readYear(ports: ReadPorts, region: string, id: string): Promise<ReadYear | undefined> {
  const item = await ports.store.get(yearKey.record(region, id));
  if (item === undefined) return undefined;
  const asked = await withOutcome(ports, region, YearRecord.parse(item.data), await currentBase(ports, region));
  const base = asked.id === asked.base ? undefined : await outcomeOf(yearBlobs(ports.blobs, region, asked.base));
  return { asked, base: asked.id === asked.base ? asked.figures : base?.status === "planned" ? base.figures : null };
}

async function currentBase(ports: Pick<Ports, "store" | "blobs">, region: string): Promise<string | undefined> {
  const basis = await currentBasis(ports, region);
  return basis === undefined ? undefined : yearId(region, baseOf(basis));
}

const Progress = z.object({ step: z.enum(YEAR_STEPS) });

async function withOutcome(
  { store, blobs, workflows }: ReadPorts,
  region: string,
  record: YearRecord,
  currentBase: string | undefined,
): Promise<AskedYear> {
  const about = {
    ...record,
    current: record.base === currentBase,
    figures: null,
    problems: [],
    step: null,
    error: null,
  };
  const outcome = await outcomeOf(yearBlobs(blobs, region, record.id));
  if (outcome?.status === "planned") return { ...about, state: "planned", figures: outcome.figures };
  if (outcome !== undefined) return { ...about, state: outcome.status, problems: outcome.problems };
  const found = await workflows.describe(record.execution);
  if (found?.status !== "RUNNING") return { ...about, state: "failed", error: found?.error ?? null };
  const progress = await store.get(yearKey.progress(region, record.id));
  return { ...about, state: "running", step: progress === undefined ? null : Progress.parse(progress.data).step };
}
