/**
 * The routes under search: rows of clients in typed arrays, their cost, what they tip at limited facilities, and a
 * journal that takes an iteration back.
 *
 * `stamp[route]` names the content of a route: never used twice, put back together with the content. `dayStamp[day]`
 * does the same for what limited facilities hold on a day. Prices remembered under both stay true while both stand.
 */
import type { Model } from "./model.ts";
import { ContainerPlacement } from "./containerPlacement.ts";
import { Journal, recount } from "./journal.ts";
import { Placement } from "./placement.ts";
import { Precedence } from "./precedence.ts";

export const ABSENT = -1;

export class Plan {
  readonly model: Model;
  readonly placement: Placement;
  /** Row length of `sequence`. */
  readonly stride: number;
  readonly sequence: Int32Array;
  readonly length: Int32Array;
  readonly cost: Float64Array;
  readonly waiting: Float64Array;
  readonly stamp: Float64Array;
  readonly dayStamp: Float64Array;
  readonly routeOf: Int32Array;
  /** Sum of `cost`. */
  routeCost = 0;
  /** Prizes and penalties of the absent. */
  missed = 0;
  /** What leaving the published plan costs. */
  moved = 0;
  readonly absent: Int32Array;
  absentCount = 0;
  private readonly limited: boolean;
  /** First-dimension amount a route tips at a facility (containers it takes from a yard), and the sum of a day. */
  readonly tipped: Float64Array;
  private readonly taken: Float64Array;
  /** Counted in a double: 2^53 changes, not 2^31. */
  private nextStamp = 1;
  /** Counts what was loaded into `placement`: its labels are the same while this number is. */
  loads = 0;
  private loadedRoute = -1;
  private loadedStamp = -1;
  private loadedSlack = 0;
  private loadedDayStamp = -1;
  private readonly journal: Journal;
  /** Null where no client waits for another. */
  readonly precedence: Precedence | null;

  constructor(model: Model) {
    const { clientCount: n, routeCount: R } = model;
    const F = model.facilityLimit.length;
    this.model = model;
    this.placement = model.containers === null ? new Placement(model) : new ContainerPlacement(model, model.containers);
    this.stride = Math.max(1, n);
    this.sequence = new Int32Array(R * this.stride);
    this.length = new Int32Array(R);
    this.cost = new Float64Array(R);
    this.waiting = new Float64Array(R);
    this.stamp = new Float64Array(R);
    this.dayStamp = new Float64Array(model.days);
    this.routeOf = new Int32Array(n).fill(ABSENT);
    this.absent = Int32Array.from({ length: n }, (_, client) => client);
    this.absentCount = n;
    for (let client = 0; client < n; client++) if (!this.isGrouped(client)) this.missed += model.prizeCents[client]!;
    for (let group = 0; group < model.groups.length; group++) this.missed += this.missedOf(group);
    this.moved = model.mostDeviation;
    this.limited = model.facilityLimit.some((limit) => limit < Number.POSITIVE_INFINITY);
    this.tipped = new Float64Array(this.limited ? R * F : 0);
    this.taken = new Float64Array(this.limited ? model.days * F : 0);
    this.journal = new Journal(model, this.limited);
    this.precedence = model.releases === null ? null : new Precedence(model, model.releases);
  }

  get objective(): number {
    return this.routeCost + this.missed + this.moved;
  }

  /** Tells `placement.room` what this route may still tip where, its own present unloading not counted. */
  private makeRoom(route: number): void {
    if (!this.limited) return;
    const { facilityLimit, routeDay } = this.model;
    const F = facilityLimit.length;
    const day = routeDay[route]!;
    for (let f = 0; f < F; f++) {
      this.placement.room[f] = facilityLimit[f]! - this.taken[day * F + f]! + this.tipped[route * F + f]!;
    }
  }

  /** Makes the labels of a route's prefixes stand in `placement`, as far as they lead to less than `slack` more cents. */
  load(route: number, slack: number): void {
    const day = this.model.routeDay[route]!;
    const stands = this.loadedStamp === this.stamp[route] && this.loadedDayStamp === this.dayStamp[day];
    if (stands && this.loadedRoute === route && slack <= this.loadedSlack) {
      this.placement.look(route);
      return;
    }
    this.loadAfresh(route, this.cost[route]! + slack);
    this.loadedSlack = slack;
    this.loadedStamp = this.stamp[route]!;
    this.loadedDayStamp = this.dayStamp[day]!;
  }

  /**
   * Prices a changed route anew and books its unloading; false (nothing booked) when it has become impossible.
   * `expected`: cents that it should not exceed; spares labels, and is tried without when nothing is found.
   */
  reprice(route: number, expected: number = Number.POSITIVE_INFINITY): boolean {
    const { placement } = this;
    const count = this.length[route]!;
    // What insertions cost here on average: the next ones will be looked for on these labels.
    const slack = this.routeCost / Math.max(1, this.model.clientCount - this.absentCount);
    this.loadAfresh(route, expected + slack);
    let cents = 0;
    if (count > 0) {
      const { levelFirst } = placement;
      cents = placement.complete(levelFirst[count]!, levelFirst[count + 1]!, Number.POSITIVE_INFINITY);
      if (cents === Number.POSITIVE_INFINITY) return expected < cents && this.reprice(route);
    }
    this.routeCost += cents - this.cost[route]!;
    this.cost[route] = cents;
    this.waiting[route] = count > 0 ? placement.waitingSeconds : 0;
    this.stamp[route] = this.nextStamp++;
    if (this.limited) this.book(route);
    if (this.precedence !== null && count > 0) this.precedence.timeRoute(this, route);
    this.loadedSlack = expected + slack - cents;
    this.loadedStamp = this.stamp[route]!;
    this.loadedDayStamp = this.dayStamp[this.model.routeDay[route]!]!;
    return true;
  }

  private loadAfresh(route: number, ceiling: number): void {
    this.loadedStamp = -1;
    this.loadedRoute = route;
    this.loads++;
    this.makeRoom(route);
    this.placement.begin(route);
    const straight = ceiling - this.placement.vehicle.fixedCents + this.model.rounding;
    this.placement.load(this.sequence, route * this.stride, this.length[route]!, straight);
  }

  /** Whoever waits for a client of a route that is about to change leaves the plan until its time is known again. */
  private releaseFollowers(route: number): void {
    const row = route * this.stride;
    for (let i = 0; i < this.length[route]!; i++)
      for (const follower of this.precedence!.before[this.sequence[row + i]!]!)
        if (this.routeOf[follower] !== ABSENT) this.takeOut(follower);
  }

  /** Journals a route before its first change since `mark`; clients that wait for one of its clients become absent. */
  touch(route: number): void {
    if (this.precedence !== null) this.releaseFollowers(route);
    this.journal.save(this, route, this.tipped);
  }

  mark(): void {
    this.journal.clear(this);
    this.precedence?.save();
  }

  /** Puts back everything since `mark`. */
  revert(): void {
    this.journal.restore(this, this.tipped, this.taken);
    this.precedence?.restore();
  }

  /** Puts `client` behind the first `position` clients of a touched route; the caller reprices. */
  insert(client: number, route: number, position: number): void {
    const row = route * this.stride;
    const count = this.length[route]!;
    this.sequence.copyWithin(row + position + 1, row + position, row + count);
    this.sequence[row + position] = client;
    this.length[route] = count + 1;
    this.assign(client, route);
  }

  /** Takes `count` clients from `position` on out of a touched route into the absent; the caller reprices. */
  remove(route: number, position: number, count: number): void {
    const row = route * this.stride;
    for (let i = 0; i < count; i++) this.leaveOut(this.sequence[row + position + i]!);
    this.sequence.copyWithin(row + position, row + position + count, row + this.length[route]!);
    this.length[route]! -= count;
  }

  private leaveOut(client: number): void {
    this.assign(client, ABSENT);
    this.precedence?.forget(client);
    this.absent[this.absentCount++] = client;
    if (!this.isGrouped(client)) this.missed += this.model.prizeCents[client]!;
  }

  /** Takes one served client out of its route, which is emptied where the rest has become impossible. */
  takeOut(client: number): void {
    const route = this.routeOf[client]!;
    this.touch(route);
    const row = route * this.stride;
    this.remove(route, this.sequence.subarray(row, row + this.length[route]!).indexOf(client), 1);
    if (this.reprice(route)) return;
    this.remove(route, 0, this.length[route]!);
    this.reprice(route);
  }

  /** Cents that serving `client` on `route` keeps of the published plan. */
  bonusOf(client: number, route: number): number {
    const { bonus, clientCount } = this.model;
    return bonus === null ? 0 : bonus[route * clientCount + client]!;
  }

  private isGrouped(client: number): boolean {
    return this.model.groupOf !== null && this.model.groupOf[client]! >= 0;
  }

  private assign(client: number, route: number): void {
    const { bonus, clientCount } = this.model;
    if (bonus !== null) {
      const before = this.routeOf[client]!;
      if (before !== ABSENT) this.moved += bonus[before * clientCount + client]!;
      if (route !== ABSENT) this.moved -= bonus[route * clientCount + client]!;
    }
    if (!this.isGrouped(client)) {
      this.routeOf[client] = route;
      return;
    }
    const group = this.model.groupOf![client]!;
    this.missed -= this.missedOf(group);
    this.routeOf[client] = route;
    this.missed += this.missedOf(group);
  }

  /** Days on which a group is served, as bits. */
  daysOf(group: number): number {
    let days = 0;
    for (const visit of this.model.groups[group]!.visits) {
      const route = this.routeOf[visit]!;
      if (route !== ABSENT) days |= 1 << this.model.routeDay[route]!;
    }
    return days;
  }

  /** The prize of a group as long as its days are not one of its day sets. */
  missedOf(group: number): number {
    const { visits, daySets } = this.model.groups[group]!;
    return daySets.includes(this.daysOf(group)) ? 0 : this.model.prizeCents[visits[0]!]!;
  }

  /** Takes entry `index` of the absent off the list (order kept). */
  welcome(index: number): void {
    const client = this.absent[index]!;
    if (!this.isGrouped(client)) this.missed -= this.model.prizeCents[client]!;
    this.absent.copyWithin(index, index + 1, this.absentCount);
    this.absentCount--;
  }

  /** Sets what every route tips, for all days. */
  bookAll(tipped: Float64Array): void {
    this.tipped.set(tipped);
    for (let day = 0; this.limited && day < this.model.days; day++) {
      this.dayStamp[day] = this.nextStamp++;
      recount(this.model, day, this.tipped, this.taken);
    }
  }

  private book(route: number): void {
    const { facilityLimit, routeDay } = this.model;
    const F = facilityLimit.length;
    const day = routeDay[route]!;
    const own = route * F;
    let changed = false;
    const before = this.tipped.slice(own, own + F);
    this.tipped.fill(0, own, own + F);
    if (this.length[route]! > 0) {
      this.placement.eachUnloading((facility, amount) => {
        if (facilityLimit[facility]! < Number.POSITIVE_INFINITY) this.tipped[own + facility]! += amount;
      });
    }
    for (let f = 0; f < F; f++) if (this.tipped[own + f] !== before[f]) changed = true;
    if (!changed) return;
    this.dayStamp[day] = this.nextStamp++;
    recount(this.model, day, this.tipped, this.taken);
  }
}
