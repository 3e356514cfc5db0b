/**
 * Tours with time windows as linked lists in typed arrays. Every node on a tour knows when it can be left at the
 * earliest and when its service may start at the latest, so that an insertion is judged by two comparisons. Node 0 stands
 * at both ends of every tour. A log of insertions and removals takes an iteration back without copying.
 */
import type { Timed } from "./instance.ts";

export const ABSENT = -1;
/** What a node left out counts in the search: more than all tours can cost. */
export const ABSENT_PRICE = 2 ** 40;

export class Tours {
  readonly problem: Timed;
  readonly next: Int32Array;
  readonly previous: Int32Array;
  /** Cost of the arcs into and out of a node on a tour. */
  readonly arcBefore: Int32Array;
  readonly arcAfter: Int32Array;
  /** Earliest end of service, given the nodes before; of node 0 the beginning of the shift. */
  readonly departure: Int32Array;
  /** Latest start of service that leaves the nodes after feasible; of node 0 the end of the shift. */
  readonly latest: Int32Array;
  readonly tourOf: Int32Array;
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly load: Float64Array;
  readonly size: Int32Array;
  /** Empty tours, a stack. */
  readonly free: Int32Array;
  freeCount: number;
  cost = 0;
  readonly absent: Int32Array;
  absentCount = 0;
  /** The tours that the last ruin took nodes from. */
  readonly cut: Int32Array;
  cutCount = 0;
  /**
   * Set when removals made a tour late: where the way round by a node was quicker than the direct one. Only `revert` helps.
   */
  late = false;
  /** Node, predecessor, tour of every change since `mark`; a removal is logged with the node's bitwise complement. */
  private readonly log: Int32Array;
  private logLength = 0;
  private markedCost = 0;
  private readonly markedAbsent: Int32Array;
  private markedAbsentCount = 0;
  private readonly touchedIn: Int32Array;
  private readonly touched: Int32Array;
  private round = 0;

  /** @param most tours there may be at once */
  constructor(problem: Timed, most = problem.fleet) {
    const { nodes } = problem;
    const tours = Math.min(most, nodes - 1);
    const perNode = (): Int32Array => new Int32Array(nodes);
    this.problem = problem;
    this.next = perNode();
    this.previous = perNode();
    this.arcBefore = perNode();
    this.arcAfter = perNode();
    this.departure = perNode();
    this.latest = perNode();
    this.departure[0] = problem.opens[0]!;
    this.latest[0] = problem.closes[0]!;
    this.tourOf = perNode().fill(ABSENT);
    this.first = new Int32Array(tours);
    this.last = new Int32Array(tours);
    this.load = new Float64Array(tours);
    this.size = new Int32Array(tours);
    this.cut = new Int32Array(tours);
    this.free = Int32Array.from({ length: tours }, (_, i) => tours - 1 - i);
    this.freeCount = tours;
    this.absent = perNode();
    this.markedAbsent = perNode();
    this.log = new Int32Array(6 * nodes);
    this.touchedIn = new Int32Array(tours);
    this.touched = new Int32Array(tours);
  }

  mark(): void {
    this.logLength = 0;
    this.late = false;
    this.markedCost = this.cost;
    this.markedAbsentCount = this.absentCount;
    for (let i = 0; i < this.absentCount; i++) this.markedAbsent[i] = this.absent[i]!;
  }

  /** After node `before` of `tour` (0 is the depot at its beginning); the caller has seen that it fits. */
  insert(node: number, before: number, tour: number): void {
    this.logged(node, before, tour);
    this.link(node, before, tour);
    this.pushForward(node);
    this.pullBack(node);
  }

  /** Times of the tour are stale until `refresh`. */
  remove(node: number): void {
    this.logged(~node, this.previous[node]!, this.tourOf[node]!);
    this.unlink(node);
  }

  /** Undoes everything since `mark`. */
  revert(): void {
    const touched = this.undoLinks();
    for (let i = 0; i < touched; i++) this.refresh(this.touched[i]!);
  }

  protected logged(entry: number, before: number, tour: number): void {
    this.log[this.logLength] = entry;
    this.log[this.logLength + 1] = before;
    this.log[this.logLength + 2] = tour;
    this.logLength += 3;
  }

  /**
   * Newest first: that order makes each predecessor and the free stack right again. Times stay stale; the number of tours
   * in `touched` is returned.
   */
  protected undoLinks(): number {
    this.round = (this.round + 1) | 0;
    let touched = 0;
    for (let at = this.logLength - 3; at >= 0; at -= 3) {
      const entry = this.log[at]!;
      const tour = this.log[at + 2]!;
      if (this.touchedIn[tour] !== this.round) {
        this.touchedIn[tour] = this.round;
        this.touched[touched++] = tour;
      }
      if (entry >= 0) this.unlink(entry);
      else this.link(~entry, this.log[at + 1]!, tour);
    }
    this.logLength = 0;
    this.late = false;
    this.cost = this.markedCost;
    this.absentCount = this.markedAbsentCount;
    for (let i = 0; i < this.absentCount; i++) this.absent[i] = this.markedAbsent[i]!;
    return touched;
  }

  /**
   * `to` and what follows it comes behind `from` of another tour; what followed `from` comes behind what preceded `to`.
   * Not logged: call it before `mark`. The caller has seen that it fits.
   */
  exchangeTails(from: number, to: number): void {
    const { next, previous, first, last, tourOf } = this;
    const behind = next[from]!;
    const front = previous[to]!;
    const tour = tourOf[from]!;
    const other = tourOf[to]!;
    const end = last[tour]!;
    this.cost += this.exchangePrice(from, to);
    this.handOver(to, other, tour);
    this.handOver(behind, tour, other);
    this.joinArc(from, to);
    last[tour] = last[other]!;
    if (front === 0) first[other] = behind;
    last[other] = behind === 0 ? front : end;
    this.joinArc(front, behind);
    if (this.size[other] === 0) {
      this.load[other] = 0;
      this.free[this.freeCount++] = other;
    }
    this.pushForward(to);
    this.pullBack(from);
    if (behind !== 0) this.pushForward(behind);
    if (front !== 0) this.pullBack(front);
  }

  /** What `exchangeTails` adds to the cost. */
  exchangePrice(from: number, to: number): number {
    const { cost, nodes } = this.problem;
    const behind = this.next[from]!;
    const front = this.previous[to]!;
    const closing = front === 0 && behind === 0 ? 0 : cost[front * nodes + behind]!;
    return cost[from * nodes + to]! + closing - this.arcAfter[from]! - this.arcBefore[to]!;
  }

  /** Books `node` and what follows it from one tour to another. */
  private handOver(from: number, tour: number, other: number): void {
    const { next, tourOf, size, load } = this;
    const { demand } = this.problem;
    for (let node = from; node !== 0; node = next[node]!) {
      tourOf[node] = other;
      size[tour]!--;
      size[other]!++;
      load[tour]! -= demand[node]!;
      load[other]! += demand[node]!;
    }
  }

  /** Either may be the depot. */
  private joinArc(from: number, to: number): void {
    const arc = this.problem.cost[from * this.problem.nodes + to]!;
    if (from !== 0) {
      this.next[from] = to;
      this.arcAfter[from] = arc;
    }
    if (to !== 0) {
      this.previous[to] = from;
      this.arcBefore[to] = arc;
    }
  }

  /** Recomputes the times of a tour. */
  refresh(tour: number): void {
    const { next, previous, departure, latest } = this;
    const { nodes, time, timeInto, service, opens, closes } = this.problem;
    if (this.size[tour] === 0) return;
    let clock = departure[0]!;
    let at = 0;
    for (let node = this.first[tour]!; node !== 0; node = next[node]!) {
      clock += time[at * nodes + node]!;
      if (clock > closes[node]!) this.late = true;
      if (clock < opens[node]!) clock = opens[node]!;
      clock += service[node]!;
      departure[node] = clock;
      at = node;
    }
    if (clock + time[at * nodes]! > closes[0]!) this.late = true;
    let bound = latest[0]!;
    let from = 0;
    for (let node = at; node !== 0; node = previous[node]!) {
      bound -= timeInto[from * nodes + node]! + service[node]!;
      if (bound > closes[node]!) bound = closes[node]!;
      latest[node] = bound;
      from = node;
    }
  }

  /** From a node with a new predecessor to the first whose departure stays as it is. */
  private pushForward(from: number): void {
    const { next, previous, departure } = this;
    const { nodes, time, service, opens } = this.problem;
    let at = previous[from]!;
    let clock = departure[at]!;
    for (let node = from; node !== 0; node = next[node]!) {
      clock += time[at * nodes + node]!;
      if (clock < opens[node]!) clock = opens[node]!;
      clock += service[node]!;
      if (departure[node] === clock && node !== from) return;
      departure[node] = clock;
      at = node;
    }
  }

  private pullBack(from: number): void {
    const { next, previous, latest } = this;
    const { nodes, timeInto, service, closes } = this.problem;
    let at = next[from]!;
    let bound = latest[at]!;
    for (let node = from; node !== 0; node = previous[node]!) {
      bound -= timeInto[at * nodes + node]! + service[node]!;
      if (bound > closes[node]!) bound = closes[node]!;
      if (latest[node] === bound && node !== from) return;
      latest[node] = bound;
      at = node;
    }
  }

  protected link(node: number, before: number, tour: number): void {
    const { next, previous, arcBefore, arcAfter } = this;
    const { cost, nodes } = this.problem;
    const after = this.size[tour] === 0 ? 0 : before === 0 ? this.first[tour]! : next[before]!;
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
    if (after === 0) this.last[tour] = node;
    else {
      previous[after] = node;
      arcBefore[after] = arcOut;
    }
    this.tourOf[node] = tour;
    this.load[tour]! += this.problem.demand[node]!;
    if (this.size[tour]!++ === 0) this.freeCount--;
  }

  protected unlink(node: number): void {
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
    if (after === 0) this.last[tour] = before;
    else {
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
