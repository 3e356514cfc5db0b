/** Turns searched tours into the words of the domain, timed with the travel of the problem itself. */
import type { RoutingProblem } from "../../../domain/routing/problem.ts";
import type { Route, RoutingSolution, Stop } from "../../../domain/routing/solution.ts";

/** One vehicle's day: trips of client indices, in the order they are driven. */
export type VehicleDay = readonly (readonly number[])[];

/** Every stop as early as possible, only the departure as late as the first stop allows. */
export function timedSolution(problem: RoutingProblem, days: readonly VehicleDay[]): RoutingSolution {
  const routes = days.map((trips, vehicle) => timeRoute(problem, vehicle, trips));
  const served = new Set(days.flat(2));
  const unserved = problem.clients.map((_, client) => client).filter((client) => !served.has(client));
  const routeCostCents = routes.reduce((sum, route) => sum + route.costCents, 0);
  return { routes, unserved, routeCostCents, objectiveCents: routeCostCents };
}

interface Walk {
  readonly stops: Stop[];
  location: number;
  clock: number;
  metres: number;
  driving: number;
}

function timeRoute(problem: RoutingProblem, vehicleIndex: number, trips: VehicleDay): Route {
  const vehicle = problem.vehicles[vehicleIndex]!;
  const departure = firstDeparture(problem, vehicleIndex, trips[0]!);
  const walk: Walk = { stops: [], location: vehicle.startLocation, clock: departure, metres: 0, driving: 0 };
  trips.forEach((trip, index) => {
    for (const client of trip) visit(problem, vehicleIndex, walk, client);
    if (problem.facilities.length > 0) unload(problem, vehicleIndex, walk, releaseOf(problem, trips[index + 1] ?? []));
  });
  travel(problem, vehicleIndex, walk, vehicle.endLocation);
  const durationSeconds = walk.clock - departure;
  return {
    vehicle: vehicleIndex,
    day: 0,
    departure,
    stops: walk.stops,
    arrival: walk.clock,
    distanceMetres: walk.metres,
    drivingSeconds: walk.driving,
    durationSeconds,
    costCents:
      vehicle.fixedCents +
      Math.round((walk.metres * vehicle.centsPerKm) / 1000) +
      Math.round((durationSeconds * vehicle.centsPerHour) / 3600),
  };
}

function firstDeparture(problem: RoutingProblem, vehicleIndex: number, trip: readonly number[]): number {
  const vehicle = problem.vehicles[vehicleIndex]!;
  const first = problem.clients[trip[0]!]!;
  const seconds = problem.profiles[vehicle.profile]!.durationSeconds;
  const way = seconds[vehicle.startLocation * problem.locationCount + first.location]!;
  return Math.max(vehicle.shifts[0]!.earliest, releaseOf(problem, trip), first.windows[0]![0]!.earliest - way);
}

function releaseOf(problem: RoutingProblem, trip: readonly number[]): number {
  return trip.reduce((latest, client) => Math.max(latest, problem.clients[client]!.releaseSeconds ?? 0), 0);
}

function travel(problem: RoutingProblem, vehicleIndex: number, walk: Walk, to: number): void {
  const profile = problem.profiles[problem.vehicles[vehicleIndex]!.profile]!;
  const arc = walk.location * problem.locationCount + to;
  walk.metres += profile.distanceMetres[arc]!;
  walk.driving += profile.durationSeconds[arc]!;
  walk.clock += profile.durationSeconds[arc]!;
  walk.location = to;
}

function visit(problem: RoutingProblem, vehicleIndex: number, walk: Walk, index: number): void {
  const client = problem.clients[index]!;
  travel(problem, vehicleIndex, walk, client.location);
  const arrival = walk.clock;
  const start = Math.max(arrival, client.windows[0]![0]!.earliest);
  walk.clock = start + client.serviceSeconds;
  walk.stops.push({ kind: "client", index, arrival, start, departure: walk.clock });
}

/** Waits before the ramp, so that it leaves with what is released by then. */
function unload(problem: RoutingProblem, vehicleIndex: number, walk: Walk, release: number): void {
  const depot = problem.facilities[0]!;
  travel(problem, vehicleIndex, walk, depot.location);
  const arrival = walk.clock;
  const start = Math.max(arrival, release - depot.unloadSeconds);
  walk.clock = start + depot.unloadSeconds;
  walk.stops.push({ kind: "facility", index: 0, arrival, start, departure: walk.clock });
}
