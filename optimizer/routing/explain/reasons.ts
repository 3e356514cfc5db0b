/**
 * Why a client was left out: its cheapest insertion over all routes and idle vehicle-days of the finished plan; one on
 * every day of a day set for a client with day sets, which do not disturb each other because they are on different
 * days.
 *
 * If one exists, its price is the reason, and the prize at which the client would be taken. If none does, one kind of
 * limit after the other is lifted; of those whose lifting alone lets the client in, the one with the cheapest insertion
 * is named, with how far that route exceeds it. Where no single limit is to blame all are lifted and the first one
 * broken, in the order of `LIMITS`, is named.
 */
import type { HandTour } from "../../../domain/routing/handPlan.ts";
import type { RoutingProblem } from "../../../domain/routing/problem.ts";
import type { Insertion, RoutingSolution, UnservedReason } from "../../../domain/routing/solution.ts";
import type { Violation } from "../../../domain/routing/violation.ts";
import { Inserter } from "../insertion.ts";
import { buildModel } from "../model.ts";
import { ABSENT, Plan } from "../plan.ts";
import { loadRoutes, routeAt } from "../solution.ts";
import { overdrawnYards } from "./containers.ts";
import { brokenFrozen } from "./dispatch.ts";
import { judge } from "./judge.ts";
import { overfullFacilities } from "./loads.ts";
import { brokenPrecedence, judgeTogether } from "./precedence.ts";
import { LIMITS, limitsOf, relax, type Limit } from "./relax.ts";
import { tourOf } from "./tourOf.ts";

interface World {
  /** The limit that was lifted; `null`: all or none. */
  readonly limit: Limit | null;
  readonly plan: Plan;
  readonly inserter: Inserter;
}

/** One visit put into one route; `delta` with what it keeps of the published plan. */
interface Place {
  readonly delta: number;
  readonly route: number;
  readonly position: number;
}

interface Chance {
  readonly world: World;
  readonly delta: number;
  readonly places: readonly Place[];
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
    const chance = cheapest(problem, asItIs, client);
    if (chance !== null) return priced(problem, client, chance, insertionsOf(chance));
    const limits = limitsOf(problem);
    if (relaxed.length === 0) relaxed.push(...limits.map((limit) => worldOf([limit], limit)), worldOf(limits, null));
    return blame(problem, solution, client, relaxed);
  });
}

function priced(
  problem: RoutingProblem,
  client: number,
  { world }: Chance,
  insertions: readonly Insertion[],
): UnservedReason {
  // A required client that has a place left was not found one by the search.
  const limit = problem.clients[client]!.prizeCents ?? world.plan.model.penaltyCents;
  const needed = insertions.reduce((sum, { priceCents }) => sum + priceCents, 0);
  return { client, code: "price", limit, needed, unit: "cents", insertions, violation: null };
}

function blame(problem: RoutingProblem, solution: RoutingSolution, client: number, relaxed: World[]): UnservedReason {
  const alone = heavierThanAll(problem, client);
  if (alone !== null) return alone;
  const singles = relaxed.slice(0, -1).map((world) => cheapest(problem, world, client));
  let best: Chance | null = null;
  for (const chance of singles) if (chance !== null && (best === null || chance.delta < best.delta)) best = chance;
  best ??= cheapest(problem, relaxed.at(-1)!, client);
  // Not even without limits: no vehicle works on any day.
  if (best === null)
    return { client, code: "noVehicle", limit: 0, needed: 1, unit: "count", insertions: [], violation: null };
  const { insertions, violations } = tryOut(problem, solution, best, client);
  const violation = toBlame(violations, best.world.limit);
  // The placement keeps a bounded number of labels and may miss a way that a second look finds.
  if (violation === null) return priced(problem, client, best, insertions);
  const { code, limit, needed, unit } = violation;
  return { client, code, limit, needed, unit, insertions, violation };
}

/** A load that no vehicle carries even alone; the largest capacity is the limit, wherever one might put it. */
function heavierThanAll(problem: RoutingProblem, client: number): UnservedReason | null {
  const working = problem.vehicles.filter(({ shifts }) => shifts.some((shift) => shift !== null));
  if (working.length === 0) return null;
  for (const [d, unit] of problem.dimensions.entries()) {
    const limit = Math.max(...working.map(({ capacity }) => capacity[d]!));
    const needed = problem.clients[client]!.load[d]!;
    if (needed > limit) return { client, code: "capacity", limit, needed, unit, insertions: [], violation: null };
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

/** On any one day, or on all days of the cheapest day set. */
function cheapest(problem: RoutingProblem, world: World, client: number): Chance | null {
  const { plan } = world;
  const group = plan.model.groupOf?.[client] ?? -1;
  const { daySets } = problem.clients[client]!;
  if (group < 0 || daySets === undefined) return joined(world, [cheapestOn(world, client, null)]);
  const visits = [...plan.model.groups[group]!.visits].filter((visit) => plan.routeOf[visit] === ABSENT);
  let best: Chance | null = null;
  for (const days of daySets) {
    const chance = joined(
      world,
      days.map((day, k) => cheapestOn(world, visits[k]!, day)),
    );
    if (chance !== null && (best === null || chance.delta < best.delta)) best = chance;
  }
  return best;
}

function joined(world: World, places: readonly (Place | null)[]): Chance | null {
  const found = places.filter((place) => place !== null);
  if (found.length < places.length) return null;
  return { world, delta: found.reduce((sum, { delta }) => sum + delta, 0), places: found };
}

function cheapestOn({ plan, inserter }: World, visit: number, day: number | null): Place | null {
  let best: Place | null = null;
  for (let route = 0; route < plan.model.routeCount; route++) {
    if (day !== null && plan.model.routeDay[route] !== day) continue;
    const bonus = plan.bonusOf(visit, route);
    const cents = inserter.cheapest(visit, route, (best?.delta ?? Number.POSITIVE_INFINITY) + bonus);
    if (cents === Number.POSITIVE_INFINITY) continue;
    best = { delta: cents - bonus, route, position: inserter.position };
  }
  return best;
}

function insertionsOf({ world, places }: Chance): Insertion[] {
  const { routeVehicle, routeDay } = world.plan.model;
  return places.map(({ delta, route, position }) => ({
    vehicle: routeVehicle[route]!,
    day: routeDay[route]!,
    position,
    priceCents: delta,
  }));
}

/** The routes as they would be driven under the real rules, the plan being left as it was. */
function tryOut(
  problem: RoutingProblem,
  solution: RoutingSolution,
  chance: Chance,
  client: number,
): { insertions: Insertion[]; violations: Violation[] } {
  const { plan } = chance.world;
  const tours = solution.routes.map(tourOf);
  const violations: Violation[] = [];
  const insertions = insertionsOf(chance).map((insertion, k) => {
    const { vehicle, day } = insertion;
    const { route, position } = chance.places[k]!;
    const tour = withClient(plan, client, route, position);
    const judged = judge(problem, tour);
    violations.push(...judged.violations);
    const at = tours.findIndex((each) => each.vehicle === vehicle && each.day === day);
    const before = solution.routes[at]?.costCents ?? 0;
    if (at < 0) tours.push(tour);
    else tours[at] = tour;
    return { ...insertion, priceCents: judged.route.costCents - before - plan.bonusOf(client, route) };
  });
  violations.push(
    ...overfullFacilities(problem, tours),
    ...overdrawnYards(problem, tours),
    ...brokenFrozen(problem, tours),
  );
  if (problem.clients[client]!.after !== undefined)
    violations.push(...brokenPrecedence(problem, judgeTogether(problem, tours)));
  return { insertions, violations };
}

function withClient(plan: Plan, client: number, route: number, position: number): HandTour {
  plan.mark();
  plan.touch(route);
  plan.insert(client, route, position);
  plan.welcome(plan.absent.indexOf(client));
  const tour = tourOf(routeAt(plan, route));
  plan.revert();
  return tour;
}
