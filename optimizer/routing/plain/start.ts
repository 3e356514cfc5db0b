/** Fills empty tours with the savings start; what the fleet has no vehicle for stays absent. */
import { LIMIT_SLACK } from "./recreate.ts";
import type { NodeNeighbours } from "./neighbours.ts";
import { putRow } from "./row.ts";
import { savingsTours } from "./savings.ts";
import type { Tours } from "./tours.ts";

/** `tours` must be empty. Heaviest tours first, each with the cheapest vehicle type that can drive it. */
export function startWithSavings(tours: Tours, neighbours: NodeNeighbours, mostLoad: number): void {
  const { problem } = tours;
  const loadOf = (row: readonly number[]): number => row.reduce((sum, node) => sum + problem.demand[node]!, 0);
  const rows = savingsTours(problem, neighbours, mostLoad)
    .map(({ depot, nodes }) => ({ depot, nodes, load: loadOf(nodes) }))
    .sort((a, b) => b.load - a.load);
  for (const row of rows) {
    const type = cheapestType(tours, row.depot, row.nodes, row.load);
    if (type < 0 || tours.freeCount === 0) {
      for (const node of row.nodes) tours.absent[tours.absentCount++] = node;
      continue;
    }
    putRow(tours, { type, nodes: row.nodes });
  }
}

function cheapestType(tours: Tours, depot: number, row: readonly number[], load: number): number {
  const { types } = tours.problem;
  const { arcs, span } = lengths(tours, depot, row);
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let type = 0; type < types.count.length; type++) {
    if (types.depot[type] !== depot || tours.left[type] === 0 || types.capacity[type]! < load) continue;
    if (span > types.limit[type]! * (1 + LIMIT_SLACK)) continue;
    const price = types.fixed[type]! + types.rate[type]! * arcs;
    if (price >= least) continue;
    best = type;
    least = price;
  }
  return best;
}

function lengths(tours: Tours, depot: number, row: readonly number[]): { arcs: number; span: number } {
  const { arcs, span, service } = tours.problem;
  let sum = 0;
  let time = 0;
  let at = depot;
  for (const node of [...row, depot]) {
    sum += arcs.of(at, node);
    if (span !== null) time += span.of(at, node) + service[node]!;
    at = node;
  }
  return { arcs: sum, span: time };
}
