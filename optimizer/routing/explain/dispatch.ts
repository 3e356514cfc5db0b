/** What the dispatcher had decided before: locks, orders, frozen routes, and the price of leaving the published plan. */
import type { HandTour } from "../../../domain/routing/handPlan.ts";
import type { RoutingProblem } from "../../../domain/routing/problem.ts";
import type { Violation } from "../../../domain/routing/violation.ts";
import type { Report } from "./report.ts";

export function judgeDispatch(problem: RoutingProblem, tour: HandTour, report: Report): void {
  tour.stops.forEach(({ kind, index: client }, stop) => {
    if (kind !== "client") return;
    const { lock } = problem.clients[client]!;
    const kept = (lock?.vehicle ?? tour.vehicle) === tour.vehicle && (lock?.day ?? tour.day) === tour.day;
    if (!kept) report("lock", 0, 1, "count", { stop, client });
  });
  const clients = clientsOf(tour);
  for (const list of problem.orderLocks ?? []) {
    const served = clients.filter((client) => list.includes(client));
    const wanted = list.filter((client) => served.includes(client));
    const first = served.findIndex((client, i) => client !== wanted[i]);
    if (first >= 0) report("order", 0, 1, "count", { client: served[first]! });
  }
}

/** Frozen routes that are not as they were. */
export function brokenFrozen({ frozenRoutes = [] }: RoutingProblem, tours: readonly HandTour[]): Violation[] {
  return frozenRoutes.flatMap(({ vehicle, day, clients }): Violation[] => {
    const tour = tours.find((each) => each.vehicle === vehicle && each.day === day);
    const served = tour === undefined ? [] : clientsOf(tour);
    if (served.join() === clients.join()) return [];
    const nowhere = { stop: -1, client: -1, facility: -1 };
    return [{ code: "frozen", vehicle, day, ...nowhere, limit: 0, needed: 1, unit: "count" }];
  });
}

export function clientsOf({ stops }: HandTour): number[] {
  return stops.flatMap(({ kind, index }) => (kind === "client" ? [index] : []));
}

/** Cents for every published visit of these clients that no tour keeps. */
export function deviationCents(problem: RoutingProblem, clients: Iterable<number>, tours: readonly HandTour[]): number {
  let cents = 0;
  for (const client of clients) {
    const { published } = problem.clients[client]!;
    for (const { vehicle, day } of published?.visits ?? []) {
      const kept = tours.some(
        (tour) => tour.vehicle === vehicle && tour.day === day && clientsOf(tour).includes(client),
      );
      if (!kept) cents += published!.deviationCents;
    }
  }
  return cents;
}
