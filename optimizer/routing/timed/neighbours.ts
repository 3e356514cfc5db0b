/**
 * Who is near whom, three ways: in space (for the ruin), and as a predecessor or a successor in a tour (for insertion).
 * Of the latter only arcs that the windows allow, nearest first, a share of the unavoidable wait counting as way
 * (Vidal et al. 2013, doi:10.1016/j.cor.2012.07.018, section 4.3).
 */
import type { Timed } from "./instance.ts";

/** Row-major `node * width + rank`, nearest first; -1 fills rows that are shorter; row 0 is unused. */
export interface NodeList {
  readonly width: number;
  readonly list: Int32Array;
}

export function nearestInSpace(problem: Timed, most: number): NodeList {
  const { nodes, cost, costInto } = problem;
  return rank(nodes, most, (node, other) => cost[node * nodes + other]! + costInto[node * nodes + other]!);
}

/** Mean cost of the arc to the neighbour of that rank (counted from 1), or to the last one in shorter lists. */
export function meanWay({ nodes, cost }: Timed, { list, width }: NodeList, rank: number): number {
  const at = Math.min(rank, width) - 1;
  if (at < 0) return 0;
  let sum = 0;
  for (let node = 1; node < nodes; node++) sum += cost[node * nodes + list[node * width + at]!]!;
  return sum / (nodes - 1);
}

export function predecessors(problem: Timed, most: number, waitShare: number): NodeList {
  return rank(problem.nodes, most, (node, other) => arcPrice(problem, other, node, waitShare));
}

export function successors(problem: Timed, most: number, waitShare: number): NodeList {
  return rank(problem.nodes, most, (node, other) => arcPrice(problem, node, other, waitShare));
}

/** Infinite where the windows forbid the arc. */
function arcPrice(problem: Timed, from: number, to: number, waitShare: number): number {
  const { nodes, cost, time, service, opens, closes } = problem;
  const arc = from * nodes + to;
  const way = service[from]! + time[arc]!;
  if (opens[from]! + way > closes[to]!) return Number.POSITIVE_INFINITY;
  return cost[arc]! + waitShare * Math.max(0, opens[to]! - closes[from]! - way);
}

/** Price and node make one whole number each, which sorts natively and breaks ties by the node. */
function rank(nodes: number, most: number, price: (node: number, other: number) => number): NodeList {
  const width = Math.max(0, Math.min(nodes - 2, most));
  const list = new Int32Array(nodes * width).fill(-1);
  const keys = new Float64Array(nodes);
  for (let node = 1; node < nodes; node++) {
    let count = 0;
    for (let other = 1; other < nodes; other++) {
      const value = other === node ? Number.POSITIVE_INFINITY : price(node, other);
      if (value < Number.POSITIVE_INFINITY) keys[count++] = Math.round(value) * nodes + other;
    }
    const sorted = keys.subarray(0, count).sort();
    for (let i = 0; i < width && i < count; i++) list[node * width + i] = sorted[i]! % nodes;
  }
  return { width, list };
}
