/** What a region's tables say of one storage, in the numbers of the filter: events in order, arrivals expected by day. */
import { MONTHS, type Season, type Storage, type Stream } from "../../domain/region/places.ts";
import type { Report, Weighing } from "../../domain/region/reports.ts";
import type { Sensor } from "../../domain/region/sensors.ts";
import type { Region } from "../../domain/region/tables.ts";
import { addDays, daysBetween } from "../../domain/week.ts";
import { quartersReading, sensorReading, volumeReading, type StorageEvent } from "../../optimizer/forecast/index.ts";
import { groupBy, indexBy } from "../lookup.ts";

/** A Thursday, as the filter counts its days. */
const EPOCH = "1970-01-01";
const MINUTES_A_DAY = 1440;
/** Networks give whole per cents. */
const SENSOR_STEP = 0.01;

export const dayOf = (date: string): number => daysBetween(EPOCH, date);
export const dateOf = (day: number): string => addDays(EPOCH, Math.floor(day));

export interface KnownStorage {
  readonly storage: Storage;
  readonly roomKg: number;
  readonly events: readonly StorageEvent[];
  /** Ascending by time. */
  readonly reports: readonly Report[];
  /** What the yearly prior and the season expect of a day. */
  expectedKg(day: number): number;
}

/** One per storage, in the order of `storages.csv`. */
export function knownStorages(region: Region): KnownStorage[] {
  const seasons = indexBy(region.seasons, (s) => s.id);
  const streams = indexBy(region.streams, (s) => s.id);
  const reports = groupBy(region.reports, (r) => r.storageId);
  const sensors = groupBy(region.sensors, (s) => s.storageId);
  const weighings = groupBy(region.weighings, (w) => w.storageId);
  return region.storages.map((storage) =>
    knownStorage(
      storage,
      { season: seasons.get(storage.seasonId)!, stream: streams.get(storage.streamId)! },
      reports.get(storage.id) ?? [],
      weighings.get(storage.id) ?? [],
      sensors.get(storage.id) ?? [],
    ),
  );
}

function knownStorage(
  storage: Storage,
  { season, stream }: { readonly season: Season; readonly stream: Stream },
  reports: readonly Report[],
  weighings: readonly Weighing[],
  sensors: readonly Sensor[],
): KnownStorage {
  const roomM3 = (storage.units * storage.volumeLitres) / 1000;
  const roomKg = roomM3 * stream.looseKgPerM3;
  const events = [
    ...reports.map((report): StorageEvent => {
      return { kind: "reading", at: timeOf(report.observedAt), reading: readingOf(report, roomM3, sensors) };
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
    const known = days.get(day) ?? expectedOn(storage, season, dateOf(day));
    days.set(day, known);
    return known;
  };
  return { storage, roomKg, events, reports: byTime, expectedKg };
}

/** What was seen, by its kind; a sensor with the error that its row states, the largest where it is not said which sensor it was. */
function readingOf({ quarters, volumeM3, percent, reportedBy }: Report, roomM3: number, sensors: readonly Sensor[]) {
  if (percent === undefined)
    return volumeM3 === undefined ? quartersReading(quarters ?? 0) : volumeReading(volumeM3 / roomM3);
  const own = sensors.filter(({ deviceId }) => reportedBy.endsWith(deviceId));
  const errors = (own.length > 0 ? own : sensors).flatMap(({ errorPercent }) => errorPercent ?? []);
  return sensorReading(percent / 100, SENSOR_STEP, errors.length === 0 ? undefined : Math.max(...errors) / 100);
}

/** In days, as the clock on the wall stood. */
function timeOf(timestamp: string): number {
  const [hours, minutes] = [Number(timestamp.slice(11, 13)), Number(timestamp.slice(14, 16))];
  return dayOf(timestamp.slice(0, 10)) + (hours * 60 + minutes) / MINUTES_A_DAY;
}

function expectedOn(storage: Storage, season: Season, date: string): number {
  const month = Number(date.slice(5, 7)) - 1;
  const daysInMonth = daysBetween(`${date.slice(0, 7)}-01`, `${addDays(`${date.slice(0, 7)}-28`, 4).slice(0, 8)}01`);
  return (storage.expectedTonnesPerYear * 1000 * season[MONTHS[month]!]) / 100 / daysInMonth;
}
