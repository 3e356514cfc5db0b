/**
 * Recognises the plain capacitated problem (one day, one depot, equal vehicles, one binding dimension, no windows, no
 * facilities) and lays it out for the fast path. Node 0 is the depot, node i + 1 is client i.
 *
 * Arc costs are whole numbers: cents times `scale`, the largest power of ten up to 1000 that fits 31 bits. Plans are
 * priced exactly at the end; within the search a plan of whole-cent arcs is exact as well.
 */
import type { Client, RoutingProblem, TimeWindow, Vehicle } from "../../../domain/routing/problem.ts";

export interface Cvrp {
  readonly nodes: number;
  readonly fleet: number;
  readonly capacity: number;
  readonly demand: Float64Array;
  /** Row-major `from * nodes + to`. */
  readonly cost: Int32Array;
  /** The transpose; the same array where costs are symmetric. */
  readonly costInto: Int32Array;
  readonly scale: number;
  /** Part of the objective that no plan changes: hours of service. In scaled cents. */
  readonly constant: number;
}

/** `null` when the problem asks for more than the fast path knows. */
export function asCvrp(problem: RoutingProblem): Cvrp | null {
  const [vehicle] = problem.vehicles;
  if (problem.days !== 1 || vehicle === undefined || problem.clients.length === 0) return null;
  if (problem.dimensions.length !== 1 || !problem.vehicles.every((other) => sameVehicle(vehicle, other))) return null;
  if (vehicle.startLocation !== vehicle.endLocation || vehicle.fixedCents > 0) return null;
  if (vehicle.breakRule !== null || vehicle.maxDrivingSeconds !== null) return null;
  if (!problem.clients.every((client) => isPlain(client, vehicle))) return null;
  const shift = vehicle.shifts[0]!;
  if (shift === null || !timeIsNoLimit(problem, shift)) return null;
  return layOut(problem, vehicle);
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

function isPlain(client: Client, vehicle: Vehicle): boolean {
  return (
    client.facilities.length === 0 &&
    client.prizeCents === null &&
    client.material === 0 &&
    (client.capabilities & ~vehicle.capabilities) === 0 &&
    client.load[0]! <= vehicle.capacity[0]!
  );
}

/** True when one vehicle could visit everyone, in any order, within the shift and every window. */
function timeIsNoLimit(problem: RoutingProblem, shift: TimeWindow): boolean {
  const profile = problem.profiles[problem.vehicles[0]!.profile]!;
  let longest = 0;
  for (const seconds of profile.durationSeconds) if (seconds > longest) longest = seconds;
  let total = longest;
  for (const client of problem.clients) total += longest + client.serviceSeconds;
  const end = shift.earliest + total;
  const open = (window: TimeWindow): boolean => window.earliest <= shift.earliest && window.latest >= end;
  return shift.latest >= end && problem.clients.every((client) => client.windows[0]!.some(open));
}

function layOut(problem: RoutingProblem, vehicle: Vehicle): Cvrp {
  const nodes = problem.clients.length + 1;
  const locations = [vehicle.startLocation, ...problem.clients.map((client) => client.location)];
  const profile = problem.profiles[vehicle.profile]!;
  const cents = new Float64Array(nodes * nodes);
  for (let i = 0; i < nodes; i++) {
    for (let j = 0; j < nodes; j++) {
      if (i === j) continue;
      const arc = locations[i]! * problem.locationCount + locations[j]!;
      cents[i * nodes + j] =
        (profile.distanceMetres[arc]! * vehicle.centsPerKm) / 1000 +
        (profile.durationSeconds[arc]! * vehicle.centsPerHour) / 3600;
    }
  }
  const scale = scaleOf(cents);
  const cost = Int32Array.from(cents, (value) => Math.round(value * scale));
  const service = problem.clients.reduce((sum, client) => sum + client.serviceSeconds, 0);
  return {
    nodes,
    fleet: problem.vehicles.length,
    capacity: vehicle.capacity[0]!,
    demand: Float64Array.from([0, ...problem.clients.map((client) => client.load[0]!)]),
    cost,
    costInto: transpose(cost, nodes),
    scale,
    constant: ((service * vehicle.centsPerHour) / 3600) * scale,
  };
}

function scaleOf(cents: Float64Array): number {
  if (cents.every((value) => Number.isInteger(value))) return 1;
  let largest = 0;
  for (const value of cents) if (value > largest) largest = value;
  let scale = 1000;
  while (largest * scale > 2 ** 29 && scale > 1e-6) scale /= 10;
  return scale;
}

function transpose(cost: Int32Array, nodes: number): Int32Array {
  const into = new Int32Array(cost.length);
  let symmetric = true;
  for (let i = 0; i < nodes; i++) {
    for (let j = 0; j < nodes; j++) {
      into[j * nodes + i] = cost[i * nodes + j]!;
      if (cost[i * nodes + j] !== cost[j * nodes + i]) symmetric = false;
    }
  }
  return symmetric ? cost : into;
}
