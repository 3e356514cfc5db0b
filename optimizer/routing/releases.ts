/** When clients that wait for others may start, and in which order routes and clients have to be looked at. */
import type { RoutingProblem } from "../../domain/routing/problem.ts";

/** Later than any day. */
export const NEVER = 1 << 30;

/** When a client may start at the earliest: from `second` of `day` on. Day -1: at any time. Written by the plan. */
export interface Releases {
  readonly day: Int32Array;
  readonly second: Float64Array;
}

export function releasesFor({ clients }: RoutingProblem): Releases | null {
  if (clients.every(({ after = [] }) => after.length === 0)) return null;
  return {
    day: Int32Array.from(clients, ({ after = [] }) => (after.length > 0 ? NEVER : -1)),
    second: new Float64Array(clients.length),
  };
}

/** Length of the longest chain that ends at each client; 0 for one that waits for nobody, Infinity on a cycle. */
export function ranksOf(after: readonly (readonly number[])[]): number[] {
  const ranks = after.map(() => 0);
  for (let round = 0; round <= after.length; round++) {
    let changed = false;
    after.forEach((list, client) => {
      const rank = list.reduce((most, p) => Math.max(most, (ranks[p] ?? 0) + 1), 0);
      if (rank > ranks[client]!) changed = true;
      ranks[client] = Math.max(rank, ranks[client]!);
    });
    if (!changed) return ranks;
  }
  return ranks.map((rank) => (rank > after.length ? Number.POSITIVE_INFINITY : rank));
}

/** True where a vehicle's means and the client's lock allow the two to meet on some day. */
export function mayServe(problem: RoutingProblem, vehicle: number, client: number): boolean {
  const { capabilities, lock } = problem.clients[client]!;
  const capable = (capabilities & ~problem.vehicles[vehicle]!.capabilities) === 0;
  return capable && (lock?.vehicle ?? vehicle) === vehicle;
}
