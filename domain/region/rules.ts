/** Rules of the field that follow from the master data alone. */
import type { CollectionPoint, Storage } from "./places.ts";
import type { Capability, Form } from "./common.ts";
import type { FleetVehicle } from "./fleet.ts";
import type { Facility, Tariff } from "./facilities.ts";
import type { Region } from "./tables.ts";
import { openingHours } from "../openingHours.ts";

/**
 * Which capabilities can take material away from a storage. Containers need a hook-lift; a heap needs a grab, or a loader
 * on the site for any vehicle; shredded material always lies as a heap.
 */
export function haulingCapabilities(storage: Storage, point: CollectionPoint, form: Form): readonly Capability[] {
  if (form === "loose" && storage.kind !== "heap") return ["hookLift"];
  return point.equipment.includes("loader") ? ["walkingFloor", "hookLift", "grab"] : ["grab"];
}

/** The capability a vehicle hauls with: the first it has, a trailer aside. */
export function haulingCapability(vehicle: FleetVehicle): Capability {
  return vehicle.capabilities.find((capability) => capability !== "trailer") ?? "hookLift";
}

export function isContractor(region: Region, ownerId: string): boolean {
  return region.authorities.some((authority) => authority.id === ownerId && authority.kind === "contractor");
}

/** The tariff for one kind of material at one facility; `undefined` when it is not taken. */
export function tariffFor(
  tariffs: readonly Tariff[],
  facilityId: string,
  material: {
    readonly fraction: Tariff["fraction"];
    readonly form: Form;
    readonly owner: "municipality" | "authority";
  },
): Tariff | undefined {
  const rows = tariffs.filter(
    (t) => t.facilityId === facilityId && t.fraction === material.fraction && t.form === material.form,
  );
  return rows.find((t) => t.owner === material.owner) ?? rows.find((t) => t.owner === "any");
}

/** Tonnes a week that a facility takes; `Infinity` when it states no limit. */
export function weeklyCapacityTonnes(facility: Facility): number {
  const daysOpen = openingHours(facility.openingHours).filter((windows) => windows.length > 0).length;
  return Math.min(
    facility.capacityTonnesPerWeek ?? Infinity,
    facility.capacityTonnesPerYear === undefined ? Infinity : facility.capacityTonnesPerYear / 52,
    facility.capacityTonnesPerDay === undefined ? Infinity : facility.capacityTonnesPerDay * daysOpen,
  );
}

/** Shift days a week and the mean length of a shift. */
export function shiftsOf(vehicle: FleetVehicle): { readonly daysPerWeek: number; readonly meanSeconds: number } {
  const lengths = openingHours(vehicle.shiftHours)
    .filter((windows) => windows.length > 0)
    .map((windows) => windows[windows.length - 1]!.latest - windows[0]!.earliest);
  const total = lengths.reduce((a, b) => a + b, 0);
  return { daysPerWeek: lengths.length, meanSeconds: lengths.length === 0 ? 0 : total / lengths.length };
}
