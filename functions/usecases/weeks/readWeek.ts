/** A week as the API shows it. */
import type { Reach } from "../../../domain/access.ts";
import type { WeekPlan } from "../../contract/weeks.ts";
import type { Store } from "../../ports/store.ts";
import { ApiProblem } from "../apiProblem.ts";
import { key } from "../records/keys.ts";
import { readIndex } from "../records/region.ts";
import { reachedFills } from "./fills.ts";
import { weekOf, type WeekRecord } from "../records/week.ts";
import type { ProgressRecord } from "../run/progress.ts";

/**
 * @param reach whose storages' fills are told; none when left out
 * @throws ApiProblem 404 for a region that is not there, or a week that was never planned
 */
export async function readWeek(store: Store, region: string, week: string, reach?: Reach): Promise<WeekPlan> {
  const record = await weekRecord(store, region, week);
  const { run, frozenAt: _, collections: __, fills: ___, ...shown } = record;
  const fills = reach === undefined ? undefined : reachedFills(record, await readIndex(store, region), reach);
  const progress = (await store.get(key.progress(region, week)))?.data as unknown as ProgressRecord | undefined;
  const current = progress !== undefined && progress.run === run && record.status === "planning";
  return {
    ...shown,
    ...(fills === undefined ? {} : { fills }),
    progress: current ? { phase: progress.phase, part: progress.part, at: progress.at } : null,
    plan: record.status === "planned" ? `/api/regions/${region}/weeks/${week}/files/plan.json` : null,
  };
}

export async function weekRecord(store: Store, region: string, week: string): Promise<WeekRecord> {
  const record = weekOf(await store.get(key.week(region, week)));
  if (record !== undefined) return record;
  const { name } = await readIndex(store, region);
  throw new ApiProblem(404, `Die Woche ${week} ist in ${name} noch nicht geplant.`);
}
