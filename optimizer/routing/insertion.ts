/**
 * Cheapest insertion of a client into a route, remembered until the route (or what its day's facilities hold) changes.
 *
 * Two lower bounds come before any schedule. The first needs no labels: taking the client out of the new route again
 * would save at least its detour, between the neighbours it has there (clients or facilities), and its service, less
 * the waiting that the old route has to offer. The second starts from the cheapest label before the position and goes
 * straight from there. Both are bounds as long as no detour is shorter than going straight; where a travel matrix
 * breaks that, a position may be passed over, never mispriced. Only what could beat the best so far is scheduled in
 * full (lines are rounded apart, before and after, hence the slack); the base route's labels are kept, so a candidate starts at its position, not at the depot.
 */
import type { Model } from "./model.ts";
import type { Plan } from "./plan.ts";

const NONE = Number.POSITIVE_INFINITY;
/** `position` of a remembered entry that is only a lower bound. */
const BOUND = -2;
const IMPOSSIBLE = -1;

export class Inserter {
  /** Results of `cheapest`. */
  delta = NONE;
  position = IMPOSSIBLE;
  private readonly plan: Plan;
  private readonly model: Model;
  /** The `plan.loads` that `cheapestMoney` was read from. */
  private baseLoad = -1;
  /** Least money of a label after the first k clients. */
  private cheapestMoney = new Float64Array(64);
  private bounds = new Float64Array(64);
  private readonly deltas: Float64Array;
  private readonly positions: Int32Array;
  private readonly stamps: Float64Array;
  private readonly dayStamps: Float64Array;
  private readonly releaseStamps: Float64Array;

  constructor(plan: Plan) {
    this.plan = plan;
    this.model = plan.model;
    const size = this.model.clientCount * this.model.routeCount;
    this.deltas = new Float64Array(size);
    this.positions = new Int32Array(size);
    this.stamps = new Float64Array(size).fill(-1);
    this.dayStamps = new Float64Array(size).fill(-1);
    this.releaseStamps = new Float64Array(plan.precedence === null ? 0 : size).fill(-1);
  }

  /** Sets `delta` (cents) and `position` of the cheapest insertion below `cutoff`; Infinity when there is none. */
  cheapest(client: number, route: number, cutoff: number): number {
    const { plan, model } = this;
    const slot = route * model.clientCount + client;
    this.delta = NONE;
    this.position = IMPOSSIBLE;
    if (model.fits[slot] === 0) return NONE;
    const day = model.routeDay[route]!;
    if (this.isCurrent(slot, client, route, day)) {
      const known = this.deltas[slot]!;
      if (known >= cutoff) return NONE;
      if (this.positions[slot] !== BOUND) {
        this.delta = known;
        this.position = this.positions[slot]!;
        return known;
      }
    }
    this.compute(client, route, cutoff);
    this.stamps[slot] = plan.stamp[route]!;
    this.dayStamps[slot] = plan.dayStamp[day]!;
    if (plan.precedence !== null) this.releaseStamps[slot] = plan.precedence.stamp[client]!;
    this.deltas[slot] = this.delta === NONE ? cutoff : this.delta;
    this.positions[slot] = this.delta === NONE ? BOUND : this.position;
    return this.delta;
  }

  /** Cents that inserting `client` at `position` adds, by the full schedule; Infinity when it is not allowed. */
  deltaAt(client: number, route: number, position: number, cutoff = NONE): number {
    if (this.model.fits[route * this.model.clientCount + client] === 0) return NONE;
    if (!this.orderAllows(client, route, position)) return NONE;
    this.reserve(this.plan.length[route]! + 1);
    this.loadBase(route, cutoff);
    const { placement, length, cost } = this.plan;
    const { labels, levelFirst } = placement;
    const top = labels.top;
    const ceiling = cutoff + cost[route]! - placement.vehicle.fixedCents + this.model.rounding;
    const onward = this.onwardMoney(client, route, position);
    let first = top;
    placement.extend(levelFirst[position]!, levelFirst[position + 1]!, client, ceiling - onward);
    let last = labels.top;
    const row = route * this.plan.stride;
    for (let i = position; i < length[route]! && last > first; i++) {
      placement.extend(first, last, this.plan.sequence[row + i]!, ceiling - placement.afterMoney[i]!);
      first = last;
      last = labels.top;
    }
    const total = last > first ? placement.complete(first, last, cutoff + cost[route]!) : NONE;
    labels.top = top;
    return total - cost[route]!;
  }

  /** The remembered delta, Infinity for an impossible one, NaN where `cheapest` has something to find out. */
  recall(client: number, route: number): number {
    const { model } = this;
    const slot = route * model.clientCount + client;
    if (model.fits[slot] === 0) return NONE;
    if (this.positions[slot] === BOUND || !this.isCurrent(slot, client, route, model.routeDay[route]!))
      return Number.NaN;
    this.position = this.positions[slot]!;
    return this.deltas[slot]!;
  }

  private isCurrent(slot: number, client: number, route: number, day: number): boolean {
    const { plan } = this;
    if (this.stamps[slot] !== plan.stamp[route] || this.dayStamps[slot] !== plan.dayStamp[day]) return false;
    return plan.precedence === null || this.releaseStamps[slot] === plan.precedence.stamp[client];
  }

  private compute(client: number, route: number, cutoff: number): void {
    const count = this.plan.length[route]!;
    this.reserve(count + 1);
    if (!this.mayFit(client, route, cutoff)) return;
    this.loadBase(route, cutoff);
    let likely = 0;
    for (let position = 0; position <= count; position++) {
      if (this.bounds[position]! < cutoff) {
        this.bounds[position] = Math.max(this.bounds[position]!, this.lowerBound(client, route, position));
      }
      if (this.bounds[position]! < this.bounds[likely]!) likely = position;
    }
    this.attempt(client, route, likely, cutoff);
    for (let position = 0; position <= count; position++) {
      if (position !== likely) this.attempt(client, route, position, cutoff);
    }
  }

  /** Fills `bounds` with detours alone; false when none of them is below `cutoff`. */
  private mayFit(client: number, route: number, cutoff: number): boolean {
    const { plan, model } = this;
    const { placement } = plan;
    const vehicle = placement.look(route);
    const here = model.placeLocation[client]!;
    const row = route * plan.stride;
    const count = plan.length[route]!;
    const waiting = plan.waiting[route]!;
    const steady = (model.placeSeconds[client]! - waiting) * placement.centsPerSecond - 2 * model.rounding;
    const gate = model.leastGateCents[client]!;
    const extra = gate + (count === 0 ? steady + vehicle.fixedCents : steady);
    const mask = model.clientMask[client]!;
    const choices = model.facilitiesOfMaterial[model.clientMaterial[client]!]!;
    let before = vehicle.startLocation;
    let previous = -1;
    let found = false;
    const { containers } = model;
    const ordered = model.orderLocks !== null && model.orderLocks[client] !== null;
    for (let position = 0; position <= count; position++) {
      const next = position < count ? plan.sequence[row + position]! : -1;
      const after = next < 0 ? vehicle.endLocation : model.placeLocation[next]!;
      const into = placement.legMoney(before, here);
      const out = placement.legMoney(here, after);
      let bound = into + out - (count === 0 ? 0 : placement.legMoney(before, after));
      if (previous >= 0) {
        bound = Math.min(bound, this.detourBeforeFacility(before, here, into, mask, choices));
        bound = Math.min(bound, this.detourAfterFacility(previous, here, after, out));
      }
      // Beside yards and returned containers the neighbours in the row are not those on the way.
      if (containers !== null) bound = Number.NEGATIVE_INFINITY;
      this.bounds[position] = bound + extra;
      if (ordered && !this.orderAllows(client, route, position)) this.bounds[position] = NONE;
      else if (bound + extra < cutoff) found = true;
      before = after;
      previous = next;
    }
    return found;
  }

  private orderAllows(client: number, route: number, position: number): boolean {
    const lock = this.model.orderLocks?.[client] ?? null;
    if (lock === null) return true;
    const row = route * this.plan.stride;
    for (let i = 0; i < this.plan.length[route]!; i++) {
      const other = this.plan.sequence[row + i]!;
      if (i < position ? lock.later.has(other) : lock.earlier.has(other)) return false;
    }
    return true;
  }

  /** From `before` through `here` to the best facility in `mask`, less going there without `here`. */
  private detourBeforeFacility(before: number, here: number, into: number, mask: number, choices: Int32Array): number {
    const { placement } = this.plan;
    let least = NONE;
    for (let bit = 0; bit < choices.length; bit++) {
      if ((mask & (1 << bit)) === 0) continue;
      const gate = this.model.placeLocation[this.model.clientCount + choices[bit]!]!;
      const detour = into + placement.legMoney(here, gate) - placement.legMoney(before, gate);
      if (detour < least) least = detour;
    }
    return least;
  }

  /** From the best facility for the load of `previous` through `here` to `after`, less going there straight. */
  private detourAfterFacility(previous: number, here: number, after: number, out: number): number {
    const { model } = this;
    const { placement } = this.plan;
    const mask = model.clientMask[previous]!;
    const choices = model.facilitiesOfMaterial[model.clientMaterial[previous]!]!;
    let least = NONE;
    for (let bit = 0; bit < choices.length; bit++) {
      if ((mask & (1 << bit)) === 0) continue;
      const gate = model.placeLocation[model.clientCount + choices[bit]!]!;
      const detour = placement.legMoney(gate, here) + out - placement.legMoney(gate, after);
      if (detour < least) least = detour;
    }
    return least;
  }

  private attempt(client: number, route: number, position: number, cutoff: number): void {
    const limit = Math.min(cutoff, this.delta);
    if (this.bounds[position]! >= limit) return;
    const delta = this.deltaAt(client, route, position, limit);
    if (delta >= limit) return;
    this.delta = delta;
    this.position = position;
  }

  private lowerBound(client: number, route: number, position: number): number {
    const { plan, model } = this;
    const { placement } = plan;
    const row = route * plan.stride;
    const here = model.placeLocation[client]!;
    const before = placement.locationOf(position === 0 ? -1 : plan.sequence[row + position - 1]!);
    const service = model.placeSeconds[client]! * placement.centsPerSecond;
    const until = this.cheapestMoney[position]! + placement.legMoney(before, here) + service;
    const total = until + this.onwardMoney(client, route, position) + placement.vehicle.fixedCents;
    return total - plan.cost[route]! - 2 * model.rounding;
  }

  /** The straight rest of the loaded route after serving `client` at `position`. */
  private onwardMoney(client: number, route: number, position: number): number {
    const { plan, model } = this;
    const { placement } = plan;
    if (position === plan.length[route]!) return placement.homeMoney(client);
    const next = plan.sequence[route * plan.stride + position]!;
    const leg = placement.legMoney(model.placeLocation[client]!, model.placeLocation[next]!);
    return leg + placement.restMoney[position]!;
  }

  private loadBase(route: number, slack: number): void {
    const { plan } = this;
    plan.load(route, slack);
    if (this.baseLoad === plan.loads) return;
    this.baseLoad = plan.loads;
    const count = plan.length[route]!;
    const { levelFirst } = plan.placement;
    for (let i = 0; i <= count; i++) this.cheapestMoney[i] = this.leastMoney(levelFirst[i]!, levelFirst[i + 1]!);
  }

  private leastMoney(first: number, last: number): number {
    const { money } = this.plan.placement.labels;
    let least = NONE;
    for (let label = first; label < last; label++) if (money[label]! < least) least = money[label]!;
    return least;
  }

  private reserve(count: number): void {
    if (count <= this.bounds.length) return;
    this.cheapestMoney = new Float64Array(2 * count);
    this.bounds = new Float64Array(2 * count);
  }
}
