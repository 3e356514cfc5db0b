/**
 * VRPLIB files of capacitated problems: CVRP (set X of Uchoa et al. 2017), with a limit on route length and service time
 * (CMT), with a heterogeneous fleet (HFVRP in PyVRP's dialect: a capacity, a fixed and a unit distance cost per vehicle).
 * Coordinates are Euclidean (EUC_2D); whether distances are rounded is a convention of each set, not of the file.
 */
import type { RoutingProblem, Vehicle } from "../../../domain/routing/problem.ts";
import type { RoutingSolution } from "../../../domain/routing/solution.ts";
import { Faults } from "./faults.ts";
import { planeProfile, type Rounding } from "./planeProfile.ts";
import { numberHeader, readVrplib, tableSection, type VrplibText } from "./vrplibText.ts";

export interface VrplibFleet {
  /** One entry per vehicle. */
  readonly capacity: Float64Array;
  readonly fixedCost: Float64Array;
  readonly unitCost: Float64Array;
}

export interface VrplibFile {
  readonly name: string;
  /** Entry 0 is the depot. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly demand: Float64Array;
  /** Of every vehicle, or of the largest one. */
  readonly capacity: number;
  /** `DISTANCE`: the most a route may take, driving and service; `null` without limit. */
  readonly longestRoute: number | null;
  /** `SERVICE_TIME` at every client. */
  readonly serviceTime: number;
  /** Vehicles one by one; `null` when any number of equal ones may be used. */
  readonly fleet: VrplibFleet | null;
}

/** Throws `InputError` with every fault, its line and cause. `file` names the source in them. */
export function parseVrplib(text: string, file = "instance.vrp"): VrplibFile {
  const faults = new Faults(file);
  const read = readVrplib(text, faults);
  const nodes = Math.floor(numberHeader(read, "DIMENSION", 2, faults) ?? 0);
  const type = read.headers.get("EDGE_WEIGHT_TYPE");
  if (type?.value !== "EUC_2D") {
    const cause = type === undefined ? "EDGE_WEIGHT_TYPE is not given." : `EDGE_WEIGHT_TYPE is ${type.value}.`;
    faults.add("vrplib.edgeWeights", type?.row ?? 1, cause, "Only EUC_2D is read: planar coordinates.");
  }
  // Without a sound dimension every row would be called wrong.
  if (nodes < 2) faults.throwIfAny();
  const [x, y] = tableSection(read, "NODE_COORD_SECTION", nodes, 2, Number.NEGATIVE_INFINITY, faults);
  const [demand] = tableSection(read, "DEMAND_SECTION", nodes, 1, 0, faults);
  checkDepot(read, faults);
  const fleet = read.sections.has("CAPACITY_SECTION") ? readFleet(read, faults) : null;
  const capacity = fleet === null ? numberHeader(read, "CAPACITY", 0, faults) : Math.max(...fleet.capacity);
  const optional = (key: string): number | null => (read.headers.has(key) ? numberHeader(read, key, 0, faults) : null);
  const longestRoute = optional("DISTANCE");
  const serviceTime = optional("SERVICE_TIME") ?? 0;
  checkDemands(read, demand!, capacity, faults);
  faults.throwIfAny();
  const name = read.headers.get("NAME")?.value ?? "";
  return { name, x: x!, y: y!, demand: demand!, capacity: capacity!, longestRoute, serviceTime, fleet };
}

function checkDepot(read: VrplibText, faults: Faults): void {
  const section = read.sections.get("DEPOT_SECTION");
  const named = section?.rows.flatMap(({ values }) => values).filter((value) => value !== -1) ?? [];
  if (named.length === 1 && named[0] === 1) return;
  const cause =
    section === undefined ? "DEPOT_SECTION is not there." : `DEPOT_SECTION names ${named.join(", ") || "nothing"}.`;
  faults.add("vrplib.depot", section?.row ?? read.lineCount, cause, "Name node 1, and only it.");
}

function checkDemands(read: VrplibText, demand: Float64Array, capacity: number | null, faults: Faults): void {
  const section = read.sections.get("DEMAND_SECTION");
  if (capacity === null || section === undefined) return;
  demand.forEach((amount, node) => {
    if (amount <= capacity) return;
    const row = section.rows[node]?.row ?? section.row;
    faults.add(
      "vrplib.demand",
      row,
      `Node ${node + 1} asks for ${amount}; a vehicle carries ${capacity}.`,
      "Split the demand.",
    );
  });
}

function readFleet(read: VrplibText, faults: Faults): VrplibFleet {
  const count = Math.floor(numberHeader(read, "VEHICLES", 1, faults) ?? 0);
  const column = (name: string, fallback: number): Float64Array => {
    if (!read.sections.has(name)) return new Float64Array(count).fill(fallback);
    return tableSection(read, name, count, 1, 0, faults)[0]!;
  };
  return {
    capacity: column("CAPACITY_SECTION", 0),
    fixedCost: column("VEHICLES_FIXED_COST_SECTION", 0),
    unitCost: column("VEHICLES_UNIT_DISTANCE_COST_SECTION", 1),
  };
}

/**
 * One unit of distance costs `unitCost` cents (1 in a CVRP), so that cents are the objective of the file, and takes one
 * second, so that a route limit is the length of the shift. A fleet without number gets what no plan needs more of.
 */
export function vrplibProblem(file: VrplibFile, rounding: Rounding): RoutingProblem {
  const shift = { earliest: 0, latest: file.longestRoute ?? 1e9 };
  const vehicle = (capacity: number, fixedCents: number, unitCost: number): Vehicle => ({
    startLocation: 0,
    endLocation: 0,
    shifts: [shift],
    capacity: [capacity],
    capabilities: 0,
    profile: 0,
    fixedCents,
    centsPerKm: 1000 * unitCost,
    centsPerHour: 0,
    maxDrivingSeconds: null,
    breakRule: null,
  });
  const { fleet } = file;
  const plenty = { length: plentyOf(file) };
  return {
    locationCount: file.x.length,
    days: 1,
    dimensions: ["units"],
    profiles: [planeProfile({ x: file.x, y: file.y, whole: rounding === "nearest" })],
    clients: Array.from(file.demand.subarray(1), (demand, index) => ({
      location: index + 1,
      load: [demand],
      serviceSeconds: file.serviceTime,
      windows: [[shift]],
      capabilities: 0,
      material: 0,
      facilities: [],
      prizeCents: null,
    })),
    facilities: [],
    vehicles:
      fleet === null
        ? Array.from(plenty, () => vehicle(file.capacity, 0, 1))
        : Array.from(fleet.capacity, (capacity, v) => vehicle(capacity, fleet.fixedCost[v]!, fleet.unitCost[v]!)),
  };
}

/** Half again what loads need, or a vehicle per client where route lengths bind too. */
function plentyOf(file: VrplibFile): number {
  const clients = file.demand.length - 1;
  const total = file.demand.reduce((sum, demand) => sum + demand, 0);
  return file.longestRoute !== null ? clients : Math.min(clients, Math.ceil((1.5 * total) / file.capacity) + 5);
}

/**
 * Routes as rows of customers (1 is the first after the depot) and the cost the file states, NaN when it states none. In
 * files of heterogeneous fleets there is a row for every vehicle, in order, empty where it stays at home.
 */
export function parseVrplibSolution(text: string): { routes: number[][]; cost: number } {
  const routes: number[][] = [];
  let cost = Number.NaN;
  for (const line of text.split(/\r?\n/)) {
    const route = /^Route\s+#\d+\s*:\s*(.*)$/i.exec(line.trim());
    if (route !== null) routes.push(route[1] === "" ? [] : route[1]!.split(/\s+/).map(Number));
    const stated = /^Cost\s*:?\s*([\d.]+)/i.exec(line.trim());
    if (stated !== null) cost = Number(stated[1]);
  }
  return { routes, cost };
}

/** Rows of customers in the numbering of .sol files. */
export function customerRows(solution: RoutingSolution): number[][] {
  return solution.routes.map((route) => route.stops.map((stop) => stop.index + 1));
}

export function formatVrplibSolution(routes: readonly (readonly number[])[], cost: number): string {
  return [...routes.map((route, index) => `Route #${index + 1}: ${route.join(" ")}`), `Cost ${cost}`, ""].join("\n");
}
