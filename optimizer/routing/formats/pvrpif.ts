/**
 * Periodic waste collection with intermediate facilities as GeoJSON (Taverna and Tilk, iolab-uniud/pvrpif-instances).
 *
 * `info` names the fleet and the horizon, `features` the depot, customers and facilities, `duration` the travel between
 * them by id, in minutes. Objective: minutes of travel of all routes of all days. A route starts and ends at the depot
 * and ends empty; travel and service together last at most `maxDuration`. A customer of frequency f is visited f times,
 * evenly spaced, the first visit on any of the days that leaves room for the rest.
 */
import { InputError, type Place, type Problem } from "../../../domain/problem.ts";
import { readJson } from "../../../domain/readJson.ts";
import type { Client, Facility, RoutingProblem, Vehicle } from "../../../domain/routing/problem.ts";
import type { RoutingSolution } from "../../../domain/routing/solution.ts";

export interface PvrpifCustomer {
  readonly id: number;
  readonly demand: number;
  /** Minutes. */
  readonly service: number;
  /** Visits within the horizon; divides the number of days. */
  readonly frequency: number;
}

export interface Pvrpif {
  readonly days: number;
  readonly vehicles: number;
  readonly capacity: number;
  /** Minutes. */
  readonly maxDuration: number;
  readonly depot: number;
  readonly customers: readonly PvrpifCustomer[];
  readonly facilities: readonly number[];
  /** Ids run from 0 to size - 1. */
  readonly size: number;
  /** Minutes, row-major by id. */
  readonly duration: Float64Array;
}

type Report = (place: Place, cause: string, action: string, code?: string) => void;
type Fields = Readonly<Record<string, unknown>>;

/** Throws `InputError` with every fault and its place. `file` is only named in problems. */
export function parsePvrpif(text: string, file = "instance.geojson"): Pvrpif {
  const problems: Problem[] = [];
  const report: Report = (place, cause, action, code = "value.invalid") => {
    problems.push({ code, severity: "error", place: { file, ...place }, cause, action });
  };
  const parsed = read(file, text, problems, report);
  if (parsed === null) throw new InputError(problems);
  const info = fieldsOf(parsed["info"]);
  if (info === null) missing(report, { field: "info" });
  const count = (field: string): number => numberOf(info ?? {}, field, { id: "info" }, report, 1, true);
  const frame = { days: count("planningHorizon"), vehicles: count("numVehicles") };
  const limits = {
    capacity: numberOf(info ?? {}, "maxCapacity", { id: "info" }, report),
    maxDuration: numberOf(info ?? {}, "maxDuration", { id: "info" }, report),
  };
  const places = readPlaces(parsed["features"], frame.days, limits.capacity, report);
  const duration = readMatrix(parsed["duration"], places.size, report);
  if (problems.length > 0) throw new InputError(problems);
  return { ...frame, ...limits, ...places, duration };
}

function read(file: string, text: string, problems: Problem[], report: Report): Fields | null {
  const json = readJson(file, text);
  if (!json.ok) problems.push(json.problem);
  const fields = json.ok ? fieldsOf(json.value) : null;
  if (json.ok && fields === null) report({}, "The file holds no JSON object.", "Give a GeoJSON FeatureCollection.");
  return fields;
}

function readPlaces(features: unknown, days: number, capacity: number, report: Report) {
  const customers: PvrpifCustomer[] = [];
  const facilities: number[] = [];
  const depots: number[] = [];
  const list = Array.isArray(features) ? (features as unknown[]) : [];
  if (list.length === 0) missing(report, { field: "features" });
  const seen = new Set<number>();
  list.forEach((feature, k) => {
    const properties = fieldsOf(fieldsOf(feature)?.["properties"]);
    const place = { id: `feature ${k}` };
    if (properties === null) return missing(report, { ...place, field: "properties" });
    const id = numberOf(properties, "id", place, report, 0, true);
    if (id >= list.length) {
      report({ ...place, field: "id" }, `The id is ${id}.`, `Number the features from 0 to ${list.length - 1}.`);
    }
    if (seen.has(id)) report({ ...place, field: "id" }, `The id ${id} is taken.`, "Number them anew.", "id.duplicate");
    seen.add(id);
    const type = properties["type"];
    if (type === "depot") depots.push(id);
    else if (type === "intermediateFacility") facilities.push(id);
    else if (type === "customer") customers.push(readCustomer(properties, id, days, capacity, report));
    else {
      const cause = `The type is ${JSON.stringify(type)}.`;
      report({ ...place, field: "type" }, cause, "Use depot, customer or intermediateFacility.");
    }
    return undefined;
  });
  if (depots.length !== 1) report({ field: "features" }, `There are ${depots.length} depots.`, "Give exactly one.");
  if (facilities.length === 0)
    report({ field: "features" }, "There is no facility to unload at.", "Give at least one.");
  return { customers, facilities, depot: depots[0] ?? 0, size: list.length };
}

function readCustomer(fields: Fields, id: number, days: number, capacity: number, report: Report): PvrpifCustomer {
  const place = { id: `customer ${id}` };
  const frequency = numberOf(fields, "frequency", place, report, 1, true);
  if (days % frequency !== 0) {
    const cause = `${frequency} visits cannot be spread evenly over ${days} days.`;
    report({ ...place, field: "frequency" }, cause, "Use a divisor of the planning horizon.");
  }
  const demand = numberOf(fields, "demand", place, report);
  if (demand > capacity) {
    report({ ...place, field: "demand" }, `${demand} exceed the capacity of ${capacity}.`, "Split the demand.");
  }
  return { id, demand, service: numberOf(fields, "service", place, report), frequency };
}

function readMatrix(rows: unknown, size: number, report: Report): Float64Array {
  const matrix = new Float64Array(size * size);
  const list = Array.isArray(rows) ? (rows as unknown[]) : [];
  if (list.length !== size) {
    report({ field: "duration" }, `There are ${list.length} rows for ${size} features.`, "Give one row per feature.");
    return matrix;
  }
  list.forEach((row, from) => {
    const cells = Array.isArray(row) ? (row as unknown[]) : [];
    const place = { field: `duration[${from}]` };
    if (cells.length !== size) {
      return report(place, `The row has ${cells.length} entries for ${size} features.`, "Give one per feature.");
    }
    const wrong = cells.findIndex((cell) => typeof cell !== "number" || !(cell >= 0) || !Number.isFinite(cell));
    if (wrong >= 0) {
      const cause = `Entry ${wrong} is ${JSON.stringify(cells[wrong])}.`;
      return report(place, cause, "Give a number of at least 0.");
    }
    return matrix.set(cells as number[], from * size);
  });
  return matrix;
}

function fieldsOf(value: unknown): Fields | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

function missing(report: Report, place: Place): void {
  report(place, "It is missing.", "Add it.", "value.missing");
}

/** 1 stands in for what is wrong, so that the search for faults can go on. */
function numberOf(fields: Fields, field: string, at: Place, report: Report, least = 0, isCount = false): number {
  const value = fields[field];
  if (typeof value === "number" && value >= least && Number.isFinite(value) && (!isCount || Number.isInteger(value))) {
    return value;
  }
  if (value === undefined) missing(report, { ...at, field });
  else {
    const kind = isCount ? "whole number" : "number";
    report({ ...at, field }, `It is ${JSON.stringify(value)}.`, `Give a ${kind} of at least ${least}.`);
  }
  return 1;
}

/** The evenly spaced sets of days: `frequency` visits, `days / frequency` apart. */
export function evenDaySets(days: number, frequency: number): number[][] {
  const gap = days / frequency;
  return Array.from({ length: gap }, (_, first) => Array.from({ length: frequency }, (_, k) => first + k * gap));
}

const SECONDS = 60;

/** One cent per minute of travel, written as one metre per minute and 1,000 cents per kilometre; service is free. */
export function pvrpifProblem(instance: Pvrpif): RoutingProblem {
  const { days, size, duration } = instance;
  const latest = instance.maxDuration * SECONDS;
  const open = Array.from({ length: days }, () => [{ earliest: 0, latest }]);
  const facilities = instance.facilities.map((location): Facility => {
    return { location, unloadSeconds: 0, windows: open, capacityPerDay: null };
  });
  const clients = instance.customers.map((customer): Client => ({
    location: customer.id,
    load: [customer.demand],
    serviceSeconds: customer.service * SECONDS,
    windows: open,
    capabilities: 0,
    material: 0,
    facilities: facilities.map((_, f) => f),
    prizeCents: null,
    daySets: evenDaySets(days, customer.frequency),
  }));
  const vehicle: Vehicle = {
    startLocation: instance.depot,
    endLocation: instance.depot,
    shifts: Array.from({ length: days }, () => ({ earliest: 0, latest })),
    capacity: [instance.capacity],
    capabilities: 0,
    profile: 0,
    fixedCents: 0,
    centsPerKm: 1000,
    centsPerHour: 0,
    maxDrivingSeconds: null,
    breakRule: null,
  };
  return {
    locationCount: size,
    days,
    dimensions: ["load"],
    profiles: [{ distanceMetres: duration, durationSeconds: duration.map((minutes) => minutes * SECONDS) }],
    clients,
    facilities,
    vehicles: Array.from({ length: instance.vehicles }, () => vehicle),
  };
}

export interface PvrpifRoute {
  readonly day: number;
  readonly vehicle: number;
  /** Ids from depot to depot, facilities included. */
  readonly path: readonly number[];
}

/** What `--out` writes: `{"routes":[{"day":0,"vehicle":0,"path":[0,18,21,0]}]}`, days and vehicles in order. */
export function formatPvrpif(instance: Pvrpif, solution: RoutingSolution): string {
  const routes = solution.routes
    .toSorted((a, b) => a.day - b.day || a.vehicle - b.vehicle)
    .map(({ day, vehicle, stops }): PvrpifRoute => {
      const visited = stops
        .filter((stop) => stop.kind !== "break")
        .map(({ kind, index }) => (kind === "client" ? instance.customers[index]!.id : instance.facilities[index]!));
      return { day, vehicle, path: [instance.depot, ...visited, instance.depot] };
    });
  return `{"routes":[\n${routes.map((route) => JSON.stringify(route)).join(",\n")}\n]}\n`;
}
