/** What is otherwise than in the published plan: what drivers must hear. */
import type { PlanRoute } from "../../../domain/plan/plan.ts";
import type { BoardWeek } from "./boardWeek.ts";
import { timesOf } from "./tours.ts";
import type { BoardDifference, TourRef } from "./view.ts";
import { loadName, tourName } from "./words.ts";

/** Loads first, by the tour they are on now; then tours. */
export function differencesOf(week: BoardWeek, routes: readonly PlanRoute[]): BoardDifference[] {
  const before = week.plan.routes;
  const now = new Map(routes.flatMap((route) => loadsOn(route).map((load) => [load, route] as const)));
  const then = new Map(before.flatMap((route) => loadsOn(route).map((load) => [load, route] as const)));
  const loads = week.plan.pickups.flatMap(({ id }): BoardDifference[] => {
    const [from, to] = [then.get(id), now.get(id)];
    if (from?.id === to?.id) return [];
    const what = loadName(week, id);
    if (to === undefined) {
      const text = `${what}: bleibt stehen, bisher ${tourName(week, from!)}.`;
      return [{ kind: "left", text, load: id, tour: refOf(from!) }];
    }
    const tour = refOf(to);
    if (from === undefined) return [{ kind: "added", text: `${what}: neu auf ${tourName(week, to)}.`, load: id, tour }];
    const text = `${what}: jetzt ${tourName(week, to)}, bisher ${tourName(week, from)}.`;
    return [{ kind: "moved", text, load: id, tour }];
  });
  return [...loads, ...tourDifferences(week, before, routes)];
}

function tourDifferences(week: BoardWeek, before: readonly PlanRoute[], now: readonly PlanRoute[]): BoardDifference[] {
  const found: BoardDifference[] = [];
  const say = (kind: BoardDifference["kind"], route: PlanRoute, words: string): void => {
    found.push({ kind, text: `${tourName(week, route)}: ${words}`, load: null, tour: refOf(route) });
  };
  for (const route of now) {
    const old = before.find(({ id }) => id === route.id);
    if (old === undefined) say("newTour", route, `neue Tour, Abfahrt ${clockOf(route)} Uhr.`);
    else if (timesOf(old) !== timesOf(route) && sameLoads(old, route))
      say("retimed", route, `andere Reihenfolge oder andere Zeiten, Abfahrt ${clockOf(route)} Uhr.`);
  }
  for (const old of before) if (!now.some(({ id }) => id === old.id)) say("droppedTour", old, "fährt nicht mehr.");
  return found;
}

const clockOf = ({ stops }: PlanRoute): string => stops[0]!.departureAt.slice(11, 16);

function sameLoads(a: PlanRoute, b: PlanRoute): boolean {
  return [...loadsOn(a)].sort().join() === [...loadsOn(b)].sort().join();
}

const loadsOn = ({ stops }: PlanRoute): string[] => stops.filter(({ kind }) => kind === "pickup").map(({ id }) => id);

const refOf = ({ vehicleId, date }: PlanRoute): TourRef => ({ vehicleId, date });
