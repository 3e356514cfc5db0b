/** The clock of one route: travel, waiting, windows, service, breaks, shift, and the totals that follow from them. */
import type { Problem } from "../../domain/problem.ts";
import type {
  BreakRule,
  Plane,
  RoutingProblem,
  TimeWindow,
  TravelProfile,
  Vehicle,
} from "../../domain/routing/problem.ts";
import type { Route, Stop } from "../../domain/routing/solution.ts";
import { apart, differs, finding, roundingSlack } from "./finding.ts";

/** Clock times may differ by this much from re-added real durations. */
const SLACK_SECONDS = 1e-6;

/** Where the vehicle stands while its route is walked. */
interface Walk {
  location: number;
  clock: number;
  metres: number;
  driving: number;
  drivingSinceBreak: number;
  /** The first part of a split break has been taken since the last whole one. */
  firstPart: boolean;
}

interface Leg {
  readonly metres: number;
  readonly seconds: number;
}

/** @param id how the route is named in findings */
export function checkRouteTimes(problem: RoutingProblem, route: Route, id: string): Problem[] {
  const vehicle = problem.vehicles[route.vehicle]!;
  const walk: Walk = {
    location: vehicle.startLocation,
    clock: route.departure,
    metres: 0,
    driving: 0,
    drivingSinceBreak: 0,
    firstPart: false,
  };
  const findings = checkShift(vehicle, route, id);
  route.stops.forEach((stop, k) => {
    const place = `${id}, stop ${k}`;
    if (stop.kind === "break") findings.push(...takeBreak(vehicle, stop, walk, place));
    else findings.push(...visit(problem, route, stop, walk, place));
    walk.clock = stop.departure;
  });
  findings.push(...drive(problem, vehicle, vehicle.endLocation, route.arrival, walk, `${id}, end`));
  return [...findings, ...checkReleases(problem, route, id), ...checkWalkTotals(vehicle, route, walk, id)];
}

/** A trip begins when the vehicle leaves its start or a facility; nothing it serves may be released later. */
function checkReleases(problem: RoutingProblem, route: Route, id: string): Problem[] {
  let began = route.departure;
  return route.stops.flatMap((stop, k) => {
    if (stop.kind === "facility") began = stop.departure;
    const release = stop.kind === "client" ? (problem.clients[stop.index]?.releaseSeconds ?? 0) : 0;
    if (release <= began + SLACK_SECONDS) return [];
    const cause = `The trip began at ${began} s; client ${stop.index} is released at ${release} s.`;
    return [finding("check.route.release", { id: `${id}, stop ${k}` }, cause, "Begin the trip later.")];
  });
}

function checkShift(vehicle: Vehicle, route: Route, id: string): Problem[] {
  const shift = vehicle.shifts[route.day] ?? null;
  if (shift === null)
    return [
      finding("check.route.dayOff", { id }, "The vehicle does not work on this day.", "Choose another day or vehicle."),
    ];
  const findings: Problem[] = [];
  if (!(route.departure >= shift.earliest - SLACK_SECONDS)) {
    findings.push(
      finding(
        "check.route.shift",
        { id, field: "departure" },
        `Leaves at ${route.departure} s; the shift begins at ${shift.earliest} s.`,
        "Leave later.",
      ),
    );
  }
  if (!(route.arrival <= shift.latest + SLACK_SECONDS)) {
    findings.push(
      finding(
        "check.route.shift",
        { id, field: "arrival" },
        `Is back at ${route.arrival} s; the shift ends at ${shift.latest} s.`,
        "Serve less.",
      ),
    );
  }
  return findings;
}

/** Drives on to a location and compares the stated arrival with the clock. */
function drive(
  problem: RoutingProblem,
  vehicle: Vehicle,
  to: number,
  arrival: number,
  walk: Walk,
  id: string,
): Problem[] {
  const leg = legOf(problem.profiles[vehicle.profile], walk.location, to, problem.locationCount);
  if (leg === null)
    return [
      finding(
        "check.route.noWay",
        { id },
        `No travel is known from location ${walk.location} to ${to}.`,
        "Use locations of the problem.",
      ),
    ];
  const due = walk.clock + leg.seconds;
  walk.location = to;
  walk.metres += leg.metres;
  walk.driving += leg.seconds;
  walk.drivingSinceBreak += leg.seconds;
  const findings = checkWheelTime(vehicle, walk, id);
  if (apart(arrival, due, SLACK_SECONDS))
    findings.push(
      differs(
        "check.route.arrival",
        { id, field: "arrival" },
        arrival,
        due,
        "the departure before and the travel time",
      ),
    );
  return findings;
}

function legOf(profile: TravelProfile | undefined, from: number, to: number, locations: number): Leg | null {
  if (profile?.plane !== undefined && profile.distanceMetres.length === 0) return planeLeg(profile.plane, from, to);
  const metres = profile?.distanceMetres[from * locations + to];
  const seconds = profile?.durationSeconds[from * locations + to];
  return metres === undefined || seconds === undefined ? null : { metres, seconds };
}

function planeLeg({ x, y, whole }: Plane, from: number, to: number): Leg | null {
  if (!(from in x) || !(to in x)) return null;
  const exact = Math.hypot(x[from]! - x[to]!, y[from]! - y[to]!);
  const metres = whole ? Math.floor(exact + 0.5) : exact;
  return { metres, seconds: metres };
}

function checkWheelTime({ breakRule }: Vehicle, walk: Walk, id: string): Problem[] {
  if (breakRule === null || walk.drivingSinceBreak <= breakRule.drivingSeconds + SLACK_SECONDS) return [];
  const cause = `${walk.drivingSinceBreak} s at the wheel without a break; a break is due after ${breakRule.drivingSeconds} s.`;
  return [finding("check.route.breakMissing", { id }, cause, "Take a break before.")];
}

/** A break is taken where the vehicle stands; nothing is driven to reach it. */
function takeBreak({ breakRule }: Vehicle, stop: Stop, walk: Walk, id: string): Problem[] {
  const findings: Problem[] = [];
  if (apart(stop.arrival, walk.clock, SLACK_SECONDS)) {
    findings.push(
      differs(
        "check.route.arrival",
        { id, field: "arrival" },
        stop.arrival,
        walk.clock,
        "the departure of the stop before",
      ),
    );
  }
  findings.push(...checkStart(stop, id));
  const length = stop.departure - stop.start;
  const needed = breakNeeded(breakRule, walk.firstPart);
  if (!(length >= needed - SLACK_SECONDS)) {
    findings.push(
      finding("check.route.breakShort", { id }, `The break lasts ${length} s; ${needed} s are due.`, "Make it longer."),
    );
  } else rest(breakRule, length, walk);
  return findings;
}

/** The shortest break that counts: the whole, or the part whose turn it is. */
function breakNeeded(rule: BreakRule | null, firstPart: boolean): number {
  return rule?.split?.[firstPart ? 1 : 0] ?? rule?.breakSeconds ?? 0;
}

/** Counts a rest of `length` seconds; one that is too short for anything changes nothing. */
function rest(rule: BreakRule | null, length: number, walk: Walk): void {
  if (!(length >= breakNeeded(rule, walk.firstPart) - SLACK_SECONDS)) return;
  const whole = length >= (rule?.breakSeconds ?? 0) - SLACK_SECONDS || walk.firstPart;
  if (whole) walk.drivingSinceBreak = 0;
  walk.firstPart = !whole;
}

function visit(problem: RoutingProblem, route: Route, stop: Stop, walk: Walk, id: string): Problem[] {
  const vehicle = problem.vehicles[route.vehicle]!;
  const place = placeOf(problem, stop);
  const findings = drive(problem, vehicle, place.location, stop.arrival, walk, id);
  if (place.restsDriver === true) rest(vehicle.breakRule, stop.departure - stop.start, walk);
  findings.push(...checkStart(stop, id), ...checkWindow(place.windows[route.day] ?? [], stop, id));
  if (apart(stop.departure, stop.start + place.seconds, SLACK_SECONDS)) {
    findings.push(
      differs(
        "check.route.departure",
        { id, field: "departure" },
        stop.departure,
        stop.start + place.seconds,
        "the start and the time the visit takes",
      ),
    );
  }
  return findings;
}

interface VisitedPlace {
  readonly location: number;
  readonly seconds: number;
  readonly windows: readonly (readonly TimeWindow[])[];
  readonly restsDriver?: boolean;
}

function placeOf(problem: RoutingProblem, { kind, index }: Stop): VisitedPlace {
  if (kind === "facility") {
    const facility = problem.facilities[index]!;
    return { ...facility, seconds: facility.unloadSeconds };
  }
  if (kind === "yard") {
    const { location, serviceSeconds, windows } = problem.yards![index]!;
    const open = { earliest: Number.NEGATIVE_INFINITY, latest: Number.POSITIVE_INFINITY };
    return {
      location,
      seconds: serviceSeconds,
      windows: windows ?? Array.from({ length: problem.days }, () => [open]),
    };
  }
  const { location, windows, serviceSeconds, job, restsDriver = false } = problem.clients[index]!;
  if (kind === "return") return { location, windows, seconds: job?.returnSeconds ?? 0 };
  return { location, windows, seconds: serviceSeconds, restsDriver };
}

function checkStart(stop: Stop, id: string): Problem[] {
  if (stop.start >= stop.arrival - SLACK_SECONDS) return [];
  return [
    finding(
      "check.route.start",
      { id, field: "start" },
      `Begins at ${stop.start} s, before the arrival at ${stop.arrival} s.`,
      "Begin on arrival or later.",
    ),
  ];
}

function checkWindow(windows: readonly TimeWindow[], stop: Stop, id: string): Problem[] {
  if (windows.some((w) => stop.start >= w.earliest - SLACK_SECONDS && stop.start <= w.latest + SLACK_SECONDS))
    return [];
  const open = windows.map((w) => `${w.earliest}–${w.latest}`).join(", ") || "never";
  return [
    finding(
      "check.route.window",
      { id, field: "start" },
      `${stop.kind} ${stop.index} begins at ${stop.start} s; it is open ${open}.`,
      "Come while it is open.",
    ),
  ];
}

function checkWalkTotals(vehicle: Vehicle, route: Route, walk: Walk, id: string): Problem[] {
  const findings: Problem[] = [];
  const compare = (field: "distanceMetres" | "drivingSeconds" | "durationSeconds", derived: number, from: string) => {
    if (apart(route[field], derived, roundingSlack(derived, 1e-9)))
      findings.push(differs(`check.route.${field}`, { id, field }, route[field], derived, from));
  };
  compare("distanceMetres", walk.metres, "the legs");
  compare("drivingSeconds", walk.driving, "the legs");
  compare("durationSeconds", route.arrival - route.departure, "departure and arrival");
  if (vehicle.maxDrivingSeconds !== null && walk.driving > vehicle.maxDrivingSeconds + SLACK_SECONDS) {
    findings.push(
      finding(
        "check.route.maxDriving",
        { id },
        `${walk.driving} s of driving; ${vehicle.maxDrivingSeconds} s are allowed.`,
        "Serve less.",
      ),
    );
  }
  return [...findings, ...checkRouteLimits(vehicle, route, walk, id)];
}

function checkRouteLimits(vehicle: Vehicle, route: Route, walk: Walk, id: string): Problem[] {
  const findings: Problem[] = [];
  const { maxDistanceMetres, maxDurationSeconds } = vehicle;
  if (maxDistanceMetres !== undefined && !(walk.metres <= maxDistanceMetres + SLACK_SECONDS)) {
    const cause = `${walk.metres} m on one route; ${maxDistanceMetres} m are allowed.`;
    findings.push(finding("check.route.maxDistance", { id }, cause, "Serve less."));
  }
  const seconds = route.arrival - route.departure;
  if (maxDurationSeconds !== undefined && !(seconds <= maxDurationSeconds + SLACK_SECONDS)) {
    const cause = `The route takes ${seconds} s; ${maxDurationSeconds} s are allowed.`;
    findings.push(finding("check.route.maxDuration", { id }, cause, "Serve less."));
  }
  return findings;
}
