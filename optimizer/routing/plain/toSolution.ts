/** Times and prices finished tours in the words of the domain. */
import type { RoutingProblem } from "../../../domain/routing/problem.ts";
import type { Route, RoutingSolution, Stop } from "../../../domain/routing/solution.ts";
import { leg } from "../plane.ts";
import type { Plain } from "./instance.ts";
import type { PlainResult } from "./search.ts";

/** Vehicles of a type are taken in their order; every tour leaves when its shift begins. */
export function plainSolution(problem: RoutingProblem, plain: Plain, result: PlainResult): RoutingSolution {
  const used = plain.types.vehicles.map(() => 0);
  const routes = result.tours.map(({ type, clients }) =>
    drive(problem, plain.types.vehicles[type]![used[type]!++]!, clients),
  );
  routes.sort((a, b) => a.vehicle - b.vehicle);
  const served = new Set(result.tours.flatMap((tour) => tour.clients));
  const unserved = problem.clients.map((_, client) => client).filter((client) => !served.has(client));
  const routeCostCents = routes.reduce((sum, route) => sum + route.costCents, 0);
  const missed = unserved.reduce((sum, client) => sum + (problem.clients[client]!.prizeCents ?? 0), 0);
  return { routes, unserved, routeCostCents, objectiveCents: routeCostCents + missed };
}

function drive(problem: RoutingProblem, vehicleIndex: number, clients: readonly number[]): Route {
  const vehicle = problem.vehicles[vehicleIndex]!;
  const profile = problem.profiles[vehicle.profile]!;
  const departure = vehicle.shifts[0]!.earliest;
  const stops: Stop[] = [];
  let at = vehicle.startLocation;
  let time = departure;
  let distanceMetres = 0;
  let drivingSeconds = 0;
  const go = (to: number): void => {
    const { metres, seconds } = leg(profile, problem.locationCount, at, to);
    distanceMetres += metres;
    drivingSeconds += seconds;
    time += seconds;
    at = to;
  };
  for (const index of clients) {
    const client = problem.clients[index]!;
    go(client.location);
    const start = time;
    time += client.serviceSeconds;
    stops.push({ kind: "client", index, arrival: start, start, departure: time });
  }
  go(vehicle.endLocation);
  const durationSeconds = time - departure;
  const costCents =
    vehicle.fixedCents +
    Math.round((distanceMetres * vehicle.centsPerKm) / 1000) +
    Math.round((durationSeconds * vehicle.centsPerHour) / 3600);
  return {
    vehicle: vehicleIndex,
    day: 0,
    departure,
    stops,
    arrival: time,
    distanceMetres,
    drivingSeconds,
    durationSeconds,
    costCents,
  };
}
