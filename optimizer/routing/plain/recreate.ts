/**
 * Greedy insertion with blinks on linked tours (Christiaens & Vanden Berghe 2020, section 5.3). A node is tried beside
 * its nearest neighbours and as a tour of its own; only where none of these has room are all positions looked at.
 */
import type { Random } from "../random.ts";
import { shuffle } from "../random.ts";
import type { NodeNeighbours } from "./neighbours.ts";
import { ARC_AFTER, NEXT, PREVIOUS, type Tours } from "./tours.ts";

const NOWHERE = -1;
const KEEP = -1;
const MOST_NODES_SCANNED = 2000;
/** Longer tours are tried beside near clients only. */
export const LONGEST_WALKED = 40;
/** Relative slack of limits on sums of real durations. */
export const LIMIT_SLACK = 1e-10;

export class Recreate {
  protected readonly tours: Tours;
  protected readonly neighbours: NodeNeighbours;
  protected readonly width: number;
  protected readonly random: Random;
  protected readonly blink: number;
  protected untilBlink: number;
  private readonly keys: Float64Array;
  private readonly limited: boolean;
  /** Before a tour of its own a client of a small problem is tried everywhere. */
  private readonly isSmall: boolean;
  /** The position found last. */
  protected best = 0;
  protected where = 0;
  protected tour = NOWHERE;
  protected type = 0;

  constructor(tours: Tours, neighbours: NodeNeighbours, width: number, random: Random, blink: number) {
    this.tours = tours;
    this.neighbours = neighbours;
    this.width = Math.min(width, neighbours.width);
    this.random = random;
    this.blink = blink;
    this.keys = new Float64Array(tours.problem.nodes);
    this.limited = tours.problem.span !== null;
    this.isSmall = tours.problem.nodes <= MOST_NODES_SCANNED;
    this.untilBlink = random.geometric(blink);
  }

  /**
   * Inserts the absent; those that find no room stay absent. Gives up, false, as soon as the tours cost `limit`: no
   * insertion makes them cheaper where the triangle inequality holds.
   */
  run(limit: number): boolean {
    const { tours } = this;
    this.sortAbsent();
    const count = tours.absentCount;
    let kept = 0;
    for (let i = 0; i < count; i++) {
      const node = tours.absent[i]!;
      if (!this.place(node)) tours.absent[kept++] = node;
      if (tours.cost >= limit) return false;
    }
    tours.absentCount = kept;
    return true;
  }

  protected place(node: number): boolean {
    const { tours } = this;
    this.tour = NOWHERE;
    this.best = Number.POSITIVE_INFINITY;
    this.type = KEEP;
    this.tryOpening(node);
    this.tryCut(node);
    this.tryNear(node);
    const isNew = this.tour === NOWHERE || tours.size[this.tour] === 0;
    if (isNew && (this.tour === NOWHERE || this.isSmall)) this.tryAll(node);
    if (this.tour === NOWHERE) return false;
    if (this.type !== KEEP) tours.retype(this.tour, this.type);
    tours.insert(node, this.where, this.tour);
    return true;
  }

  /** Blinks fall on improving positions only: on the others they would change nothing. */
  protected tryNear(node: number): void {
    const { tours, neighbours, width, limited } = this;
    const { at, room, problem } = tours;
    const { arcs, depots, demand } = problem;
    const { list, into: intoList } = neighbours;
    const need = demand[node]!;
    const from = node * neighbours.width;
    const until = from + width;
    let { best, where, tour } = this;
    for (let i = from; i < until; i++) {
      const other = list[i]!;
      const own = other << 2;
      const into = intoList[i]!;
      const arc = at[own + ARC_AFTER]!;
      const ahead = at[own + PREVIOUS]!;
      if (into - arc >= best && ahead >= depots) continue;
      const t = at[own]!;
      if (room[t]! < need) continue;
      const next = at[own + NEXT]!;
      const after = into + arcs.of(node, next) - arc;
      if (after < best && !this.blinks() && (!limited || this.fits(t, other, node, next))) {
        best = after;
        where = other;
        tour = t;
      }
      // Other positions come up as "behind" their own predecessor: each is to be seen once.
      if (ahead >= depots) continue;
      const before = arcs.intoFrom(node, ahead) + arcs.of(node, other) - arcs.intoFrom(other, ahead);
      if (before < best && !this.blinks() && (!limited || this.fits(t, ahead, node, other))) {
        best = before;
        where = ahead;
        tour = t;
      }
    }
    this.best = best;
    this.where = where;
    if (tour !== this.tour) this.type = KEEP;
    this.tour = tour;
  }

  protected blinks(): boolean {
    if (--this.untilBlink >= 0) return false;
    this.untilBlink = this.random.geometric(this.blink);
    return true;
  }

  /** Every position in the tours just cut, where the room is: the way out to a far client may lead past this one. */
  protected tryCut(node: number): void {
    const { tours, limited } = this;
    const { at, room, first, size, problem } = tours;
    const { arcs, depots, demand, types } = problem;
    const need = demand[node]!;
    let { best, where, tour } = this;
    for (let i = 0; i < tours.cutCount; i++) {
      const t = tours.cut[i]!;
      if (room[t]! < need || size[t] === 0 || size[t]! > LONGEST_WALKED) continue;
      const depot = types.depot[tours.type[t]!]!;
      let ahead = depot;
      let into = arcs.intoFrom(node, depot);
      let arc = arcs.intoFrom(first[t]!, depot);
      for (let k = first[t]!; ; k = at[(k << 2) + NEXT]!) {
        const price = into + arcs.of(node, k) - arc;
        if (price < best && !this.blinks() && (!limited || this.fits(t, ahead, node, k))) {
          best = price;
          where = ahead;
          tour = t;
        }
        if (k < depots) break;
        into = arcs.intoFrom(node, k);
        arc = at[(k << 2) + ARC_AFTER]!;
        ahead = k;
      }
    }
    if (tour !== this.tour) this.type = KEEP;
    this.best = best;
    this.where = where;
    this.tour = tour;
  }

  private fits(tour: number, before: number, node: number, after: number): boolean {
    const { tours } = this;
    const limit = tours.problem.types.limit[tours.type[tour]!]!;
    return tours.span[tour]! + tours.spanDelta(before, node, after) <= limit * (1 + LIMIT_SLACK);
  }

  /** A tour of its own with the vehicle type that does it most cheaply. */
  protected tryOpening(node: number): void {
    const { tours } = this;
    if (tours.freeCount === 0) return;
    const { arcs, types, demand, span } = tours.problem;
    for (let type = 0; type < types.count.length; type++) {
      if (tours.left[type] === 0 || types.capacity[type]! < demand[node]!) continue;
      const depot = types.depot[type]!;
      const price = types.fixed[type]! + types.rate[type]! * (arcs.intoFrom(node, depot) + arcs.of(node, depot));
      if (price >= this.best) continue;
      if (span !== null && tours.spanDelta(depot, node, depot) > types.limit[type]! * (1 + LIMIT_SLACK)) continue;
      this.best = price;
      this.where = depot;
      this.tour = tours.free[tours.freeCount - 1]!;
      this.type = type;
    }
  }

  protected tryAll(node: number): void {
    const { tours, limited } = this;
    const { at, room, problem } = tours;
    const { arcs, nodes, depots, demand } = problem;
    for (let other = depots; other < nodes; other++) {
      const t = at[other << 2]!;
      if (room[t]! < demand[node]!) continue;
      const next = at[(other << 2) + NEXT]!;
      const after = arcs.intoFrom(node, other) + arcs.of(node, next) - at[(other << 2) + ARC_AFTER]!;
      if (after < this.best && (!limited || this.fits(t, other, node, next))) this.keep(after, other, t, KEEP);
      const ahead = at[(other << 2) + PREVIOUS]!;
      if (ahead >= depots) continue;
      const before = arcs.intoFrom(node, ahead) + arcs.of(node, other) - arcs.of(ahead, other);
      if (before < this.best && (!limited || this.fits(t, ahead, node, other))) this.keep(before, ahead, t, KEEP);
    }
  }

  protected keep(price: number, where: number, tour: number, type: number): void {
    this.type = type;
    this.best = price;
    this.where = where;
    this.tour = tour;
  }

  /** Random 4, heaviest 4, farthest from the depot 2, nearest 1 times in 11. */
  private sortAbsent(): void {
    const { tours, random, keys } = this;
    const { absent, absentCount } = tours;
    const { arcs, demand } = tours.problem;
    shuffle(absent, absentCount, random);
    const draw = random.below(11);
    if (draw < 4) return;
    for (let i = 0; i < absentCount; i++) {
      const node = absent[i]!;
      keys[node] = draw < 8 ? -demand[node]! : draw < 10 ? -arcs.of(0, node) : arcs.of(0, node);
    }
    for (let i = 1; i < absentCount; i++) {
      const node = absent[i]!;
      const key = keys[node]!;
      let j = i - 1;
      while (j >= 0 && keys[absent[j]!]! > key) {
        absent[j + 1] = absent[j]!;
        j--;
      }
      absent[j + 1] = node;
    }
  }
}
