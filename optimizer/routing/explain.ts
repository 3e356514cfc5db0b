/**
 * Why a client was left out: its cheapest insertion over all routes and idle vehicle-days of the finished plan.
 *
 * If one exists, its price is the reason. If none does, one kind of limit after the other is lifted; of those whose
 * lifting alone lets the client in, the one with the cheapest insertion is named, with how far that route exceeds it.
 * Where no single limit is to blame all are lifted and the first one broken is named.
 */
import type { RoutingProblem } from "../../domain/routing/problem.ts";
import type { Route, RoutingSolution, UnservedReason } from "../../domain/routing/solution.ts";
import { Inserter } from "./insertion.ts";
import { buildModel } from "./model.ts";
import { Plan } from "./plan.ts";
import { LIMITS, relax, type Limit } from "./relax.ts";
import { loadRoutes, routeAt } from "./solution.ts";
import { brokenLimit } from "./violation.ts";

interface World {
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
  const worldOf = (limits: readonly Limit[]): World => buildWorld(relax(problem, limits, solution.unserved), solution);
  const asItIs = worldOf([]);
  const relaxed: World[] = [];
  return solution.unserved.map((client) => {
    const chance = cheapest(asItIs, client);
    const prize = asItIs.plan.model.prizeCents[client]!;
    if (chance !== null) return { client, code: "price", limit: prize, needed: chance.delta };
    if (relaxed.length === 0) relaxed.push(...LIMITS.map((limit) => worldOf([limit])), worldOf(LIMITS));
    return blame(problem, solution, client, relaxed);
  });
}

function blame(problem: RoutingProblem, solution: RoutingSolution, client: number, relaxed: World[]): UnservedReason {
  const singles = relaxed.slice(0, -1).map((world) => cheapest(world, client));
  let best: Chance | null = null;
  for (const chance of singles) if (chance !== null && (best === null || chance.delta < best.delta)) best = chance;
  best ??= cheapest(relaxed.at(-1)!, client);
  const broken = best === null ? null : brokenLimit(problem, solution, client, tryOut(best, client));
  // Not even without limits: no vehicle with its capabilities works on any day.
  if (broken === null) return { client, code: "noVehicle", limit: 0, needed: 1 };
  return { client, ...broken };
}

function buildWorld(problem: RoutingProblem, solution: RoutingSolution): World {
  const plan = new Plan(buildModel(problem));
  loadRoutes(plan, solution);
  return { plan, inserter: new Inserter(plan) };
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

/** The route as it would be driven, the plan being left as it was. */
function tryOut(chance: Chance, client: number): Route {
  const { plan } = chance.world;
  plan.mark();
  plan.touch(chance.route);
  plan.insert(client, chance.route, chance.position);
  plan.welcome(plan.absent.indexOf(client));
  const route = routeAt(plan, chance.route);
  plan.revert();
  return route;
}
