/** What does not hold, in words and with its place. */
import type { HandTour } from "../../../domain/routing/handPlan.ts";
import type { Violation } from "../../../domain/routing/violation.ts";
import { tourWords, violationWords, type ViolationContext } from "../../../planning/week/violationWords.ts";
import { tourRefOf, type BoardWeek } from "./boardWeek.ts";
import type { BoardViolation } from "./view.ts";

export function contextOf({ open, plan }: BoardWeek): ViolationContext {
  return { region: open.region, week: plan.week, pickups: plan.pickups };
}

/** @param tours that the violation's stop counts in */
export function shownViolation(week: BoardWeek, tours: readonly HandTour[], violation: Violation): BoardViolation {
  const { code, limit, needed, unit, vehicle, day, client } = violation;
  const context = contextOf(week);
  const where = tourWords(violation, context);
  const words = violationWords(violation, context);
  return {
    ...{ code, limit, needed, unit },
    text: where === "" ? words : `${where}: ${words}`,
    tour: vehicle < 0 || day < 0 ? null : tourRefOf(week, { vehicle, day }),
    stop: stopIndex(tours, violation),
    load: week.plan.pickups[client]?.id ?? null,
  };
}

/** A tour made by hand counts neither depot nor the breaks that were added: here it is the stop in `BoardTour`'s count without breaks. */
function stopIndex(tours: readonly HandTour[], { vehicle, day, stop }: Violation): number | null {
  const tour = tours.find((one) => one.vehicle === vehicle && one.day === day);
  if (tour === undefined || stop < 0 || tour.stops[stop] === undefined) return null;
  // The depot comes first.
  return 1 + tour.stops.slice(0, stop).filter(({ kind }) => kind !== "break").length;
}

/** The same fault, whatever its figures are now. */
export const faultOf = ({ code, vehicle, day, client, facility }: Violation): string =>
  [code, vehicle, day, client, facility].join(" ");
