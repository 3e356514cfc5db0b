/**
 * Recognises the problem with time windows (one day, one depot, equal vehicles, one window a client, distance alone
 * priced) and lays it out for the fast path. Node 0 is the depot, node i + 1 is client i.
 *
 * With a facility at the depot a vehicle makes several trips a day; a trip leaves not before the latest release of its
 * clients. Costs are cents times `scale`, times seconds times `timeScale`, all whole: travel is rounded up and windows
 * inwards, so that a plan that keeps the rounded times keeps the real ones.
 */
import type { Client, Facility, RoutingProblem, TimeWindow, Vehicle } from "../../../domain/routing/problem.ts";
import { requiredPenaltyCents } from "../model.ts";

export interface Timed {
  readonly nodes: number;
  readonly fleet: number;
  readonly capacity: number;
  readonly demand: Float64Array;
  /** Row-major `from * nodes + to`. */
  readonly cost: Int32Array;
  /** The transpose; the same array where costs are symmetric. */
  readonly costInto: Int32Array;
  readonly time: Int32Array;
  readonly timeInto: Int32Array;
  readonly service: Int32Array;
  /** Earliest and latest start of service; of the depot earliest departure and latest return. */
  readonly opens: Int32Array;
  readonly closes: Int32Array;
  /** Earliest start of the trip that serves a node. */
  readonly release: Int32Array;
  /** Whether trips of a vehicle must be told apart: it may reload at the depot, or clients are released. */
  readonly trips: boolean;
  /** Between two trips; longer than any day where there is no reloading. */
  readonly reloadTime: number;
  readonly scale: number;
  /** What a client left out counts in progress reports. */
  readonly absentCents: number;
}

const LARGEST = 2 ** 29;

/** `null` when the problem asks for more than the fast path knows. Its matrices must be filled. */
export function asTimed(problem: RoutingProblem): Timed | null {
  if (!fitsTimed(problem)) return null;
  const vehicle = problem.vehicles[0]!;
  return layOut(problem, vehicle, vehicle.shifts[0]!, problem.facilities[0] ?? null);
}

/** Whether the fast path knows all that a sound problem asks for; looks at no matrix. */
export function fitsTimed(problem: RoutingProblem): boolean {
  const [vehicle] = problem.vehicles;
  if (problem.days !== 1 || vehicle === undefined || problem.clients.length === 0) return false;
  if (problem.dimensions.length !== 1 || !problem.vehicles.every((other) => sameVehicle(vehicle, other))) return false;
  if (vehicle.startLocation !== vehicle.endLocation || vehicle.fixedCents > 0 || vehicle.centsPerHour > 0) return false;
  if (vehicle.breakRule !== null || vehicle.maxDrivingSeconds !== null) return false;
  const shift = vehicle.shifts[0] ?? null;
  if (shift === null || !reloadsAtDepot(problem, vehicle, shift)) return false;
  return problem.clients.every((client) => isTimed(client, vehicle, problem.facilities.length > 0));
}

/** Without facilities there is one trip a vehicle; otherwise the only facility must be the depot, open all shift. */
function reloadsAtDepot({ facilities }: RoutingProblem, vehicle: Vehicle, shift: TimeWindow): boolean {
  const [depot, ...others] = facilities;
  if (depot === undefined) return true;
  const open = depot.windows[0]!.some((w) => w.earliest <= shift.earliest && w.latest >= shift.latest);
  return others.length === 0 && depot.location === vehicle.startLocation && depot.capacityPerDay === null && open;
}

function sameVehicle(a: Vehicle, b: Vehicle): boolean {
  const [s, t] = [a.shifts[0], b.shifts[0]];
  return (
    a.startLocation === b.startLocation &&
    a.endLocation === b.endLocation &&
    s?.earliest === t?.earliest &&
    s?.latest === t?.latest &&
    a.capacity[0] === b.capacity[0] &&
    a.capabilities === b.capabilities &&
    a.profile === b.profile &&
    a.fixedCents === b.fixedCents &&
    a.centsPerKm === b.centsPerKm &&
    a.centsPerHour === b.centsPerHour &&
    b.breakRule === null &&
    b.maxDrivingSeconds === null
  );
}

function isTimed(client: Client, vehicle: Vehicle, reloads: boolean): boolean {
  return (
    client.facilities.length === (reloads ? 1 : 0) &&
    client.prizeCents === null &&
    client.material === 0 &&
    client.windows[0]!.length === 1 &&
    (client.capabilities & ~vehicle.capabilities) === 0 &&
    client.load[0]! <= vehicle.capacity[0]!
  );
}

function layOut(problem: RoutingProblem, vehicle: Vehicle, shift: TimeWindow, depot: Facility | null): Timed | null {
  const { clients, locationCount } = problem;
  const profile = problem.profiles[vehicle.profile]!;
  const atDepot = vehicle.startLocation * (locationCount + 1);
  if (depot !== null && profile.durationSeconds[atDepot]! + profile.distanceMetres[atDepot]! > 0) return null;
  const locations = [vehicle.startLocation, ...clients.map((client) => client.location)];
  const metres = submatrix(profile.distanceMetres, locations, locationCount);
  const cents = metres.map((value) => (value * vehicle.centsPerKm) / 1000);
  const seconds = submatrix(profile.durationSeconds, locations, locationCount);
  const windows = clients.map((client) => client.windows[0]![0]!);
  const clocks = [shift, ...windows].flatMap((window) => [window.earliest, window.latest]);
  const services = [0, ...clients.map((client) => client.serviceSeconds)];
  const unload = depot?.unloadSeconds ?? 0;
  const releases = [0, ...clients.map((client) => client.releaseSeconds ?? 0)];
  const scale = scaleOf(cents);
  const timeScale = scaleOf(seconds, clocks, services, releases, [unload]);
  if (timeScale < 1) return null;
  const cost = Int32Array.from(cents, (value) => Math.round(value * scale));
  const up = (value: number): number => Math.ceil(value * timeScale - 1e-9);
  const down = (value: number): number => Math.floor(value * timeScale + 1e-9);
  const time = Int32Array.from(seconds, up);
  const nodes = locations.length;
  return {
    nodes,
    fleet: problem.vehicles.length,
    capacity: vehicle.capacity[0]!,
    demand: Float64Array.from([0, ...clients.map((client) => client.load[0]!)]),
    cost,
    costInto: transpose(cost, nodes),
    time,
    timeInto: transpose(time, nodes),
    service: Int32Array.from(services, up),
    opens: Int32Array.from([shift.earliest, ...windows.map((window) => window.earliest)], up),
    closes: Int32Array.from([shift.latest - unload, ...windows.map((window) => window.latest)], down),
    release: Int32Array.from(releases, up),
    trips: depot !== null || releases.some((release) => release > 0),
    reloadTime: depot === null ? LARGEST : up(unload),
    scale,
    absentCents: requiredPenaltyCents(problem),
  };
}

function submatrix(matrix: Float64Array, locations: readonly number[], width: number): Float64Array {
  const nodes = locations.length;
  const part = new Float64Array(nodes * nodes);
  for (let i = 0; i < nodes; i++)
    for (let j = 0; j < nodes; j++) if (i !== j) part[i * nodes + j] = matrix[locations[i]! * width + locations[j]!]!;
  return part;
}

/** 1 for whole numbers, else the largest power of ten up to 1000 that fits 31 bits. */
function scaleOf(...lists: readonly (Float64Array | readonly number[])[]): number {
  let largest = 0;
  let whole = true;
  for (const list of lists) {
    for (const value of list) {
      if (Math.abs(value) > largest) largest = Math.abs(value);
      if (!Number.isInteger(value)) whole = false;
    }
  }
  let scale = whole ? 1 : 1000;
  while (largest * scale > LARGEST && scale > 1e-6) scale /= 10;
  return scale;
}

function transpose(matrix: Int32Array, nodes: number): Int32Array {
  const into = new Int32Array(matrix.length);
  let symmetric = true;
  for (let i = 0; i < nodes; i++) {
    for (let j = 0; j < nodes; j++) {
      into[j * nodes + i] = matrix[i * nodes + j]!;
      if (matrix[i * nodes + j] !== matrix[j * nodes + i]) symmetric = false;
    }
  }
  return symmetric ? matrix : into;
}
