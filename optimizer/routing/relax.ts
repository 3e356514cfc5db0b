/** The same problem without one kind of limit, for finding out which limit keeps a client out. */
import type { Client, Facility, RoutingProblem, TimeWindow, Vehicle } from "../../domain/routing/problem.ts";

/** In the order in which a plan that breaks several is blamed. */
export const LIMITS = ["capacity", "window", "facilityClosed", "facilityCapacity", "driving", "shift"] as const;
export type Limit = (typeof LIMITS)[number];

/** Long enough for any tour, short enough to stay exact in sums. */
const LONG = 30 * 86_400;

/** Lifts `limits`; the windows only of `clients`, because what is promised to the others stands. */
export function relax(problem: RoutingProblem, limits: readonly Limit[], clients: readonly number[]): RoutingProblem {
  const lifted = new Set<Limit>(limits);
  const freed = new Set(clients);
  const always: TimeWindow[][] = Array.from({ length: problem.days }, () => [{ earliest: 0, latest: 2 * LONG }]);
  const client = (c: Client, index: number): Client =>
    lifted.has("window") && freed.has(index) ? { ...c, windows: always } : c;
  const facility = (f: Facility): Facility => ({
    ...f,
    windows: lifted.has("facilityClosed") ? always : f.windows,
    capacityPerDay: lifted.has("facilityCapacity") ? null : f.capacityPerDay,
  });
  return {
    ...problem,
    clients: problem.clients.map(client),
    facilities: problem.facilities.map(facility),
    vehicles: problem.vehicles.map((vehicle) => relaxVehicle(vehicle, lifted)),
  };
}

function relaxVehicle(vehicle: Vehicle, lifted: ReadonlySet<Limit>): Vehicle {
  const later = (shift: TimeWindow | null): TimeWindow | null =>
    shift === null ? null : { earliest: shift.earliest, latest: shift.latest + LONG };
  return {
    ...vehicle,
    capacity: lifted.has("capacity") ? vehicle.capacity.map(() => Number.POSITIVE_INFINITY) : vehicle.capacity,
    shifts: lifted.has("shift") ? vehicle.shifts.map(later) : vehicle.shifts,
    maxDrivingSeconds: lifted.has("driving") ? null : vehicle.maxDrivingSeconds,
    breakRule: lifted.has("driving") ? null : vehicle.breakRule,
  };
}
