/**
 * Solomon's text format for tours with time windows (Solomon 1987, Gehring & Homberger 1999): a name, the fleet, and one
 * row a customer: number, x, y, demand, ready time, due date, service time; customer 0 is the depot.
 */
import type { RoutingProblem } from "../../../domain/routing/problem.ts";
import { Faults } from "./faults.ts";

export interface SolomonFile {
  readonly name: string;
  readonly vehicles: number;
  readonly capacity: number;
  /** Entry 0 is the depot. */
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly demand: readonly number[];
  readonly ready: readonly number[];
  readonly due: readonly number[];
  readonly service: readonly number[];
}

interface Row {
  readonly line: number;
  readonly numbers: readonly number[];
}

/** Whether a text looks like this format. */
export function isSolomon(text: string): boolean {
  return /^\s*VEHICLE\s*$/m.test(text) && /^\s*CUSTOMER\s*$/m.test(text);
}

/** Throws `InputError` with every fault, its line and cause. `file` names the source in them. */
export function parseSolomon(text: string, file = "instance.txt"): SolomonFile {
  const faults = new Faults(file);
  const lines = text.split(/\r?\n/);
  const fleet = sectionOf(lines, "VEHICLE", 2, faults);
  const rows = sectionOf(lines, "CUSTOMER", 7, faults);
  const [vehicles = 0, capacity = 0] = fleet[0]?.numbers ?? [];
  if (fleet.length !== 1)
    faults.add("solomon.count", 1, `There are ${fleet.length} rows below VEHICLE.`, "Give number and capacity once.");
  if (rows.length < 2) faults.add("solomon.count", lines.length, "There is no customer.", "Add the depot and one.");
  rows.forEach((row, index) => checkRow(row, index, capacity, faults));
  faults.throwIfAny();
  const column = (at: number): number[] => rows.map((row) => row.numbers[at]!);
  return {
    name: lines[0]!.trim(),
    vehicles,
    capacity,
    x: column(1),
    y: column(2),
    demand: column(3),
    ready: column(4),
    due: column(5),
    service: column(6),
  };
}

/** Rows of `width` numbers below a title, up to the next title. Headings of columns have several words. */
function sectionOf(lines: readonly string[], title: string, width: number, faults: Faults): Row[] {
  const start = lines.findIndex((line) => line.trim() === title);
  if (start < 0) faults.add("solomon.count", 1, `There is no line ${title}.`, "Add the section.");
  const rows: Row[] = [];
  for (let at = start + 1; at < lines.length && start >= 0; at++) {
    const words = lines[at]!.trim().split(/\s+/);
    const isWord = /^[A-Z]/.test(words[0]!);
    if (words[0] === "" || (isWord && words.length > 1)) continue;
    if (isWord) break;
    const numbers = words.map(Number);
    if (numbers.length === width && numbers.every(Number.isFinite)) rows.push({ line: at + 1, numbers });
    else
      faults.add(
        "solomon.syntax",
        at + 1,
        `"${lines[at]!.trim().slice(0, 60)}" is not ${width} numbers.`,
        "Correct it.",
      );
  }
  return rows;
}

function checkRow({ line, numbers }: Row, index: number, capacity: number, faults: Faults): void {
  const [number, , , demand = 0, ready = 0, due = 0, service = 0] = numbers;
  const bad = (cause: string, action: string): void => faults.add("solomon.value", line, cause, action);
  if (number !== index) bad(`Customer ${number} stands where ${index} is due.`, "Number them from 0 without gaps.");
  if (ready > due) bad(`Customer ${index} opens at ${ready} and closes at ${due}.`, "Exchange the two.");
  if (demand < 0 || service < 0) bad(`Customer ${index} has a negative demand or service time.`, "Give at least 0.");
  if (demand > capacity) bad(`Customer ${index} asks for ${demand}; a vehicle carries ${capacity}.`, "Split it.");
}

/**
 * The convention of the DIMACS challenge 2022: distance alone counts, distance and time are Euclidean, cut to one
 * decimal. One metre and one second of the problem are a tenth of the file's unit, one metre costs one cent: cents are
 * ten times the file's objective.
 */
export function solomonProblem(file: SolomonFile): RoutingProblem {
  const size = file.x.length;
  const tenths = new Float64Array(size * size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++)
      tenths[i * size + j] = Math.floor(10 * Math.hypot(file.x[i]! - file.x[j]!, file.y[i]! - file.y[j]!));
  const window = (i: number) => ({ earliest: 10 * file.ready[i]!, latest: 10 * file.due[i]! });
  const vehicle = {
    startLocation: 0,
    endLocation: 0,
    shifts: [window(0)],
    capacity: [file.capacity],
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
    days: 1,
    dimensions: ["units"],
    profiles: [{ distanceMetres: tenths, durationSeconds: tenths }],
    clients: file.demand.slice(1).map((demand, index) => ({
      location: index + 1,
      load: [demand],
      serviceSeconds: 10 * file.service[index + 1]!,
      windows: [[window(index + 1)]],
      capabilities: 0,
      material: 0,
      facilities: [],
      prizeCents: null,
    })),
    facilities: [],
    vehicles: Array.from({ length: file.vehicles }, () => vehicle),
  };
}
