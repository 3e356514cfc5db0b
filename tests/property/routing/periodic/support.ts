/** Small random periodic instances, and the dearest but plainest way to price a route. */
import { layOut, type Periodic, type PeriodicInput } from "../../../../optimizer/routing/periodic/instance.ts";
import { Random } from "../../../../optimizer/routing/random.ts";

export interface Sample {
  readonly input: PeriodicInput;
  readonly instance: Periodic;
}

const DAY_SETS: readonly (readonly number[])[] = [[0b0001, 0b0010, 0b0100, 0b1000], [0b0101, 0b1010], [0b1111]];

/** Asymmetric whole-number travel that keeps the triangle inequality: shortest ways in a random graph. */
export function sample(seed: number, clients: number, capacity: number, maxDuration: number): Sample {
  const random = new Random(seed);
  const facilityCount = 1 + random.below(3);
  const size = 1 + clients + facilityCount;
  const travel = Float64Array.from({ length: size * size }, () => 1 + random.below(40));
  for (let via = 0; via < size; via++) {
    for (let from = 0; from < size; from++) {
      for (let to = 0; to < size; to++) {
        const way = travel[from * size + via]! + travel[via * size + to]!;
        travel[from * size + to] = from === to ? 0 : Math.min(travel[from * size + to]!, way);
      }
    }
  }
  const input: PeriodicInput = {
    days: 4,
    vehiclesPerDay: 1 + random.below(2),
    capacity,
    maxDuration,
    travel,
    demand: Array.from({ length: clients }, () => 1 + random.below(10)),
    service: Array.from({ length: clients }, () => 1 + random.below(9)),
    schemes: Array.from({ length: clients }, () => DAY_SETS[random.below(3)]!),
    facilityCount,
  };
  return { input, instance: layOut(input) };
}

/** Least travel of a row over every set of arcs to unload on and every facility there; Infinity when none holds. */
export function priceByTrial(input: PeriodicInput, row: readonly number[]): number {
  const size = 1 + input.demand.length + input.facilityCount;
  if (row.length === 0) return 0;
  let least = Number.POSITIVE_INFINITY;
  for (let choice = 0; choice < 1 << (row.length - 1); choice++) {
    let cost = input.travel[row[0]!]!;
    let load = 0;
    row.forEach((node, i) => {
      load += input.demand[node - 1]!;
      if (load > input.capacity) cost = Number.POSITIVE_INFINITY;
      const isLast = i === row.length - 1;
      const to = isLast ? 0 : row[i + 1]!;
      const unloads = isLast || ((choice >> i) & 1) === 1;
      if (unloads) load = 0;
      cost += unloads ? overFacility(input, size, node, to) : input.travel[node * size + to]!;
    });
    least = Math.min(least, cost);
  }
  return least;
}

function overFacility(input: PeriodicInput, size: number, from: number, to: number): number {
  const gates = Array.from({ length: input.facilityCount }, (_, f) => 1 + input.demand.length + f);
  return Math.min(...gates.map((gate) => input.travel[from * size + gate]! + input.travel[gate * size + to]!));
}
