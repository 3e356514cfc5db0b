/** From a timed route back to the tour that was planned. */
import type { HandTour, PlannedStop } from "../../../domain/routing/handPlan.ts";
import type { Route, Stop } from "../../../domain/routing/solution.ts";

/** A route without its times; its breaks keep their place and length. */
export function tourOf({ vehicle, day, stops }: Route): HandTour {
  return { vehicle, day, stops: plannedStops(stops) };
}

export function plannedStops(stops: readonly Stop[]): PlannedStop[] {
  return stops.map(({ kind, index, start, departure }) =>
    kind === "break" ? { kind, index, seconds: departure - start } : { kind, index },
  );
}
