/** How a tour is named and drawn everywhere on the page: its number by day and start, the hue of its vehicle, the dash of its day. */
import type { Plan, PlanRoute } from "../../domain/plan/plan.ts";
import { weekday } from "../../domain/week.ts";
import { fragment, markup, type Html } from "./html.ts";

const HUES = 8;

export interface Tour {
  readonly number: number;
  readonly route: PlanRoute;
  /** 0–7; beyond eight vehicles hues repeat, and number and dash tell the tours apart. */
  readonly hue: number;
  /** Monday is 0. */
  readonly day: number;
  readonly anchor: string;
}

function startOf(route: PlanRoute): string {
  return route.stops[0]?.departureAt ?? route.date;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export function vehicleIds(plan: Plan): string[] {
  return [...new Set(plan.routes.map((route) => route.vehicleId))].sort(compare);
}

export function toursOf(plan: Plan): Tour[] {
  const vehicles = vehicleIds(plan);
  const ordered = [...plan.routes].sort(
    (a, b) => compare(a.date, b.date) || compare(startOf(a), startOf(b)) || compare(a.id, b.id),
  );
  return ordered.map((route, index) => ({
    number: index + 1,
    route,
    hue: vehicles.indexOf(route.vehicleId) % HUES,
    day: weekday(route.date),
    anchor: fragment("tour", route.id),
  }));
}

export function badge(tour: Tour): Html {
  return markup`<span class="badge hue-${tour.hue}">${tour.number}</span>`;
}
