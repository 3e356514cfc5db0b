/** Arc costs and spans between the nodes of a plain problem, from the matrices or the plane of its one profile. */
import type { Plane, RoutingProblem, TravelProfile, Vehicle } from "../../../domain/routing/problem.ts";
import { Arcs, Spans } from "./arcs.ts";

/**
 * Above this many nodes arcs are computed where there is a plane: a matrix no longer fits the processor's cache.
 * Measured with clients along a curve (order.ts), X-n783-k48: 73,000 iterations/s looked up, 43,000 computed.
 */
const MOST_NODES_LOOKED_UP = 1500;

export interface Travel {
  readonly arcs: Arcs;
  readonly span: Spans;
  readonly scale: number;
}

export function layOutTravel(problem: RoutingProblem, first: Vehicle, locations: Int32Array): Travel {
  const profile = problem.profiles[first.profile]!;
  const isBare = profile.distanceMetres.length === 0;
  const { plane } = profile;
  if (plane !== undefined && (isBare || locations.length > MOST_NODES_LOOKED_UP))
    return computed(plane, first, locations);
  return lookedUp(profile, problem.locationCount, first, locations);
}

function computed(plane: Plane, first: Vehicle, locations: Int32Array): Travel {
  const x = Float64Array.from(locations, (location) => plane.x[location]!);
  const y = Float64Array.from(locations, (location) => plane.y[location]!);
  const own = { x, y, whole: plane.whole };
  const centsPerMetre = first.centsPerKm / 1000 + first.centsPerHour / 3600;
  const isWhole = plane.whole && Number.isInteger(centsPerMetre);
  const scale = isWhole ? 1 : scaleFor(centsPerMetre * diagonal(own));
  const nodes = locations.length;
  const arcs = new Arcs(nodes, new Int32Array(0), { ...own, scale: scale * centsPerMetre });
  return { arcs, span: new Spans(nodes, new Float64Array(0), own), scale };
}

function lookedUp(profile: TravelProfile, locationCount: number, first: Vehicle, locations: Int32Array): Travel {
  const nodes = locations.length;
  const pick = (matrix: Float64Array): Float64Array => pickArcs(matrix, locationCount, locations);
  const metres = pick(profile.distanceMetres);
  const seconds = profile.durationSeconds === profile.distanceMetres ? metres : pick(profile.durationSeconds);
  const cents = metres.map((m, arc) => (m * first.centsPerKm) / 1000 + (seconds[arc]! * first.centsPerHour) / 3600);
  const isWhole = cents.every((value) => Number.isInteger(value));
  const scale = isWhole ? 1 : scaleFor(cents.reduce((a, b) => Math.max(a, b), 0));
  const out = Int32Array.from(cents, (value) => Math.round(value * scale));
  return { arcs: new Arcs(nodes, out, null), span: new Spans(nodes, seconds, null), scale };
}

/** Row-major between the given locations; staying where one is costs nothing. */
function pickArcs(matrix: Float64Array, locationCount: number, locations: Int32Array): Float64Array {
  const nodes = locations.length;
  const picked = new Float64Array(nodes * nodes);
  for (let i = 0; i < nodes; i++) {
    const row = locations[i]! * locationCount;
    for (let j = 0; j < nodes; j++) if (i !== j) picked[i * nodes + j] = matrix[row + locations[j]!]!;
  }
  return picked;
}

/** The largest power of ten, a million at most, at which the dearest arc and the sum of three fit 31 bits. */
function scaleFor(largest: number): number {
  let scale = 1e6;
  while (largest * scale > 2 ** 29 && scale > 1e-6) scale /= 10;
  return scale;
}

/** No two points of the plane are farther apart. */
function diagonal({ x, y }: Plane): number {
  const extent = (axis: Float64Array): number =>
    axis.reduce((a, b) => Math.max(a, b)) - axis.reduce((a, b) => Math.min(a, b));
  return Math.hypot(extent(x), extent(y)) + 1;
}

export function longestLeg(profile: TravelProfile): number {
  if (profile.plane !== undefined && profile.durationSeconds.length === 0) return diagonal(profile.plane);
  let longest = 0;
  for (const seconds of profile.durationSeconds) if (seconds > longest) longest = seconds;
  return longest;
}
