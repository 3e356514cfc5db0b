/** What does not hold, with its place and with what a sentence on it names. */
import type { HandTour } from "../../../domain/routing/handPlan.ts";
import type { Violation } from "../../../domain/routing/violation.ts";
import { tourRefOf, type BoardWeek } from "./boardWeek.ts";
import type { BoardViolation } from "./view.ts";
import { namedLoad } from "./words.ts";

/** @param tours that the violation's stop counts in */
export function shownViolation(week: BoardWeek, tours: readonly HandTour[], violation: Violation): BoardViolation {
  const { code, limit, needed, unit, vehicle, day, client, facility } = violation;
  const load = week.plan.pickups[client]?.id ?? null;
  return {
    ...{ code, limit, needed, unit, load },
    named: load === null ? null : namedLoad(week, load),
    facility: week.open.region.facilities[facility]?.name ?? null,
    tour: vehicle < 0 || day < 0 ? null : tourRefOf(week, { vehicle, day }),
    stop: stopIndex(tours, violation),
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
