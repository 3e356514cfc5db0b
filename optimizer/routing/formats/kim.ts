/**
 * Waste collection with landfills, time windows and lunch (Kim, Kim and Sahoo 2006, 10.1016/j.cor.2005.02.045).
 *
 * Five numbers, one a line (capacity, most load a day, most stops a day, lunch in seconds, miles per hour), a header,
 * then one place a line: id, x and y in feet, earliest and latest HHMM, service in seconds, load, type (0 depot, 1 stop,
 * 2 landfill). Ways are rectilinear. Some files write hundredths of an hour instead of minutes (0775, 1675); where any
 * time of a file could not be a minute, all of them are read so. Lunch begins between 11:00 and 12:00; a vehicle that is
 * back by 12:00, or leaves after, needs none.
 */
import { InputError, type Problem } from "../../../domain/problem.ts";
import type { Client, Facility, RoutingProblem, TimeWindow, Vehicle } from "../../../domain/routing/problem.ts";

export interface KimPlace {
  readonly id: string;
  /** Feet. */
  readonly x: number;
  readonly y: number;
  /** Seconds after midnight. */
  readonly window: TimeWindow;
  readonly serviceSeconds: number;
  readonly load: number;
}

export interface Kim {
  readonly capacity: number;
  readonly maxLoadPerDay: number;
  readonly maxStops: number;
  readonly lunchSeconds: number;
  readonly milesPerHour: number;
  readonly depot: KimPlace;
  readonly stops: readonly KimPlace[];
  readonly landfills: readonly KimPlace[];
}

const HEAD = ["capacity", "maxLoadPerDay", "maxStops", "lunchSeconds", "milesPerHour"] as const;
const COLUMNS = ["id", "x", "y", "earliest", "latest", "service", "load", "type"] as const;

interface Line {
  readonly row: number;
  readonly cells: readonly string[];
}

type Report = (row: number, field: string, cause: string, action: string, code?: string) => void;

/** Throws `InputError` with every fault, each with its line. `file` is only named in problems. */
export function parseKim(text: string, file = "stops.txt"): Kim {
  const problems: Problem[] = [];
  const report: Report = (row, field, cause, action, code = "value.invalid") => {
    problems.push({ code, severity: "error", place: { file, row, field }, cause, action });
  };
  const lines = text.split(/\r\n|\r|\n/).map((line, k): Line => ({ row: k + 1, cells: line.trim().split(/\s+/) }));
  const head = HEAD.map((field, k) => headNumber(lines[k], k + 1, field, report));
  const rows = lines.slice(HEAD.length + 1).filter(({ cells }) => cells.join("") !== "");
  const usesHundredths = rows.some(({ cells }) => [cells[3], cells[4]].some((time) => Number(time) % 100 >= 60));
  const places = rows.map((line) => readPlace(line, usesHundredths, report));
  const ofType = (type: string): KimPlace[] => places.flatMap((one) => (one?.type === type ? [one.place] : []));
  const depots = ofType("0");
  if (depots.length !== 1) {
    report(HEAD.length + 2, "type", `There are ${depots.length} depots.`, "Give exactly one place of type 0.");
  }
  if (ofType("2").length === 0) {
    report(HEAD.length + 2, "type", "There is no landfill.", "Give at least one place of type 2.");
  }
  const [capacity, maxLoadPerDay, maxStops, lunchSeconds, milesPerHour] = head as [
    number,
    number,
    number,
    number,
    number,
  ];
  const kim = { capacity, maxLoadPerDay, maxStops, lunchSeconds, milesPerHour };
  if (problems.length > 0) throw new InputError(problems);
  return { ...kim, depot: depots[0]!, stops: ofType("1"), landfills: ofType("2") };
}

/** The first number of a line; a comment may follow. */
function headNumber(line: Line | undefined, row: number, field: string, report: Report): number {
  const text = line?.cells[0]?.split("/")[0] ?? "";
  const value = Number(text);
  const least = field === "milesPerHour" ? Number.MIN_VALUE : 0;
  if (text !== "" && value >= least && Number.isFinite(value)) return value;
  report(row, field, text === "" ? "There is no number." : `It is "${text}".`, "Give a number of at least 0.");
  return 1;
}

function readPlace({ row, cells }: Line, usesHundredths: boolean, report: Report) {
  if (cells.length !== COLUMNS.length) {
    const cause = `The line has ${cells.length} values instead of ${COLUMNS.length}.`;
    report(row, "", cause, `Give ${COLUMNS.join(", ")}.`, "row.columns");
    return null;
  }
  const [id, x, y, earliest, latest, service, load, type] = cells as [string, ...string[]];
  const number = (text: string | undefined, field: string, least = 0): number => {
    const value = Number(text);
    if (Number.isFinite(value) && value >= least) return value;
    const bound = least === 0 ? " of at least 0" : "";
    report(row, field, `It is "${text}".`, `Give a number${bound}.`);
    return 0;
  };
  const clock = (text: string | undefined, field: string): number => secondsOf(number(text, field), usesHundredths);
  const window = { earliest: clock(earliest, "earliest"), latest: clock(latest, "latest") };
  if (window.earliest > window.latest) {
    report(row, "latest", `It opens at ${earliest} and closes at ${latest}.`, "Give the earlier time first.");
  }
  if (!["0", "1", "2"].includes(type!)) report(row, "type", `It is "${type}".`, "Use 0, 1 or 2.");
  const anywhere = Number.NEGATIVE_INFINITY;
  const place: KimPlace = {
    id,
    x: number(x, "x", anywhere),
    y: number(y, "y", anywhere),
    window,
    serviceSeconds: number(service, "service"),
    load: number(load, "load"),
  };
  return { type, place };
}

function secondsOf(time: number, usesHundredths: boolean): number {
  return Math.floor(time / 100) * 3600 + (time % 100) * (usesHundredths ? 36 : 60);
}

const FEET_PER_MILE = 5280;
const METRES_PER_FOOT = 0.3048;
/** A vehicle counts as much as 100 miles: fewer vehicles first, then the way. One cent is a metre. */
const FIXED_CENTS = Math.round(100 * FEET_PER_MILE * METRES_PER_FOOT);

/** Location 0 is the depot, then come the stops and the landfills. As many vehicles as could be needed by any measure. */
export function kimProblem(kim: Kim): RoutingProblem {
  const places = [kim.depot, ...kim.stops, ...kim.landfills];
  const size = places.length;
  const feet = new Float64Array(size * size);
  places.forEach((a, from) =>
    places.forEach((b, to) => (feet[from * size + to] = Math.abs(a.x - b.x) + Math.abs(a.y - b.y))),
  );
  const facilities = kim.landfills.map((place, f): Facility => ({
    location: 1 + kim.stops.length + f,
    unloadSeconds: place.serviceSeconds,
    windows: [[place.window]],
    capacityPerDay: null,
  }));
  const clients = kim.stops.map((place, c): Client => ({
    location: 1 + c,
    load: [place.load],
    serviceSeconds: place.serviceSeconds,
    windows: [[place.window]],
    capabilities: 0,
    material: 0,
    facilities: facilities.map((_, f) => f),
    prizeCents: null,
  }));
  const vehicle: Vehicle = {
    startLocation: 0,
    endLocation: 0,
    shifts: [kim.depot.window],
    capacity: [kim.capacity],
    capabilities: 0,
    profile: 0,
    fixedCents: FIXED_CENTS,
    centsPerKm: 1000,
    centsPerHour: 0,
    maxDrivingSeconds: null,
    breakRule: null,
    lunch: { earliest: 11 * 3600, latest: 12 * 3600, seconds: kim.lunchSeconds },
    maxStops: kim.maxStops,
    maxLoadPerDay: kim.maxLoadPerDay,
  };
  const trips = Math.ceil(kim.stops.reduce((sum, { load }) => sum + load, 0) / kim.capacity);
  return {
    locationCount: size,
    days: 1,
    dimensions: ["yards"],
    profiles: [
      {
        distanceMetres: feet.map((way) => way * METRES_PER_FOOT),
        durationSeconds: feet.map((way) => (way / FEET_PER_MILE / kim.milesPerHour) * 3600),
      },
    ],
    clients,
    facilities,
    vehicles: Array.from({ length: Math.min(kim.stops.length, 2 * trips + 10) }, () => vehicle),
  };
}
