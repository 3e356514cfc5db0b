/**
 * The way of a hand-made tour: legs, breaks, metres. Breaks that the tour names are taken where it names them; a tour
 * that names none takes a whole one before each leg that would be too much, as the search does.
 */
import type { BreakRule, RoutingProblem, TimeWindow, Vehicle } from "../../../domain/routing/problem.ts";
import type { PlannedStop } from "../../../domain/routing/handPlan.ts";
import type { Report } from "./report.ts";

/** A stop as it is timed: lunch is a break that may have to wait for its time. */
export interface TimedStop extends PlannedStop {
  readonly isLunch?: boolean;
}

export interface Drive {
  /** All stops but breaks (lunch is one of them), in order, by their position in the tour. */
  readonly visits: readonly number[];
  /** Seconds of travel to each visit and to the end. */
  readonly legs: readonly number[];
  /** Breaks before each of these legs, in seconds. */
  readonly breaks: readonly (readonly number[])[];
  readonly metres: number;
  readonly tollMetres: number;
  readonly seconds: number;
}

/** Where a stop is, when it may begin, and how long it takes. */
export interface StopPlace {
  readonly location: number;
  readonly seconds: number;
  /** By day; absent: at any time. */
  readonly windows?: readonly (readonly TimeWindow[])[];
  readonly restsDriver?: boolean;
}

/** @param stop no break */
export function placeOf({ clients, facilities, yards = [] }: RoutingProblem, { kind, index }: PlannedStop): StopPlace {
  if (kind === "facility") return { ...facilities[index]!, seconds: facilities[index]!.unloadSeconds };
  if (kind === "yard") return { ...yards[index]!, seconds: yards[index]!.serviceSeconds };
  const { location, windows, serviceSeconds, job, restsDriver = false } = clients[index]!;
  if (kind === "return") return { location, windows, seconds: job?.returnSeconds ?? 0 };
  return { location, windows, seconds: serviceSeconds, restsDriver };
}

/** @param automatic whole breaks are taken when they are due; otherwise where the tour names them */
export function driveAlong(
  problem: RoutingProblem,
  vehicle: Vehicle,
  stops: readonly TimedStop[],
  automatic: boolean,
  report: Report,
): Drive {
  const { distanceMetres, durationSeconds, tollMetres } = problem.profiles[vehicle.profile]!;
  const wheel = new Wheel(vehicle.breakRule, automatic, report);
  const visits: number[] = [];
  const legs: number[] = [];
  const breaks: number[][] = [];
  let pauses: number[] = [];
  let [metres, toll, seconds, from] = [0, 0, 0, vehicle.startLocation];
  const drive = (to: number, stop: number): void => {
    const arc = from * problem.locationCount + to;
    const leg = durationSeconds[arc]!;
    if (wheel.mustRestBefore(leg)) pauses.push(vehicle.breakRule!.breakSeconds);
    wheel.drive(leg, stop);
    metres += distanceMetres[arc]!;
    toll += tollMetres?.[arc] ?? distanceMetres[arc]! * (vehicle.tollShare ?? 0);
    seconds += leg;
    legs.push(leg);
    breaks.push(pauses);
    pauses = [];
    from = to;
  };
  stops.forEach((stop, k) => {
    if (stop.isLunch === true) {
      wheel.takeBreak(stop.seconds!, k);
      visits.push(k);
      legs.push(0);
      breaks.push(pauses);
      pauses = [];
      return undefined;
    }
    if (stop.kind === "break") {
      pauses.push(stop.seconds ?? vehicle.breakRule?.breakSeconds ?? 0);
      return wheel.takeBreak(pauses.at(-1)!, k);
    }
    const place = placeOf(problem, stop);
    drive(place.location, k);
    visits.push(k);
    if (place.restsDriver === true) wheel.rest(place.seconds);
    return undefined;
  });
  drive(vehicle.endLocation, -1);
  return { visits, legs, breaks, metres, tollMetres: toll, seconds };
}

/** Driving since the last break (EU 561/2006, article 7). */
class Wheel {
  private since = 0;
  /** The first part of a split break has been taken. */
  private firstPart = false;
  private readonly rule: BreakRule | null;
  private readonly automatic: boolean;
  private readonly report: Report;

  constructor(rule: BreakRule | null, automatic: boolean, report: Report) {
    this.rule = rule;
    this.automatic = automatic;
    this.report = report;
  }

  /** Takes a whole break, if the tour leaves breaks open and the leg would be too much without one. */
  mustRestBefore(leg: number): boolean {
    if (this.rule === null || !this.automatic || this.since + leg <= this.rule.drivingSeconds) return false;
    this.rest(this.rule.breakSeconds);
    return true;
  }

  drive(leg: number, stop: number): void {
    this.since += leg;
    if (this.rule === null || this.since <= this.rule.drivingSeconds) return;
    const code = leg > this.rule.drivingSeconds ? "breakLeg" : "breakMissing";
    this.report(code, this.rule.drivingSeconds, code === "breakLeg" ? leg : this.since, "s", { stop });
  }

  takeBreak(seconds: number, stop: number): void {
    const due = this.due();
    if (seconds < due) this.report("breakShort", seconds, due, "s", { stop });
    else this.rest(seconds);
  }

  /** What is too short to count changes nothing. */
  rest(seconds: number): void {
    if (seconds < this.due()) return;
    const whole = this.firstPart || seconds >= (this.rule?.breakSeconds ?? 0);
    if (whole) this.since = 0;
    this.firstPart = !whole;
  }

  private due(): number {
    return this.rule?.split?.[this.firstPart ? 1 : 0] ?? this.rule?.breakSeconds ?? 0;
  }
}
