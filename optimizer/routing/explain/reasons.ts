/**
 * Why a client was left out: its cheapest insertion over all routes and idle vehicle-days of the finished plan.
 *
 * If one exists, its price is the reason, and the prize at which the client would be taken. If none does, one kind of
 * limit after the other is lifted; of those whose lifting alone lets the client in, the one with the cheapest insertion
 * is named, with how far that route exceeds it. Where no single limit is to blame all are lifted and the first one
 * broken, in the order of `LIMITS`, is named.
 */
import type { RoutingProblem } from "../../../domain/routing/problem.ts";
import type { Route, RoutingSolution, UnservedReason } from "../../../domain/routing/solution.ts";
import type { HandTour, PlannedStop } from "../../../domain/routing/handPlan.ts";
import type { Violation } from "../../../domain/routing/violation.ts";
import { Inserter } from "../insertion.ts";
import { buildModel } from "../model.ts";
import { Plan } from "../plan.ts";
import { loadRoutes, routeAt } from "../solution.ts";
import { judge } from "./judge.ts";
import { overfullFacilities } from "./loads.ts";
import { LIMITS, relax, type Limit } from "./relax.ts";

interface World {
  /** The limit that was lifted; `null`: all or none. */
  readonly limit: Limit | null;
  readonly plan: Plan;
  readonly inserter: Inserter;
}

interface Chance {
  readonly world: World;
  readonly delta: number;
  readonly route: number;
  readonly position: number;
}

/** One reason for every unserved client, in the order of `solution.unserved`. */
export function explain(problem: RoutingProblem, solution: RoutingSolution): UnservedReason[] {
  if (solution.unserved.length === 0) return [];
  const worldOf = (limits: readonly Limit[], limit: Limit | null): World => {
    const plan = new Plan(buildModel(relax(problem, limits, solution.unserved)));
    loadRoutes(plan, solution);
    return { limit, plan, inserter: new Inserter(plan) };
  };
  const asItIs = worldOf([], null);
  const relaxed: World[] = [];
  return solution.unserved.map((client) => {
    const chance = cheapest(asItIs, client);
    if (chance !== null) return priced(problem, client, chance);
    if (relaxed.length === 0) relaxed.push(...LIMITS.map((limit) => worldOf([limit], limit)), worldOf(LIMITS, null));
    return blame(problem, solution, client, relaxed);
  });
}

function priced(problem: RoutingProblem, client: number, chance: Chance): UnservedReason {
  // A required client that has a place left was not found one by the search.
  const limit = problem.clients[client]!.prizeCents ?? chance.world.plan.model.penaltyCents;
  const insertion = { ...placeOf(chance), priceCents: chance.delta };
  return { client, code: "price", limit, needed: chance.delta, unit: "cents", insertion, violation: null };
}

function blame(problem: RoutingProblem, solution: RoutingSolution, client: number, relaxed: World[]): UnservedReason {
  const alone = heavierThanAll(problem, client);
  if (alone !== null) return alone;
  const singles = relaxed.slice(0, -1).map((world) => cheapest(world, client));
  let best: Chance | null = null;
  for (const chance of singles) if (chance !== null && (best === null || chance.delta < best.delta)) best = chance;
  best ??= cheapest(relaxed.at(-1)!, client);
  // Not even without limits: no vehicle works on any day.
  if (best === null)
    return { client, code: "noVehicle", limit: 0, needed: 1, unit: "count", insertion: null, violation: null };
  const { route, violations } = tryOut(problem, solution, best, client);
  const before = solution.routes.find(({ vehicle, day }) => vehicle === route.vehicle && day === route.day);
  const insertion = { ...placeOf(best), priceCents: route.costCents - (before?.costCents ?? 0) };
  const broken = toBlame(violations, best.world.limit);
  // The placement keeps a bounded number of labels and may miss a way that a second look finds.
  if (broken === null) return priced(problem, client, { ...best, delta: insertion.priceCents });
  const { code, limit, needed, unit } = broken;
  return { client, code, limit, needed, unit, insertion, violation: broken };
}

/** A load that no vehicle carries even alone; the largest capacity is the limit, wherever one might put it. */
function heavierThanAll(problem: RoutingProblem, client: number): UnservedReason | null {
  const working = problem.vehicles.filter(({ shifts }) => shifts.some((shift) => shift !== null));
  if (working.length === 0) return null;
  for (const [d, unit] of problem.dimensions.entries()) {
    const limit = Math.max(...working.map(({ capacity }) => capacity[d]!));
    const needed = problem.clients[client]!.load[d]!;
    if (needed > limit) return { client, code: "capacity", limit, needed, unit, insertion: null, violation: null };
  }
  return null;
}

/** The worst violation of the limit that was lifted, by its share of the limit; else of the first limit broken. */
function toBlame(violations: readonly Violation[], lifted: Limit | null): Violation | null {
  const excess = ({ limit, needed }: Violation): number => needed / Math.max(limit, Number.MIN_VALUE);
  const order = lifted === null ? LIMITS : [lifted, ...LIMITS];
  for (const limit of order) {
    const broken = violations.filter(({ code }) => code === limit);
    if (broken.length > 0) return broken.reduce((worst, each) => (excess(each) > excess(worst) ? each : worst));
  }
  return null;
}

function cheapest(world: World, client: number): Chance | null {
  let best: Chance | null = null;
  for (let route = 0; route < world.plan.model.routeCount; route++) {
    const delta = world.inserter.cheapest(client, route, best?.delta ?? Number.POSITIVE_INFINITY);
    if (delta === Number.POSITIVE_INFINITY) continue;
    best = { world, delta, route, position: world.inserter.position };
  }
  return best;
}

function placeOf({ world, route, position }: Chance): { vehicle: number; day: number; position: number } {
  const { routeVehicle, routeDay } = world.plan.model;
  return { vehicle: routeVehicle[route]!, day: routeDay[route]!, position };
}

/** The route as it would be driven under the real rules, the plan being left as it was. */
function tryOut(
  problem: RoutingProblem,
  solution: RoutingSolution,
  chance: Chance,
  client: number,
): { route: Route; violations: Violation[] } {
  const { plan } = chance.world;
  plan.mark();
  plan.touch(chance.route);
  plan.insert(client, chance.route, chance.position);
  plan.welcome(plan.absent.indexOf(client));
  const tour = tourOf(routeAt(plan, chance.route));
  plan.revert();
  const { route, violations } = judge(problem, tour);
  const others = solution.routes.filter(({ vehicle, day }) => day === tour.day && vehicle !== tour.vehicle);
  const full = overfullFacilities(problem, [...others.map(tourOf), tour]);
  return { route, violations: [...violations, ...full] };
}

/** A route without its times. */
export function tourOf({ vehicle, day, stops }: Route): HandTour {
  const planned = stops.flatMap(({ kind, index }): PlannedStop[] => (kind === "break" ? [] : [{ kind, index }]));
  return { vehicle, day, stops: planned };
}
