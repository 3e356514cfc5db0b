/** What one route costs, line by line, from its stops alone: the formulas of domain/routing/solution.ts. */
import type { Problem } from "../../domain/problem.ts";
import type { RoutingProblem } from "../../domain/routing/problem.ts";
import type { Route, RouteCosts } from "../../domain/routing/solution.ts";
import { apart, differs } from "./finding.ts";

/** Products that lie this close to half a cent may be rounded either way. */
const NOISE = 1e-6;

type Lines = Record<keyof RouteCosts, number>;

/** @param id how the route is named in findings */
export function checkRouteCost(problem: RoutingProblem, route: Route, id: string): Problem[] {
  const exact = linesOf(problem, route);
  const stated: Lines = route.costs === undefined ? nearest(exact) : { ...route.costs };
  const findings = (Object.keys(exact) as (keyof Lines)[]).flatMap((line) => {
    if (Number.isInteger(stated[line]) && Math.abs(stated[line] - exact[line]) <= 0.5 + NOISE) return [];
    const place = { id, field: `costs.${line}` };
    return [differs("check.route.costLine", place, stated[line], Math.round(exact[line]), "the route and its rates")];
  });
  const sum = Object.values(stated).reduce((a, b) => a + b, 0);
  if (!apart(route.costCents, sum)) return findings;
  const place = { id, field: "costCents" };
  return [...findings, differs("check.route.cost", place, route.costCents, sum, "the route's cost lines")];
}

function nearest(exact: Lines): Lines {
  return Object.fromEntries(
    Object.entries(exact).map(([line, cents]) => [line, Math.round(cents)]),
  ) as unknown as Lines;
}

/** On the stated kilometres and hours, which are checked on their own; not rounded. */
function linesOf(problem: RoutingProblem, route: Route): Lines {
  const v = problem.vehicles[route.vehicle]!;
  const hours = route.durationSeconds / 3600;
  const over = v.normalSeconds === undefined ? 0 : Math.max(0, route.durationSeconds - v.normalSeconds) / 3600;
  return {
    fixed: v.fixedCents,
    distance: (route.distanceMetres * v.centsPerKm) / 1000,
    toll: (tollMetres(problem, route) / 1000) * (v.tollCentsPerKm ?? 0),
    time: hours * v.centsPerHour,
    overtime: over * (v.overtimeCentsPerHour ?? 0),
    gate: gateCents(problem, route),
  };
}

function tollMetres(problem: RoutingProblem, route: Route): number {
  const vehicle = problem.vehicles[route.vehicle]!;
  const byArc = problem.profiles[vehicle.profile]?.tollMetres;
  if (byArc === undefined) return route.distanceMetres * (vehicle.tollShare ?? 0);
  const places = route.stops.flatMap(({ kind, index }) => {
    if (kind === "break") return [];
    if (kind === "yard") return [problem.yards![index]!.location];
    return [(kind === "facility" ? problem.facilities[index]! : problem.clients[index]!).location];
  });
  const way = [vehicle.startLocation, ...places, vehicle.endLocation];
  return way.slice(1).reduce((sum, to, k) => sum + (byArc[way[k]! * problem.locationCount + to] ?? 0), 0);
}

function gateCents(problem: RoutingProblem, route: Route): number {
  let aboard: number[] = [];
  let cents = 0;
  for (const { kind, index } of route.stops) {
    if (kind === "client") aboard.push(index);
    if (kind !== "facility") continue;
    const { gatePrices = [] } = problem.facilities[index]!;
    for (const client of aboard.map((c) => problem.clients[c]!))
      for (const { material, dimension, centsPerUnit } of gatePrices)
        if (material === client.material) cents += (client.load[dimension] ?? 0) * centsPerUnit;
    aboard = [];
  }
  return cents;
}
