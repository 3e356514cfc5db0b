/** How far one route of a relaxed plan goes beyond the limits of the real problem. */
import type { RoutingProblem, TimeWindow } from "../../domain/routing/problem.ts";
import type { Route, RoutingSolution, Stop } from "../../domain/routing/solution.ts";

export interface Broken {
  readonly code: string;
  readonly limit: number;
  readonly needed: number;
}

/** The first limit that `route`, in which `client` was inserted, breaks; null when it breaks none. */
export function brokenLimit(
  problem: RoutingProblem,
  solution: RoutingSolution,
  client: number,
  route: Route,
): Broken | null {
  return (
    overloaded(problem, route) ??
    outsideWindow(problem, client, route) ??
    facilityClosed(problem, route) ??
    facilityFull(problem, solution, route) ??
    droveTooLong(problem, route) ??
    late(problem, route)
  );
}

/** The dimension that is exceeded by the largest share. */
function overloaded(problem: RoutingProblem, route: Route): Broken | null {
  const { capacity } = problem.vehicles[route.vehicle]!;
  const aboard = capacity.map(() => 0);
  let worst: Broken | null = null;
  for (const stop of route.stops) {
    if (stop.kind === "facility") aboard.fill(0);
    if (stop.kind !== "client") continue;
    problem.clients[stop.index]!.load.forEach((amount, d) => {
      aboard[d]! += amount;
      const limit = capacity[d]!;
      const needed = aboard[d]!;
      if (needed > limit && (worst === null || needed * worst.limit > worst.needed * limit)) {
        worst = { code: "capacity", limit, needed };
      }
    });
  }
  return worst;
}

function outsideWindow(problem: RoutingProblem, client: number, route: Route): Broken | null {
  const stop = route.stops.find((candidate) => candidate.kind === "client" && candidate.index === client);
  return stop === undefined ? null : missed("window", problem.clients[client]!.windows[route.day]!, stop);
}

function facilityClosed(problem: RoutingProblem, route: Route): Broken | null {
  for (const stop of route.stops) {
    if (stop.kind !== "facility") continue;
    const broken = missed("facilityClosed", problem.facilities[stop.index]!.windows[route.day]!, stop);
    if (broken !== null) return broken;
  }
  return null;
}

/** The last end before the start, or the next opening when it came too early; 0 for a day that is closed. */
function missed(code: string, windows: readonly TimeWindow[], stop: Stop): Broken | null {
  if (windows.some((window) => window.earliest <= stop.start && stop.start <= window.latest)) return null;
  const ends = windows.map((window) => window.latest).filter((latest) => latest < stop.start);
  const openings = windows.map((window) => window.earliest);
  const limit = ends.length > 0 ? Math.max(...ends) : openings.length > 0 ? Math.min(...openings) : 0;
  return { code, limit, needed: stop.start };
}

function facilityFull(problem: RoutingProblem, solution: RoutingSolution, route: Route): Broken | null {
  const others = solution.routes.filter((other) => other.day === route.day && other.vehicle !== route.vehicle);
  const tipped = new Map<number, number>();
  for (const each of [...others, route]) addTipped(problem, each, tipped);
  for (const [facility, needed] of tipped) {
    const limit = problem.facilities[facility]!.capacityPerDay;
    const own = route.stops.some((stop) => stop.kind === "facility" && stop.index === facility);
    if (own && limit !== null && needed > limit) return { code: "facilityCapacity", limit, needed };
  }
  return null;
}

function addTipped(problem: RoutingProblem, route: Route, tipped: Map<number, number>): void {
  let aboard = 0;
  for (const stop of route.stops) {
    if (stop.kind === "client") aboard += problem.clients[stop.index]!.load[0]!;
    if (stop.kind !== "facility") continue;
    tipped.set(stop.index, (tipped.get(stop.index) ?? 0) + aboard);
    aboard = 0;
  }
}

/** Driving on the route, or one leg that is longer than may be driven between breaks. */
function droveTooLong(problem: RoutingProblem, route: Route): Broken | null {
  const { maxDrivingSeconds, breakRule, startLocation, endLocation, profile } = problem.vehicles[route.vehicle]!;
  if (maxDrivingSeconds !== null && route.drivingSeconds > maxDrivingSeconds) {
    return { code: "driving", limit: maxDrivingSeconds, needed: route.drivingSeconds };
  }
  if (breakRule === null) return null;
  const { durationSeconds } = problem.profiles[profile]!;
  const places = route.stops.flatMap((stop) => {
    if (stop.kind === "break") return [];
    return [(stop.kind === "client" ? problem.clients : problem.facilities)[stop.index]!.location];
  });
  let from = startLocation;
  for (const to of [...places, endLocation]) {
    const needed = durationSeconds[from * problem.locationCount + to]!;
    if (needed > breakRule.drivingSeconds) return { code: "driving", limit: breakRule.drivingSeconds, needed };
    from = to;
  }
  return null;
}

function late(problem: RoutingProblem, route: Route): Broken | null {
  const shift = problem.vehicles[route.vehicle]!.shifts[route.day]!;
  return route.arrival > shift.latest ? { code: "shift", limit: shift.latest, needed: route.arrival } : null;
}
