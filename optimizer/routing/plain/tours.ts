/**
 * Tours as linked lists in typed arrays: constant-time insertion and removal, an exact running cost, and a log of both
 * that takes an iteration back without copying. Both ends of a tour are its depot's node (below `depots`).
 */
import type { Plain } from "./instance.ts";

/** Offsets into the four numbers of a node. `TOUR` of an absent node is `absentTour`, which never has room. */
export const TOUR = 0;
export const NEXT = 1;
export const PREVIOUS = 2;
/** Cost of the arc out of the node; what an arc out of a depot costs is kept nowhere. */
export const ARC_AFTER = 3;
/** Whole numbers of one log entry: kind, node (or type before), predecessor, tour. */
const ENTRY = 4;
const INSERTED = 0;
const REMOVED = 1;
const RETYPED = 2;

export class Tours {
  readonly problem: Plain;
  /** Four numbers per node (see `TOUR` to `ARC_AFTER`), side by side in memory because they are read together. */
  readonly at: Int32Array;
  readonly absentTour: number;
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly type: Int32Array;
  readonly load: Float64Array;
  /** Capacity less load; of an empty tour meaningless. */
  readonly room: Float64Array;
  readonly size: Int32Array;
  /** Sum of the arcs; kept only where vehicle types differ. */
  readonly arcs: Float64Array;
  /** What counts towards the limit: driving and service; kept only where there is one. */
  readonly span: Float64Array;
  /** Vehicles of each type not on the road. */
  readonly left: Int32Array;
  /** Empty tours, a stack. */
  readonly free: Int32Array;
  freeCount: number;
  /** Of the tours; the absent are not counted. */
  cost = 0;
  readonly absent: Int32Array;
  absentCount = 0;
  /** Tours cut by the last ruin: where the room is. */
  readonly cut: Int32Array;
  cutCount = 0;
  readonly log: Int32Array;
  logged = 0;
  private markedCost = 0;
  private readonly markedAbsent: Int32Array;
  private markedAbsentCount = 0;
  private readonly sorted: boolean;
  private readonly limited: boolean;

  constructor(problem: Plain) {
    const { nodes, types } = problem;
    const vehicles = types.count.reduce((sum, count) => sum + count, 0);
    const tours = Math.min(vehicles, nodes - problem.depots);
    this.problem = problem;
    this.absentTour = tours;
    this.at = new Int32Array(nodes << 2);
    for (let node = 0; node < nodes; node++) this.at[node << 2] = tours;
    this.first = new Int32Array(tours);
    this.last = new Int32Array(tours);
    this.type = new Int32Array(tours);
    this.load = new Float64Array(tours);
    this.room = new Float64Array(tours + 1);
    this.room[tours] = Number.NEGATIVE_INFINITY;
    this.size = new Int32Array(tours);
    this.arcs = new Float64Array(tours);
    this.span = new Float64Array(tours);
    this.left = types.count.slice();
    this.free = Int32Array.from({ length: tours }, (_, i) => tours - 1 - i);
    this.freeCount = tours;
    this.absent = new Int32Array(nodes);
    this.cut = new Int32Array(tours);
    this.markedAbsent = new Int32Array(nodes);
    // An iteration removes and inserts a client at most once each, and retypes a tour at most twice.
    this.log = new Int32Array(ENTRY * (2 * nodes + 4 * tours));
    this.sorted = problem.mixed;
    this.limited = problem.span !== null;
  }

  /** Takes everybody off the road; nobody is on the list of the absent then. */
  clear(): void {
    const { depots, nodes } = this.problem;
    this.mark();
    for (let node = depots; node < nodes; node++) if (this.at[node << 2] !== this.absentTour) this.remove(node);
    this.absentCount = 0;
    this.logged = 0;
  }

  mark(): void {
    this.logged = 0;
    this.markedCost = this.cost;
    this.markedAbsentCount = this.absentCount;
    for (let i = 0; i < this.absentCount; i++) this.markedAbsent[i] = this.absent[i]!;
  }

  /** After node `before` of `tour` (a depot: at its beginning). An empty tour must have been given its type. */
  insert(node: number, before: number, tour: number): void {
    this.write(INSERTED, node, before, tour);
    this.link(node, before, tour);
  }

  /** Takes a client out; the caller puts it on the list of the absent. */
  remove(node: number): void {
    this.write(REMOVED, node, this.at[(node << 2) + PREVIOUS]!, this.at[(node << 2) + TOUR]!);
    this.unlink(node);
  }

  /** Gives a tour, empty or not, another vehicle type of the same depot (an empty one: of any depot). */
  retype(tour: number, type: number): void {
    if (this.type[tour] === type) return;
    this.write(RETYPED, this.type[tour]!, 0, tour);
    this.changeType(tour, type);
  }

  /** Undoes everything since `mark`, newest first: that order makes each predecessor and the free stack right again. */
  revert(): void {
    const { log } = this;
    for (let at = this.logged - ENTRY; at >= 0; at -= ENTRY) {
      const kind = log[at]!;
      if (kind === INSERTED) this.unlink(log[at + 1]!);
      else if (kind === REMOVED) this.link(log[at + 1]!, log[at + 2]!, log[at + 3]!);
      else this.changeType(log[at + 3]!, log[at + 1]!);
    }
    this.logged = 0;
    this.cost = this.markedCost;
    this.absentCount = this.markedAbsentCount;
    for (let i = 0; i < this.absentCount; i++) this.absent[i] = this.markedAbsent[i]!;
  }

  private write(kind: number, node: number, before: number, tour: number): void {
    const { log, logged } = this;
    log[logged] = kind;
    log[logged + 1] = node;
    log[logged + 2] = before;
    log[logged + 3] = tour;
    this.logged = logged + ENTRY;
  }

  private link(node: number, before: number, tour: number): void {
    const { at, first, problem } = this;
    const { arcs, depots, demand } = problem;
    let after: number;
    let old = 0;
    if (this.size[tour]!++ === 0) {
      after = before = this.open(tour);
    } else if (before < depots) {
      after = first[tour]!;
      before = at[(after << 2) + PREVIOUS]!;
      old = arcs.intoFrom(after, before);
    } else {
      after = at[(before << 2) + NEXT]!;
      old = at[(before << 2) + ARC_AFTER]!;
    }
    const arcIn = arcs.intoFrom(node, before);
    const arcOut = arcs.of(node, after);
    const own = node << 2;
    at[own] = tour;
    at[own + NEXT] = after;
    at[own + PREVIOUS] = before;
    at[own + ARC_AFTER] = arcOut;
    if (before < depots) first[tour] = node;
    else {
      at[(before << 2) + NEXT] = node;
      at[(before << 2) + ARC_AFTER] = arcIn;
    }
    if (after >= depots) at[(after << 2) + PREVIOUS] = node;
    else this.last[tour] = node;
    this.load[tour]! += demand[node]!;
    this.room[tour]! -= demand[node]!;
    this.account(tour, arcIn + arcOut - old);
    if (this.limited) this.span[tour]! += this.spanDelta(before, node, after);
  }

  private unlink(node: number): void {
    const { at, problem } = this;
    const { arcs, depots, demand } = problem;
    const own = node << 2;
    const tour = at[own]!;
    const after = at[own + NEXT]!;
    const before = at[own + PREVIOUS]!;
    const alone = --this.size[tour]! === 0;
    const arc = alone ? 0 : arcs.of(before, after);
    let arcIn: number;
    if (before < depots) {
      this.first[tour] = after;
      arcIn = arcs.intoFrom(node, before);
    } else {
      at[(before << 2) + NEXT] = after;
      arcIn = at[(before << 2) + ARC_AFTER]!;
      at[(before << 2) + ARC_AFTER] = arc;
    }
    if (after >= depots) at[(after << 2) + PREVIOUS] = before;
    else this.last[tour] = before;
    at[own] = this.absentTour;
    this.load[tour]! -= demand[node]!;
    this.room[tour]! += demand[node]!;
    this.account(tour, arc - arcIn - at[own + ARC_AFTER]!);
    if (this.limited) this.span[tour]! -= this.spanDelta(before, node, after);
    if (alone) this.close(tour);
  }

  private account(tour: number, arcs: number): void {
    if (this.sorted) {
      this.arcs[tour]! += arcs;
      this.cost += this.problem.types.rate[this.type[tour]!]! * arcs;
    } else this.cost += arcs;
  }

  /** What `node` between two others adds to the span of its tour. */
  spanDelta(before: number, node: number, after: number): number {
    const { span, service } = this.problem;
    const detour = span!.of(before, node) + span!.of(node, after);
    return service[node]! + detour - span!.of(before, after);
  }

  private open(tour: number): number {
    const { types } = this.problem;
    const type = this.type[tour]!;
    this.freeCount--;
    this.left[type]!--;
    this.load[tour] = 0;
    this.room[tour] = types.capacity[type]!;
    this.arcs[tour] = 0;
    this.span[tour] = 0;
    this.cost += types.fixed[type]!;
    return types.depot[type]!;
  }

  private close(tour: number): void {
    const type = this.type[tour]!;
    this.free[this.freeCount++] = tour;
    this.left[type]!++;
    this.cost -= this.problem.types.fixed[type]!;
  }

  private changeType(tour: number, type: number): void {
    const { fixed, rate, capacity } = this.problem.types;
    const old = this.type[tour]!;
    this.type[tour] = type;
    if (this.size[tour] === 0) return;
    this.left[old]!++;
    this.left[type]!--;
    this.room[tour] = capacity[type]! - this.load[tour]!;
    this.cost += fixed[type]! - fixed[old]! + (rate[type]! - rate[old]!) * this.arcs[tour]!;
  }
}
