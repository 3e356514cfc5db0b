/**
 * A first solution by savings (Clarke & Wright 1964, doi:10.1287/opre.12.4.568): a tour for every node, joined end to
 * beginning where that saves most and windows and load allow. It begins with too many tours rather than too few:
 * dissolving a tour is easy for the search, opening one is not.
 */
import type { Timed } from "./instance.ts";
import type { NodeList } from "./neighbours.ts";

/** How much of an unavoidable wait counts as way. */
const WAIT_SHARE = 0.2;

/** Tours as rows of nodes, longest first; joins only along `successors`. */
export function savingsTours(problem: Timed, successors: NodeList): number[][] {
  const tours = new Joined(problem);
  for (const key of sortedSavings(problem, successors))
    tours.join(Math.floor(key / problem.nodes), key % problem.nodes);
  return tours.rows().sort((a, b) => b.length - a.length);
}

/** Arcs `from * nodes + to`, largest saving first. */
function sortedSavings({ nodes, cost, time, service, opens, closes }: Timed, { list, width }: NodeList): number[] {
  const saving = new Map<number, number>();
  for (let node = 1; node < nodes; node++) {
    for (let i = node * width; i < (node + 1) * width; i++) {
      const other = list[i]!;
      if (other < 0) break;
      const arc = node * nodes + other;
      const wait = Math.max(0, opens[other]! - closes[node]! - service[node]! - time[arc]!);
      const saved = cost[node * nodes]! + cost[other]! - cost[arc]! - WAIT_SHARE * wait;
      if (saved > 0) saving.set(arc, saved);
    }
  }
  const arcs = Array.from(saving.keys());
  return arcs.sort((a, b) => saving.get(b)! - saving.get(a)! || a - b);
}

class Joined {
  private readonly problem: Timed;
  private readonly next: Int32Array;
  private readonly previous: Int32Array;
  /** The tour's first node, right at its last node; the last node, right at its first. */
  private readonly head: Int32Array;
  private readonly tail: Int32Array;
  /** Right at the first node of a tour. */
  private readonly load: Float64Array;
  private readonly departure: Int32Array;
  private readonly latest: Int32Array;

  constructor(problem: Timed) {
    const { nodes, opens, closes, time, timeInto, service, demand } = problem;
    const identity = (): Int32Array => Int32Array.from({ length: nodes }, (_, node) => node);
    this.problem = problem;
    this.next = new Int32Array(nodes);
    this.previous = new Int32Array(nodes);
    this.head = identity();
    this.tail = identity();
    this.load = demand.slice();
    this.departure = identity().map((node) => Math.max(opens[0]! + time[node]!, opens[node]!) + service[node]!);
    this.latest = identity().map((node) => Math.min(closes[0]! - timeInto[node]! - service[node]!, closes[node]!));
  }

  join(from: number, to: number): void {
    const { next, previous, head, tail, load, departure, latest, problem } = this;
    if (next[from] !== 0 || previous[to] !== 0 || head[from] === to) return;
    const first = head[from]!;
    const last = tail[to]!;
    if (load[first]! + load[to]! > problem.capacity) return;
    if (departure[from]! + problem.time[from * problem.nodes + to]! > latest[to]!) return;
    next[from] = to;
    previous[to] = from;
    load[first]! += load[to]!;
    tail[first] = last;
    head[last] = first;
    this.retime(from, to);
  }

  /** Departures from the joint on, latest starts from the joint back. */
  private retime(from: number, to: number): void {
    const { next, previous, departure, latest } = this;
    const { nodes, time, service, opens, closes } = this.problem;
    for (let at = from, node = to; node !== 0; at = node, node = next[node]!)
      departure[node] = Math.max(departure[at]! + time[at * nodes + node]!, opens[node]!) + service[node]!;
    for (let at = to, node = from; node !== 0; at = node, node = previous[node]!)
      latest[node] = Math.min(latest[at]! - time[node * nodes + at]! - service[node]!, closes[node]!);
  }

  rows(): number[][] {
    const rows: number[][] = [];
    for (let first = 1; first < this.next.length; first++) {
      if (this.previous[first] !== 0 || !this.fits(first)) continue;
      const row: number[] = [];
      for (let node = first; node !== 0; node = this.next[node]!) row.push(node);
      rows.push(row);
    }
    return rows;
  }

  /** A node that even a tour of its own cannot serve in time is left out. */
  private fits(first: number): boolean {
    const { opens, time } = this.problem;
    return opens[0]! + time[first]! <= this.latest[first]! && opens[first]! <= this.latest[first]!;
  }
}
