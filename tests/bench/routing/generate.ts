/** Large instances from a seed: half uniform, half in clusters, the depot in the middle, as in set X of Uchoa et al. 2017. */
import type { RoutingProblem } from "../../../domain/routing/problem.ts";
import { vrplibProblem } from "../../../optimizer/routing/formats/vrplib.ts";
import { Random } from "../../../optimizer/routing/random.ts";

export interface Generated {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly demand: Float64Array;
  readonly capacity: number;
  readonly problem: RoutingProblem;
}

const CLIENTS_PER_TOUR = 15;
const CLIENTS_PER_CLUSTER = 100;
const LARGEST_DEMAND = 100;

/** Clients in a square whose side grows with their root, so that neighbours are as near in every size. */
export function generate(clients: number, seed: number): Generated {
  const random = new Random(seed);
  const side = 1000 * Math.sqrt(clients / 1000);
  const nodes = clients + 1;
  const [x, y, demand] = [new Float64Array(nodes), new Float64Array(nodes), new Float64Array(nodes)];
  x[0] = y[0] = Math.round(side / 2);
  const centres = Array.from({ length: Math.ceil(clients / CLIENTS_PER_CLUSTER) }, () => [
    random.fraction() * side,
    random.fraction() * side,
  ]);
  for (let node = 1; node < nodes; node++) {
    const [cx, cy] = centres[random.below(centres.length)]!;
    const isClustered = random.fraction() < 0.5;
    // The difference of two uniform numbers falls off linearly from the centre.
    const spread = (): number => (random.fraction() - random.fraction()) * 100;
    const within = (value: number): number => Math.round(Math.min(side, Math.max(0, value)));
    x[node] = within(isClustered ? cx! + spread() : random.fraction() * side);
    y[node] = within(isClustered ? cy! + spread() : random.fraction() * side);
    demand[node] = 1 + random.below(LARGEST_DEMAND);
  }
  const capacity = (CLIENTS_PER_TOUR * (LARGEST_DEMAND + 1)) / 2;
  const file = { name: `G-n${nodes}`, x, y, demand, capacity, longestRoute: null, serviceTime: 0, fleet: null };
  return { x, y, demand, capacity, problem: vrplibProblem(file, "nearest") };
}
