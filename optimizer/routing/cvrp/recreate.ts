/**
 * Greedy insertion with blinks on linked tours. A node is tried beside its nearest neighbours and at the ends of an
 * empty tour; only where none of these has room are all positions looked at. One insertion price is three additions.
 */
import type { Random } from "../random.ts";
import { shuffle } from "../random.ts";
import type { NodeNeighbours } from "./ruin.ts";
import type { Tours } from "./tours.ts";

export class Recreate {
  private readonly tours: Tours;
  private readonly neighbours: NodeNeighbours;
  private readonly width: number;
  private readonly random: Random;
  private readonly blink: number;
  private readonly keys: Float64Array;
  private untilBlink: number;

  constructor(tours: Tours, neighbours: NodeNeighbours, width: number, random: Random, blink: number) {
    this.tours = tours;
    this.neighbours = neighbours;
    this.width = Math.min(width, neighbours.width);
    this.random = random;
    this.blink = blink;
    this.keys = new Float64Array(tours.problem.nodes);
    this.untilBlink = random.geometric(blink);
  }

  /** Inserts all absent; false when one found no room (the caller reverts). */
  run(): boolean {
    const { tours } = this;
    this.sortAbsent();
    const count = tours.absentCount;
    tours.absentCount = 0;
    for (let i = 0; i < count; i++) if (!this.place(tours.absent[i]!)) return false;
    return true;
  }

  private place(node: number): boolean {
    const { tours, neighbours, width, random, blink } = this;
    const { next, previous, arcBefore, arcAfter, tourOf, load, problem } = tours;
    const { cost, costInto, nodes, capacity, demand } = problem;
    const room = capacity - demand[node]!;
    const row = node * nodes;
    const list = neighbours.list;
    const from = node * neighbours.width;
    let best = 0x7fffffff;
    let where = -1;
    let tour = -1;
    let untilBlink = this.untilBlink;
    if (tours.freeCount > 0) {
      best = costInto[row]! + cost[row]!;
      where = 0;
      tour = tours.free[tours.freeCount - 1]!;
    }
    for (let i = from; i < from + width; i++) {
      const other = list[i]!;
      const t = tourOf[other]!;
      if (t < 0 || load[t]! > room) continue;
      if (--untilBlink < 0) {
        untilBlink = random.geometric(blink);
        continue;
      }
      const into = costInto[row + other]!;
      const arc = arcAfter[other]!;
      if (into - arc < best) {
        const after = into + cost[row + next[other]!]! - arc;
        if (after < best) {
          best = after;
          where = other;
          tour = t;
        }
      }
      // Other positions come up as "behind" their own predecessor: each must be seen, and blinked at, once.
      if (previous[other] !== 0) continue;
      const before = costInto[row + previous[other]!]! + cost[row + other]! - arcBefore[other]!;
      if (before < best) {
        best = before;
        where = previous[other]!;
        tour = t;
      }
    }
    this.untilBlink = untilBlink;
    if (tour < 0) return this.placeAnywhere(node, room);
    tours.insert(node, where, tour);
    return true;
  }

  private placeAnywhere(node: number, room: number): boolean {
    const { tours } = this;
    const { next, arcAfter, arcBefore, tourOf, load, problem, previous } = tours;
    const { cost, costInto, nodes } = problem;
    const row = node * nodes;
    let best = Number.POSITIVE_INFINITY;
    let where = -1;
    let tour = -1;
    for (let other = 1; other < nodes; other++) {
      const t = tourOf[other]!;
      if (t < 0 || load[t]! > room) continue;
      const after = costInto[row + other]! + cost[row + next[other]!]! - arcAfter[other]!;
      if (after < best) {
        best = after;
        where = other;
        tour = t;
      }
      if (previous[other] !== 0) continue;
      const before = costInto[row]! + cost[row + other]! - arcBefore[other]!;
      if (before < best) {
        best = before;
        where = 0;
        tour = t;
      }
    }
    if (tour < 0) return false;
    tours.insert(node, where, tour);
    return true;
  }

  /** Random 4, heaviest 4, farthest from the depot 2, nearest 1 times in 11. */
  private sortAbsent(): void {
    const { tours, random, keys } = this;
    const { absent, absentCount } = tours;
    const { cost, demand } = tours.problem;
    shuffle(absent, absentCount, random);
    const draw = random.below(11);
    if (draw < 4) return;
    for (let i = 0; i < absentCount; i++) {
      const node = absent[i]!;
      keys[node] = draw < 8 ? -demand[node]! : draw < 10 ? -cost[node]! : cost[node]!;
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
