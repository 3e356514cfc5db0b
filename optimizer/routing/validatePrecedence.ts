/** What may be wrong with clients that wait for others. */
import type { RoutingProblem } from "../../domain/routing/problem.ts";
import { mayServe, ranksOf } from "./releases.ts";
import type { Report } from "./validateDispatch.ts";

export function checkPrecedence(problem: RoutingProblem, report: Report): void {
  const { clients } = problem;
  const after = clients.map((client) => client.after ?? []);
  if (after.every((list) => list.length === 0)) return;
  const unknown = after.some((list, client) => {
    const wrong = list.filter((p) => clients[p] === undefined);
    for (const p of wrong)
      report(
        "unknownClient",
        `client ${client}`,
        "after",
        `Client ${p} does not exist.`,
        "Use an index of the clients.",
      );
    return wrong.length > 0;
  });
  if (unknown) return;
  const ranks = ranksOf(after);
  const circular = ranks.findIndex((rank) => rank === Number.POSITIVE_INFINITY);
  if (circular >= 0) {
    const cause = "It waits, by way of others, for itself.";
    report("precedenceCycle", `client ${circular}`, "after", cause, "Break the circle.");
    return;
  }
  checkPartners(problem, after, report);
  checkRanks(problem, after, ranks, report);
}

function checkPartners(problem: RoutingProblem, after: readonly (readonly number[])[], report: Report): void {
  const frozen = new Set((problem.frozenRoutes ?? []).flatMap((route) => route.clients));
  after.forEach((list, client) => {
    const id = `client ${client}`;
    for (const one of list.length > 0 ? [client, ...list] : []) {
      if (problem.clients[one]!.daySets === undefined) continue;
      const cause = `Client ${one} is visited by day sets.`;
      report("precedenceDaySet", id, "after", cause, "Make each of its visits a client of its own.");
    }
    for (const p of frozen.has(client) ? list : []) {
      if (frozen.has(p)) continue;
      const cause = `It is frozen and waits for client ${p}, which is not.`;
      report("precedenceFrozen", id, "after", cause, "Freeze the route of both, or of neither.");
    }
  });
}

/** Times could run in a circle if one vehicle served both who waits and who is waited for, on any chain. */
function checkRanks(
  problem: RoutingProblem,
  after: readonly (readonly number[])[],
  ranks: readonly number[],
  report: Report,
): void {
  const involved = new Set(after.flatMap((list, client) => (list.length > 0 ? [client, ...list] : [])));
  problem.vehicles.forEach((_, vehicle) => {
    const served = [...involved].filter((client) => mayServe(problem, vehicle, client));
    const low = served.find((client) => ranks[client]! < Math.max(...served.map((c) => ranks[c]!)));
    if (low === undefined) return;
    const high = served.find((client) => ranks[client]! > ranks[low]!)!;
    const cause = `It could serve client ${low}, for which others wait, as well as client ${high}, which waits.`;
    const action = "Give shredding and hauling different capabilities, or lock the clients to vehicles.";
    report("precedenceVehicle", `vehicle ${vehicle}`, "capabilities", cause, action);
  });
}
