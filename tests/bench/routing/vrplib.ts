/** Reads VRPLIB files (capacitated, EUC_2D, rounded) and their .sol files, and writes .sol. */
import type { RoutingProblem } from "../../../domain/routing/problem.ts";
import type { RoutingSolution } from "../../../domain/routing/solution.ts";

export interface CvrpFile {
  readonly name: string;
  readonly capacity: number;
  /** Entry 0 is the depot. */
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly demand: readonly number[];
}

/** Throws with line number and cause. */
export function parseVrplib(text: string): CvrpFile {
  const headers = new Map<string, string>();
  const rows = new Map<string, number[][]>();
  let section: string | null = null;
  text.split(/\r?\n/).forEach((raw, index) => {
    const line = raw.trim();
    if (line === "" || line === "EOF") return;
    const header = /^([A-Z_]+)\s*:\s*(.*)$/.exec(line);
    if (header !== null) {
      headers.set(header[1]!, header[2]!.trim().replace(/^"|"$/g, ""));
      return;
    }
    if (/^[A-Z_]+_SECTION$/.test(line)) {
      section = line;
      rows.set(section, []);
      return;
    }
    const numbers = line.split(/\s+/).map(Number);
    if (section === null || numbers.some(Number.isNaN))
      throw new Error(`Line ${index + 1} is not understood: "${line}".`);
    rows.get(section)!.push(numbers);
  });
  return assemble(headers, rows);
}

function assemble(headers: Map<string, string>, rows: Map<string, number[][]>): CvrpFile {
  const type = headers.get("EDGE_WEIGHT_TYPE");
  if (type !== "EUC_2D") throw new Error(`EDGE_WEIGHT_TYPE is ${type}; only EUC_2D is read here.`);
  const coordinates = rows.get("NODE_COORD_SECTION") ?? [];
  const demands = rows.get("DEMAND_SECTION") ?? [];
  const dimension = Number(headers.get("DIMENSION"));
  if (coordinates.length !== dimension || demands.length !== dimension) {
    throw new Error(
      `DIMENSION is ${dimension}, but there are ${coordinates.length} nodes and ${demands.length} demands.`,
    );
  }
  if (rows.get("DEPOT_SECTION")?.[0]?.[0] !== 1) throw new Error("DEPOT_SECTION must name node 1.");
  return {
    name: headers.get("NAME") ?? "",
    capacity: Number(headers.get("CAPACITY")),
    x: coordinates.map((row) => row[1]!),
    y: coordinates.map((row) => row[2]!),
    demand: demands.map((row) => row[1]!),
  };
}

export function roundedEuclid(file: CvrpFile, from: number, to: number): number {
  return Math.floor(Math.hypot(file.x[from]! - file.x[to]!, file.y[from]! - file.y[to]!) + 0.5);
}

/** One metre costs one cent, so that cents are the objective of the file. The fleet is half again what loads need. */
export function toProblem(file: CvrpFile): RoutingProblem {
  const size = file.x.length;
  const distanceMetres = new Float64Array(size * size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) distanceMetres[i * size + j] = roundedEuclid(file, i, j);
  const total = file.demand.reduce((sum, demand) => sum + demand, 0);
  const fleet = Math.ceil((1.5 * total) / file.capacity) + 5;
  const allDay = { earliest: 0, latest: 1e9 };
  const vehicle = {
    startLocation: 0,
    endLocation: 0,
    shifts: [allDay],
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
    profiles: [{ distanceMetres, durationSeconds: distanceMetres }],
    clients: file.demand.slice(1).map((demand, index) => ({
      location: index + 1,
      load: [demand],
      serviceSeconds: 0,
      windows: [[allDay]],
      capabilities: 0,
      material: 0,
      facilities: [],
      prizeCents: null,
    })),
    facilities: [],
    vehicles: Array.from({ length: fleet }, () => vehicle),
  };
}

/** Routes as rows of customers (1 is the first after the depot) and the cost the file states. */
export function parseSolution(text: string): { routes: number[][]; cost: number } {
  const routes: number[][] = [];
  let cost = Number.NaN;
  for (const line of text.split(/\r?\n/)) {
    const route = /^Route\s+#\d+\s*:\s*(.*)$/i.exec(line.trim());
    if (route !== null) routes.push(route[1]!.trim().split(/\s+/).map(Number));
    const stated = /^Cost\s*:?\s*([\d.]+)/i.exec(line.trim());
    if (stated !== null) cost = Number(stated[1]);
  }
  return { routes, cost };
}

/** Cost of rows of customers; throws where a customer is missing, twice, or a vehicle is overloaded. */
export function evaluate(file: CvrpFile, routes: readonly (readonly number[])[]): number {
  const seen = new Set(routes.flat());
  const visits = routes.reduce((sum, route) => sum + route.length, 0);
  if (seen.size !== file.x.length - 1 || visits !== seen.size)
    throw new Error(`${visits} visits to ${seen.size} customers.`);
  let cost = 0;
  routes.forEach((route, index) => {
    const load = route.reduce((sum, customer) => sum + file.demand[customer]!, 0);
    if (load > file.capacity) throw new Error(`Route #${index + 1} carries ${load} of ${file.capacity}.`);
    let at = 0;
    for (const customer of [...route, 0]) {
      cost += roundedEuclid(file, at, customer);
      at = customer;
    }
  });
  return cost;
}

export function rowsOf(solution: RoutingSolution): number[][] {
  return solution.routes.map((route) => route.stops.map((stop) => stop.index + 1));
}

export function formatSolution(routes: readonly (readonly number[])[], cost: number): string {
  return [...routes.map((route, index) => `Route #${index + 1}: ${route.join(" ")}`), `Cost ${cost}`, ""].join("\n");
}
