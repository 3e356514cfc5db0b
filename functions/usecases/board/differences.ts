/** What is otherwise than in the published plan: what drivers must hear. */
import type { PlanRoute } from "../../../domain/plan/plan.ts";
import type { BoardWeek } from "./boardWeek.ts";
import { timesOf } from "./tours.ts";
import type { BoardDifference, TourRef } from "./view.ts";
import { namedLoad, namedTour } from "./words.ts";

/** Loads first, by the tour they are on now; then tours. */
export function differencesOf(week: BoardWeek, routes: readonly PlanRoute[]): BoardDifference[] {
  const before = week.plan.routes;
  const now = new Map(routes.flatMap((route) => loadsOn(route).map((load) => [load, route] as const)));
  const then = new Map(before.flatMap((route) => loadsOn(route).map((load) => [load, route] as const)));
  const loads = week.plan.pickups.flatMap(({ id }): BoardDifference[] => {
    const [from, to] = [then.get(id), now.get(id)];
    if (from?.id === to?.id) return [];
    const named = {
      ...{ load: id, named: namedLoad(week, id), departsAt: null },
      from: from === undefined ? null : namedTour(week, from),
      to: to === undefined ? null : namedTour(week, to),
    };
    if (to === undefined) return [{ kind: "left", ...named, tour: refOf(from!) }];
    return [{ kind: from === undefined ? "added" : "moved", ...named, tour: refOf(to) }];
  });
  return [...loads, ...tourDifferences(week, before, routes)];
}

function tourDifferences(week: BoardWeek, before: readonly PlanRoute[], now: readonly PlanRoute[]): BoardDifference[] {
  const about = (route: PlanRoute, departsAt: string | null) => ({
    ...{ load: null, named: null, from: null, departsAt },
    ...{ to: namedTour(week, route), tour: refOf(route) },
  });
  const driven = now.flatMap((route): BoardDifference[] => {
    const old = before.find(({ id }) => id === route.id);
    const departsAt = route.stops[0]!.departureAt;
    if (old === undefined) return [{ kind: "newTour", ...about(route, departsAt) }];
    const isRetimed = timesOf(old) !== timesOf(route) && sameLoads(old, route);
    return isRetimed ? [{ kind: "retimed", ...about(route, departsAt) }] : [];
  });
  const dropped = before.filter((old) => !now.some(({ id }) => id === old.id));
  return [...driven, ...dropped.map((old): BoardDifference => ({ kind: "droppedTour", ...about(old, null) }))];
}

function sameLoads(a: PlanRoute, b: PlanRoute): boolean {
  return [...loadsOn(a)].sort().join() === [...loadsOn(b)].sort().join();
}

const loadsOn = ({ stops }: PlanRoute): string[] => stops.filter(({ kind }) => kind === "pickup").map(({ id }) => id);

const refOf = ({ vehicleId, date }: PlanRoute): TourRef => ({ vehicleId, date });
