/** Takes an iteration back: what the routes held before their first change since `mark`. */
import type { Model } from "./model.ts";

/** What is put back. */
export interface Journaled {
  readonly stride: number;
  readonly sequence: Int32Array;
  readonly length: Int32Array;
  readonly cost: Float64Array;
  readonly waiting: Float64Array;
  readonly stamp: Float64Array;
  readonly dayStamp: Float64Array;
  readonly routeOf: Int32Array;
  readonly absent: Int32Array;
  absentCount: number;
  routeCost: number;
  missed: number;
  moved: number;
}

const ABSENT = -1;

/** Sums a day afresh instead of adding differences, so that no rounding error gathers. Routes lie in order of days. */
export function recount(model: Model, day: number, tipped: Float64Array, taken: Float64Array): void {
  const F = model.facilityLimit.length;
  taken.fill(0, day * F, (day + 1) * F);
  for (let route = 0; route < model.routeCount; route++) {
    if (model.routeDay[route] !== day) continue;
    for (let f = 0; f < F; f++) taken[day * F + f]! += tipped[route * F + f]!;
  }
}

/** What an iteration changed, in the order it has to be put back. */
export class Journal {
  private readonly model: Model;
  private readonly limited: boolean;
  private readonly touched: Int32Array;
  private readonly isTouched: Uint8Array;
  private readonly rows: Int32Array;
  private readonly cost: Float64Array;
  private readonly waiting: Float64Array;
  private readonly stamp: Float64Array;
  private readonly length: Int32Array;
  private readonly tipped: Float64Array;
  private readonly dayStamp: Float64Array;
  private readonly absent: Int32Array;
  private absentCount = 0;
  private count = 0;
  private used = 0;
  private routeCost = 0;
  private missed = 0;
  private moved = 0;

  constructor(model: Model, limited: boolean) {
    const { clientCount: n, routeCount: R } = model;
    const F = model.facilityLimit.length;
    this.model = model;
    this.limited = limited;
    this.touched = new Int32Array(R);
    this.isTouched = new Uint8Array(R);
    this.rows = new Int32Array(n);
    this.cost = new Float64Array(R);
    this.waiting = new Float64Array(R);
    this.stamp = new Float64Array(R);
    this.length = new Int32Array(R);
    this.tipped = new Float64Array(limited ? R * F : 0);
    this.dayStamp = new Float64Array(model.days);
    this.absent = new Int32Array(n);
  }

  clear(plan: Journaled): void {
    for (let i = 0; i < this.count; i++) this.isTouched[this.touched[i]!] = 0;
    this.count = 0;
    this.used = 0;
    this.routeCost = plan.routeCost;
    this.missed = plan.missed;
    this.moved = plan.moved;
    this.dayStamp.set(plan.dayStamp);
    this.absentCount = plan.absentCount;
    for (let i = 0; i < this.absentCount; i++) this.absent[i] = plan.absent[i]!;
  }

  /** A client sits in one saved row at most, because rows are saved before they change: `rows` cannot overflow. */
  save(plan: Journaled, route: number, tipped: Float64Array): void {
    if (this.isTouched[route] === 1) return;
    this.isTouched[route] = 1;
    const i = this.count++;
    const F = this.model.facilityLimit.length;
    const row = route * plan.stride;
    this.touched[i] = route;
    this.length[i] = plan.length[route]!;
    this.cost[i] = plan.cost[route]!;
    this.waiting[i] = plan.waiting[route]!;
    this.stamp[i] = plan.stamp[route]!;
    for (let k = 0; k < plan.length[route]!; k++) this.rows[this.used++] = plan.sequence[row + k]!;
    if (this.limited) for (let f = 0; f < F; f++) this.tipped[i * F + f] = tipped[route * F + f]!;
  }

  restore(plan: Journaled, tipped: Float64Array, taken: Float64Array): void {
    const F = this.model.facilityLimit.length;
    let at = 0;
    for (let i = 0; i < this.count; i++) {
      const route = this.touched[i]!;
      const row = route * plan.stride;
      plan.length[route] = this.length[i]!;
      plan.cost[route] = this.cost[i]!;
      plan.waiting[route] = this.waiting[i]!;
      plan.stamp[route] = this.stamp[i]!;
      for (let k = 0; k < this.length[i]!; k++) {
        const client = this.rows[at++]!;
        plan.sequence[row + k] = client;
        plan.routeOf[client] = route;
      }
      if (this.limited) for (let f = 0; f < F; f++) tipped[route * F + f] = this.tipped[i * F + f]!;
    }
    for (let day = 0; this.limited && day < this.model.days; day++) {
      if (plan.dayStamp[day] !== this.dayStamp[day]) recount(this.model, day, tipped, taken);
    }
    plan.routeCost = this.routeCost;
    plan.missed = this.missed;
    plan.moved = this.moved;
    plan.dayStamp.set(this.dayStamp);
    plan.absentCount = this.absentCount;
    for (let i = 0; i < this.absentCount; i++) {
      plan.absent[i] = this.absent[i]!;
      plan.routeOf[this.absent[i]!] = ABSENT;
    }
  }
}
