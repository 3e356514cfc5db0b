/**
 * Drives a tour as it stands and says everything that does not hold, with how far it goes beyond each limit. A tour
 * without fault comes out as the search would time and price it.
 */
import type { HandTour, JudgedTour } from "../../../domain/routing/handPlan.ts";
import type { RoutingProblem, TimeWindow, Vehicle } from "../../../domain/routing/problem.ts";
import type { Route, Stop } from "../../../domain/routing/solution.ts";
import type { Violation } from "../../../domain/routing/violation.ts";
import { routeCosts, sumOfCosts } from "../rates.ts";
import { judgeDispatch } from "./dispatch.ts";
import { judgeContainers } from "./containers.ts";
import { type Drive, driveAlong, placeOf, type TimedStop } from "./driving.ts";
import { gateCents, judgeLoads } from "./loads.ts";
import { type LunchChoice, lunchChoices, missesLunch } from "./lunch.ts";
import type { Report } from "./report.ts";
import { timeSequence, type Timing } from "./timing.ts";

/** A day off is judged as if the driver worked around the clock. */
const AROUND_THE_CLOCK: TimeWindow = { earliest: 0, latest: 86_400 };
const ALWAYS: TimeWindow = { earliest: Number.NEGATIVE_INFINITY, latest: Number.POSITIVE_INFINITY };

const AT_ANY_TIME = Number.NEGATIVE_INFINITY;

/**
 * `tour.stops` as they are: facilities must have been placed (see `settle`). Indices must exist. Lunch is had where that
 * breaks the fewest rules, then where it costs least.
 *
 * @param notBefore when the service of a client may begin at the earliest, because of what other tours do
 */
export function judge(
  problem: RoutingProblem,
  tour: HandTour,
  notBefore: (client: number) => number = () => AT_ANY_TIME,
): JudgedTour {
  let best: JudgedTour | null = null;
  for (const choice of lunchChoices(tour, problem.vehicles[tour.vehicle]!.lunch)) {
    const judged = judgeWith(problem, tour, choice, notBefore);
    if (best === null || isBetter(judged, best)) best = judged;
    if (best.violations.length === 0 && choice.stops === tour.stops && choice.notBefore === AT_ANY_TIME) break;
  }
  return best!;
}

function isBetter(a: JudgedTour, b: JudgedTour): boolean {
  const fewer = b.violations.length - a.violations.length;
  return fewer > 0 || (fewer === 0 && a.route.costCents < b.route.costCents);
}

function judgeWith(
  problem: RoutingProblem,
  given: HandTour,
  choice: LunchChoice,
  notBefore: (client: number) => number,
): JudgedTour {
  const tour: TimedTour = { ...given, stops: choice.stops };
  const vehicle = problem.vehicles[tour.vehicle]!;
  const violations: Violation[] = [];
  const report: Report = (code, limit, needed, unit, place = {}) => {
    const { stop: at = -1, client = -1, facility = -1, yard } = place;
    const stop = at > choice.added ? at - 1 : at;
    const where = { stop, client, facility, ...(yard === undefined ? {} : { yard }) };
    violations.push({ code, vehicle: tour.vehicle, day: tour.day, ...where, limit, needed, unit });
  };
  const shift = vehicle.shifts[tour.day] ?? null;
  if (shift === null) report("dayOff", 0, 1, "count");
  judgeLoads(problem, tour, report);
  judgeContainers(problem, tour, report);
  judgeDispatch(problem, tour, report);
  const automatic = !given.stops.some(({ kind }) => kind === "break");
  const drive = driveAlong(problem, vehicle, tour.stops, automatic, report);
  const releases = releasesOf(problem, tour);
  const begin = shift ?? AROUND_THE_CLOCK;
  const visits = drive.visits.map((k) => visitOf(problem, vehicle, tour, k));
  const timing = timeSequence({
    legs: drive.legs.map((leg, i) => leg + sum(drive.breaks[i]!)),
    services: visits.map(({ seconds }) => seconds),
    windows: visits.map(({ windows }) => windows),
    shift: { earliest: Math.max(begin.earliest, releases.start, choice.notBefore), latest: begin.latest },
    floors: drive.visits.map((k, i) => {
      const { kind, index } = tour.stops[k]!;
      if (kind === "client") return notBefore(index);
      return kind === "facility" ? releases.facility.get(k)! - visits[i]!.seconds : AT_ANY_TIME;
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
  const route = routeOf(problem, tour, drive, timing);
  if (missesLunch(vehicle.lunch, route)) report("lunch", 0, 1, "count");
  return { route, violations };
}

/** A tour whose lunch is one of its stops. */
interface TimedTour extends HandTour {
  readonly stops: readonly TimedStop[];
}

interface Visit {
  readonly seconds: number;
  readonly windows: readonly TimeWindow[];
}

/** How long a stop takes and when it may begin. */
function visitOf(problem: RoutingProblem, { lunch }: Vehicle, { day, stops }: TimedTour, k: number): Visit {
  const stop = stops[k]!;
  if (stop.kind === "break") return { seconds: stop.seconds!, windows: [lunch!] };
  const { seconds, windows } = placeOf(problem, stop);
  return { seconds, windows: windows === undefined ? [ALWAYS] : (windows[day] ?? []) };
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

/** The last end before the start; a day without windows is closed. That lunch is late is told by `missesLunch`. */
function reportLate(problem: RoutingProblem, tour: HandTour, stop: number, start: number, report: Report): void {
  const { kind, index } = tour.stops[stop]!;
  if (kind === "break") return;
  const windows = placeOf(problem, tour.stops[stop]!).windows?.[tour.day] ?? [];
  const limit = windows.reduce((latest, window) => Math.max(latest, window.latest), 0);
  if (kind === "yard") report("yardClosed", limit, start, "s", { stop, yard: index });
  else if (kind === "facility") report("facilityClosed", limit, start, "s", { stop, facility: index });
  else if (windows.length === 0) report("closed", 0, 1, "count", { stop, client: index });
  else report("window", limit, start, "s", { stop, client: index });
}

function routeOf(problem: RoutingProblem, tour: TimedTour, drive: Drive, timing: Timing): Route {
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
    const { kind, index, empties } = tour.stops[k]!;
    const arrival = time + drive.legs[i]!;
    const start = timing.starts[i]!;
    time = start + visitOf(problem, vehicle, tour, k).seconds;
    stops.push({ kind, index, arrival, start, departure: time, ...(empties === undefined ? {} : { empties }) });
  });
  rest(drive.breaks.at(-1)!);
  const durationSeconds = timing.arrival - timing.departure;
  const costs = routeCosts(vehicle, drive.metres, drive.tollMetres, durationSeconds, gateCents(problem, tour));
  return {
    vehicle: tour.vehicle,
    day: tour.day,
    departure: timing.departure,
    ...(tour.startEmpties === undefined ? {} : { startEmpties: tour.startEmpties }),
    stops,
    arrival: timing.arrival,
    distanceMetres: drive.metres,
    drivingSeconds: drive.seconds,
    durationSeconds,
    costCents: sumOfCosts(costs),
    costs,
  };
}
