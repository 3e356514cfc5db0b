/**
 * Drives a tour as it stands and says everything that does not hold, with how far it goes beyond each limit.
 *
 * Loads and clock are walked stop by stop; breaks fall before the leg that would be too much, as in the search. A tour
 * without fault comes out as the search would time and price it.
 */
import type { RoutingProblem, TimeWindow, Vehicle } from "../../../domain/routing/problem.ts";
import type { Route, Stop } from "../../../domain/routing/solution.ts";
import type { HandTour, JudgedTour, PlannedStop } from "../../../domain/routing/handPlan.ts";
import type { Violation } from "../../../domain/routing/violation.ts";
import { judgeLoads } from "./loads.ts";
import type { Report } from "./report.ts";
import { timeSequence, type Timing } from "./timing.ts";

/** A day off is judged as if the driver worked around the clock. */
const AROUND_THE_CLOCK: TimeWindow = { earliest: 0, latest: 86_400 };

interface Drive {
  readonly legs: number[];
  readonly breakBefore: boolean[];
  readonly metres: number;
  readonly seconds: number;
}

/** `tour.stops` as they are: facilities must have been placed (see `settle`). Indices must exist. */
export function judge(problem: RoutingProblem, tour: HandTour): JudgedTour {
  const vehicle = problem.vehicles[tour.vehicle]!;
  const violations: Violation[] = [];
  const report: Report = (code, limit, needed, unit, place = {}) => {
    const { stop = -1, client = -1, facility = -1 } = place;
    violations.push({ code, vehicle: tour.vehicle, day: tour.day, stop, client, facility, limit, needed, unit });
  };
  const shift = vehicle.shifts[tour.day] ?? null;
  if (shift === null) report("dayOff", 0, 1, "count");
  judgeLoads(problem, tour, report);
  const drive = driveAlong(problem, vehicle, tour.stops, report);
  const timing = timeSequence({
    legs: drive.legs,
    services: tour.stops.map((stop) => secondsAt(problem, stop)),
    windows: tour.stops.map((stop) => placeOf(problem, stop).windows[tour.day] ?? []),
    shift: shift ?? AROUND_THE_CLOCK,
  });
  for (const stop of timing.late) reportLate(problem, tour, stop, timing.starts[stop]!, report);
  if (shift !== null && timing.arrival > shift.latest) report("shift", shift.latest, timing.arrival, "s");
  return { route: routeOf(problem, tour, drive, timing), violations };
}

export function placeOf(problem: RoutingProblem, stop: PlannedStop) {
  return (stop.kind === "client" ? problem.clients : problem.facilities)[stop.index]!;
}

function secondsAt(problem: RoutingProblem, { kind, index }: PlannedStop): number {
  return kind === "client" ? problem.clients[index]!.serviceSeconds : problem.facilities[index]!.unloadSeconds;
}

function driveAlong(problem: RoutingProblem, vehicle: Vehicle, stops: readonly PlannedStop[], report: Report): Drive {
  const { distanceMetres, durationSeconds } = problem.profiles[vehicle.profile]!;
  const rule = vehicle.breakRule;
  const legs: number[] = [];
  const breakBefore: boolean[] = [];
  let [metres, seconds, sinceBreak, from] = [0, 0, 0, vehicle.startLocation];
  [...stops.map((stop) => placeOf(problem, stop).location), vehicle.endLocation].forEach((to, i) => {
    const leg = durationSeconds[from * problem.locationCount + to]!;
    const pause = rule !== null && sinceBreak + leg > rule.drivingSeconds;
    if (pause) sinceBreak = 0;
    if (rule !== null && leg > rule.drivingSeconds)
      report("breakLeg", rule.drivingSeconds, leg, "s", i < stops.length ? { stop: i } : {});
    metres += distanceMetres[from * problem.locationCount + to]!;
    seconds += leg;
    sinceBreak += leg;
    legs.push(leg + (pause ? rule.breakSeconds : 0));
    breakBefore.push(pause);
    from = to;
  });
  const most = vehicle.maxDrivingSeconds;
  if (most !== null && seconds > most) report("driving", most, seconds, "s");
  return { legs, breakBefore, metres, seconds };
}

/** The last end before the start; a day without windows is closed. */
function reportLate(problem: RoutingProblem, tour: HandTour, stop: number, start: number, report: Report): void {
  const { kind, index } = tour.stops[stop]!;
  const windows = placeOf(problem, tour.stops[stop]!).windows[tour.day] ?? [];
  const limit = windows.reduce((latest, window) => Math.max(latest, window.latest), 0);
  if (kind === "facility") report("facilityClosed", limit, start, "s", { stop, facility: index });
  else if (windows.length === 0) report("closed", 0, 1, "count", { stop, client: index });
  else report("window", limit, start, "s", { stop, client: index });
}

function routeOf(problem: RoutingProblem, tour: HandTour, drive: Drive, timing: Timing): Route {
  const vehicle = problem.vehicles[tour.vehicle]!;
  const breakSeconds = vehicle.breakRule?.breakSeconds ?? 0;
  const stops: Stop[] = [];
  let time = timing.departure;
  const rest = (i: number): void => {
    if (!drive.breakBefore[i]) return;
    stops.push({ kind: "break", index: -1, arrival: time, start: time, departure: time + breakSeconds });
    time += breakSeconds;
  };
  tour.stops.forEach((stop, i) => {
    rest(i);
    const arrival = time + drive.legs[i]! - (drive.breakBefore[i] ? breakSeconds : 0);
    const start = timing.starts[i]!;
    time = start + secondsAt(problem, stop);
    stops.push({ kind: stop.kind, index: stop.index, arrival, start, departure: time });
  });
  rest(tour.stops.length);
  const durationSeconds = timing.arrival - timing.departure;
  return {
    vehicle: tour.vehicle,
    day: tour.day,
    departure: timing.departure,
    stops,
    arrival: timing.arrival,
    distanceMetres: drive.metres,
    drivingSeconds: drive.seconds,
    durationSeconds,
    costCents:
      vehicle.fixedCents +
      Math.round((drive.metres * vehicle.centsPerKm) / 1000) +
      Math.round((durationSeconds * vehicle.centsPerHour) / 3600),
  };
}
