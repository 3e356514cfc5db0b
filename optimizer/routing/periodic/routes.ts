/**
 * The state of the search: one row of nodes per vehicle and day, its travel and service, and two hashes of its arcs.
 *
 * Slot `day * vehiclesPerDay + vehicle`. Rows are journalled on their first change after `mark`, so that a rejected
 * candidate is put back in the time its routes take to copy. Equal vehicles make a route's price independent of its
 * slot: its arcs are its identity, and the hash of the arcs finds it again in `memo.ts`.
 */
import type { Random } from "../random.ts";
import type { Periodic } from "./instance.ts";

export const NOWHERE = -1;

export class Routes {
  readonly instance: Periodic;
  readonly slots: number;
  readonly stride: number;
  readonly sequence: Int32Array;
  readonly length: Int32Array;
  /** Travel; service; valid after `price`. */
  readonly cost: Float64Array;
  readonly service: Float64Array;
  /** How much longer than it may the route lasts. */
  readonly late: Float64Array;
  /** 32 random bits per arc, summed. */
  readonly hash: Int32Array;
  readonly check: Int32Array;
  /** Slot of a node's visit on a day, `node * days + day`. */
  readonly slotOf: Int32Array;
  /** Sum of `cost`. */
  total = 0;
  /** Sum of what the routes last longer than they may. */
  excess = 0;
  private readonly arcHash: Int32Array;
  private readonly arcCheck: Int32Array;
  private readonly touched: Int32Array;
  private readonly isTouched: Uint8Array;
  private readonly saved: Int32Array;
  private readonly savedLength: Int32Array;
  private readonly savedCost: Float64Array;
  private readonly savedService: Float64Array;
  private readonly savedLate: Float64Array;
  private readonly savedHash: Int32Array;
  private readonly savedCheck: Int32Array;
  private savedTotal = 0;
  private savedExcess = 0;
  private touchedCount = 0;

  /** Nothing is served at first. */
  constructor(instance: Periodic, random: Random) {
    const { nodes, days, vehiclesPerDay, clientCount } = instance;
    const slots = days * vehiclesPerDay;
    this.instance = instance;
    this.slots = slots;
    this.stride = clientCount + 1;
    this.sequence = new Int32Array(slots * this.stride);
    this.length = new Int32Array(slots);
    this.cost = new Float64Array(slots);
    this.service = new Float64Array(slots);
    this.late = new Float64Array(slots);
    this.hash = new Int32Array(slots);
    this.check = new Int32Array(slots);
    this.slotOf = new Int32Array(nodes * days).fill(NOWHERE);
    this.arcHash = randomBits(nodes * nodes, random);
    this.arcCheck = randomBits(nodes * nodes, random);
    this.arcHash[0] = 0;
    this.arcCheck[0] = 0;
    this.touched = new Int32Array(slots);
    this.isTouched = new Uint8Array(slots);
    this.saved = new Int32Array(slots * this.stride);
    this.savedLength = new Int32Array(slots);
    this.savedCost = new Float64Array(slots);
    this.savedService = new Float64Array(slots);
    this.savedLate = new Float64Array(slots);
    this.savedHash = new Int32Array(slots);
    this.savedCheck = new Int32Array(slots);
  }

  /** Behind how many clients of the slot the node stands. */
  positionOf(node: number, slot: number): number {
    let at = slot * this.stride;
    while (this.sequence[at] !== node) at++;
    return at - slot * this.stride;
  }

  mark(): void {
    for (let i = 0; i < this.touchedCount; i++) this.isTouched[this.touched[i]!] = 0;
    this.touchedCount = 0;
    this.savedTotal = this.total;
    this.savedExcess = this.excess;
  }

  /** Slots changed since `mark`. */
  get changed(): Int32Array {
    return this.touched.subarray(0, this.touchedCount);
  }

  private touch(slot: number): void {
    if (this.isTouched[slot] === 1) return;
    this.isTouched[slot] = 1;
    this.touched[this.touchedCount++] = slot;
    const { saved, sequence } = this;
    const row = slot * this.stride;
    const count = this.length[slot]!;
    for (let i = row; i < row + count; i++) saved[i] = sequence[i]!;
    this.savedLength[slot] = count;
    this.savedCost[slot] = this.cost[slot]!;
    this.savedService[slot] = this.service[slot]!;
    this.savedLate[slot] = this.late[slot]!;
    this.savedHash[slot] = this.hash[slot]!;
    this.savedCheck[slot] = this.check[slot]!;
  }

  revert(): void {
    const { touched, sequence, saved, slotOf, stride } = this;
    const { days, vehiclesPerDay } = this.instance;
    for (let t = 0; t < this.touchedCount; t++) {
      const slot = touched[t]!;
      const day = Math.floor(slot / vehiclesPerDay);
      const row = slot * stride;
      for (let i = row; i < row + this.length[slot]!; i++) slotOf[sequence[i]! * days + day] = NOWHERE;
    }
    for (let t = 0; t < this.touchedCount; t++) {
      const slot = touched[t]!;
      const day = Math.floor(slot / vehiclesPerDay);
      const row = slot * stride;
      const count = this.savedLength[slot]!;
      for (let i = row; i < row + count; i++) {
        const node = saved[i]!;
        sequence[i] = node;
        slotOf[node * days + day] = slot;
      }
      this.length[slot] = count;
      this.cost[slot] = this.savedCost[slot]!;
      this.service[slot] = this.savedService[slot]!;
      this.late[slot] = this.savedLate[slot]!;
      this.hash[slot] = this.savedHash[slot]!;
      this.check[slot] = this.savedCheck[slot]!;
    }
    this.total = this.savedTotal;
    this.excess = this.savedExcess;
  }

  /** Puts `node` behind the first `position` clients of a slot; `cost` is what the route then costs. */
  insert(node: number, slot: number, position: number, cost: number): void {
    this.touch(slot);
    const { sequence, instance } = this;
    const row = slot * this.stride;
    const at = row + position;
    const count = this.length[slot]!;
    this.rehash(slot, position > 0 ? sequence[at - 1]! : 0, node, position < count ? sequence[at]! : 0, 1);
    for (let i = row + count; i > at; i--) sequence[i] = sequence[i - 1]!;
    sequence[at] = node;
    this.length[slot] = count + 1;
    this.service[slot]! += instance.service[node]!;
    this.slotOf[node * instance.days + Math.floor(slot / instance.vehiclesPerDay)] = slot;
    this.price(slot, cost);
  }

  /** Takes `count` clients from `position` on out of a slot; `price` is to follow. */
  remove(slot: number, position: number, count: number): void {
    this.touch(slot);
    const { sequence, slotOf, instance } = this;
    const row = slot * this.stride;
    const day = Math.floor(slot / instance.vehiclesPerDay);
    for (let k = 0; k < count; k++) {
      const at = row + position;
      const node = sequence[at]!;
      const last = row + --this.length[slot]!;
      this.rehash(slot, position > 0 ? sequence[at - 1]! : 0, node, at < last ? sequence[at + 1]! : 0, -1);
      for (let i = at; i < last; i++) sequence[i] = sequence[i + 1]!;
      this.service[slot]! -= instance.service[node]!;
      slotOf[node * instance.days + day] = NOWHERE;
    }
  }

  /** Replaces a slot's row by another of known cost. */
  replace(slot: number, nodes: Int32Array, from: number, count: number, cost: number): void {
    this.remove(slot, 0, this.length[slot]!);
    for (let i = 0; i < count; i++) this.insert(nodes[from + i]!, slot, i, cost);
    if (count === 0) this.price(slot, 0);
  }

  /** Sets the cost of a slot, which the caller knows. */
  price(slot: number, cost: number): void {
    const over = cost + this.service[slot]! - this.instance.maxDuration;
    const late = over > 0 ? over : 0;
    this.total += cost - this.cost[slot]!;
    this.excess += late - this.late[slot]!;
    this.cost[slot] = cost;
    this.late[slot] = late;
  }

  private rehash(slot: number, before: number, node: number, behind: number, sign: 1 | -1): void {
    const { nodes } = this.instance;
    const { arcHash, arcCheck } = this;
    const first = before * nodes + node;
    const second = node * nodes + behind;
    const whole = before * nodes + behind;
    const hash = arcHash[first]! + arcHash[second]! - arcHash[whole]!;
    const check = arcCheck[first]! + arcCheck[second]! - arcCheck[whole]!;
    this.hash[slot] = (this.hash[slot]! + sign * hash) | 0;
    this.check[slot] = (this.check[slot]! + sign * check) | 0;
  }
}

function randomBits(count: number, random: Random): Int32Array {
  return Int32Array.from({ length: count }, () => random.bits());
}
