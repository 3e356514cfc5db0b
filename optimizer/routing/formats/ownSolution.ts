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
    ...(stop.empties === undefined ? {} : { empties: byType(file, stop.empties) }),
    ...(stop.kind === "client" ? { removalGainCents: gain.get(stop.index) ?? null } : {}),
  });
  return {
    format: SOLUTION_FORMAT,
    name: file.name,
    seed,
    iterations,
    routeCostCents: solution.routeCostCents,
    ...(solution.deviationCents === undefined ? {} : { deviationCents: solution.deviationCents }),
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
      ...(route.costs === undefined ? {} : { costs: route.costs }),
      ...(route.startEmpties === undefined ? {} : { startEmpties: byType(file, route.startEmpties) }),
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
  const list = listOf(file, kind);
  return list === null ? {} : { id: list[index]!.id };
}

function listOf(file: RoutingProblemFile, kind: Stop["kind"]): readonly { readonly id: string }[] | null {
  if (kind === "break") return null;
  if (kind === "yard") return file.yards ?? [];
  return kind === "facility" ? file.facilities : file.clients;
}

/** Types of which there are none are left out. */
function byType({ containerTypes = [] }: RoutingProblemFile, counts: readonly number[]): Record<string, number> {
  return Object.fromEntries(containerTypes.flatMap(({ id }, type) => (counts[type] ? [[id, counts[type]]] : [])));
}

/**
 * Back from the ids of the file to indices, for the checker: every time, distance and cost is taken as it stands.
 * An id that the problem does not have becomes -1 (of a type of containers: is left out), which the checker reports.
 */
export function solutionOf(file: RoutingProblemFile, written: RoutingSolutionFile): RoutingSolution {
  const find = (list: readonly { readonly id: string }[], id: string | undefined): number =>
    list.findIndex((one) => one.id === id);
  const counts = (named: Readonly<Record<string, number>>): number[] =>
    (file.containerTypes ?? []).map(({ id }) => named[id] ?? 0);
  const stopOf = (stop: RoutingSolutionFile["routes"][0]["stops"][0]): Stop => ({
    kind: stop.kind,
    index: find(listOf(file, stop.kind) ?? [], stop.id),
    arrival: stop.arrivalSeconds,
    start: stop.startSeconds,
    departure: stop.departureSeconds,
    ...(stop.empties === undefined ? {} : { empties: counts(stop.empties) }),
  });
  return {
    routes: written.routes.map((route) => ({
      vehicle: find(file.vehicles, route.vehicle),
      day: route.day,
      departure: route.departureSeconds,
      ...(route.startEmpties === undefined ? {} : { startEmpties: counts(route.startEmpties) }),
      stops: route.stops.map(stopOf),
      arrival: route.arrivalSeconds,
      distanceMetres: route.distanceMetres,
      drivingSeconds: route.drivingSeconds,
      durationSeconds: route.durationSeconds,
      costCents: route.costCents,
      ...(route.costs === undefined ? {} : { costs: route.costs }),
    })),
    unserved: written.unserved.map(({ client }) => find(file.clients, client)).toSorted((a, b) => a - b),
    routeCostCents: written.routeCostCents,
    ...(written.deviationCents === undefined ? {} : { deviationCents: written.deviationCents }),
    objectiveCents: written.objectiveCents,
  };
}
