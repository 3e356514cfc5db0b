/** The loads on no tour: why not, at what price, and where they would go. */
import type { JudgedTour } from "../../../domain/routing/handPlan.ts";
import type { RoutingProblem } from "../../../domain/routing/problem.ts";
import type { UnservedReason } from "../../../domain/routing/solution.ts";
import { explain } from "../../../optimizer/routing/index.ts";
import { whysOf } from "../../../planning/week/reasons.ts";
import { tourRefOf, type BoardWeek } from "./boardWeek.ts";
import { keyOfTour, type BoardState } from "./state.ts";
import type { BoardLeft } from "./view.ts";

export function shownLeft(
  week: BoardWeek,
  state: BoardState,
  judged: readonly JudgedTour[],
  unserved: readonly number[],
): BoardLeft[] {
  const reasons = reasonsFor(openDays(week, state, judged), judged, unserved);
  const { region } = week.open;
  const { pickups, week: name } = week.plan;
  const whys = whysOf(region, name, pickups, reasons);
  return reasons.map((reason, i): BoardLeft => {
    const { id, pointId, facilityId, massKg, volumeLitres, fraction, routeId } = pickups[reason.client]!;
    const point = region.collectionPoints.find((one) => one.id === pointId)!;
    const goes = reason.code === "price";
    const first = reason.insertions[0];
    const waitingCents = week.problem.clients[reason.client]!.prizeCents ?? 0;
    return {
      ...{ ref: id, name: point.name, place: [point.longitude, point.latitude], massKg, volumeLitres, fraction },
      facility: region.facilities.find((one) => one.id === facilityId)!.name,
      locked: state.lockedLoads.has(id),
      taken: routeId !== null,
      why: goes && reason.needed <= waitingCents ? null : whys[i]!,
      priceCents: goes ? Math.round(reason.needed) : null,
      waitingCents,
      best: goes && first !== undefined ? { ...tourRefOf(week, first), position: first.position } : null,
    };
  });
}

export function reasonsFor(
  problem: RoutingProblem,
  judged: readonly JudgedTour[],
  unserved: readonly number[],
): UnservedReason[] {
  const routes = judged.filter(({ violations }) => violations.length === 0).map(({ route }) => route);
  return explain(problem, { routes, unserved, routeCostCents: 0, objectiveCents: 0 });
}

/** Nothing is offered a place on a tour that is locked, or that cannot be driven as it is. */
function openDays(week: BoardWeek, { lockedTours }: BoardState, judged: readonly JudgedTour[]): RoutingProblem {
  const broken = judged.filter(({ violations }) => violations.length > 0).map(({ route }) => tourRefOf(week, route));
  const shut = new Set([...lockedTours.keys(), ...broken.map(keyOfTour)]);
  if (shut.size === 0) return week.problem;
  const vehicles = week.problem.vehicles.map((vehicle, index) => ({
    ...vehicle,
    shifts: vehicle.shifts.map((shift, day) =>
      shut.has(keyOfTour(tourRefOf(week, { vehicle: index, day }))) ? null : shift,
    ),
  }));
  return { ...week.problem, vehicles };
}
