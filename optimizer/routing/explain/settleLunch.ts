/** Unloading where lunch leaves time for it, for a tour that would otherwise be late. */
import type { HandTour } from "../../../domain/routing/handPlan.ts";
import type { Client, LunchRule, RoutingProblem } from "../../../domain/routing/problem.ts";
import type { Route } from "../../../domain/routing/solution.ts";
import { judge } from "./judge.ts";
import { inClients, placeTour } from "./placeTour.ts";

interface Variant {
  readonly problem: RoutingProblem;
  /** Where lunch stands in the row of clients; its length where the shift begins when lunch time is over. */
  readonly lunchAt: number;
}

/**
 * Lunch stands in the row as a client without load, behind each client in turn and behind each facility after it; the
 * cheapest tour without violation, `null` when there is none.
 *
 * @param alone the tour as a problem of its own (cutOut.ts)
 */
export function aroundLunch(
  problem: RoutingProblem,
  tour: HandTour,
  alone: RoutingProblem,
  lunch: LunchRule,
  notBefore: (client: number) => number,
): HandTour | null {
  let best: { tour: HandTour; cents: number } | null = null;
  for (const { problem: variant, lunchAt } of variants(alone, lunch)) {
    const route = placeTour(variant, []);
    if (route === null) continue;
    const settled = inClients(tour, withoutLunch(route, lunchAt), []);
    const judged = judge(problem, settled, notBefore);
    const cents = judged.route.costCents;
    if (judged.violations.length === 0 && (best === null || cents < best.cents)) best = { tour: settled, cents };
  }
  return best?.tour ?? null;
}

function* variants(alone: RoutingProblem, lunch: LunchRule): Generator<Variant> {
  const { clients, facilities } = alone;
  const vehicle = alone.vehicles[0]!;
  const { latest } = vehicle.shifts[0]!;
  const late = { ...vehicle, shifts: [{ earliest: Math.min(latest, lunch.latest), latest }] };
  yield { problem: { ...alone, vehicles: [late] }, lunchAt: clients.length };
  for (const [k, client] of clients.entries()) {
    const behind = (eating: Client): Variant => ({
      problem: { ...alone, clients: clients.toSpliced(k + 1, 0, eating) },
      lunchAt: k + 1,
    });
    yield behind(lunchLike(client, client.location, lunch));
    // Behind a facility it goes with what is loaded next.
    const next = clients[k + 1] ?? { ...client, facilities: [] };
    for (const f of client.facilities) yield behind(lunchLike(next, facilities[f]!.location, lunch));
  }
}

function lunchLike(client: Client, location: number, lunch: LunchRule): Client {
  const { job: _, ...loose } = client;
  const nothing = { load: client.load.map(() => 0), capabilities: 0 };
  return { ...loose, ...nothing, location, serviceSeconds: lunch.seconds, windows: [[lunch]] };
}

/** Breaks are left to `judge`, which knows where lunch is had. */
function withoutLunch(route: Route, lunchAt: number): Route {
  const ofClient = (kind: string): boolean => kind === "client" || kind === "return";
  const stops = route.stops
    .filter(({ kind, index }) => kind !== "break" && (kind !== "client" || index !== lunchAt))
    .map((stop) => (ofClient(stop.kind) && stop.index > lunchAt ? { ...stop, index: stop.index - 1 } : stop));
  return { ...route, stops };
}
