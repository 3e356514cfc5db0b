/** A solution in the ids of the project's own problem file. */
import type { RoutingProblem } from "../../../domain/routing/problem.ts";
import type { RoutingProblemFile } from "../../../domain/routing/problemFile.ts";
import type { RoutingSolution, Stop } from "../../../domain/routing/solution.ts";
import { SOLUTION_FORMAT, type RoutingSolutionFile } from "../../../domain/routing/solutionFile.ts";
import { removalGains } from "../explain/index.ts";
import type { RunFigures } from "./routingFile.ts";

export function ownSolution(
  file: RoutingProblemFile,
  problem: RoutingProblem,
  solution: RoutingSolution,
  { seed, iterations, reasons }: RunFigures,
): RoutingSolutionFile {
  const gains = removalGains(problem, solution).map(
    (list) => new Map(list.map(({ client, cents }) => [client, cents])),
  );
  const stopOf = (
    stop: Stop,
    gain: ReadonlyMap<number, number | null>,
  ): RoutingSolutionFile["routes"][0]["stops"][0] => ({
    kind: stop.kind,
    ...idOf(file, stop),
    arrivalSeconds: stop.arrival,
    startSeconds: stop.start,
    departureSeconds: stop.departure,
    ...(stop.kind === "client" ? { removalGainCents: gain.get(stop.index) ?? null } : {}),
  });
  return {
    format: SOLUTION_FORMAT,
    name: file.name,
    seed,
    iterations,
    routeCostCents: solution.routeCostCents,
    objectiveCents: solution.objectiveCents,
    feasible: solution.unserved.every((client) => problem.clients[client]!.prizeCents !== null),
    routes: solution.routes.map((route, k) => ({
      vehicle: file.vehicles[route.vehicle]!.id,
      day: route.day,
      departureSeconds: route.departure,
      arrivalSeconds: route.arrival,
      distanceMetres: route.distanceMetres,
      drivingSeconds: route.drivingSeconds,
      durationSeconds: route.durationSeconds,
      costCents: route.costCents,
      stops: route.stops.map((stop) => stopOf(stop, gains[k]!)),
    })),
    unserved: reasons.map(({ client, code, limit, needed, unit, insertions }) => ({
      client: file.clients[client]!.id,
      code,
      limit: code === "price" && problem.clients[client]!.prizeCents === null ? null : limit,
      needed,
      unit,
      insertions: insertions.map((each) => ({ ...each, vehicle: file.vehicles[each.vehicle]!.id })),
    })),
  };
}

function idOf(file: RoutingProblemFile, { kind, index }: Stop): { id?: string } {
  if (kind === "break" || kind === "yard") return {};
  return { id: (kind === "facility" ? file.facilities : file.clients)[index]!.id };
}
