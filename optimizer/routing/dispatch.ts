/**
 * What the dispatcher has decided, laid out for the search: locked and frozen clients only narrow the table of fits,
 * published visits become a bonus for staying, order locks narrow the positions of an insertion.
 */
import type { Client, RoutingProblem } from "../../domain/routing/problem.ts";

/** Clients that must come before or after one client where they share its route. */
export interface OrderLock {
  readonly earlier: ReadonlySet<number>;
  readonly later: ReadonlySet<number>;
}

export interface Dispatch {
  /** Cents kept by serving `client` on `route`, as `route * clientCount + client`; null where nothing is published. */
  readonly bonus: Float64Array | null;
  /** Cents if every published visit moved. */
  readonly mostDeviation: number;
  /** The fixed row of a route, or null; null where no route is frozen. */
  readonly frozen: readonly (Int32Array | null)[] | null;
  /** By client; null where there is no order lock. */
  readonly orderLocks: readonly (OrderLock | null)[] | null;
}

/** @param routes vehicle and day of every route */
export function layOutDispatch(problem: RoutingProblem, routes: readonly [number, number][]): Dispatch {
  const frozen = (problem.frozenRoutes ?? []).length === 0 ? null : routes.map((route) => frozenRow(problem, route));
  return { ...layOutPublished(problem, routes), frozen, orderLocks: layOutOrders(problem) };
}

function frozenRow(problem: RoutingProblem, [vehicle, day]: [number, number]): Int32Array | null {
  const found = problem.frozenRoutes!.find((route) => route.vehicle === vehicle && route.day === day);
  return found === undefined ? null : Int32Array.from(found.clients);
}

function layOutPublished(
  problem: RoutingProblem,
  routes: readonly [number, number][],
): Pick<Dispatch, "bonus" | "mostDeviation"> {
  const { clients } = problem;
  if (clients.every((client) => client.published === undefined)) return { bonus: null, mostDeviation: 0 };
  const bonus = new Float64Array(routes.length * clients.length);
  routes.forEach(([vehicle, day], route) => {
    clients.forEach(({ published }, c) => {
      const stays = published?.visits.some((visit) => visit.vehicle === vehicle && visit.day === day) ?? false;
      if (stays) bonus[route * clients.length + c] = published!.deviationCents;
    });
  });
  return { bonus, mostDeviation: mostDeviationCents(problem) };
}

/** Cents if every published visit of the given problem moved. */
export function mostDeviationCents({ clients }: RoutingProblem): number {
  return clients.reduce(
    (sum, { published }) => sum + (published?.visits.length ?? 0) * (published?.deviationCents ?? 0),
    0,
  );
}

function layOutOrders({ clients, orderLocks = [] }: RoutingProblem): Dispatch["orderLocks"] {
  if (orderLocks.length === 0) return null;
  return clients.map((_, client) => {
    const earlier = new Set<number>();
    const later = new Set<number>();
    for (const list of orderLocks) {
      const rank = list.indexOf(client);
      if (rank < 0) continue;
      for (const other of list.slice(0, rank)) earlier.add(other);
      for (const other of list.slice(rank + 1)) later.add(other);
    }
    return earlier.size + later.size === 0 ? null : { earlier, later };
  });
}

/** False where a lock or a frozen route keeps a client off a route; a frozen route is loaded whole or not at all. */
export function lockAllows(problem: RoutingProblem, index: number, vehicle: number, day: number): boolean {
  const { lock }: Client = problem.clients[index]!;
  if (lock?.vehicle !== undefined && lock.vehicle !== vehicle) return false;
  if (lock?.day !== undefined && lock.day !== day) return false;
  return !(problem.frozenRoutes ?? []).some(
    (route) => (route.vehicle === vehicle && route.day === day) || route.clients.includes(index),
  );
}
