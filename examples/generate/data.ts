/** The sourced data behind the examples, as typed values. */
import { readFileSync } from "node:fs";

export interface Sourced {
  readonly source: string;
  readonly verified: boolean;
}

export interface Fact extends Sourced {
  readonly id: string;
  readonly low: number | null;
  readonly typical: number;
  readonly high: number | null;
}

export interface Place extends Sourced {
  readonly ags: string;
  readonly name: string;
  readonly district: string;
  readonly inLandkreisSaarlouis: boolean;
  readonly population: number;
  readonly areaKm2: number;
  readonly lat: number;
  readonly lon: number;
}

export interface Site {
  readonly id: string;
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
  readonly coordinateSource: string;
  readonly source: string;
}

export interface Outlines {
  readonly attribution: string;
  readonly features: readonly {
    readonly id: string;
    readonly properties: { readonly ags: string; readonly name: string };
    readonly geometry: { readonly type: string; readonly coordinates: unknown };
  }[];
}

interface Facts {
  readonly facts: readonly Fact[];
  readonly seasons: readonly (Sourced & { readonly id: string; readonly values: readonly number[] })[];
  readonly rules: readonly (Sourced & { readonly id: string; readonly rule: string })[];
}

/** Reports are German; where a source only says that nobody has one, so is that. */
const GERMAN: readonly (readonly [string, string])[] = [
  ["general knowledge, unverified, +-1 to 3 km", "allgemeine Kenntnis, ungeprüft, ±1 bis 3 km"],
  [
    "municipality reference point (Destatis), site location unknown",
    "Bezugspunkt der Gemeinde (Destatis), Lage des Platzes unbekannt",
  ],
  ["municipality reference point (Destatis)", "Bezugspunkt der Gemeinde (Destatis)"],
  ["general knowledge, unverified", "allgemeine Kenntnis, ungeprüft"],
  ["order of magnitude", "Größenordnung"],
];

function read<T>(file: string): T {
  const text = readFileSync(new URL(`data/${file}`, import.meta.url), "utf8");
  return JSON.parse(GERMAN.reduce((german, [from, to]) => german.replaceAll(from, to), text)) as T;
}

const FACTS = read<Facts>("facts.json");
export const MUNICIPALITIES = read<readonly Place[]>("municipalities.json");
export const SITES = read<readonly Site[]>("facilities.json");
export const OUTLINES = read<Outlines>("municipalities.geojson");
export const SEASONS = FACTS.seasons;

export function fact(id: string): Fact {
  return found(FACTS.facts, id);
}

export function rule(id: string): Sourced {
  const { source, verified } = found(FACTS.rules, id);
  return { source: `${id}: ${source}`, verified };
}

export function site(id: string): Site {
  return found(SITES, id);
}

function found<T extends { readonly id: string }>(list: readonly T[], id: string): T {
  const one = list.find((item) => item.id === id);
  if (one === undefined) throw new RangeError(`the data has no ${id}`);
  return one;
}

/** For `region.json`: the value of a fact in another unit, with its source. */
export function sourcedValue(id: string, factor = 1): { value: number; source: string; verified: boolean } {
  const { typical, source, verified } = fact(id);
  return { value: Number((typical * factor).toFixed(6)), source: `${id}: ${source}`, verified };
}

/** The ends of what a fact's source gives. */
export const leastOf = (id: string): ReturnType<typeof sourcedValue> => ({
  ...sourcedValue(id),
  value: fact(id).low!,
});
export const mostOf = (id: string): ReturnType<typeof sourcedValue> => ({
  ...sourcedValue(id),
  value: fact(id).high!,
});

/** An assumption, named as one in every report. */
export function assumed(value: number, why: string): { value: number; source: string; verified: boolean } {
  return { value, source: `Annahme: ${why}`, verified: false };
}
