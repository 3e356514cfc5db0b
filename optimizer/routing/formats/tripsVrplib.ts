/**
 * VRPLIB files of several trips a vehicle with time windows and releases (MTVRPTWR in PyVRP's dialect, after Yang 2023):
 * a limited fleet of equal vehicles that reload at the depot; a trip leaves not before its last client is released.
 */
import type { RoutingProblem } from "../../../domain/routing/problem.ts";
import type { RoutingSolution } from "../../../domain/routing/solution.ts";
import { Faults } from "./faults.ts";
import { numberHeader, readVrplib, tableSection, type VrplibText } from "./vrplibText.ts";

export interface TripsFile {
  readonly name: string;
  readonly vehicles: number;
  readonly capacity: number;
  readonly serviceTime: number;
  /** Entry 0 is the depot. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly demand: Float64Array;
  readonly ready: Float64Array;
  readonly due: Float64Array;
  readonly release: Float64Array;
}

/** Whether a VRPLIB text has time windows, which `parseVrplib` does not read. */
export function isTripsVrplib(text: string): boolean {
  return /^TIME_WINDOW_SECTION\s*$/m.test(text);
}

/** Throws `InputError` with every fault, its line and cause. `file` names the source in them. */
export function parseTripsVrplib(text: string, file = "instance.vrp"): TripsFile {
  const faults = new Faults(file);
  const read = readVrplib(text, faults);
  const nodes = Math.floor(numberHeader(read, "DIMENSION", 2, faults) ?? 0);
  // Without a sound dimension every row would be called wrong.
  if (nodes < 2) faults.throwIfAny();
  const vehicles = numberHeader(read, "VEHICLES", 1, faults) ?? 0;
  const capacity = numberHeader(read, "CAPACITY", 0, faults) ?? 0;
  const serviceTime = numberHeader(read, "SERVICE_TIME", 0, faults) ?? 0;
  const [x, y] = tableSection(read, "NODE_COORD_SECTION", nodes, 2, Number.NEGATIVE_INFINITY, faults);
  const [demand] = tableSection(read, "DEMAND_SECTION", nodes, 1, 0, faults);
  const [ready, due] = tableSection(read, "TIME_WINDOW_SECTION", nodes, 2, 0, faults);
  const release = read.sections.has("RELEASE_TIME_SECTION")
    ? tableSection(read, "RELEASE_TIME_SECTION", nodes, 1, 0, faults)[0]!
    : new Float64Array(nodes);
  const name = read.headers.get("NAME")?.value ?? "";
  const found = {
    name,
    vehicles,
    capacity,
    serviceTime,
    x: x!,
    y: y!,
    demand: demand!,
    ready: ready!,
    due: due!,
    release,
  };
  checkNodes(read, found, faults);
  faults.throwIfAny();
  return found;
}

function checkNodes(read: VrplibText, { demand, capacity, ready, due }: TripsFile, faults: Faults): void {
  const rowOf = (section: string, node: number): number => read.sections.get(section)?.rows[node]?.row ?? 1;
  demand.forEach((amount, node) => {
    const cause = `Node ${node + 1} asks for ${amount}; a vehicle carries ${capacity}.`;
    if (amount > capacity) faults.add("vrplib.demand", rowOf("DEMAND_SECTION", node), cause, "Split the demand.");
    const window = `Node ${node + 1} opens at ${ready[node]} and closes at ${due[node]}.`;
    if (ready[node]! > due[node]!)
      faults.add("vrplib.window", rowOf("TIME_WINDOW_SECTION", node), window, "Exchange the two.");
  });
}

/**
 * Distance and time are ten times the Euclidean ones, cut to whole numbers; one unit costs one cent, so that cents are
 * the objective of the shipped solutions. The depot is a facility as well, where reloading takes no time.
 */
export function tripsProblem(file: TripsFile): RoutingProblem {
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
    clients: Array.from(file.demand.subarray(1), (demand, index) => ({
      location: index + 1,
      load: [demand],
      serviceSeconds: 10 * file.serviceTime,
      windows: [[window(index + 1)]],
      capabilities: 0,
      material: 0,
      facilities: [0],
      prizeCents: null,
      releaseSeconds: 10 * file.release[index + 1]!,
    })),
    facilities: [{ location: 0, unloadSeconds: 0, windows: [[window(0)]], capacityPerDay: null }],
    vehicles: Array.from({ length: file.vehicles }, () => vehicle),
  };
}

/** Rows in the numbering of .sol files: customers, and 0 for a reload between them. */
export function tripRows(solution: RoutingSolution): number[][] {
  return solution.routes.map((route) =>
    route.stops.slice(0, -1).map((stop) => (stop.kind === "client" ? stop.index + 1 : 0)),
  );
}
