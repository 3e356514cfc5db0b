/** Recognises the periodic problem (equal vehicles, day sets, unloading on the way) and lays it out for its engine. */
import type { Client, RoutingProblem, TimeWindow, Vehicle } from "../../../domain/routing/problem.ts";
import { unknownToClients, unknownToFacilities, unknownToVehicles } from "../knownFields.ts";
import { layOut, type Periodic } from "./instance.ts";

export interface PeriodicCase {
  readonly instance: Periodic;
  /** Node i + 1 is client `clients[i]`; clients too large for any vehicle are left out. */
  readonly clients: readonly number[];
  /** Facility f of the instance is facility `facilities[f]` of the problem. */
  readonly facilities: readonly number[];
}

/** Relative; money of an arc may differ by this much from its seconds times the rate of the longest arc. */
const SAME_RATE = 1e-9;

export function hasDaySets(problem: RoutingProblem): boolean {
  return problem.clients.some((client) => client.daySets !== undefined);
}

/** A sentence on the first thing this engine does not know, or the case laid out. */
export function asPeriodic(problem: RoutingProblem): PeriodicCase | string {
  const refusal =
    unknownToVehicles(problem.vehicles, []) ??
    unknownToFacilities(problem.facilities) ??
    unknownToClients(problem.clients, ["daySets"]) ??
    vehiclesRefused(problem) ??
    facilitiesRefused(problem) ??
    clientsRefused(problem);
  if (refusal !== null) return refusal;
  const [vehicle] = problem.vehicles;
  const shift = vehicle!.shifts[0]!;
  const facilities = problem.clients[0]!.facilities;
  const clients = problem.clients.flatMap(({ load }, c) => (load[0]! <= vehicle!.capacity[0]! ? [c] : []));
  const served = clients.map((c) => problem.clients[c]!);
  const locations = [
    vehicle!.startLocation,
    ...served.map((client) => client.location),
    ...facilities.map((f) => problem.facilities[f]!.location),
  ];
  const seconds = problem.profiles[vehicle!.profile]!.durationSeconds;
  const instance = layOut({
    days: problem.days,
    vehiclesPerDay: problem.vehicles.length,
    capacity: vehicle!.capacity[0]!,
    maxDuration: shift.latest - shift.earliest,
    travel: Float64Array.from(
      locations.flatMap((from) => locations.map((to) => seconds[from * problem.locationCount + to]!)),
    ),
    demand: served.map((client) => client.load[0]!),
    service: served.map((client) => client.serviceSeconds),
    schemes: served.map((client) => daySetsOf(client, problem.days).map(maskOf)),
    facilityCount: facilities.length,
  });
  return { instance, clients, facilities };
}

/** A client without day sets is visited on any one day. */
function daySetsOf(client: Client, days: number): readonly (readonly number[])[] {
  return client.daySets ?? Array.from({ length: days }, (_, day) => [day]);
}

function maskOf(days: readonly number[]): number {
  return days.reduce((mask, day) => mask | (1 << day), 0);
}

function vehiclesRefused(problem: RoutingProblem): string | null {
  const [vehicle] = problem.vehicles;
  if (vehicle === undefined) return "There is no vehicle.";
  if (problem.days > 30) return "More than 30 days.";
  if (problem.dimensions.length !== 1) return "More than one load dimension.";
  if (vehicle.startLocation !== vehicle.endLocation) return "A route ends elsewhere than it starts.";
  if (vehicle.fixedCents > 0) return "Vehicles have fixed costs.";
  if (vehicle.breakRule !== null || vehicle.maxDrivingSeconds !== null) return "Vehicles have driving limits.";
  const text = JSON.stringify(vehicle);
  if (problem.vehicles.some((other) => JSON.stringify(other) !== text)) return "The vehicles differ.";
  const [shift] = vehicle.shifts;
  const sameShift = (other: TimeWindow | null): boolean =>
    other?.earliest === shift!.earliest && other.latest === shift!.latest;
  if (shift === null || !vehicle.shifts.every(sameShift)) return "Shifts differ between days.";
  return ratesRefused(problem, vehicle);
}

/** Then the cheapest way is also the shortest in time, and one number prices and limits a route. */
function ratesRefused({ profiles }: RoutingProblem, vehicle: Vehicle): string | null {
  const { durationSeconds, distanceMetres } = profiles[vehicle.profile]!;
  const cents = distanceMetres.map(
    (metres, arc) => (metres * vehicle.centsPerKm) / 1000 + (durationSeconds[arc]! * vehicle.centsPerHour) / 3600,
  );
  const longest = durationSeconds.reduce((most, seconds, arc) => (seconds > durationSeconds[most]! ? arc : most), 0);
  const rate = cents[longest]! / durationSeconds[longest]!;
  if (!(rate > 0)) return "Travel costs nothing.";
  const apart = cents.some(
    (money, arc) => Math.abs(money - rate * durationSeconds[arc]!) > SAME_RATE * cents[longest]!,
  );
  return apart ? "Cost and time of travel are not proportional." : null;
}

function facilitiesRefused(problem: RoutingProblem): string | null {
  for (const facility of problem.facilities) {
    if (facility.unloadSeconds > 0) return "Unloading takes time.";
    if (facility.capacityPerDay !== null) return "A facility has a daily limit.";
    if (!isOpen(problem, facility.windows)) return "A facility is closed during a part of the shifts.";
  }
  return null;
}

function clientsRefused(problem: RoutingProblem): string | null {
  const [first] = problem.clients;
  const [vehicle] = problem.vehicles;
  if (first === undefined) return "There is no client.";
  if (first.facilities.length === 0) return "Loads stay on board to the end of the route.";
  const facilities = first.facilities.join();
  for (const client of problem.clients) {
    if (client.material !== first.material) return "There are several materials.";
    if (client.facilities.join() !== facilities) return "Clients have different facilities.";
    if ((client.capabilities & ~vehicle!.capabilities) !== 0) return "A client asks for a capability no vehicle has.";
    if (client.prizeCents !== null) return "A client may be left out.";
    if (!isOpen(problem, client.windows)) return "A client has a time window.";
  }
  return null;
}

function isOpen(problem: RoutingProblem, windows: readonly (readonly TimeWindow[])[]): boolean {
  const { shifts } = problem.vehicles[0]!;
  return windows.every((list, day) =>
    list.some(({ earliest, latest }) => earliest <= shifts[day]!.earliest && latest >= shifts[day]!.latest),
  );
}
