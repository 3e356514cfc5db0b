/**
 * Cordeau's text format for multi-depot problems (type 2; Cordeau, Gendreau & Laporte 1997): a head
 * `2 vehiclesPerDepot clients depots`, per depot `longestRoute capacity` (0 is no limit), then per client and after them
 * per depot `number x y service demand …`.
 */
import type { RoutingProblem, Vehicle } from "../../../domain/routing/problem.ts";
import { Faults } from "./faults.ts";
import { planeProfile } from "./planeProfile.ts";

export interface CordeauFile {
  readonly vehiclesPerDepot: number;
  readonly depots: number;
  /** Depots first, then clients. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly service: Float64Array;
  readonly demand: Float64Array;
  /** Per depot; infinite where the file says 0. */
  readonly longestRoute: Float64Array;
  readonly capacity: Float64Array;
}

interface Line {
  readonly row: number;
  readonly values: number[];
}

/** Throws `InputError` with every fault, its line and cause. */
export function parseCordeau(text: string, file = "instance.txt"): CordeauFile {
  const faults = new Faults(file);
  const lines = numericLines(text, faults);
  const [head, ...rest] = lines;
  const [type = 0, vehiclesPerDepot = 0, clients = 0, depots = 0] = head?.values ?? [];
  if (
    head === undefined ||
    type !== 2 ||
    ![vehiclesPerDepot, clients, depots].every((n) => Number.isInteger(n) && n > 0)
  ) {
    const cause = head === undefined ? "The file is empty." : `The head is "${head.values.join(" ")}".`;
    faults.add("cordeau.head", head?.row ?? 1, cause, "Begin with 2, then vehicles per depot, clients and depots.");
    faults.throwIfAny();
  }
  const points = rest.slice(depots);
  if (rest.length !== 2 * depots + clients) {
    const cause = `After the head there are ${rest.length} lines; ${depots} depots and ${clients} clients need ${2 * depots + clients}.`;
    faults.add("cordeau.count", head!.row, cause, "Add what is missing or correct the head.");
  }
  rest.slice(0, depots).forEach((line) => checkWidth(line, 2, "longest route and capacity", faults));
  points.forEach((line) => checkWidth(line, 5, "number, x, y, service and demand", faults));
  points.forEach(({ row, values }) => {
    if (values[3]! >= 0 && values[4]! >= 0) return;
    faults.add(
      "cordeau.value",
      row,
      `Service ${values[3]} and demand ${values[4]} must not be negative.`,
      "Correct the line.",
    );
  });
  faults.throwIfAny();
  const ordered = [...points.slice(clients), ...points.slice(0, clients)];
  const column = (k: number): Float64Array => Float64Array.from(ordered, ({ values }) => values[k]!);
  const limits = rest.slice(0, depots);
  const noLimit = (value: number): number => (value === 0 ? Number.POSITIVE_INFINITY : value);
  return {
    vehiclesPerDepot,
    depots,
    x: column(1),
    y: column(2),
    service: column(3),
    demand: column(4),
    longestRoute: Float64Array.from(limits, ({ values }) => noLimit(values[0]!)),
    capacity: Float64Array.from(limits, ({ values }) => values[1]!),
  };
}

function numericLines(text: string, faults: Faults): Line[] {
  return text.split(/\r?\n/).flatMap((raw, index) => {
    const line = raw.trim();
    if (line === "") return [];
    const values = line.split(/\s+/).map(Number);
    if (values.some(Number.isNaN))
      faults.add("cordeau.syntax", index + 1, `"${line.slice(0, 60)}" is not a row of numbers.`, "Write numbers only.");
    return [{ row: index + 1, values }];
  });
}

function checkWidth({ row, values }: Line, width: number, what: string, faults: Faults): void {
  if (values.length >= width) return;
  faults.add("cordeau.columns", row, `The line has ${values.length} numbers.`, `Give at least ${width}: ${what}.`);
}

/** Distances are not rounded; one unit costs one cent and takes one second, so the longest route is the shift. */
export function cordeauProblem(file: CordeauFile): RoutingProblem {
  const { depots, x, y } = file;
  const shiftOf = (depot: number) => ({ earliest: 0, latest: Math.min(1e9, file.longestRoute[depot]!) });
  const longest = { earliest: 0, latest: Math.min(1e9, Math.max(...file.longestRoute)) };
  const vehicle = (depot: number): Vehicle => ({
    startLocation: depot,
    endLocation: depot,
    shifts: [shiftOf(depot)],
    capacity: [file.capacity[depot]!],
    capabilities: 0,
    profile: 0,
    fixedCents: 0,
    centsPerKm: 1000,
    centsPerHour: 0,
    maxDrivingSeconds: null,
    breakRule: null,
  });
  return {
    locationCount: x.length,
    days: 1,
    dimensions: ["units"],
    profiles: [planeProfile({ x, y, whole: false })],
    clients: Array.from({ length: x.length - depots }, (_, client) => ({
      location: depots + client,
      load: [file.demand[depots + client]!],
      serviceSeconds: file.service[depots + client]!,
      windows: [[longest]],
      capabilities: 0,
      material: 0,
      facilities: [],
      prizeCents: null,
    })),
    facilities: [],
    vehicles: Array.from({ length: depots * file.vehiclesPerDepot }, (_, v) =>
      vehicle(Math.floor(v / file.vehiclesPerDepot)),
    ),
  };
}
