/**
 * The state of the search: per vehicle a row of clients and landfills, with what its moves need at every node.
 *
 * A row that serves anyone ends with a landfill. Rows are journalled on their first change after `mark`.
 */
import { Clock } from "./clock.ts";
import { isFacility, type Landfill } from "./instance.ts";

export const NOWHERE = -1;

export class Routes {
  readonly instance: Landfill;
  readonly clock: Clock;
  readonly stride: number;
  readonly sequence: Int32Array;
  readonly length: Int32Array;
  readonly routeOf: Int32Array;
  /** Index within its row; of clients. */
  readonly positionOf: Int32Array;
  /** Per entry of `sequence`: earliest departures and latest arrivals on both clocks. */
  readonly leavesHungry: Float64Array;
  readonly leavesFed: Float64Array;
  readonly reachHungry: Float64Array;
  readonly reachFed: Float64Array;
  /** Per entry: load of its trip up to and with it, and of the whole trip. A landfill belongs to the trip it ends. */
  readonly aboard: Float64Array;
  readonly tripLoad: Float64Array;
  /** Per route: travel cost, load and clients of the day. */
  readonly cost: Float64Array;
  readonly load: Float64Array;
  readonly clients: Int32Array;
  total = 0;
  used = 0;
  private readonly touched: Int32Array;
  private readonly isTouched: Uint8Array;
  private touchedCount = 0;
  private readonly saved: Int32Array;
  private readonly savedLength: Int32Array;

  constructor(instance: Landfill) {
    const { fleet, nodes, clientCount } = instance;
    const stride = Math.min(2 * clientCount + 2, 2 * Math.min(clientCount, instance.mostStops) + 2);
    this.instance = instance;
    this.clock = new Clock(instance);
    this.stride = stride;
    this.sequence = new Int32Array(fleet * stride);
    this.length = new Int32Array(fleet);
    this.routeOf = new Int32Array(nodes).fill(NOWHERE);
    this.positionOf = new Int32Array(nodes);
    this.leavesHungry = new Float64Array(fleet * stride);
    this.leavesFed = new Float64Array(fleet * stride);
    this.reachHungry = new Float64Array(fleet * stride);
    this.reachFed = new Float64Array(fleet * stride);
    this.aboard = new Float64Array(fleet * stride);
    this.tripLoad = new Float64Array(fleet * stride);
    this.cost = new Float64Array(fleet);
    this.load = new Float64Array(fleet);
    this.clients = new Int32Array(fleet);
    this.touched = new Int32Array(fleet);
    this.isTouched = new Uint8Array(fleet);
    this.saved = new Int32Array(fleet * stride);
    this.savedLength = new Int32Array(fleet);
  }

  mark(): void {
    for (let i = 0; i < this.touchedCount; i++) this.isTouched[this.touched[i]!] = 0;
    this.touchedCount = 0;
  }

  touch(route: number): void {
    if (this.isTouched[route] === 1) return;
    this.isTouched[route] = 1;
    this.touched[this.touchedCount++] = route;
    const row = route * this.stride;
    const count = this.length[route]!;
    for (let i = row; i < row + count; i++) this.saved[i] = this.sequence[i]!;
    this.savedLength[route] = count;
  }

  revert(): void {
    const { sequence, saved, touched } = this;
    for (let t = 0; t < this.touchedCount; t++) {
      const row = touched[t]! * this.stride;
      for (let i = row; i < row + this.length[touched[t]!]!; i++) this.routeOf[sequence[i]!] = NOWHERE;
    }
    for (let t = 0; t < this.touchedCount; t++) {
      const route = touched[t]!;
      const row = route * this.stride;
      this.length[route] = this.savedLength[route]!;
      for (let i = row; i < row + this.length[route]!; i++) sequence[i] = saved[i]!;
      this.refresh(route);
    }
  }

  /** Number of routes touched since `mark`; `touchedRoute(i)` names them. */
  get changes(): number {
    return this.touchedCount;
  }

  touchedRoute(i: number): number {
    return this.touched[i]!;
  }

  /** Puts a node into a touched row; `refresh` is to follow. */
  insert(route: number, position: number, node: number): void {
    const row = route * this.stride;
    const at = row + position;
    for (let i = row + this.length[route]!; i > at; i--) this.sequence[i] = this.sequence[i - 1]!;
    this.sequence[at] = node;
    this.length[route]!++;
  }

  /** Takes the entry at a position out of a touched row; `refresh` is to follow. */
  remove(route: number, position: number): void {
    const row = route * this.stride;
    const last = row + this.length[route]! - 1;
    this.routeOf[this.sequence[row + position]!] = NOWHERE;
    for (let i = row + position; i < last; i++) this.sequence[i] = this.sequence[i + 1]!;
    this.length[route]!--;
  }

  /** Derives everything of a row anew. */
  refresh(route: number): void {
    const { instance, clock, sequence, stride } = this;
    const { nodes, cost, load } = instance;
    const row = route * stride;
    const count = this.length[route]!;
    let from = 0;
    let sum = 0;
    let day = 0;
    let stops = 0;
    let trip = 0;
    clock.start();
    for (let i = 0; i < count; i++) {
      const node = sequence[row + i]!;
      sum += cost[from * nodes + node]!;
      clock.leave(from, node, clock.hungry, clock.fed);
      this.leavesHungry[row + i] = clock.hungry;
      this.leavesFed[row + i] = clock.fed;
      trip += load[node]!;
      this.aboard[row + i] = trip;
      if (isFacility(instance, node)) trip = 0;
      else {
        this.routeOf[node] = route;
        this.positionOf[node] = i;
        day += load[node]!;
        stops++;
      }
      from = node;
    }
    if (count > 0) sum += cost[from * nodes]!;
    this.refreshBackward(row, count);
    const isUsed = stops > 0;
    const wasUsed = this.clients[route]! > 0;
    this.used += (isUsed ? 1 : 0) - (wasUsed ? 1 : 0);
    this.total += sum - this.cost[route]!;
    this.cost[route] = sum;
    this.load[route] = day;
    this.clients[route] = stops;
  }

  private refreshBackward(row: number, count: number): void {
    const { instance, clock, sequence } = this;
    let next = 0;
    let trip = 0;
    clock.end();
    for (let i = count - 1; i >= 0; i--) {
      const node = sequence[row + i]!;
      clock.reach(node, next, clock.hungry, clock.fed);
      this.reachHungry[row + i] = clock.hungry;
      this.reachFed[row + i] = clock.fed;
      if (isFacility(instance, node)) trip = this.aboard[row + i]!;
      this.tripLoad[row + i] = trip;
      next = node;
    }
  }

  /** Travel and vehicles. */
  objective(): number {
    return this.total + this.used * this.instance.fixedCost;
  }
}
