/**
 * Tours as linked lists in typed arrays: constant-time insertion and removal, an exact running cost, and a log of both
 * that takes an iteration back without copying. Node 0 stands at both ends of every tour.
 */
import type { Cvrp } from "./instance.ts";

export const ABSENT = -1;

export class Tours {
  readonly problem: Cvrp;
  readonly next: Int32Array;
  readonly previous: Int32Array;
  /** Cost of the arcs into and out of a node on a tour. */
  readonly arcBefore: Int32Array;
  readonly arcAfter: Int32Array;
  readonly tourOf: Int32Array;
  readonly first: Int32Array;
  readonly load: Float64Array;
  readonly size: Int32Array;
  /** Empty tours, a stack. */
  readonly free: Int32Array;
  freeCount: number;
  cost = 0;
  readonly absent: Int32Array;
  absentCount = 0;
  /** Node, predecessor, tour of every change since `mark`; a removal is logged with the node's bitwise complement. */
  private readonly log: Int32Array;
  private logged = 0;
  private markedCost = 0;

  constructor(problem: Cvrp) {
    const { nodes, fleet } = problem;
    const tours = Math.min(fleet, nodes - 1);
    this.problem = problem;
    this.next = new Int32Array(nodes);
    this.previous = new Int32Array(nodes);
    this.arcBefore = new Int32Array(nodes);
    this.arcAfter = new Int32Array(nodes);
    this.tourOf = new Int32Array(nodes).fill(ABSENT);
    this.first = new Int32Array(tours);
    this.load = new Float64Array(tours);
    this.size = new Int32Array(tours);
    this.free = Int32Array.from({ length: tours }, (_, i) => tours - 1 - i);
    this.freeCount = tours;
    this.absent = new Int32Array(nodes);
    this.log = new Int32Array(6 * nodes);
  }

  mark(): void {
    this.logged = 0;
    this.markedCost = this.cost;
  }

  /** After node `before` of `tour` (0 is the depot at its beginning). */
  insert(node: number, before: number, tour: number): void {
    this.log[this.logged] = node;
    this.log[this.logged + 1] = before;
    this.log[this.logged + 2] = tour;
    this.logged += 3;
    this.link(node, before, tour);
  }

  remove(node: number): void {
    this.log[this.logged] = ~node;
    this.log[this.logged + 1] = this.previous[node]!;
    this.log[this.logged + 2] = this.tourOf[node]!;
    this.logged += 3;
    this.unlink(node);
  }

  /** Undoes everything since `mark`, newest first: that order makes each predecessor and the free stack right again. */
  revert(): void {
    for (let at = this.logged - 3; at >= 0; at -= 3) {
      const entry = this.log[at]!;
      if (entry >= 0) this.unlink(entry);
      else this.link(~entry, this.log[at + 1]!, this.log[at + 2]!);
    }
    this.logged = 0;
    this.cost = this.markedCost;
  }

  private link(node: number, before: number, tour: number): void {
    const { next, previous, arcBefore, arcAfter } = this;
    const { cost, nodes } = this.problem;
    const after = before === 0 ? this.first[tour]! : next[before]!;
    const arcIn = cost[before * nodes + node]!;
    const arcOut = cost[node * nodes + after]!;
    const old = this.size[tour] === 0 ? 0 : before === 0 ? arcBefore[after]! : arcAfter[before]!;
    this.cost += arcIn + arcOut - old;
    next[node] = after;
    previous[node] = before;
    arcBefore[node] = arcIn;
    arcAfter[node] = arcOut;
    if (before === 0) this.first[tour] = node;
    else {
      next[before] = node;
      arcAfter[before] = arcIn;
    }
    if (after !== 0) {
      previous[after] = node;
      arcBefore[after] = arcOut;
    }
    this.tourOf[node] = tour;
    this.load[tour]! += this.problem.demand[node]!;
    if (this.size[tour]!++ === 0) this.freeCount--;
  }

  private unlink(node: number): void {
    const { next, previous, arcBefore, arcAfter } = this;
    const { cost, nodes } = this.problem;
    const before = previous[node]!;
    const after = next[node]!;
    const tour = this.tourOf[node]!;
    const arc = cost[before * nodes + after]!;
    this.cost += arc - arcBefore[node]! - arcAfter[node]!;
    if (before === 0) this.first[tour] = after;
    else {
      next[before] = after;
      arcAfter[before] = arc;
    }
    if (after !== 0) {
      previous[after] = before;
      arcBefore[after] = arc;
    }
    this.tourOf[node] = ABSENT;
    this.load[tour]! -= this.problem.demand[node]!;
    if (--this.size[tour]! === 0) {
      this.load[tour] = 0;
      this.free[this.freeCount++] = tour;
    }
  }
}
