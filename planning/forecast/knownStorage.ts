/** What a region's tables say of one storage, in the numbers of the filter: events in order, arrivals expected by day. */
import { storedStreams, type StoredStream } from "../../domain/region/densities.ts";
import type { Season, Storage, Stream } from "../../domain/region/places.ts";
import type { Report, Weighing } from "../../domain/region/reports.ts";
import type { Region } from "../../domain/region/tables.ts";
import {
  quartersReading,
  sensorReading,
  volumeReading,
  type Reading,
  type StorageEvent,
} from "../../optimizer/forecast/index.ts";
import { weekOf } from "../../domain/week.ts";
import { groupBy, indexBy } from "../lookup.ts";
import { dateOf, dayOf, expectedOn } from "./calendar.ts";
import { learnedSeasons } from "./learnedSeasons.ts";
import { weatherOf } from "./weatherFactors.ts";

const MINUTES_A_DAY = 1440;
/** Networks give whole per cents. */
const SENSOR_STEP = 0.01;

export { dateOf, dayOf } from "./calendar.ts";

export interface KnownStorage {
  readonly storage: Storage;
  /** With the densities that hold in this storage. */
  readonly stream: Stream;
  /** Standard deviation of what a cubic metre of loose material was learned to weigh, as a part of it; 0 where nothing was learned. */
  readonly densitySd: number;
  readonly roomKg: number;
  readonly events: readonly StorageEvent[];
  /** Ascending by time. */
  readonly reports: readonly Report[];
  /** What the yearly prior and the season expect of a day. */
  expectedKg(day: number): number;
}

/**
 * One per storage, in the order of `storages.csv`.
 *
 * @param before first day that is not known; seasons are learned from what was weighed until the month before
 */
export function knownStorages(region: Region, before: string): KnownStorage[] {
  const learned = learnedSeasons(region, before);
  const weather = weatherOf({ ...region, seasons: learned }, before);
  const seasons = indexBy(learned, (s) => s.id);
  const streams = storedStreams(region, weekOf(before));
  const reports = groupBy(region.reports, (r) => r.storageId);
  const weighings = groupBy(region.weighings, (w) => w.storageId);
  return region.storages.map((storage) =>
    knownStorage(
      storage,
      { season: seasons.get(storage.seasonId)!, stored: streams.get(storage.id)!, weather },
      reports.get(storage.id) ?? [],
      weighings.get(storage.id) ?? [],
    ),
  );
}

function knownStorage(
  storage: Storage,
  {
    season,
    stored: { stream, learned },
    weather,
  }: { readonly season: Season; readonly stored: StoredStream; readonly weather: (day: number) => number },
  reports: readonly Report[],
  weighings: readonly Weighing[],
): KnownStorage {
  const roomM3 = (storage.units * storage.volumeLitres) / 1000;
  const roomKg = roomM3 * stream.looseKgPerM3;
  const events = [
    ...reports.map((report): StorageEvent => {
      return { kind: "reading", at: timeOf(report.observedAt), reading: readingOf(report, roomM3) };
    }),
    ...weighings.map(({ weighedAt, netKg }): StorageEvent => ({
      kind: "weighing",
      at: timeOf(weighedAt),
      part: netKg / roomKg,
    })),
  ];
  const byTime = [...reports].sort((a, b) => timeOf(a.observedAt) - timeOf(b.observedAt));
  const days = new Map<number, number>();
  const expectedKg = (day: number) => {
    const known = days.get(day) ?? expectedOn(storage, season, dateOf(day)) * weather(day);
    days.set(day, known);
    return known;
  };
  const densitySd = learned.loose === undefined ? 0 : learned.loose.sdKgPerM3 / learned.loose.kgPerM3;
  return { storage, stream, densitySd, roomKg, events, reports: byTime, expectedKg };
}

/** What was seen, by its kind. */
function readingOf({ quarters, volumeM3, percent, errorPercent }: Report, roomM3: number): Reading {
  if (percent !== undefined)
    return sensorReading(percent / 100, SENSOR_STEP, errorPercent === undefined ? undefined : errorPercent / 100);
  return volumeM3 === undefined ? quartersReading(quarters ?? 0) : volumeReading(volumeM3 / roomM3);
}

/** In days, as the clock on the wall stood. */
function timeOf(timestamp: string): number {
  const [hours, minutes] = [Number(timestamp.slice(11, 13)), Number(timestamp.slice(14, 16))];
  return dayOf(timestamp.slice(0, 10)) + (hours * 60 + minutes) / MINUTES_A_DAY;
}
