/** How full the storages of a plan are thought to be: made once with the plan, kept with the week, shown wherever fills are. */
import { reaches, type Reach } from "../../../domain/access.ts";
import type { Plan } from "../../../domain/plan/plan.ts";
import { storedStreams } from "../../../domain/region/densities.ts";
import type { Region } from "../../../domain/region/tables.ts";
import type { PlannedFill, StorageFill } from "../../contract/fills.ts";
import type { Store } from "../../ports/store.ts";
import { regionPk } from "../records/keys.ts";
import type { RegionIndex } from "../records/region.ts";
import type { WeekRecord } from "../records/week.ts";

export type { FillForecast, PlannedFill } from "../../contract/fills.ts";

const DAYS_A_WEEK = 7;
/** Weeks that are being planned or failed stand before the newest planned one. */
const LOOKED_AT_WEEKS = 12;

/** In the order of the plan's forecast; storages of plans made before there was a spread are left out. */
export function fillsOf(
  { forecast, densities, week }: Pick<Plan, "forecast" | "densities" | "week">,
  region: Region,
): StorageFill[] {
  const streams = storedStreams(region, week);
  return forecast.flatMap(({ storageId, openingKg, spread }) => {
    const storage = region.storages.find(({ id }) => id === storageId);
    const stream = streams.get(storageId)?.stream;
    if (spread === undefined || storage === undefined || stream === undefined) return [];
    const roomKg = ((storage.units * storage.volumeLitres) / 1000) * stream.looseKgPerM3;
    const part = (kg: number): number => Math.round((1000 * kg) / roomKg) / 1000;
    const { lowKg, highKg } = spread.openingKg;
    return [
      {
        storageId,
        fill: { low: part(lowKg), mean: part(openingKg), high: part(highKg) },
        overflowChance: spread.overflowChance.slice(0, DAYS_A_WEEK),
        plausibility: spread.plausibility,
        reportValueCents: spread.reportValueCents,
        ...densityOf(densities, storageId),
      },
    ];
  });
}

/** Of loose material, which is what reports are of. */
function densityOf(densities: Plan["densities"], storageId: string): Pick<StorageFill, "density"> {
  const used = densities?.find((row) => row.storageId === storageId && row.form === "loose");
  if (used === undefined) return {};
  const { kgPerM3, sdKgPerM3, weighings, listedKgPerM3 } = used;
  return { density: { kgPerM3, sdKgPerM3, weighings, listedKgPerM3 } };
}

/** Only of storages that the reach covers; undefined for a week planned before fills were kept. */
export function reachedFills({ fills }: WeekRecord, index: RegionIndex, reach: Reach): StorageFill[] | undefined {
  const own = new Set(
    index.storages.filter(({ pointId }) => reaches(reach, index.points[pointId]?.served ?? [])).map(({ id }) => id),
  );
  return fills?.filter(({ storageId }) => own.has(storageId));
}

/** By storage, from the newest planned week. */
export async function latestFills(store: Store, region: string): Promise<Map<string, PlannedFill>> {
  const query = { pk: regionPk(region), prefix: "week#", descending: true, limit: LOOKED_AT_WEEKS };
  const { items } = await store.query(query);
  return fillsOfWeeks(items.map(({ data }) => data as unknown as WeekRecord));
}

/** @param weeks newest first */
export function fillsOfWeeks(weeks: readonly WeekRecord[]): Map<string, PlannedFill> {
  const newest = weeks.find(({ status }) => status === "planned");
  const { week, frozenAt } = newest ?? {};
  return new Map(
    (newest?.fills ?? []).map(({ storageId, ...fill }) => [
      storageId,
      { week: week!, knownUntil: frozenAt ?? null, ...fill },
    ]),
  );
}
