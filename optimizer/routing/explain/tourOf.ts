/** From a timed route back to the tour that was planned. */
import type { HandTour, PlannedStop } from "../../../domain/routing/handPlan.ts";
import type { Route, Stop } from "../../../domain/routing/solution.ts";

/** A route without its times; its breaks keep their place and length, its yards what is on board after. */
export function tourOf({ vehicle, day, stops, startEmpties }: Route): HandTour {
  return { vehicle, day, ...(startEmpties === undefined ? {} : { startEmpties }), stops: stops.map(plannedStop) };
}

export function plannedStop({ kind, index, start, departure, empties }: Stop): PlannedStop {
  if (kind === "break") return { kind, index, seconds: departure - start };
  return { kind, index, ...(empties === undefined ? {} : { empties }) };
}
