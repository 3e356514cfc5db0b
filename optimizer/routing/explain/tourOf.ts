/** From a timed route back to the tour that was planned. */
import type { HandTour, PlannedStop } from "../../../domain/routing/handPlan.ts";
import type { Route, Stop } from "../../../domain/routing/solution.ts";

/** A route without its times; its breaks keep their place and length. */
export function tourOf({ vehicle, day, stops }: Route): HandTour {
  return { vehicle, day, stops: plannedStops(stops) };
}

/** Where containers are returned or fetched from a yard, only the clients are kept: the engine places everything else anew. */
export function plannedStops(stops: readonly Stop[]): PlannedStop[] {
  const withContainers = stops.some(({ kind }) => kind === "return" || kind === "yard");
  return stops.flatMap(({ kind, index, start, departure }): PlannedStop[] => {
    if (kind === "return" || kind === "yard") return [];
    if (withContainers && kind !== "client") return [];
    return [kind === "break" ? { kind, index, seconds: departure - start } : { kind, index }];
  });
}
