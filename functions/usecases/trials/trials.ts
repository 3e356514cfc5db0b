/**
 * Weeks planned apart: as they would have been, or as they would be with another site. The same workflow as a real week does it,
 * but nothing is published, mailed or proposed, and no record of a real week is touched.
 */
import * as z from "zod";
import { InputError, type Problem } from "../../../domain/problem.ts";
import { Plan } from "../../../domain/plan/plan.ts";
import { TABLES } from "../../../domain/region/tables.ts";
import { localDate, toTimestamp } from "../../../domain/localTime.ts";
import { mondayOf, weekOf } from "../../../domain/week.ts";
import { csvLines, MACHINE } from "../../../planning/report/csv.ts";
import { asJson } from "../../ports/store.ts";
import { append } from "../audit/append.ts";
import { apportionedWeek } from "./firstWeek.ts";
import type { Ports } from "../ports.ts";
import { readCsv } from "../readCsv.ts";
import { readText } from "../readText.ts";
import { allItems } from "../records/allItems.ts";
import { key, regionPk } from "../records/keys.ts";
import { currentFolder, type Folder } from "../regions/currentFolder.ts";
import { freezeFolder } from "../run/freezeInput.ts";
import { optionsOf } from "../run/options.ts";
import { openInput, resultOf } from "../run/run.ts";
import { WEEKLY_PLANNING } from "../weeks/startPlan.ts";

export type TrialPorts = Pick<Ports, "store" | "blobs" | "clock" | "workflows" | "log">;

export const TrialRecord = z.strictObject({
  week: z.string(),
  run: z.string(),
  execution: z.string(),
  startedAt: z.string(),
  /** Subject. */
  by: z.string(),
  /** Name of the site that is not there yet; null for the region as it is. */
  site: z.string().nullable(),
});
export type TrialRecord = z.infer<typeof TrialRecord>;

/** Whole cents. */
export interface TrialFigures {
  /** Of the whole period that was planned. */
  readonly jointCents: number;
  readonly aloneCents: number;
  readonly weeks: number;
  /** Of this week alone, by which trials of several weeks may be added up. */
  readonly weekJointCents: number;
  readonly weekAloneCents: number;
}

export interface Trial extends TrialRecord {
  readonly state: "planning" | "planned" | "failed";
  readonly figures: TrialFigures | null;
}

export type TrialOutcome =
  | { readonly kind: "started"; readonly run: string }
  | { readonly kind: "invalid"; readonly problems: readonly Problem[] };

export interface TrialQuestion {
  readonly region: string;
  readonly week: string;
  readonly by: string;
  /** Changes the region before it is planned. */
  readonly site?: { readonly name: string; readonly change: (folder: Folder) => Folder };
  readonly options?: { readonly seed?: number; readonly iterations?: number };
}

/** A week that has begun is planned from what was reported before its Monday, as it would have been then. */
export async function startTrial(
  ports: TrialPorts,
  { region, week, by, site, options = {} }: TrialQuestion,
): Promise<TrialOutcome> {
  const current = await currentFolder(ports.store, ports.blobs, region);
  const monday = mondayOf(week);
  const begun = monday <= localDate(ports.clock.now());
  const known = begun ? knownBefore(current, toTimestamp(monday, 0)) : current;
  const files = site === undefined ? known : site.change(known);
  try {
    const { key: run } = await freezeFolder(ports, { region, week, options: optionsOf(options), files });
    const input = { region, week, run: run.run, ask: false, trial: true };
    const { id } = await ports.workflows.start(
      WEEKLY_PLANNING,
      `${week}_trial_${run.run}_${region}`.slice(0, 80),
      input,
    );
    const record: TrialRecord = {
      week,
      run: run.run,
      execution: id,
      startedAt: ports.clock.now(),
      by,
      site: site?.name ?? null,
    };
    await ports.store.put({ ...key.trial(region, week, run.run), data: asJson(record) }, "any");
    const data = { run: run.run, by, site: site?.name ?? "" };
    await append(
      ports,
      region,
      { kind: "plan.trial", subject: `weeks/${week}`, data },
      { once: `plan.trial ${week} ${run.run}` },
    );
    return { kind: "started", run: run.run };
  } catch (error) {
    if (error instanceof InputError) return { kind: "invalid", problems: error.problems };
    throw error;
  }
}

/** Reports and weighings that people had at a moment. @param instant RFC 3339 */
function knownBefore(folder: Folder, instant: string): Folder {
  const until = Date.parse(instant);
  const cut = (file: string, column: string): [string, Uint8Array][] => {
    const bytes = folder.get(file);
    if (bytes === undefined) return [];
    const { rows } = readCsv(file, readText(file, bytes).text);
    const columns = [...new Set(rows.flatMap(({ cells }) => Object.keys(cells)))];
    const kept = rows.filter(({ cells }) => Date.parse(String(cells[column])) < until);
    const lines = [columns, ...kept.map(({ cells }) => columns.map((one) => String(cells[one] ?? "")))];
    return [[file, new TextEncoder().encode(csvLines(lines, MACHINE))]];
  };
  return new Map([...folder, ...cut(TABLES.reports.file, "observedAt"), ...cut(TABLES.weighings.file, "weighedAt")]);
}

/** Newest week first; of a week planned again, the newest trial first. */
export async function trials(ports: Pick<Ports, "store" | "blobs" | "workflows">, region: string): Promise<Trial[]> {
  const items = await allItems(ports.store, { pk: regionPk(region), prefix: "trial#" });
  const found = await Promise.all(items.map(({ data }) => withFigures(ports, region, TrialRecord.parse(data))));
  return found.sort((a, b) =>
    a.week === b.week ? Date.parse(b.startedAt) - Date.parse(a.startedAt) : a.week < b.week ? 1 : -1,
  );
}

async function withFigures(
  { blobs, workflows }: Pick<Ports, "blobs" | "workflows">,
  region: string,
  record: TrialRecord,
): Promise<Trial> {
  const run = { region, week: record.week, run: record.run };
  const status = (await workflows.describe(record.execution))?.status;
  if (status === "RUNNING") return { ...record, state: "planning", figures: null };
  const bytes = await resultOf(blobs, run).get("plan.json");
  if (bytes === undefined) return { ...record, state: "failed", figures: null };
  const plan = Plan.parse(JSON.parse(new TextDecoder().decode(bytes)));
  const { region: master } = await openInput({ blobs }, run);
  const aloneCents = plan.municipalities.reduce((sum, one) => sum + one.standAloneCostCents, 0);
  const figures = {
    jointCents: plan.jointCostCents,
    aloneCents,
    weeks: plan.period.weeks.length,
    ...apportionedWeek(plan, master),
  };
  return { ...record, state: "planned", figures };
}

/** The newest trial of each of the last weeks, as the region is; oldest first. */
export function trialWeeks(all: readonly Trial[], most: number): Trial[] {
  const newest = new Map<string, Trial>();
  for (const one of all) if (one.site === null && !newest.has(one.week)) newest.set(one.week, one);
  return [...newest.values()].slice(0, most).reverse();
}

/** @param now RFC 3339 */
export const thisWeek = (now: string): string => weekOf(localDate(now));
