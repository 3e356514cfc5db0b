/** Puts the pending back, each at its cheapest place: a visit on its day, a client on the cheapest of its day sets. */
import type { Random } from "../random.ts";
import type { InsertionMemo } from "./memo.ts";
import { ALL_DAYS, type Pending } from "./pending.ts";
import type { Routes } from "./routes.ts";

const NONE = Number.POSITIVE_INFINITY;

export class Recreate {
  /** What one unit of excess duration counts. */
  price = 1;
  private readonly routes: Routes;
  private readonly memo: InsertionMemo;
  private readonly pending: Pending;
  private readonly random: Random;
  private readonly blinkChance: number;
  private untilBlink: number;
  private readonly daySlot: Int32Array;
  private readonly dayPosition: Int32Array;
  private readonly dayCost: Float64Array;
  private readonly dayExtra: Float64Array;

  constructor(routes: Routes, memo: InsertionMemo, pending: Pending, random: Random, blinkChance: number) {
    const { days } = routes.instance;
    this.routes = routes;
    this.memo = memo;
    this.pending = pending;
    this.random = random;
    this.blinkChance = blinkChance;
    this.untilBlink = random.geometric(blinkChance);
    this.daySlot = new Int32Array(days);
    this.dayPosition = new Int32Array(days);
    this.dayCost = new Float64Array(days);
    this.dayExtra = new Float64Array(days);
  }

  run(): void {
    const { pending } = this;
    pending.sort(this.random);
    for (let i = 0; i < pending.count; i++) {
      const node = pending.node[i]!;
      const day = pending.day[i]!;
      if (day === ALL_DAYS) this.insertClient(node);
      else this.insertVisit(node, day);
    }
    pending.count = 0;
  }

  private insertVisit(node: number, day: number): void {
    this.findPlace(node, day);
    this.routes.insert(node, this.daySlot[day]!, this.dayPosition[day]!, this.dayCost[day]!);
  }

  private insertClient(node: number): void {
    const { routes, dayExtra } = this;
    const schemes = routes.instance.schemes[node]!;
    let wanted = 0;
    for (let s = 0; s < schemes.length; s++) wanted |= schemes[s]!;
    for (let day = 0; wanted >>> day !== 0; day++) {
      if (((wanted >>> day) & 1) === 1) this.findPlace(node, day);
    }
    let least = NONE;
    let best = 0;
    const shift = this.random.below(schemes.length);
    for (let k = 0; k < schemes.length; k++) {
      const scheme = schemes[(k + shift) % schemes.length]!;
      let sum = 0;
      for (let day = 0; scheme >>> day !== 0; day++) if (((scheme >>> day) & 1) === 1) sum += dayExtra[day]!;
      if (sum >= least) continue;
      least = sum;
      best = scheme;
    }
    for (let day = 0; best >>> day !== 0; day++) {
      if (((best >>> day) & 1) === 0) continue;
      routes.insert(node, this.daySlot[day]!, this.dayPosition[day]!, this.dayCost[day]!);
    }
  }

  /** The cheapest place on a day into `daySlot` and its fellows. */
  private findPlace(node: number, day: number): void {
    const { routes, memo } = this;
    const { vehiclesPerDay, maxDuration, service } = routes.instance;
    const own = service[node]! - maxDuration;
    let least = NONE;
    for (let slot = day * vehiclesPerDay; slot < (day + 1) * vehiclesPerDay; slot++) {
      let cost = NONE;
      if (--this.untilBlink < 0) cost = memo.blink(node, slot, this.blinkMask());
      // No blink, or one that overlooked every place of a short row.
      if (cost === NONE) cost = memo.look(node, slot);
      const over = cost + routes.service[slot]! + own;
      const extra = cost - routes.cost[slot]! + this.price * ((over > 0 ? over : 0) - routes.late[slot]!);
      if (extra < least) {
        least = extra;
        this.daySlot[day] = slot;
        this.dayPosition[day] = memo.position;
        this.dayCost[day] = cost;
        this.dayExtra[day] = extra;
      }
      // Equal vehicles: one unused one stands for all.
      if (routes.length[slot] === 0) break;
    }
  }

  private blinkMask(): number {
    this.untilBlink = this.random.geometric(this.blinkChance);
    return this.random.bits() & this.random.bits();
  }
}
