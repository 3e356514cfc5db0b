/** From reports to opening stock and arrivals of every storage, in whole kilograms. */
import type { FlowForecast } from "../domain/plan/flowPlan.ts";
import { MONTHS, type Season, type Storage, type Stream } from "../domain/region/places.ts";
import type { Report } from "../domain/region/reports.ts";
import type { Region } from "../domain/region/tables.ts";
import { addDays, addWeeks, daysBetween, mondayOf, weekOf } from "../domain/week.ts";
import { arrivalLevel, openingStock, type Observation } from "../optimizer/forecast/index.ts";
import { groupBy, indexBy } from "./lookup.ts";

const EPOCH = "1970-01-01";
/** A full storage is reported as 4 quarters; 5 means overflowing, taken as a tenth more than full. */
const FILL_OF_QUARTERS = [0, 0.25, 0.5, 0.75, 1, 1.1];

/** The consecutive weeks that a plan looks ahead. */
export function periodWeeks(week: string, weeks: number): string[] {
  return Array.from({ length: weeks }, (_, i) => addWeeks(week, i));
}

/** The week after the newest report: what a plan without a stated week is for. */
export function nextWeek(region: Region): string | undefined {
  const newest = region.reports
    .map((r) => r.observedAt.slice(0, 10))
    .sort()
    .at(-1);
  if (newest === undefined) return undefined;
  return addWeeks(weekOf(newest), 1);
}

/** One forecast per storage, in the order of `storages.csv`. Reports of the planned week itself or later are not used. */
export function forecastArrivals(region: Region, weeks: readonly string[]): FlowForecast[] {
  const seasons = indexBy(region.seasons, (s) => s.id);
  const streams = indexBy(region.streams, (s) => s.id);
  const reports = groupBy(region.reports, (r) => r.storageId);
  return region.storages.map((storage) =>
    forecastStorage(
      storage,
      seasons.get(storage.seasonId)!,
      streams.get(storage.streamId)!,
      reports.get(storage.id) ?? [],
      weeks,
    ),
  );
}

function forecastStorage(
  storage: Storage,
  season: Season,
  stream: Stream,
  reports: readonly Report[],
  weeks: readonly string[],
): FlowForecast {
  const today = daysBetween(EPOCH, mondayOf(weeks[0]!));
  const known = reports
    .filter((r) => daysBetween(EPOCH, r.observedAt.slice(0, 10)) < today)
    .sort((a, b) => (a.observedAt < b.observedAt ? -1 : 1));
  const observations = known.map((report) => observe(report, storage, stream));
  const expected = (from: number, to: number) => expectedKg(storage, season, from, to);
  const level = arrivalLevel(observations, expected, today);
  return {
    storageId: storage.id,
    openingKg: Math.round(openingStock(observations, expected, level, today)),
    arrivalsKg: weeks.map((_, w) => Math.round(expected(today + 7 * w, today + 7 * (w + 1)) * level)),
    observedAt: known.at(-1)?.observedAt ?? null,
  };
}

function observe(report: Report, storage: Storage, stream: Stream): Observation {
  const roomM3 = (storage.units * storage.volumeLitres) / 1000;
  const volumeM3 = report.volumeM3 ?? FILL_OF_QUARTERS[report.quarters ?? 0]! * roomM3;
  return { day: daysBetween(EPOCH, report.observedAt.slice(0, 10)), kg: volumeM3 * stream.looseKgPerM3 };
}

/** What the yearly prior and the season expect from one day (inclusive) to another (exclusive). */
function expectedKg(storage: Storage, season: Season, fromDay: number, toDay: number): number {
  let kg = 0;
  for (let day = fromDay; day < toDay; day++) {
    const date = addDays(EPOCH, day);
    const month = Number(date.slice(5, 7)) - 1;
    const daysInMonth = daysBetween(`${date.slice(0, 7)}-01`, addDays(`${date.slice(0, 7)}-28`, 4).slice(0, 8) + "01");
    kg += (storage.expectedTonnesPerYear * 1000 * season[MONTHS[month]!]) / 100 / daysInMonth;
  }
  return kg;
}
