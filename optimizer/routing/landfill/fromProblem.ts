/** Recognises one day with lunch, daily caps and landfills, and lays it out for its engine. */
import type { Facility, RoutingProblem, TimeWindow } from "../../../domain/routing/problem.ts";
import { unknownToClients, unknownToFacilities, unknownToVehicles } from "../knownFields.ts";
import type { Landfill } from "./instance.ts";

/** True when a vehicle has lunch, a cap on its stops or one on its daily load. */
export function hasDayRules(problem: RoutingProblem): boolean {
  return problem.vehicles.some(
    ({ lunch, maxStops, maxLoadPerDay }) =>
      lunch !== undefined || maxStops !== undefined || maxLoadPerDay !== undefined,
  );
}

/** A sentence on the first thing this engine does not know, or the instance; node i + 1 is client i. */
export function asLandfill(problem: RoutingProblem): Landfill | string {
  const refusal =
    unknownToVehicles(problem.vehicles, ["lunch", "maxStops", "maxLoadPerDay"]) ??
    unknownToFacilities(problem.facilities) ??
    unknownToClients(problem.clients, []) ??
    vehiclesRefused(problem) ??
    placesRefused(problem);
  return refusal ?? layOut(problem);
}

function layOut(problem: RoutingProblem): Landfill {
  const { clients, facilities, locationCount } = problem;
  const vehicle = problem.vehicles[0]!;
  const shift = vehicle.shifts[0]!;
  const locations = [vehicle.startLocation, ...[...clients, ...facilities].map((place) => place.location)];
  const nodes = locations.length;
  const { durationSeconds, distanceMetres } = problem.profiles[vehicle.profile]!;
  const cost = new Float64Array(nodes * nodes);
  const seconds = new Float64Array(nodes * nodes);
  for (let from = 0; from < nodes; from++) {
    const row = locations[from]! * locationCount;
    for (let to = 0; to < nodes; to++) {
      cost[from * nodes + to] = (distanceMetres[row + locations[to]!]! * vehicle.centsPerKm) / 1000;
      seconds[from * nodes + to] = durationSeconds[row + locations[to]!]!;
    }
  }
  const windows = [shift, ...[...clients, ...facilities].map((place) => place.windows[0]![0]!)];
  return {
    clientCount: clients.length,
    facilityCount: facilities.length,
    nodes,
    cost,
    seconds,
    load: Float64Array.from([0, ...clients.map(({ load }) => load[0]!), ...facilities.map(() => 0)]),
    service: Float64Array.from([
      0,
      ...clients.map((client) => client.serviceSeconds),
      ...facilities.map((facility) => facility.unloadSeconds),
    ]),
    opens: Float64Array.from(windows, (window) => window.earliest),
    closes: Float64Array.from(windows, (window) => window.latest),
    capacity: vehicle.capacity[0]!,
    mostLoad: vehicle.maxLoadPerDay ?? Number.POSITIVE_INFINITY,
    mostStops: vehicle.maxStops ?? Number.POSITIVE_INFINITY,
    fixedCost: vehicle.fixedCents,
    lunch: vehicle.lunch ?? null,
    fleet: problem.vehicles.length,
  };
}

function vehiclesRefused(problem: RoutingProblem): string | null {
  const [vehicle] = problem.vehicles;
  if (vehicle === undefined) return "There is no vehicle.";
  if (problem.days !== 1) return "More than one day.";
  if (problem.dimensions.length !== 1) return "More than one load dimension.";
  if (vehicle.startLocation !== vehicle.endLocation) return "A route ends elsewhere than it starts.";
  if (vehicle.breakRule !== null || vehicle.maxDrivingSeconds !== null) return "Vehicles have driving limits.";
  if (vehicle.centsPerHour > 0) return "Time costs money.";
  if (vehicle.shifts[0] === null) return "The vehicles have the day off.";
  const text = JSON.stringify(vehicle);
  return problem.vehicles.every((other) => JSON.stringify(other) === text) ? null : "The vehicles differ.";
}

function placesRefused({ clients, facilities, vehicles }: RoutingProblem): string | null {
  if (facilities.length === 0) return "There is no facility.";
  const all = facilities.map((_, f) => f).join();
  for (const client of clients) {
    if (client.material !== clients[0]!.material) return "There are several materials.";
    if (client.facilities.join() !== all) return "A client may not be tipped at every facility.";
    if ((client.capabilities & ~vehicles[0]!.capabilities) !== 0) return "A client asks for a missing capability.";
    if (client.prizeCents !== null) return "A client may be left out.";
    if (!hasOneWindow(client.windows)) return "A client has several windows, or none.";
  }
  return facilities.map(facilityRefused).find((refusal) => refusal !== null) ?? null;
}

function facilityRefused(facility: Facility): string | null {
  if (facility.capacityPerDay !== null) return "A facility has a daily limit.";
  return hasOneWindow(facility.windows) ? null : "A facility has several windows, or none.";
}

function hasOneWindow(windows: readonly (readonly TimeWindow[])[]): boolean {
  return windows[0]?.length === 1;
}
