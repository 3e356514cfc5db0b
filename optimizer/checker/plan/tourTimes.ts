/** The clock of one tour: travel, access, opening, handling, breaks, and the totals. */
import { secondsOfDay, toTimestamp } from "../../../domain/localTime.ts";
import { openingHours } from "../../../domain/openingHours.ts";
import type { Problem } from "../../../domain/problem.ts";
import { apart, differs, finding } from "../finding.ts";
import type { PlanContext } from "./context.ts";
import type { ResolvedStop, Tour } from "./tourStops.ts";

/** EU 561/2006, articles 6 and 7: 45 minutes after 4.5 hours at the wheel, 9 hours a day. */
const BREAK_AFTER_SECONDS = 16_200;
const BREAK_SECONDS = 2_700;
const DAILY_DRIVING_SECONDS = 32_400;

/** Times are stated in whole seconds; two of them may be rounded apart. */
const SLACK_SECONDS = 1;

/** Three clock times of a stop in seconds after local midnight. */
interface Times {
  readonly arrival: number;
  readonly start: number;
  readonly departure: number;
}

export function checkTourTimes(context: PlanContext, tour: Tour): Problem[] {
  const times = tour.stops.map((s) => timesOf(tour, s));
  const findings = tour.stops.flatMap(({ stop }, k) => checkTimestamps(tour, stop, k));
  if (findings.length > 0) return findings;
  let driving = 0;
  let metres = 0;
  let sinceBreak = 0;
  tour.stops.forEach((resolved, k) => {
    const place = { id: tour.id, field: `stops[${k}]` };
    const before = tour.stops[k - 1];
    const leg =
      before === undefined || resolved.stop.kind === "break"
        ? { metres: 0, seconds: 0 }
        : context.travel(before.at, resolved.at);
    driving += leg.seconds;
    metres += leg.metres;
    sinceBreak += leg.seconds;
    const due = (times[k - 1]?.departure ?? times[0]!.arrival) + leg.seconds;
    if (apart(times[k]!.arrival, due, SLACK_SECONDS))
      findings.push(
        differs(
          "check.tour.arrival",
          { ...place, field: `${place.field}.arrivalAt` },
          times[k]!.arrival,
          due,
          "the stop before and the travel time",
        ),
      );
    if (sinceBreak > BREAK_AFTER_SECONDS + 1e-6) {
      findings.push(
        finding(
          "check.tour.breakMissing",
          place,
          `${sinceBreak} s at the wheel without a break; ${BREAK_AFTER_SECONDS} s are allowed.`,
          "Take 45 minutes before.",
        ),
      );
    }
    findings.push(...checkStay(context, tour, resolved, times[k]!, k));
    if (resolved.stop.kind === "break" && times[k]!.departure - times[k]!.start >= BREAK_SECONDS - SLACK_SECONDS)
      sinceBreak = 0;
  });
  return [...findings, ...checkTourTotals(tour, times, metres, driving)];
}

function timesOf({ route }: Tour, { stop }: ResolvedStop): Times {
  const seconds = (timestamp: string) => secondsOfDay(timestamp, route.date);
  return { arrival: seconds(stop.arrivalAt), start: seconds(stop.startAt), departure: seconds(stop.departureAt) };
}

/** A timestamp says the same as the clock in Berlin on that day, offset included. */
function checkTimestamps({ route, id }: Tour, stop: ResolvedStop["stop"], k: number): Problem[] {
  return (["arrivalAt", "startAt", "departureAt"] as const).flatMap((field) => {
    const seconds = secondsOfDay(stop[field], route.date);
    const derived = Number.isFinite(seconds)
      ? toTimestamp(route.date, seconds)
      : "a time such as 2026-11-23T07:05:00+01:00";
    return stop[field] === derived
      ? []
      : [
          differs(
            "check.tour.timestamp",
            { id, field: `stops[${k}].${field}` },
            stop[field],
            derived,
            "the clock in Berlin",
          ),
        ];
  });
}

/** Waiting, handling, and whether the place is open. */
function checkStay(
  { region }: PlanContext,
  tour: Tour,
  { stop, point, facility }: ResolvedStop,
  { arrival, start, departure }: Times,
  k: number,
): Problem[] {
  const place = { id: tour.id, field: `stops[${k}]` };
  const { loadSeconds, unloadSeconds } = region.settings.handling;
  const stay = { pickup: loadSeconds.value, facility: unloadSeconds.value, break: BREAK_SECONDS, depot: 0 }[stop.kind];
  const findings: Problem[] = [];
  if (start < arrival)
    findings.push(
      finding(
        "check.tour.start",
        place,
        `Begins at ${start} s, before the arrival at ${arrival} s.`,
        "Begin on arrival or later.",
      ),
    );
  if (
    stop.kind === "break" ? departure - start < stay - SLACK_SECONDS : apart(departure - start, stay, SLACK_SECONDS)
  ) {
    findings.push(differs("check.tour.stay", place, departure - start, stay, `what a ${stop.kind} takes`));
  }
  const hours = point?.accessHours ?? facility?.openingHours;
  if (hours === undefined) return findings;
  const windows = openingHours(hours)[tour.day] ?? [];
  if (windows.some((w) => start >= w.earliest && start <= w.latest)) return findings;
  const code = point === undefined ? "check.tour.facilityClosed" : "check.tour.accessHours";
  return [
    ...findings,
    finding(
      code,
      place,
      `Begins at ${stop.startAt}; ${point?.id ?? facility?.id} is open ${hours}.`,
      "Come while it is open.",
    ),
  ];
}

function checkTourTotals({ route, id }: Tour, times: readonly Times[], metres: number, driving: number): Problem[] {
  const findings: Problem[] = [];
  const duration = times.at(-1)!.arrival - times[0]!.departure;
  // Half a unit: the totals are whole, the legs need not be.
  if (apart(route.distanceMetres, metres, 0.5 + 1e-6))
    findings.push(
      differs("check.tour.distance", { id, field: "distanceMetres" }, route.distanceMetres, metres, "the legs"),
    );
  if (apart(route.drivingSeconds, driving, 0.5 + 1e-6))
    findings.push(
      differs("check.tour.driving", { id, field: "drivingSeconds" }, route.drivingSeconds, driving, "the legs"),
    );
  if (apart(route.durationSeconds, duration))
    findings.push(
      differs(
        "check.tour.duration",
        { id, field: "durationSeconds" },
        route.durationSeconds,
        duration,
        "the first departure and the last arrival",
      ),
    );
  if (driving > DAILY_DRIVING_SECONDS + 1e-6) {
    findings.push(
      finding(
        "check.tour.maxDriving",
        { id, field: "drivingSeconds" },
        `${driving} s of driving; ${DAILY_DRIVING_SECONDS} s are allowed a day.`,
        "Serve less.",
      ),
    );
  }
  return findings;
}
