/**
 * Whether a routing solution keeps every rule of its problem; derived from `domain/routing` alone, stop by stop.
 *
 * Nothing of the solver is used: no segments, no caches, no penalties. One walk per route, one table over all routes.
 */
import type { Problem } from "../../domain/problem.ts";
import type { Client, RoutingProblem } from "../../domain/routing/problem.ts";
import type { Route, RoutingSolution } from "../../domain/routing/solution.ts";
import { apart, differs, finding } from "./finding.ts";
import { checkRouteCost } from "./routeCosts.ts";
import { checkContainers } from "./routeContainers.ts";
import { checkDispatch, deviationCents } from "./routeDispatch.ts";
import { checkDayRules } from "./routeDayRules.ts";
import { checkRouteLoads } from "./routeLoads.ts";
import { checkPrecedence } from "./routePrecedence.ts";
import { checkRouteTimes } from "./routeTimes.ts";

/**
 * @returns one finding per broken rule, in the order of the routes; empty when everything holds.
 * `place.id` names the route as `route K (vehicle V, day D)` or the client or facility by index.
 */
export function checkRoutes(problem: RoutingProblem, solution: RoutingSolution): Problem[] {
  const findings: Problem[] = [];
  const sound = solution.routes.filter((route, k) => {
    const shape = checkShape(problem, route, k);
    findings.push(...shape);
    return shape.length === 0;
  });
  for (const route of sound) {
    const id = routeName(solution.routes.indexOf(route), route);
    findings.push(
      ...checkRouteTimes(problem, route, id),
      ...checkRouteLoads(problem, route, id),
      ...checkDayRules(problem, route, id),
      ...checkRouteCost(problem, route, id),
    );
  }
  findings.push(
    ...checkOneRouteADay(solution.routes),
    ...checkCoverage(problem, solution),
    ...checkFacilityCapacity(problem, sound),
    ...checkDispatch(problem, sound),
    ...checkPrecedence(problem, sound),
    ...checkContainers(problem, sound, (route) => routeName(solution.routes.indexOf(route), route)),
    ...checkTotals(problem, solution),
  );
  return findings;
}

function routeName(k: number, route: Route): string {
  return `route ${k} (vehicle ${route.vehicle}, day ${route.day})`;
}

/** Indices that point nowhere; the other rules need them sound. */
function checkShape(problem: RoutingProblem, route: Route, k: number): Problem[] {
  const id = routeName(k, route);
  const unknown = (field: string, index: number) =>
    finding("check.route.unknown", { id, field }, `There is no ${field} ${index}.`, "Use an index of the problem.");
  const findings: Problem[] = [];
  if (problem.vehicles[route.vehicle] === undefined) findings.push(unknown("vehicle", route.vehicle));
  if (!Number.isInteger(route.day) || route.day < 0 || route.day >= problem.days)
    findings.push(unknown("day", route.day));
  for (const stop of route.stops) {
    if (stop.kind === "client" && problem.clients[stop.index] === undefined)
      findings.push(unknown("client", stop.index));
    if (stop.kind === "return" && problem.clients[stop.index]?.job === undefined)
      findings.push(unknown("container job", stop.index));
    if (stop.kind === "yard" && problem.yards?.[stop.index] === undefined) findings.push(unknown("yard", stop.index));
    if (stop.kind === "facility" && problem.facilities[stop.index] === undefined)
      findings.push(unknown("facility", stop.index));
  }
  if (!route.stops.some((stop) => stop.kind === "client")) {
    findings.push(finding("check.route.empty", { id }, "The route serves no client.", "Leave the route out."));
  }
  return findings;
}

function checkOneRouteADay(routes: readonly Route[]): Problem[] {
  const first = new Map<string, number>();
  return routes.flatMap((route, k) => {
    const key = `${route.vehicle}/${route.day}`;
    const before = first.get(key);
    if (before === undefined) first.set(key, k);
    if (before === undefined) return [];
    const cause = `Vehicle ${route.vehicle} already drives route ${before} on day ${route.day}.`;
    return [finding("check.route.vehicleTwice", { id: routeName(k, route) }, cause, "One route per vehicle and day.")];
  });
}

/** Every client exactly once, or on the days of one of its sets; or in the list of the unserved if it may be left out. */
function checkCoverage(problem: RoutingProblem, { routes, unserved }: RoutingSolution): Problem[] {
  const daysOf = problem.clients.map((): number[] => []);
  for (const route of routes) {
    for (const stop of route.stops) if (stop.kind === "client") daysOf[stop.index]?.push(route.day);
  }
  const visits = daysOf.map((days, c) =>
    problem.clients[c]!.daySets === undefined ? days.length : Math.min(1, days.length),
  );
  const listed = problem.clients.map((_, c) => unserved.filter((u) => u === c).length);
  return [
    ...problem.clients.flatMap((client, c) => coverageOf(c, visits[c]!, listed[c]!, client.prizeCents === null)),
    ...problem.clients.flatMap((client, c) => checkDaySet(c, client, daysOf[c]!)),
    ...checkUnservedList(problem, unserved),
  ];
}

function visitsOneDaySet({ daySets }: Client, days: readonly number[]): boolean {
  const visited = days.toSorted((a, b) => a - b).join();
  return daySets !== undefined && daySets.some((set) => set.join() === visited);
}

function checkDaySet(c: number, client: Client, days: readonly number[]): Problem[] {
  if (client.daySets === undefined || days.length === 0 || visitsOneDaySet(client, days)) return [];
  const allowed = client.daySets.map((set) => `{${set.join(", ")}}`).join(" or ");
  const cause = `Visited on days {${days.toSorted((a, b) => a - b).join(", ")}}; allowed are ${allowed}.`;
  return [finding("check.route.daySet", { id: `client ${c}` }, cause, "Visit it on the days of one set.")];
}

function coverageOf(client: number, visits: number, listed: number, required: boolean): Problem[] {
  const id = `client ${client}`;
  const findings: Problem[] = [];
  if (visits > 1)
    findings.push(
      finding("check.route.clientTwice", { id }, `Served ${visits} times instead of once.`, "Serve it once."),
    );
  if (visits + listed === 0)
    findings.push(
      finding("check.route.clientLost", { id }, "Neither on a route nor among the unserved.", "List it as unserved."),
    );
  if (visits > 0 && listed > 0)
    findings.push(
      finding("check.route.clientBoth", { id }, "On a route and among the unserved.", "Take it off the list."),
    );
  if (listed > 1)
    findings.push(finding("check.route.unservedList", { id }, `Listed ${listed} times as unserved.`, "List it once."));
  if (visits === 0 && required)
    findings.push(finding("check.route.required", { id }, "Must be served and is not.", "Serve it."));
  return findings;
}

function checkUnservedList(problem: RoutingProblem, unserved: readonly number[]): Problem[] {
  const findings: Problem[] = [];
  unserved.forEach((client, k) => {
    const place = { id: `client ${client}`, field: `unserved[${k}]` };
    if (problem.clients[client] === undefined)
      findings.push(
        finding("check.route.unknown", place, `There is no client ${client}.`, "Use an index of the problem."),
      );
    if (k > 0 && !(unserved[k - 1]! <= client))
      findings.push(finding("check.route.unservedList", place, "The list does not ascend.", "Sort it."));
  });
  return findings;
}

/** What every facility takes on a day from all routes, in the first dimension. */
function checkFacilityCapacity(problem: RoutingProblem, routes: readonly Route[]): Problem[] {
  const taken = problem.facilities.map(() => Array.from({ length: problem.days }, () => 0));
  for (const route of routes) {
    let aboard = 0;
    for (const stop of route.stops) {
      if (stop.kind === "client") aboard += problem.clients[stop.index]!.load[0] ?? 0;
      if (stop.kind !== "facility") continue;
      taken[stop.index]![route.day]! += aboard;
      aboard = 0;
    }
  }
  return problem.facilities.flatMap(({ capacityPerDay }, f) =>
    taken[f]!.flatMap((amount, day) => {
      if (capacityPerDay === null || amount <= capacityPerDay + 1e-6) return [];
      const cause = `Takes ${amount} ${problem.dimensions[0] ?? ""} on day ${day}; the limit is ${capacityPerDay}.`;
      return [
        finding("check.route.facilityCapacity", { id: `facility ${f}` }, cause, "Tip on another day or elsewhere."),
      ];
    }),
  );
}

function checkTotals(problem: RoutingProblem, solution: RoutingSolution): Problem[] {
  const routes = solution.routes.reduce((sum, route) => sum + route.costCents, 0);
  const prizes = solution.unserved.reduce((sum, client) => sum + (problem.clients[client]?.prizeCents ?? 0), 0);
  const findings: Problem[] = [];
  if (apart(solution.routeCostCents, routes)) {
    findings.push(
      differs(
        "check.route.total",
        { field: "routeCostCents" },
        solution.routeCostCents,
        routes,
        "the costs of the routes",
      ),
    );
  }
  const deviation = deviationCents(problem, solution);
  if (apart(solution.deviationCents ?? 0, deviation)) {
    const place = { field: "deviationCents" };
    findings.push(differs("check.route.total", place, solution.deviationCents, deviation, "the published visits"));
  }
  if (apart(solution.objectiveCents, routes + prizes + deviation)) {
    findings.push(
      differs(
        "check.route.total",
        { field: "objectiveCents" },
        solution.objectiveCents,
        routes + prizes + deviation,
        "the routes, the prizes of the unserved and the deviation",
      ),
    );
  }
  return findings;
}
