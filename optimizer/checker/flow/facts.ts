/**
 * What a group has before it decides anything: its part of stocks, arrivals, room, points; and the region by id.
 * docs/model.md, "Notation", "Material", "Who may use what".
 */
import { distributeCents } from "../../../domain/money.ts";
import type { FlowForecast } from "../../../domain/plan/flowPlan.ts";
import type { Form } from "../../../domain/region/common.ts";
import type { Facility } from "../../../domain/region/facilities.ts";
import type { FleetVehicle, Shredder } from "../../../domain/region/fleet.ts";
import type { CollectionPoint, Storage, Stream } from "../../../domain/region/places.ts";
import type { Region } from "../../../domain/region/tables.ts";
import { mondayOf } from "../../../domain/week.ts";

export interface Coordinate {
  readonly latitude: number;
  readonly longitude: number;
}

/** Travel of a truck between two places. */
export type TravelBetween = (from: Coordinate, to: Coordinate) => { readonly metres: number; readonly seconds: number };

export interface FlowContext {
  readonly region: Region;
  readonly forecast: readonly FlowForecast[];
  /** ISO weeks of the period. */
  readonly weeks: readonly string[];
  /** docs/model.md: κ. */
  readonly calibration: number;
  /** AGS of the group, in the order of `municipalities.csv`. */
  readonly members: readonly string[];
  readonly travel: TravelBetween;
  /** How the flow plan is named in findings, for example `flow.joint`. */
  readonly label?: string;
}

/** One storage as the group sees it. */
export interface GroupStorage {
  readonly storage: Storage;
  readonly point: CollectionPoint;
  readonly stream: Stream;
  /** σ(p). */
  readonly pointShare: number;
  readonly roomM3: number;
  /** The group's part of what is kept free, by week. */
  readonly keptFreeM3: readonly number[];
  readonly openingKg: number;
  /** One per week. */
  readonly arrivalsKg: readonly number[];
}

export interface Facts extends FlowContext {
  readonly label: string;
  readonly storages: ReadonlyMap<string, GroupStorage>;
  readonly points: ReadonlyMap<string, CollectionPoint>;
  readonly facilities: ReadonlyMap<string, Facility>;
  readonly vehicles: ReadonlyMap<string, FleetVehicle>;
  readonly shredders: ReadonlyMap<string, Shredder>;
  /** The group's part of the region's opening stock and arrivals together. */
  readonly materialShare: number;
}

export function gatherFacts(context: FlowContext): Facts {
  const { region } = context;
  const points = byId(region.collectionPoints);
  const storages = new Map(
    region.storages.map((storage) => [
      storage.id,
      groupStorage(context, storage, points.get(storage.pointId)!, streamIn(region, storage, context.weeks[0]!)!),
    ]),
  );
  const mine = [...storages.values()].reduce((kg, s) => kg + s.openingKg + total(s.arrivalsKg), 0);
  const all = context.forecast.reduce((kg, f) => kg + f.openingKg + total(f.arrivalsKg), 0);
  return {
    ...context,
    label: context.label ?? "flow",
    storages,
    points,
    facilities: byId(region.facilities),
    vehicles: byId(region.vehicles),
    shredders: byId(region.shredders),
    materialShare: all > 0 ? mine / all : 0,
  };
}

function groupStorage(context: FlowContext, storage: Storage, point: CollectionPoint, stream: Stream): GroupStorage {
  const known = context.forecast.find((f) => f.storageId === storage.id);
  const weights = pointWeights(context.region, point.id);
  const part = (kg: number) => partOfGroup(context.region, weights, kg, context.members);
  const pointShare = shareOfPoint(context.region, point.id, context.members);
  return {
    storage,
    point,
    stream,
    pointShare,
    roomM3: (pointShare * storage.units * storage.volumeLitres) / 1000,
    keptFreeM3: context.weeks.map((_, w) => (pointShare * (known?.keptFreeKg?.[w] ?? 0)) / stream.looseKgPerM3),
    openingKg: part(known?.openingKg ?? 0),
    arrivalsKg: context.weeks.map((_, w) => part(known?.arrivalsKg[w] ?? 0)),
  };
}

/** σ(p): what `service-shares.csv` gives to the members together. */
export function shareOfPoint(region: Region, pointId: string, members: readonly string[]): number {
  return region.serviceShares
    .filter((s) => s.pointId === pointId && members.includes(s.ags))
    .reduce((sum, s) => sum + s.share, 0);
}

/** `share(p, ·)` in the order of `municipalities.csv`. */
export function pointWeights(region: Region, pointId: string): number[] {
  return region.municipalities.map((m) => shareOfPoint(region, pointId, [m.ags]));
}

/** An amount at a point, divided among all municipalities by largest remainder; the sum of the members' parts. */
export function partOfGroup(
  region: Region,
  weights: readonly number[],
  kg: number,
  members: readonly string[],
): number {
  const parts = distributeCents(kg, weights);
  return region.municipalities.reduce((sum, m, i) => (members.includes(m.ags) ? sum + parts[i]! : sum), 0);
}

const SEASONS = ["winter", "winter", "spring", "spring", "spring", "summer", "summer", "summer"];

/** docs/model.md, "Notation": winter begins with December, autumn with September. */
export function seasonOf(week: string): string {
  const month = Number(mondayOf(week).slice(5, 7));
  return month === 12 ? "winter" : (SEASONS[month - 1] ?? "autumn");
}

/** What densities.csv has learned of a material at a point, for plans that begin in the week. */
export function learnedDensity(
  { settings, densities }: Region,
  { pointId }: Pick<Storage, "pointId">,
  { fraction }: Pick<Stream, "fraction">,
  form: Form,
  week: string,
): Region["densities"][number] | undefined {
  if (settings.learnedDensities === false) return undefined;
  return densities.find(
    (row) =>
      row.pointId === pointId && row.fraction === fraction && row.form === form && row.quarter === seasonOf(week),
  );
}

/** The stream of a storage with the densities that hold there. */
export function streamIn(region: Region, storage: Storage, week: string): Stream | undefined {
  const stream = region.streams.find(({ id }) => id === storage.streamId);
  if (stream === undefined) return undefined;
  const learned = (form: Form) => learnedDensity(region, storage, stream, form, week)?.kgPerM3;
  return {
    ...stream,
    looseKgPerM3: learned("loose") ?? stream.looseKgPerM3,
    shreddedKgPerM3: learned("shredded") ?? stream.shreddedKgPerM3,
  };
}

/** ρ in kg/m³. */
export function density(stream: Stream, form: Form): number {
  return form === "loose" ? stream.looseKgPerM3 : stream.shreddedKgPerM3;
}

/** Members' own and contractors' equipment. */
export function mayUse(facts: FlowContext, ownerId: string): boolean {
  const contractor = facts.region.authorities.some((a) => a.kind === "contractor" && a.id === ownerId);
  return contractor || facts.members.includes(ownerId);
}

export function total(amounts: readonly number[]): number {
  return amounts.reduce((a, b) => a + b, 0);
}

export function byId<T extends { readonly id: string }>(rows: readonly T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.id, row]));
}
