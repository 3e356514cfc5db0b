/** What the dispatcher decided: locks, frozen routes, order, and the price of leaving the published plan. */
import type { Problem } from "../../domain/problem.ts";
import type { RoutingProblem } from "../../domain/routing/problem.ts";
import type { Route, RoutingSolution } from "../../domain/routing/solution.ts";
import { finding } from "./finding.ts";

export function checkDispatch(problem: RoutingProblem, routes: readonly Route[]): Problem[] {
  return [...checkLocks(problem, routes), ...checkFrozen(problem, routes), ...checkOrder(problem, routes)];
}

function checkLocks(problem: RoutingProblem, routes: readonly Route[]): Problem[] {
  return routes.flatMap(({ vehicle, day, stops }) =>
    clientsOf(stops).flatMap((client) => {
      const { lock } = problem.clients[client]!;
      if ((lock?.vehicle ?? vehicle) === vehicle && (lock?.day ?? day) === day) return [];
      const wanted = `vehicle ${lock?.vehicle ?? "any"}, day ${lock?.day ?? "any"}`;
      const cause = `Served by vehicle ${vehicle} on day ${day}; locked to ${wanted}.`;
      return [finding("check.route.lock", { id: `client ${client}` }, cause, "Keep to the lock, or lift it.")];
    }),
  );
}

function checkFrozen(problem: RoutingProblem, routes: readonly Route[]): Problem[] {
  return (problem.frozenRoutes ?? []).flatMap(({ vehicle, day, clients }) => {
    const route = routes.find((candidate) => candidate.vehicle === vehicle && candidate.day === day);
    const served = clientsOf(route?.stops ?? []);
    if (served.join() === clients.join()) return [];
    const cause = `Frozen with clients ${clients.join(", ")}; serves ${served.join(", ") || "nobody"}.`;
    const id = `vehicle ${vehicle}, day ${day}`;
    return [finding("check.route.frozen", { id }, cause, "Leave the route as it was.")];
  });
}

function checkOrder(problem: RoutingProblem, routes: readonly Route[]): Problem[] {
  return routes.flatMap(({ vehicle, day, stops }) =>
    (problem.orderLocks ?? []).flatMap((list) => {
      const served = clientsOf(stops).filter((client) => list.includes(client));
      const wanted = list.filter((client) => served.includes(client));
      if (served.join() === wanted.join()) return [];
      const cause = `Visits ${served.join(", ")}; the order is locked to ${wanted.join(", ")}.`;
      return [finding("check.route.order", { id: `vehicle ${vehicle}, day ${day}` }, cause, "Keep the order.")];
    }),
  );
}

/** Every published visit that no route keeps. */
export function deviationCents({ clients }: RoutingProblem, { routes }: RoutingSolution): number {
  const kept = (client: number, vehicle: number, day: number): boolean =>
    routes.some((route) => route.vehicle === vehicle && route.day === day && clientsOf(route.stops).includes(client));
  return clients.reduce((sum, { published }, client) => {
    const moved = published?.visits.filter(({ vehicle, day }) => !kept(client, vehicle, day)) ?? [];
    return sum + moved.length * (published?.deviationCents ?? 0);
  }, 0);
}

function clientsOf(stops: Route["stops"]): number[] {
  return stops.filter((stop) => stop.kind === "client").map((stop) => stop.index);
}
