/** What every stop costs its tour: the cost with it less the cost without it, unloading placed anew. */
import type { RoutingProblem } from "../../../domain/routing/problem.ts";
import type { RoutingSolution } from "../../../domain/routing/solution.ts";
import type { RemovalGain } from "../../../domain/routing/handPlan.ts";
import { buildModel } from "../model.ts";
import { Plan } from "../plan.ts";
import { loadRoutes } from "../solution.ts";

/** One list a route, in the order of its clients. The last client of a route gains all of it. */
export function removalGains(problem: RoutingProblem, solution: RoutingSolution): RemovalGain[][] {
  const plan = new Plan(buildModel(problem));
  loadRoutes(plan, solution);
  const { routeVehicle, routeDay } = plan.model;
  return solution.routes.map(({ vehicle, day, costCents }) => {
    const route = routeVehicle.findIndex((v, r) => v === vehicle && routeDay[r] === day);
    const clients = [...plan.sequence.subarray(route * plan.stride, route * plan.stride + plan.length[route]!)];
    return clients.map((visit, position) => ({
      client: plan.model.clientOf[visit]!,
      cents: gain(plan, route, position, costCents),
    }));
  });
}

function gain(plan: Plan, route: number, position: number, costCents: number): number | null {
  plan.mark();
  plan.touch(route);
  plan.remove(route, position, 1);
  const possible = plan.reprice(route);
  const cents = costCents - plan.cost[route]!;
  plan.revert();
  return possible ? cents : null;
}
