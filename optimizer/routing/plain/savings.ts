/**
 * A start by savings (Clarke & Wright 1964, doi:10.1287/opre.12.4.568) over near pairs only: every client a tour of its
 * own from its nearest depot, then joined end to end, largest saving first. O(n k log(n k)) for k neighbours.
 */
import type { Plain } from "./instance.ts";
import type { NodeNeighbours } from "./neighbours.ts";

const PAIRS_PER_CLIENT = 40;
const NONE = -1;

/** Rows of nodes, none heavier than `mostLoad`, each within the largest capacity and limit of its depot; fleet sizes are not looked at. */
export function savingsTours(
  problem: Plain,
  neighbours: NodeNeighbours,
  mostLoad = Number.POSITIVE_INFINITY,
): { depot: number; nodes: number[] }[] {
  const joiner = new Joiner(problem, mostLoad);
  const { keys, from, to } = savingPairs(problem, neighbours, joiner.depotOf);
  for (let k = keys.length - 1; k >= 0; k--) {
    const pair = keys[k]! % PAIR;
    joiner.join(from[pair]!, to[pair]!);
  }
  return joiner.rows();
}

/** Sort keys are `saving * PAIR + pair`; savings are cut to what leaves 53 bits exact. */
const PAIR = 2 ** 21;

function savingPairs(problem: Plain, neighbours: NodeNeighbours, depotOf: Int32Array) {
  const { arcs, depots, nodes } = problem;
  const width = Math.min(PAIRS_PER_CLIENT, neighbours.width, Math.floor((PAIR - 1) / nodes));
  const from = new Int32Array(nodes * width);
  const to = new Int32Array(nodes * width);
  const keys = new Float64Array(nodes * width);
  let count = 0;
  for (let node = depots; node < nodes; node++) {
    const depot = depotOf[node]!;
    for (let rank = 0; rank < width; rank++) {
      const other = neighbours.list[node * neighbours.width + rank]!;
      if (depotOf[other] !== depot) continue;
      const saving = arcs.of(node, depot) + arcs.of(depot, other) - arcs.of(node, other);
      if (saving <= 0) continue;
      from[count] = node;
      to[count] = other;
      keys[count] = Math.floor(saving) * PAIR + count;
      count++;
    }
  }
  return { keys: keys.subarray(0, count).sort(), from, to };
}

/** Tours as chains without direction. */
class Joiner {
  readonly depotOf: Int32Array;
  private readonly problem: Plain;
  private readonly links: [Int32Array, Int32Array];
  private readonly parent: Int32Array;
  private readonly load: Float64Array;
  private readonly span: Float64Array;
  private readonly capacity: Float64Array;
  private readonly limit: Float64Array;

  constructor(problem: Plain, mostLoad: number) {
    const { nodes, depots, demand, types } = problem;
    this.problem = problem;
    this.links = [new Int32Array(nodes).fill(NONE), new Int32Array(nodes).fill(NONE)];
    this.parent = Int32Array.from({ length: nodes }, (_, i) => i);
    this.load = demand.slice();
    this.capacity = new Float64Array(depots);
    this.limit = new Float64Array(depots);
    types.depot.forEach((depot, type) => {
      this.capacity[depot] = Math.max(this.capacity[depot]!, Math.min(mostLoad, types.capacity[type]!));
      this.limit[depot] = Math.max(this.limit[depot]!, types.limit[type]!);
    });
    this.depotOf = Int32Array.from({ length: nodes }, (_, node) => this.nearestDepot(node));
    this.span = Float64Array.from({ length: nodes }, (_, node) => this.spanAlone(node));
  }

  join(a: number, b: number): void {
    const [rootA, rootB] = [this.root(a), this.root(b)];
    if (rootA === rootB || this.links[1][a] !== NONE || this.links[1][b] !== NONE) return;
    const depot = this.depotOf[a]!;
    if (this.load[rootA]! + this.load[rootB]! > this.capacity[depot]!) return;
    const { span } = this.problem;
    let joined = 0;
    if (span !== null) {
      // Orientation is free until the end, so both ways of each arc are allowed for.
      const arc = (i: number, j: number): number => Math.max(span.of(i, j), span.of(j, i));
      joined = this.span[rootA]! + this.span[rootB]! + arc(a, b) - arc(a, depot) - arc(depot, b);
      if (joined > this.limit[depot]!) return;
    }
    this.attach(a, b);
    this.attach(b, a);
    this.parent[rootB] = rootA;
    this.load[rootA]! += this.load[rootB]!;
    this.span[rootA] = joined;
  }

  rows(): { depot: number; nodes: number[] }[] {
    const { nodes, depots } = this.problem;
    const seen = new Uint8Array(nodes);
    const rows: { depot: number; nodes: number[] }[] = [];
    for (let end = depots; end < nodes; end++) {
      if (seen[end] === 1 || this.links[1][end] !== NONE) continue;
      const row: number[] = [];
      for (let at = end, before = NONE; at !== NONE;) {
        seen[at] = 1;
        row.push(at);
        const after = this.links[0][at] === before ? this.links[1][at]! : this.links[0][at]!;
        before = at;
        at = after;
      }
      rows.push({ depot: this.depotOf[end]!, nodes: row });
    }
    return rows;
  }

  private attach(node: number, other: number): void {
    const side = this.links[0][node] === NONE ? 0 : 1;
    this.links[side]![node] = other;
  }

  private root(node: number): number {
    const { parent } = this;
    let at = node;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  }

  private nearestDepot(node: number): number {
    const { arcs, depots } = this.problem;
    let best = 0;
    for (let d = 1; d < depots; d++)
      if (arcs.of(d, node) + arcs.of(node, d) < arcs.of(best, node) + arcs.of(node, best)) best = d;
    return best;
  }

  private spanAlone(node: number): number {
    const { span, service } = this.problem;
    if (span === null) return 0;
    const depot = this.depotOf[node]!;
    return service[node]! + 2 * Math.max(span.of(depot, node), span.of(node, depot));
  }
}
