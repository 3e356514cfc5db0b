/**
 * Clients with day sets as the search sees them: one *visit* for each time they may be served, all alike. The
 * first keeps the client's index, the others follow behind the last client, so that without day sets nothing changes.
 *
 * The visits of one client are a *group*. It counts as served when the days of its served visits are exactly one of
 * its day sets. Days are bits, hence at most `MOST_DAYS` of them.
 */
import type { RoutingProblem } from "../../domain/routing/problem.ts";

export const MOST_DAYS = 30;

export interface VisitGroup {
  /** Ascending; the first is the client itself. */
  readonly visits: Int32Array;
  /** Day sets, bit d is day d. */
  readonly daySets: Int32Array;
}

export interface Visits {
  /** The problem with one client per visit. */
  readonly problem: RoutingProblem;
  /** Client of the given problem that a visit belongs to. */
  readonly clientOf: Int32Array;
  readonly groups: readonly VisitGroup[];
  /** Group of a visit, -1 for a client without day sets; null where no client has day sets. */
  readonly groupOf: Int32Array | null;
}

export function expandVisits(problem: RoutingProblem): Visits {
  const clients = [...problem.clients];
  const clientOf = problem.clients.map((_, client) => client);
  const groups: VisitGroup[] = [];
  const owners: number[] = [];
  problem.clients.forEach((client, index) => {
    if (client.daySets === undefined) return;
    const visits = [index];
    const most = Math.max(...client.daySets.map((daySet) => daySet.length));
    for (let copy = 1; copy < most; copy++) {
      visits.push(clients.length);
      clients.push(client);
      clientOf.push(index);
    }
    const daySets = client.daySets.map((daySet) => daySet.reduce((mask, day) => mask | (1 << day), 0));
    owners.push(index);
    groups.push({ visits: Int32Array.from(visits), daySets: Int32Array.from(daySets) });
  });
  if (groups.length === 0) return { problem, clientOf: Int32Array.from(clientOf), groups, groupOf: null };
  const groupOf = Int32Array.from(clientOf, (client) => owners.indexOf(client));
  return { problem: { ...problem, clients }, clientOf: Int32Array.from(clientOf), groups, groupOf };
}
