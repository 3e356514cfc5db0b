/**
 * Nearest neighbour: fill one vehicle-day after the other, always going on to the nearest client that may still be
 * appended and is worth its prize. The baseline that every search result is measured against.
 */
import type { RoutingProblem } from "../../domain/routing/problem.ts";
import type { RoutingSolution } from "../../domain/routing/solution.ts";
import { Inserter } from "./insertion.ts";
import { buildModel } from "./model.ts";
import { Plan } from "./plan.ts";
import { withMatrices } from "./plane.ts";
import { Random } from "./random.ts";
import { Recreate } from "./recreate.ts";
import { loadFrozen, toSolution } from "./solution.ts";
import { assertValid } from "./validate.ts";

/** Throws `InputError` with all problems when the problem is malformed. */
export function greedy(problem: RoutingProblem): RoutingSolution {
  assertValid(problem);
  const plan = new Plan(buildModel(withMatrices(problem)));
  fillGreedily(plan);
  return toSolution(plan);
}

/** Frozen routes first; then the others are filled, and last those who are not for a nearest neighbour. */
export function fillGreedily(plan: Plan): void {
  const inserter = new Inserter(plan);
  loadFrozen(plan);
  for (let route = 0; route < plan.model.routeCount; route++) {
    while (plan.absentCount > 0 && appendNearest(plan, inserter, route));
  }
  // Whoever needs several visits or waits for others goes where that costs least.
  if (plan.model.groupOf !== null || plan.precedence !== null) new Recreate(plan, inserter, new Random(1), 0).run();
}

function appendNearest(plan: Plan, inserter: Inserter, route: number): boolean {
  const { model } = plan;
  const count = plan.length[route]!;
  const vehicle = model.problem.vehicles[model.routeVehicle[route]!]!;
  const { distanceMetres } = model.problem.profiles[vehicle.profile]!;
  const last = count === 0 ? -1 : plan.sequence[route * plan.stride + count - 1]!;
  const from = last < 0 ? vehicle.startLocation : model.placeLocation[last]!;
  const metres = (client: number): number => distanceMetres[from * model.locationCount + model.placeLocation[client]!]!;
  const order = [...plan.absent.subarray(0, plan.absentCount)].sort((a, b) => metres(a) - metres(b) || a - b);
  for (const client of order) {
    if ((model.groupOf?.[client] ?? -1) >= 0 || (model.rank?.[client] ?? 0) > 0) continue;
    if (inserter.deltaAt(client, route, count) > model.prizeCents[client]! + plan.bonusOf(client, route)) continue;
    plan.insert(client, route, count);
    plan.welcome(plan.absent.subarray(0, plan.absentCount).indexOf(client));
    plan.reprice(route);
    return true;
  }
  return false;
}
