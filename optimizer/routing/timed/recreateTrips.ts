/**
 * Greedy insertion with blinks into trips. Besides load and windows of one trip, the trips after it on the vehicle must
 * stay in time, and a late release puts off the whole trip: the departure of a node as a function of the start T of its
 * trip is max(departure, T + sinceStart), which keeps the judgement of a position constant in time.
 */
import type { Random } from "../random.ts";
import { NO_TRIP } from "./chain.ts";
import type { NodeList } from "./neighbours.ts";
import { sortAbsent } from "./order.ts";
import { ABSENT, ABSENT_PRICE } from "./tours.ts";
import type { Trips } from "./trips.ts";

const NONE = 0x7fffffff;

export class RecreateTrips {
  private readonly trips: Trips;
  private readonly before: NodeList;
  private readonly after: NodeList;
  private readonly random: Random;
  private readonly blink: number;
  private readonly keys: Float64Array;
  private untilBlink: number;
  private best = NONE;
  private where = 0;
  private tour = ABSENT;
  private vehicle = 0;
  private behindTrip = NO_TRIP;

  constructor(trips: Trips, before: NodeList, after: NodeList, random: Random, blink: number) {
    this.trips = trips;
    this.before = before;
    this.after = after;
    this.random = random;
    this.blink = blink;
    this.keys = new Float64Array(trips.problem.nodes);
    this.untilBlink = random.geometric(blink);
  }

  /**
   * Inserts what it can of the absent; what finds no place stays absent. False, with nodes still in the air, as soon as the
   * tours cost `limit` or more (insertions hardly ever make tours shorter), or when the ruin made a tour late.
   */
  run(limit: number): boolean {
    const { trips } = this;
    trips.refreshTouched();
    if (trips.late) return false;
    if (this.random.below(4) === 0) this.moveSomeTrip();
    sortAbsent(trips, this.random, this.keys);
    const count = trips.absentCount;
    trips.absentCount = 0;
    for (let i = 0; i < count; i++) {
      const node = trips.absent[i]!;
      if (!this.place(node)) trips.absent[trips.absentCount++] = node;
      if (trips.cost + trips.absentCount * ABSENT_PRICE >= limit) return false;
    }
    return true;
  }

  private place(node: number): boolean {
    const { trips } = this;
    this.best = NONE;
    this.tour = ABSENT;
    this.tryNewTrip(node);
    this.tryBehind(node);
    this.tryInFront(node);
    if (this.tour === ABSENT) return false;
    if (trips.size[this.tour] === 0) trips.chain.place(this.tour, this.vehicle, this.behindTrip);
    trips.insert(node, this.where, this.tour);
    return true;
  }

  /** All places in the vehicles' days cost the same: one that fits is drawn. */
  private tryNewTrip(node: number): void {
    const { trips } = this;
    const { cost, costInto, time, timeInto, service, opens, closes, release, nodes } = trips.problem;
    if (trips.freeCount === 0) return;
    const row = node * nodes;
    const stay = service[node]! + time[row]!;
    const lastStart = closes[node]! - timeInto[row]!;
    if (!this.findGap(release[node]!, lastStart, timeInto[row]! + stay, opens[node]! + stay)) return;
    this.best = costInto[row]! + cost[row]!;
    this.where = 0;
    this.tour = trips.free[trips.freeCount - 1]!;
  }

  /**
   * A place in some vehicle's day for a trip that leaves between `leave` and `lastStart`, and is back `duration` after it
   * left, but not before `back`.
   */
  private findGap(leave: number, lastStart: number, duration: number, back: number): boolean {
    const { random } = this;
    const { chain, returns, lateStarts } = this.trips;
    const { opens, closes, reloadTime } = this.trips.problem;
    let found = 0;
    for (let vehicle = 0; vehicle < chain.vehicles; vehicle++) {
      let trip = NO_TRIP;
      for (;;) {
        const free = trip === NO_TRIP ? opens[0]! : returns[trip]! + reloadTime;
        const after = trip === NO_TRIP ? chain.first[vehicle]! : chain.next[trip]!;
        const start = free > leave ? free : leave;
        const end = after === NO_TRIP ? closes[0]! : lateStarts[after]! - reloadTime;
        if (start <= lastStart && start + duration <= end && back <= end && random.below(++found) === 0) {
          this.vehicle = vehicle;
          this.behindTrip = trip;
        }
        if (after === NO_TRIP) break;
        trip = after;
      }
    }
    return found > 0;
  }

  private tryBehind(node: number): void {
    const { list, width } = this.before;
    const { next, tourOf, arcAfter } = this.trips;
    for (let i = node * width; i < (node + 1) * width; i++) {
      const other = list[i]!;
      if (other < 0) return;
      if (tourOf[other]! >= 0) this.consider(node, other, next[other]!, tourOf[other]!, arcAfter[other]!);
    }
  }

  private tryInFront(node: number): void {
    const { list, width } = this.after;
    const { previous, tourOf, arcBefore } = this.trips;
    for (let i = node * width; i < (node + 1) * width; i++) {
      const other = list[i]!;
      if (other < 0) return;
      if (tourOf[other]! >= 0) this.consider(node, previous[other]!, other, tourOf[other]!, arcBefore[other]!);
    }
  }

  private consider(node: number, front: number, behind: number, tour: number, arc: number): void {
    const { trips } = this;
    const { cost, costInto, time, timeInto, service, opens, closes, release, nodes, capacity, demand } = trips.problem;
    if (trips.load[tour]! + demand[node]! > capacity) return;
    const row = node * nodes;
    const price = costInto[row + front]! + cost[row + behind]! - arc;
    if (price >= this.best) return;
    let leave = front === 0 ? trips.starts[tour]! : trips.departure[front]!;
    const released = release[node]!;
    if (released > trips.starts[tour]!) {
      if (released > trips.lateStarts[tour]!) return;
      const later = front === 0 ? released : released + trips.sinceStart[front]!;
      if (later > leave) leave = later;
    }
    let start = leave + timeInto[row + front]!;
    if (start > closes[node]!) return;
    if (start < opens[node]!) start = opens[node]!;
    const bound = behind === 0 ? trips.ends[tour]! : trips.latest[behind]!;
    if (start + service[node]! + time[row + behind]! > bound) return;
    if (--this.untilBlink < 0) {
      this.untilBlink = this.random.geometric(this.blink);
      return;
    }
    this.best = price;
    this.where = front;
    this.tour = tour;
  }

  /** Costs nothing and opens gaps: one trip goes to another place in some vehicle's day. */
  private moveSomeTrip(): void {
    const { trips, random } = this;
    const { chain, size, returns, lateStarts, releases } = trips;
    const { nodes, time } = trips.problem;
    const tour = random.below(size.length);
    if (size[tour] === 0) return;
    const node = trips.last[tour]!;
    const duration = trips.sinceStart[node]! + time[node * nodes]!;
    const before = chain.previous[tour]!;
    const vehicle = chain.vehicleOf[tour]!;
    if (!this.findGap(releases[tour]!, lateStarts[tour]!, duration, returns[tour]!)) return;
    if (this.behindTrip === tour || (this.vehicle === vehicle && this.behindTrip === before)) return;
    trips.move(tour, this.vehicle, this.behindTrip);
  }
}
