/** The solver's own placement (facilities, breaks, returns, yards) on one tour, some limits lifted. */
import type { HandTour } from "../../../domain/routing/handPlan.ts";
import type { RoutingProblem } from "../../../domain/routing/problem.ts";
import type { Route } from "../../../domain/routing/solution.ts";
import { buildModel } from "../model.ts";
import { Plan } from "../plan.ts";
import { routeAt } from "../solution.ts";
import { relax, type Limit } from "./relax.ts";
import { tourOf } from "./tourOf.ts";

/** @param alone a problem of one vehicle that serves its clients in their order; null when the limits forbid it */
export function placeTour(alone: RoutingProblem, limits: readonly Limit[]): Route | null {
  const everyone = alone.clients.map((_, index) => index);
  const capacity = limits.includes("capacity") ? roomForOneLoad(alone) : alone.vehicles[0]!.capacity;
  const lifted = limits.filter((limit) => limit !== "capacity");
  const relaxed = relax({ ...alone, vehicles: [{ ...alone.vehicles[0]!, capacity }] }, lifted, everyone);
  const plan = new Plan(buildModel(relaxed));
  everyone.forEach((client, position) => plan.insert(client, 0, position));
  for (const client of everyone) plan.welcome(plan.absent.indexOf(client));
  if (!plan.reprice(0)) return null;
  return routeAt(plan, 0);
}

/** Just enough to carry each load by itself, and all of what stays on board to the end. */
function roomForOneLoad({ clients, vehicles }: RoutingProblem): number[] {
  return vehicles[0]!.capacity.map((capacity, d) => {
    const kept = clients.reduce((sum, { facilities, load }) => sum + (facilities.length === 0 ? load[d]! : 0), 0);
    return Math.max(capacity, kept, ...clients.map(({ load }) => load[d]!));
  });
}

/** In the small problem the clients are numbered along the tour; breaks of a lifted rule are not those that are due. */
export function inClients(tour: HandTour, route: Route, limits: readonly Limit[]): HandTour {
  const { stops, startEmpties } = tourOf(route);
  const own = limits.includes("breakLeg") ? stops.filter(({ kind }) => kind !== "break") : stops;
  return {
    ...tour,
    ...(startEmpties === undefined ? {} : { startEmpties }),
    stops: own.map((stop) =>
      stop.kind === "client" || stop.kind === "return" ? { ...stop, index: tour.stops[stop.index]!.index } : stop,
    ),
  };
}
