/**
 * A year of made-up reports and weighbridge tickets: arrivals by season and chance, emptyings when a storage has filled
 * up, and what a yard would have written down about it on Fridays.
 */
import { toTimestamp } from "../../domain/localTime.ts";
import { addDays, addWeeks, mondayOf } from "../../domain/week.ts";
import type { CsvRow } from "./files.ts";
import { seededRandom, seedOf, type Random } from "./random.ts";

export interface History {
  readonly reports: readonly CsvRow[];
  readonly weighings: readonly CsvRow[];
}

export interface StoredStream {
  readonly id: string;
  readonly kind: string;
  readonly units: number;
  readonly volumeLitres: number;
  readonly expectedTonnesPerYear: number;
  /** Twelve monthly shares in percent. */
  readonly season: readonly number[];
  readonly kgPerM3: number;
  readonly reportedBy: string;
  /** Where its material went. */
  readonly facilityId: string;
}

const WEEKS = 52;
const FRIDAY = 4;
/** Weeks in which nobody reports. */
const MISSING = 0.1;
/** Reports in cubic metres instead of quarters. */
const IN_CUBIC_METRES = 0.15;
/** Spread of a week's arrivals and how much of it lasts into the next (their logarithm is an AR(1) process). */
const SPREAD = 0.22;
const PERSISTENCE = 0.5;
/** A storage's real density lies this far off the book value. */
const DENSITY_SPREAD = 0.08;
/** Fill level at which a heap is cleared or containers are changed, and what stays of a heap. */
const HEAP_TRIGGER = 0.55;
const CONTAINER_TRIGGER = 0.65;
const HEAP_REST = 0.08;
/** Shredded loads off a heap. */
const LOAD_KG = 22_000;

/** @param lastWeek ISO week of the last reports */
export function simulate(storages: readonly StoredStream[], lastWeek: string, seed: number): History {
  const histories = storages.map((storage) => simulateOne(storage, lastWeek, seededRandom(seedOf(storage.id, seed))));
  return {
    reports: histories.flatMap(({ reports }) => reports),
    weighings: histories.flatMap(({ weighings }) => weighings),
  };
}

interface State {
  kg: number;
  deviation: number;
  readonly kgPerM3: number;
}

function simulateOne(storage: StoredStream, lastWeek: string, random: Random): History {
  const kgPerM3 = storage.kgPerM3 * (1 + DENSITY_SPREAD * random.normal());
  const state: State = { kg: roomM3(storage) * kgPerM3 * 0.3 * random.uniform(), deviation: 0, kgPerM3 };
  const reports: CsvRow[] = [];
  const weighings: CsvRow[] = [];
  for (let back = WEEKS - 1; back >= 0; back--) {
    const week = addWeeks(lastWeek, -back);
    weighings.push(...empty(storage, state, week, random));
    state.kg += arrivalsKg(storage, week, state, random);
    const report = see(storage, state, week, random);
    if (report !== undefined) reports.push(report);
  }
  return { reports, weighings };
}

function roomM3({ units, volumeLitres }: StoredStream): number {
  return (units * volumeLitres) / 1000;
}

function arrivalsKg(storage: StoredStream, week: string, state: State, random: Random): number {
  const month = Number(addDays(mondayOf(week), 3).slice(5, 7)) - 1;
  state.deviation = PERSISTENCE * state.deviation + Math.sqrt(1 - PERSISTENCE ** 2) * SPREAD * random.normal();
  const monthly = (storage.expectedTonnesPerYear * 1000 * storage.season[month]!) / 100;
  return (monthly * 12 * Math.exp(state.deviation - SPREAD ** 2 / 2)) / 52;
}

/** Clears a heap but for a rest, or takes the full containers, once the storage is full enough. */
function empty(storage: StoredStream, state: State, week: string, random: Random): CsvRow[] {
  const level = state.kg / state.kgPerM3 / roomM3(storage);
  const date = addDays(mondayOf(week), 1 + Math.floor(random.uniform() * 3));
  if (level < (storage.kind === "heap" ? HEAP_TRIGGER : CONTAINER_TRIGGER)) return [];
  const loads = storage.kind === "heap" ? heapLoads(storage, state) : containerLoads(storage, state);
  return loads.map(({ kg, volumeM3 }, index) => {
    state.kg -= kg;
    return {
      id: `w-${storage.id}-${week}-${index + 1}`,
      storageId: storage.id,
      facilityId: storage.facilityId,
      weighedAt: toTimestamp(date, Math.round((8 + index * 0.75 + random.uniform() / 2) * 60) * 60),
      netKg: Math.round(kg / 20) * 20,
      volumeM3,
    };
  });
}

/** Shredded loads; their loose volume is not known, so the ticket has none. */
function heapLoads(storage: StoredStream, state: State): { kg: number; volumeM3: undefined }[] {
  const goes = state.kg - HEAP_REST * roomM3(storage) * state.kgPerM3;
  const loads = Math.min(10, Math.max(1, Math.ceil(goes / LOAD_KG)));
  return Array.from({ length: loads }, () => ({ kg: Math.min(goes / loads, LOAD_KG), volumeM3: undefined }));
}

function containerLoads(storage: StoredStream, state: State): { kg: number; volumeM3: number }[] {
  const each = storage.volumeLitres / 1000;
  const volume = state.kg / state.kgPerM3;
  const full = Math.min(storage.units, Math.max(1, Math.round(volume / each)));
  return Array.from({ length: full }, (_, index) => {
    const taken = Math.min(each, Math.max(0.4 * each, volume - index * each));
    const volumeM3 = Math.min(taken, volume / full);
    return { kg: volumeM3 * state.kgPerM3, volumeM3: Number(volumeM3.toFixed(1)) };
  });
}

/** What the yard writes down on Friday (sometimes Thursday), or nothing. */
function see(storage: StoredStream, state: State, week: string, random: Random): CsvRow | undefined {
  const draws = {
    missing: random.uniform(),
    volume: random.uniform(),
    day: random.uniform(),
    minute: random.uniform(),
  };
  const noise = 1 + 0.06 * random.normal();
  if (draws.missing < MISSING) return undefined;
  const day = addDays(mondayOf(week), draws.day < 0.15 ? FRIDAY - 1 : FRIDAY);
  const volume = Math.max(0, (state.kg / state.kgPerM3) * noise);
  const level = volume / roomM3(storage);
  const inVolume = draws.volume < IN_CUBIC_METRES && level < 1.4;
  return {
    id: `r-${storage.id}-${week}`,
    storageId: storage.id,
    observedAt: toTimestamp(day, (9 * 60 + Math.floor(draws.minute * 300)) * 60),
    reportedBy: storage.reportedBy,
    quarters: inVolume ? undefined : level > 1.05 ? 5 : Math.min(4, Math.round(level * 4)),
    volumeM3: inVolume ? Math.round(volume) : undefined,
  };
}
