/** The tours of a board as a page shows them. */
import type { PlanRoute, RouteStop } from "../../../domain/plan/plan.ts";
import type { JudgedTour } from "../../../domain/routing/handPlan.ts";
import { removalGains } from "../../../optimizer/routing/index.ts";
import { nameRoutes } from "../../../planning/week/routingProblem.ts";
import { slotOf, type BoardWeek } from "./boardWeek.ts";
import { keyOfTour, type BoardState } from "./state.ts";
import type { BoardStop, BoardTour, BoardViolation, TourRef } from "./view.ts";

export function namedRoutes({ input, problem }: BoardWeek, tours: readonly JudgedTour[]): PlanRoute[] {
  const routes = tours.map(({ route }) => route);
  return nameRoutes(input, problem, { routes, unserved: [], routeCostCents: 0, objectiveCents: 0 }).routes;
}

export function shownTours(
  week: BoardWeek,
  state: BoardState,
  judged: readonly JudgedTour[],
  violations: readonly BoardViolation[],
): BoardTour[] {
  const gains = gainsOf(week, judged);
  const published = new Map(week.plan.routes.map((route) => [route.id, route]));
  const routes = namedRoutes(week, judged);
  const driven = new Set(routes.map(keyOfTour));
  const empty = [...state.lockedTours.values()].filter((tour) => !driven.has(keyOfTour(tour)));
  const shown = [
    ...routes.map((route) => {
      const before = published.get(route.id);
      const own = violations.filter(({ tour }) => tour !== null && keyOfTour(tour) === route.id);
      const stops = stopsOf(week, state, route, own, gains);
      return { ...shownRoute(route, stops), violations: own, ...comparison(route, before) };
    }),
    ...empty.map((tour): Omit<BoardTour, "locked"> => emptyTour(tour, published.get(keyOfTour(tour)))),
  ];
  return shown
    .map((tour) => ({ ...tour, locked: state.lockedTours.has(tour.id) }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

const comparison = (route: PlanRoute, before: PlanRoute | undefined) => ({
  publishedCostCents: before?.costCents ?? null,
  changed: before === undefined || timesOf(before) !== timesOf(route),
});

/** What a driver is told of a tour. */
export function timesOf({ stops }: PlanRoute): string {
  return stops
    .map(({ kind, id, startAt, departureAt, massKg }) => [kind, id, startAt, departureAt, massKg].join())
    .join(" ");
}

function emptyTour({ vehicleId, date }: TourRef, before: PlanRoute | undefined): Omit<BoardTour, "locked"> {
  return {
    ...{ vehicleId, date, id: keyOfTour({ vehicleId, date }), startsAt: null, endsAt: null, distanceMetres: 0 },
    ...{ durationSeconds: 0, massKg: 0, costCents: 0, stops: [], violations: [], line: [] },
    publishedCostCents: before?.costCents ?? null,
    changed: before !== undefined,
  };
}

function shownRoute(route: PlanRoute, stops: readonly BoardStop[]) {
  const { id, vehicleId, date, distanceMetres, durationSeconds, costCents } = route;
  const loads = stops.filter(({ kind }) => kind === "load");
  return {
    ...{ id, vehicleId, date, distanceMetres, durationSeconds, costCents, stops },
    startsAt: stops[0]!.leavesAt,
    endsAt: stops.at(-1)!.arrivesAt,
    massKg: loads.reduce((sum, { massKg }) => sum + massKg, 0),
    line: stops.filter(({ kind }) => kind !== "break").map(({ place }) => place),
  };
}

function stopsOf(
  week: BoardWeek,
  { lockedLoads }: BoardState,
  route: PlanRoute,
  violations: readonly BoardViolation[],
  gains: ReadonlyMap<string, number | null>,
): BoardStop[] {
  const { region } = week.open;
  const vehicle = region.vehicles.find(({ id }) => id === route.vehicleId)!;
  let position = 0;
  let visit = -1;
  let aboard = { massKg: 0, volumeLitres: 0 };
  return route.stops.map((stop): BoardStop => {
    if (stop.kind !== "break") visit++;
    const at = visit;
    const pickup = stop.kind === "pickup" ? week.plan.pickups[week.client.get(stop.id)!]! : undefined;
    const volumeLitres = pickup?.volumeLitres ?? (stop.kind === "facility" ? aboard.volumeLitres : 0);
    if (pickup !== undefined)
      aboard = { massKg: aboard.massKg + pickup.massKg, volumeLitres: aboard.volumeLitres + pickup.volumeLitres };
    if (stop.kind === "facility") aboard = { massKg: 0, volumeLitres: 0 };
    const own = violations.filter(
      (one) => stop.kind !== "break" && (pickup === undefined ? one.stop === at : one.load === pickup.id),
    );
    return {
      ...shownStop(stop),
      volumeLitres,
      fill: Math.max(aboard.massKg / vehicle.capacityKg, aboard.volumeLitres / vehicle.capacityLitres),
      violations: own,
      ...(pickup === undefined
        ? {}
        : {
            ref: pickup.id,
            position: position++,
            fraction: pickup.fraction,
            facility: region.facilities.find(({ id }) => id === pickup.facilityId)!.name,
            locked: lockedLoads.has(pickup.id),
            moved: pickup.routeId !== route.id,
            ...(gains.has(pickup.id) ? { savesCents: gains.get(pickup.id)! } : {}),
          }),
    };
  });
}

function shownStop({ kind, name, latitude, longitude, arrivalAt, startAt, departureAt, massKg }: RouteStop) {
  return {
    kind: kind === "pickup" ? ("load" as const) : kind,
    ...{ name, massKg, arrivesAt: arrivalAt, startsAt: startAt, leavesAt: departureAt },
    place: [longitude, latitude] as const,
  };
}

/** Of tours that can be driven as they are, by id of the load. */
function gainsOf({ problem, plan }: BoardWeek, judged: readonly JudgedTour[]): Map<string, number | null> {
  const routes = judged.filter(({ violations }) => violations.length === 0).map(({ route }) => route);
  const gains = removalGains(problem, { routes, unserved: [], routeCostCents: 0, objectiveCents: 0 });
  return new Map(gains.flat().map(({ client, cents }) => [plan.pickups[client]!.id, cents]));
}

/** Whether a vehicle works on that day. */
export function worksOn(week: BoardWeek, tour: TourRef): boolean {
  const slot = slotOf(week, tour);
  return slot !== undefined && week.problem.vehicles[slot.vehicle]!.shifts[slot.day] !== null;
}
