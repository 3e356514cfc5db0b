/**
 * Drives a tour as it stands and says everything that does not hold, with how far it goes beyond each limit. A tour
 * without fault comes out as the search would time and price it.
 */
import type { HandTour, JudgedTour } from "../../../domain/routing/handPlan.ts";
import type { RoutingProblem, TimeWindow } from "../../../domain/routing/problem.ts";
import type { Route, Stop } from "../../../domain/routing/solution.ts";
import type { Violation } from "../../../domain/routing/violation.ts";
import { routeCosts, sumOfCosts } from "../rates.ts";
import { judgeDispatch } from "./dispatch.ts";
import { type Drive, driveAlong, placeOf, secondsAt } from "./driving.ts";
import { gateCents, judgeLoads } from "./loads.ts";
import type { Report } from "./report.ts";
import { timeSequence, type Timing } from "./timing.ts";

/** A day off is judged as if the driver worked around the clock. */
const AROUND_THE_CLOCK: TimeWindow = { earliest: 0, latest: 86_400 };

/**
 * `tour.stops` as they are: facilities must have been placed (see `settle`). Indices must exist.
 *
 * @param notBefore when the service of a client may begin at the earliest, because of what other tours do
 */
export function judge(
  problem: RoutingProblem,
  tour: HandTour,
  notBefore: (client: number) => number = () => Number.NEGATIVE_INFINITY,
): JudgedTour {
  const vehicle = problem.vehicles[tour.vehicle]!;
  const violations: Violation[] = [];
  const report: Report = (code, limit, needed, unit, place = {}) => {
    const { stop = -1, client = -1, facility = -1 } = place;
    violations.push({ code, vehicle: tour.vehicle, day: tour.day, stop, client, facility, limit, needed, unit });
  };
  const shift = vehicle.shifts[tour.day] ?? null;
  if (shift === null) report("dayOff", 0, 1, "count");
  judgeLoads(problem, tour, report);
  judgeDispatch(problem, tour, report);
  const drive = driveAlong(problem, vehicle, tour.stops, report);
  const places = drive.visits.map((k) => tour.stops[k]!);
  const releases = releasesOf(problem, tour);
  const begin = shift ?? AROUND_THE_CLOCK;
  const timing = timeSequence({
    legs: drive.legs.map((leg, i) => leg + sum(drive.breaks[i]!)),
    services: places.map((stop) => secondsAt(problem, stop)),
    windows: places.map((stop) => placeOf(problem, stop).windows[tour.day] ?? []),
    shift: { earliest: Math.max(begin.earliest, releases.start), latest: begin.latest },
    floors: drive.visits.map((k) => {
      const { kind, index } = tour.stops[k]!;
      return kind === "client" ? notBefore(index) : releases.facility.get(k)! - secondsAt(problem, tour.stops[k]!);
    }),
  });
  for (const visit of timing.late) reportLate(problem, tour, drive.visits[visit]!, timing.starts[visit]!, report);
  if (shift !== null && timing.arrival > shift.latest) report("shift", shift.latest, timing.arrival, "s");
  const limit = (code: "driving" | "duration" | "distance", most: number | null | undefined, needed: number): void => {
    if (most !== null && most !== undefined && needed > most)
      report(code, most, needed, code === "distance" ? "m" : "s");
  };
  const clients = tour.stops.filter(({ kind }) => kind === "client").map(({ index }) => problem.clients[index]!);
  const { maxStops = Number.POSITIVE_INFINITY, maxLoadPerDay = Number.POSITIVE_INFINITY } = vehicle;
  const collected = sum(clients.map(({ load }) => load[0]!));
  if (clients.length > maxStops) report("maxStops", maxStops, clients.length, "count");
  if (collected > maxLoadPerDay) report("maxLoadPerDay", maxLoadPerDay, collected, problem.dimensions[0]!);
  limit("driving", vehicle.maxDrivingSeconds, drive.seconds);
  limit("duration", vehicle.maxDurationSeconds, timing.arrival - timing.departure);
  limit("distance", vehicle.maxDistanceMetres, drive.metres);
  return { route: routeOf(problem, tour, drive, timing), violations };
}

/** When each trip may begin at the earliest: the latest release of what it serves. Facilities by their position. */
function releasesOf(problem: RoutingProblem, { stops }: HandTour): { start: number; facility: Map<number, number> } {
  const facility = new Map<number, number>();
  let latest = Number.NEGATIVE_INFINITY;
  for (let k = stops.length - 1; k >= 0; k--) {
    const { kind, index } = stops[k]!;
    if (kind === "client") latest = Math.max(latest, problem.clients[index]!.releaseSeconds ?? latest);
    if (kind !== "facility") continue;
    facility.set(k, latest);
    latest = Number.NEGATIVE_INFINITY;
  }
  return { start: latest, facility };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
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
  const stops: Stop[] = [];
  let time = timing.departure;
  const rest = (pauses: readonly number[]): void => {
    for (const pause of pauses) {
      stops.push({ kind: "break", index: -1, arrival: time, start: time, departure: time + pause });
      time += pause;
    }
  };
  drive.visits.forEach((k, i) => {
    rest(drive.breaks[i]!);
    const { kind, index } = tour.stops[k]!;
    const arrival = time + drive.legs[i]!;
    const start = timing.starts[i]!;
    time = start + secondsAt(problem, tour.stops[k]!);
    stops.push({ kind, index, arrival, start, departure: time });
  });
  rest(drive.breaks.at(-1)!);
  const durationSeconds = timing.arrival - timing.departure;
  const costs = routeCosts(vehicle, drive.metres, drive.tollMetres, durationSeconds, gateCents(problem, tour));
  return {
    vehicle: tour.vehicle,
    day: tour.day,
    departure: timing.departure,
    stops,
    arrival: timing.arrival,
    distanceMetres: drive.metres,
    drivingSeconds: drive.seconds,
    durationSeconds,
    costCents: sumOfCosts(costs),
    costs,
  };
}
