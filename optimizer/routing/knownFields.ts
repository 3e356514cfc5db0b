/**
 * What the engines for special cases know of the general problem. A field that is not named here and has a value asks
 * for more than they can do, so that a rule added to the model is refused by them until they learn it, never ignored.
 */
import type { Client, Facility, Vehicle } from "../../domain/routing/problem.ts";

const CLIENT: readonly (keyof Client)[] = [
  "location",
  "load",
  "serviceSeconds",
  "windows",
  "capabilities",
  "material",
  "facilities",
  "prizeCents",
];
const FACILITY: readonly (keyof Facility)[] = ["location", "unloadSeconds", "windows", "capacityPerDay"];
const VEHICLE: readonly (keyof Vehicle)[] = [
  "startLocation",
  "endLocation",
  "shifts",
  "capacity",
  "capabilities",
  "profile",
  "fixedCents",
  "centsPerKm",
  "centsPerHour",
  "maxDrivingSeconds",
  "breakRule",
];

/** A sentence on the first field beyond those; `null` when there is none. */
export function unknownToVehicles(vehicles: readonly Vehicle[], more: readonly (keyof Vehicle)[]): string | null {
  return unknown("Vehicles", vehicles, [...VEHICLE, ...more]);
}

export function unknownToClients(clients: readonly Client[], more: readonly (keyof Client)[]): string | null {
  return unknown("Clients", clients, [...CLIENT, ...more]);
}

export function unknownToFacilities(facilities: readonly Facility[]): string | null {
  return unknown("Facilities", facilities, FACILITY);
}

function unknown(who: string, things: readonly object[], known: readonly string[]): string | null {
  for (const thing of things) {
    for (const [field, value] of Object.entries(thing)) {
      if (value !== undefined && !known.includes(field)) return `${who} have ${field}.`;
    }
  }
  return null;
}
