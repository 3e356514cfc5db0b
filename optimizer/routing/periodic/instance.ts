/**
 * The periodic problem laid out flat: every client is visited on exactly one of its day sets by equal vehicles that
 * may unload on the way (PVRP with intermediate facilities, Angelelli and Speranza 2002, 10.1016/S0377-2217(01)00206-5).
 *
 * Node 0 is the depot, node i + 1 is client i. Facilities are no nodes: going from one node to the next over a facility
 * costs a detour, whichever facility makes it the smallest. That choice depends on nothing else, because unloading
 * always empties the vehicle; only *where* on the route to unload is left to decide (`placement.ts`).
 */

/** Travel and service are in one unit, which is also the unit of the objective. Whole numbers keep sums exact. */
export interface PeriodicInput {
  readonly days: number;
  readonly vehiclesPerDay: number;
  readonly capacity: number;
  /** Most travel and service on one route. Infinity where unlimited. */
  readonly maxDuration: number;
  /** Row-major over depot, clients, facilities, in this order; may be asymmetric. */
  readonly travel: Float64Array;
  /** Per client. */
  readonly demand: readonly number[];
  readonly service: readonly number[];
  /** Per client its day sets as bit masks, bit d for day d; at least one each. */
  readonly schemes: readonly (readonly number[])[];
  readonly facilityCount: number;
}

export interface Periodic {
  readonly clientCount: number;
  /** clientCount + 1 */
  readonly nodes: number;
  readonly days: number;
  readonly vehiclesPerDay: number;
  readonly capacity: number;
  readonly maxDuration: number;
  /** Row-major `from * nodes + to`, without a facility; and its transpose, `to * nodes + from`. */
  readonly direct: Float64Array;
  readonly directInto: Float64Array;
  /** What the cheapest facility on the way adds to `direct`; and its transpose. */
  readonly detour: Float64Array;
  readonly detourInto: Float64Array;
  /** Which facility that is. */
  readonly facility: Int32Array;
  /** Per node, 0 at the depot. */
  readonly demand: Float64Array;
  readonly service: Float64Array;
  /** Per node; empty at the depot. */
  readonly schemes: readonly Int32Array[];
  /** The largest arc between nodes; scales temperatures and penalties. */
  readonly longestArc: number;
}

/** Throws `Error` when the sizes of the input contradict each other. */
export function layOut(input: PeriodicInput): Periodic {
  const clientCount = input.demand.length;
  const nodes = clientCount + 1;
  const size = nodes + input.facilityCount;
  if (input.travel.length !== size * size) {
    throw new Error(`The matrix has ${input.travel.length} entries; ${size} places need ${size * size}.`);
  }
  if (input.facilityCount < 1) throw new Error("A periodic instance needs at least one facility.");
  const direct = new Float64Array(nodes * nodes);
  const detour = new Float64Array(nodes * nodes);
  const facility = new Int32Array(nodes * nodes);
  let longestArc = 0;
  for (let from = 0; from < nodes; from++) {
    for (let to = 0; to < nodes; to++) {
      const arc = from * nodes + to;
      direct[arc] = input.travel[from * size + to]!;
      longestArc = Math.max(longestArc, direct[arc]!);
      facility[arc] = cheapestFacility(input.travel, size, nodes, from, to);
      const gate = nodes + facility[arc]!;
      detour[arc] = input.travel[from * size + gate]! + input.travel[gate * size + to]! - direct[arc]!;
    }
  }
  return {
    clientCount,
    nodes,
    days: input.days,
    vehiclesPerDay: input.vehiclesPerDay,
    capacity: input.capacity,
    maxDuration: input.maxDuration,
    direct,
    directInto: transposed(direct, nodes),
    detour,
    detourInto: transposed(detour, nodes),
    facility,
    demand: Float64Array.from([0, ...input.demand]),
    service: Float64Array.from([0, ...input.service]),
    schemes: [[], ...input.schemes].map((masks) => Int32Array.from(masks)),
    longestArc,
  };
}

function transposed(matrix: Float64Array, nodes: number): Float64Array {
  return matrix.map((_, arc) => matrix[(arc % nodes) * nodes + Math.floor(arc / nodes)]!);
}

function cheapestFacility(travel: Float64Array, size: number, nodes: number, from: number, to: number): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let gate = nodes; gate < size; gate++) {
    const way = travel[from * size + gate]! + travel[gate * size + to]!;
    if (way >= least) continue;
    least = way;
    best = gate - nodes;
  }
  return best;
}
