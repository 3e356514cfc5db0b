/**
 * Greedy insertion with blinks. A node is tried everywhere in the tours just cut, behind its nearest possible predecessors,
 * before its nearest possible successors, and on an empty tour; only where none of these fits are all positions looked at. Load, cost and windows of
 * one position are judged in a few additions.
 */
import type { Random } from "../random.ts";
import type { NodeList } from "./neighbours.ts";
import { sortAbsent } from "./order.ts";
import { ABSENT, ABSENT_PRICE, type Tours } from "./tours.ts";

const NONE = 0x7fffffff;

export interface RecreateSettings {
  /** Chance that a position that fits and is better is overlooked. */
  readonly blink: number;
  /** Tours up to this size are tried at every position when they were just cut; longer ones beside neighbours only. */
  readonly longestWalked: number;
}

export class Recreate {
  private readonly tours: Tours;
  private readonly before: NodeList;
  private readonly after: NodeList;
  private readonly random: Random;
  private readonly blink: number;
  private readonly keys: Float64Array;
  private readonly longestWalked: number;
  private untilBlink: number;
  private best = NONE;
  private where = 0;
  private tour = ABSENT;

  constructor(tours: Tours, before: NodeList, after: NodeList, random: Random, settings: RecreateSettings) {
    this.tours = tours;
    this.before = before;
    this.after = after;
    this.random = random;
    this.blink = settings.blink;
    this.longestWalked = settings.longestWalked;
    this.keys = new Float64Array(tours.problem.nodes);
    this.untilBlink = random.geometric(settings.blink);
  }

  /**
   * Inserts what it can of the absent; what finds no place stays absent. False, with nodes still in the air, as soon as the
   * tours cost `limit` or more (insertions hardly ever make tours shorter), or when the ruin made a tour late.
   */
  run(limit: number): boolean {
    const { tours } = this;
    if (tours.late) return false;
    sortAbsent(tours, this.random, this.keys);
    const count = tours.absentCount;
    tours.absentCount = 0;
    for (let i = 0; i < count; i++) {
      const node = tours.absent[i]!;
      if (!this.place(node)) tours.absent[tours.absentCount++] = node;
      if (tours.cost + tours.absentCount * ABSENT_PRICE >= limit) return false;
    }
    return true;
  }

  private place(node: number): boolean {
    const { tours } = this;
    this.best = NONE;
    this.tour = ABSENT;
    this.tryEmpty(node);
    this.tryCut(node);
    this.tryBehind(node, this.before.list, node * this.before.width, (node + 1) * this.before.width);
    this.tryInFront(node);
    if (this.tour === ABSENT) this.tryAll(node);
    if (this.tour === ABSENT) return false;
    tours.insert(node, this.where, this.tour);
    return true;
  }

  private tryEmpty(node: number): void {
    const { tours } = this;
    const { cost, costInto, time, timeInto, service, opens, closes, nodes } = tours.problem;
    if (tours.freeCount === 0) return;
    const row = node * nodes;
    const start = Math.max(opens[0]! + timeInto[row]!, opens[node]!);
    if (start > closes[node]! || start + service[node]! + time[row]! > closes[0]!) return;
    this.best = costInto[row]! + cost[row]!;
    this.where = 0;
    this.tour = tours.free[tours.freeCount - 1]!;
  }

  private tryBehind(node: number, list: Int32Array, from: number, to: number): void {
    const { tours, random, blink } = this;
    const { next, arcAfter, tourOf, load, departure, latest } = tours;
    const { cost, costInto, time, timeInto, service, opens, closes, nodes, capacity, demand } = tours.problem;
    const room = capacity - demand[node]!;
    const row = node * nodes;
    const opening = opens[node]!;
    const closing = closes[node]!;
    const stay = service[node]!;
    let { best, untilBlink } = this;
    for (let i = from; i < to; i++) {
      const other = list[i]!;
      if (other < 0) break;
      const tour = tourOf[other]!;
      if (tour < 0 || load[tour]! > room) continue;
      const gained = costInto[row + other]! - arcAfter[other]!;
      if (gained >= best) continue;
      const behind = next[other]!;
      const price = gained + cost[row + behind]!;
      if (price >= best) continue;
      let start = departure[other]! + timeInto[row + other]!;
      if (start > closing) continue;
      if (start < opening) start = opening;
      if (start + stay + time[row + behind]! > latest[behind]!) continue;
      if (--untilBlink < 0) {
        untilBlink = random.geometric(blink);
        continue;
      }
      best = price;
      this.where = other;
      this.tour = tour;
    }
    this.best = best;
    this.untilBlink = untilBlink;
  }

  private tryInFront(node: number): void {
    const { tours, random, blink } = this;
    const { previous, arcBefore, tourOf, load, departure, latest } = tours;
    const { cost, costInto, time, timeInto, service, opens, closes, nodes, capacity, demand } = tours.problem;
    const { list, width } = this.after;
    const room = capacity - demand[node]!;
    const row = node * nodes;
    const opening = opens[node]!;
    const closing = closes[node]!;
    const stay = service[node]!;
    let { best, untilBlink } = this;
    for (let i = node * width; i < (node + 1) * width; i++) {
      const other = list[i]!;
      if (other < 0) break;
      const tour = tourOf[other]!;
      if (tour < 0 || load[tour]! > room) continue;
      const gained = cost[row + other]! - arcBefore[other]!;
      if (gained >= best) continue;
      const front = previous[other]!;
      const price = gained + costInto[row + front]!;
      if (price >= best) continue;
      let start = departure[front]! + timeInto[row + front]!;
      if (start > closing) continue;
      if (start < opening) start = opening;
      if (start + stay + time[row + other]! > latest[other]!) continue;
      if (--untilBlink < 0) {
        untilBlink = random.geometric(blink);
        continue;
      }
      best = price;
      this.where = front;
      this.tour = tour;
    }
    this.best = best;
    this.untilBlink = untilBlink;
  }

  /** Every position in the tours just cut, where the room is. */
  private tryCut(node: number): void {
    const { tours, random, blink } = this;
    const { next, first, size, load, arcBefore, arcAfter, last, departure, latest, cut } = tours;
    const { cost, costInto, time, timeInto, service, opens, closes, nodes, capacity, demand } = tours.problem;
    const room = capacity - demand[node]!;
    const row = node * nodes;
    const opening = opens[node]!;
    const closing = closes[node]!;
    const stay = service[node]!;
    let { best, untilBlink } = this;
    for (let i = 0; i < tours.cutCount; i++) {
      const tour = cut[i]!;
      if (load[tour]! > room || size[tour] === 0 || size[tour]! > this.longestWalked) continue;
      let front = 0;
      for (let other = first[tour]!; ; other = next[other]!) {
        if (departure[front]! + timeInto[row + front]! > closing) break;
        const arc = other === 0 ? arcAfter[last[tour]!]! : arcBefore[other]!;
        const price = costInto[row + front]! + cost[row + other]! - arc;
        if (price < best) {
          let start = departure[front]! + timeInto[row + front]!;
          if (start < opening) start = opening;
          if (start + stay + time[row + other]! <= latest[other]!) {
            if (--untilBlink < 0) untilBlink = random.geometric(blink);
            else {
              best = price;
              this.where = front;
              this.tour = tour;
            }
          }
        }
        if (other === 0) break;
        front = other;
      }
    }
    this.best = best;
    this.untilBlink = untilBlink;
  }

  /** Every position of every tour; rare. */
  private tryAll(node: number): void {
    const { tours } = this;
    const { next, first, tourOf, load, departure, latest, size } = tours;
    const { cost, costInto, time, timeInto, service, opens, closes, nodes, capacity, demand } = tours.problem;
    const row = node * nodes;
    for (let tour = 0; tour < first.length; tour++) {
      if (size[tour] === 0 || load[tour]! + demand[node]! > capacity) continue;
      let front = 0;
      for (let other = first[tour]!; ; other = next[other]!) {
        const price = costInto[row + front]! + cost[row + other]! - cost[front * nodes + other]!;
        const start = Math.max(departure[front]! + timeInto[row + front]!, opens[node]!);
        if (start > closes[node]!) break;
        if (price < this.best && start + service[node]! + time[row + other]! <= latest[other]!) {
          this.best = price;
          this.where = front;
          this.tour = tourOf[front === 0 ? other : front]!;
        }
        if (other === 0) break;
        front = other;
      }
    }
  }
}
