/** Vehicles: each storage can be emptied by some vehicle that has the means, the room and the hours. */
import type { Problem } from "../../problem.ts";
import { error, placeOf, validRows, type Check, type Draft } from "../draft.ts";
import { openingHours, type WeekHours } from "../../openingHours.ts";
import type { Form } from "../common.ts";
import type { FleetVehicle } from "../fleet.ts";
import type { CollectionPoint, Storage, Stream } from "../places.ts";
import { haulingCapabilities, haulingCapability } from "../rules.ts";

interface Emptying {
  readonly at: { readonly row: number; readonly id: string };
  readonly storage: Storage;
  readonly point: CollectionPoint;
  readonly stream: Stream;
}

function emptyings(draft: Draft): Emptying[] {
  const points = new Map(validRows(draft, "collectionPoints").map(({ id, value }) => [id, value]));
  const streams = new Map(validRows(draft, "streams").map(({ id, value }) => [id, value]));
  return validRows(draft, "storages").flatMap(({ row, id, value }) => {
    const point = points.get(value.pointId);
    const stream = streams.get(value.streamId);
    const judgeable = point !== undefined && stream !== undefined && point.status === "open";
    return judgeable ? [{ at: { row, id }, storage: value, point, stream }] : [];
  });
}

/** Vehicles that can take the storage's material in at least one form. */
function capableVehicles(draft: Draft, { storage, point, stream }: Emptying): FleetVehicle[] {
  const forms: Form[] = stream.shreddable && draft.tables.shredders.length > 0 ? ["loose", "shredded"] : ["loose"];
  const means = new Set(forms.flatMap((form) => haulingCapabilities(storage, point, form)));
  return fleet(draft).filter((vehicle) => means.has(haulingCapability(vehicle)));
}

function fleet(draft: Draft): FleetVehicle[] {
  return validRows(draft, "vehicles").map(({ value }) => value);
}

/** A vehicle with faults might be the one that is missing here; its faults come first. */
function isJudgeable(draft: Draft): boolean {
  return draft.tables.vehicles.length > 0 && draft.tables.vehicles.every(({ value }) => value !== null);
}

const storagesCanBeServed: Check = (draft) =>
  isJudgeable(draft) ? emptyings(draft).flatMap((one) => served(draft, one)) : [];

function served(draft: Draft, emptying: Emptying): Problem[] {
  const { at, storage, point } = emptying;
  const means = haulingCapabilities(storage, point, "loose").join(" or ");
  const vehicles = capableVehicles(draft, emptying);
  if (vehicles.length === 0) {
    const cause = `No vehicle can take its material: ${point.id} needs ${means} for a ${storage.kind}, and no vehicle hauls with that.`;
    return [
      error(
        "vehicle.capability",
        placeOf("storages", at),
        cause,
        "Add such a vehicle (a contractor's, for example), or a loader at the point.",
      ),
    ];
  }
  if (vehicles.some((vehicle) => overlaps(openingHours(vehicle.shiftHours), openingHours(point.accessHours))))
    return [];
  const cause = `The point ${point.id} may be served ${point.accessHours}, but no vehicle that can take its material has a shift then.`;
  return [
    error(
      "vehicle.hours",
      placeOf("storages", at),
      cause,
      "Widen accessHours of the point or shiftHours of a vehicle.",
    ),
  ];
}

function overlaps(shifts: WeekHours, access: WeekHours): boolean {
  return shifts.some((windows, day) =>
    windows.some((shift) => access[day]!.some((open) => shift.earliest < open.latest && open.earliest < shift.latest)),
  );
}

/** A container goes as it is, so it must fit whole; a heap is taken in as many loads as it needs. */
const containersCanBeLifted: Check = (draft) =>
  isJudgeable(draft) ? emptyings(draft).flatMap((one) => lifted(draft, one)) : [];

function lifted(draft: Draft, { at, storage, stream }: Emptying): Problem[] {
  const lifters = fleet(draft).filter((vehicle) => haulingCapability(vehicle) === "hookLift");
  if (storage.kind === "heap" || lifters.length === 0) return [];
  const massKg = Math.round((storage.volumeLitres / 1000) * stream.looseKgPerM3);
  if (lifters.some((v) => v.capacityKg >= massKg && v.capacityLitres >= storage.volumeLitres)) return [];
  const most = (amounts: number[]): number => Math.max(...amounts);
  return [
    error(
      "vehicle.capacity",
      placeOf("storages", at, "volumeLitres"),
      `A full container holds ${storage.volumeLitres} l and weighs ${massKg} kg; no hook-lift carries both ` +
        `(at most ${most(lifters.map((v) => v.capacityLitres))} l, at most ${most(lifters.map((v) => v.capacityKg))} kg).`,
      "Use smaller containers, or add a vehicle that carries a full one.",
    ),
  ];
}

export const fleetChecks: readonly Check[] = [storagesCanBeServed, containersCanBeLifted];
