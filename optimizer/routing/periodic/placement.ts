/**
 * Where a fixed order of clients unloads at least cost, and what inserting one more client would then cost.
 *
 * A route with clients c1..cm has arcs 0..m (arc i leads from ci to ci+1, the depot at both ends). Unloading on arc i
 * costs `detour[i]`; on the last arc it is a duty. Between two unloadings the loads must fit. `ahead[i]` is the least sum
 * of the detours before arc i when the vehicle unloads there, `behind[i]` the least sum of those after it; a route costs
 * its straight way plus `ahead[m] + detour[m]`. Both passes look back over one trip at most, so a route costs
 * O(clients x clients of a trip).
 */
import type { Periodic } from "./instance.ts";

const NONE = Number.POSITIVE_INFINITY;

export class Placement {
  readonly instance: Periodic;
  /** Travel of arc i without unloading. */
  private readonly straight: Float64Array;
  private readonly detour: Float64Array;
  /** On board on arc i if the vehicle never unloaded. */
  private readonly load: Float64Array;
  private readonly ahead: Float64Array;
  private readonly behind: Float64Array;
  /** The two with the detour of arc i itself. */
  private readonly upTo: Float64Array;
  private readonly from: Float64Array;
  /** Least sum of all detours when the vehicle does not unload on arc i. */
  private readonly without: Float64Array;
  /** Arc of the unloading before the one on arc i. */
  private readonly before: Int32Array;
  /** Per position of an insertion: its straight detour, and what it costs at least. */
  private readonly way: Float64Array;
  private readonly bound: Float64Array;
  private total = 0;
  private count = 0;
  private sequence: Int32Array;
  private row = 0;
  /** Where `insertion` would put the client: behind this many clients. */
  position = -1;

  constructor(instance: Periodic) {
    const size = instance.nodes + 2;
    const numbers = (): Float64Array => new Float64Array(size);
    this.instance = instance;
    this.straight = numbers();
    this.detour = numbers();
    this.load = numbers();
    this.ahead = numbers();
    this.behind = numbers();
    this.upTo = numbers();
    this.from = numbers();
    this.without = numbers();
    this.way = numbers();
    this.bound = numbers();
    this.before = new Int32Array(size);
    this.sequence = new Int32Array(0);
  }

  /** Travel of `count` clients from `row` on with the best unloading; 0 for none, Infinity if one does not fit. */
  cost(sequence: Int32Array, row: number, count: number): number {
    this.sequence = sequence;
    this.row = row;
    this.count = count;
    this.total = 0;
    if (count === 0) return 0;
    const { nodes, direct, demand, capacity, detour: detours } = this.instance;
    const { straight, detour, load, ahead, upTo, before } = this;
    let node = sequence[row]!;
    let way = direct[node]!;
    let aboard = 0;
    straight[0] = way;
    load[0] = 0;
    ahead[0] = 0;
    upTo[0] = 0;
    for (let i = 1; i <= count; i++) {
      const next = i < count ? sequence[row + i]! : 0;
      const arc = node * nodes + next;
      aboard += demand[node]!;
      load[i] = aboard;
      straight[i] = direct[arc]!;
      way += direct[arc]!;
      let least = NONE;
      let choice = -1;
      for (let a = i - 1; a >= 0 && aboard - load[a]! <= capacity; a--) {
        if (upTo[a]! >= least) continue;
        least = upTo[a]!;
        choice = a;
      }
      detour[i] = detours[arc]!;
      ahead[i] = least;
      upTo[i] = least + detours[arc]!;
      before[i] = choice;
      node = next;
    }
    this.total = way;
    return way + upTo[count]!;
  }

  /** Arcs on which the row last given to `cost` unloads, into `arcs`, last one first; returns how many. */
  unloadings(arcs: Int32Array): number {
    let found = 0;
    for (let i = this.count; i > 0; i = this.before[i]!) arcs[found++] = i;
    return found;
  }

  /** Makes `insertion` ready for the row last given to `cost`. */
  lookBack(): void {
    const { detour, load, upTo, behind, from, without, count } = this;
    const { capacity } = this.instance;
    if (count === 0) return;
    behind[count] = 0;
    from[count] = detour[count]!;
    for (let i = count - 1; i >= 0; i--) {
      const here = load[i]!;
      let least = NONE;
      let b = i + 1;
      for (; b <= count && load[b]! - here <= capacity; b++) if (from[b]! < least) least = from[b]!;
      behind[i] = least;
      from[i] = least + detour[i]!;
      // The pairs of arcs around i that one trip may lie between, from the latest second arc to the earliest.
      let earliest = NONE;
      let sum = NONE;
      let a = i;
      for (b--; b > i; b--) {
        while (a > 0 && load[b]! - load[a - 1]! <= capacity) {
          a--;
          if (upTo[a]! < earliest) earliest = upTo[a]!;
        }
        if (earliest + from[b]! < sum) sum = earliest + from[b]!;
      }
      without[i] = sum;
    }
  }

  /**
   * Cost of the row made ready with `node` at its best place; `position` tells where. Infinity if it fits nowhere.
   * Positions whose bit (modulo 32) is set in `skip` are not tried.
   */
  insertion(node: number, skip = 0): number {
    const { nodes, direct, directInto, detour, detourInto, demand, capacity } = this.instance;
    const { sequence, row, count, straight, ahead, behind, without, way, bound } = this;
    const own = node * nodes;
    this.position = -1;
    if (demand[node]! > capacity) return NONE;
    if (count === 0) {
      this.position = 0;
      return direct[node]! + direct[own]! + detour[own]!;
    }
    // No position is cheaper than it would be for a client without a load.
    let promising = -1;
    let lowest = NONE;
    let last = 0;
    for (let i = 0; i <= count; i++) {
      const next = i < count ? sequence[row + i]! : 0;
      way[i] = directInto[own + last]! + direct[own + next]! - straight[i]!;
      let least = detour[own + next]!;
      if (i === 0) least = Math.min(least, 0);
      else if (i < count) least = Math.min(least, detourInto[own + last]!);
      least += ahead[i]! + behind[i]!;
      if (i > 0 && i < count && without[i]! < least) least = without[i]!;
      last = next;
      bound[i] = way[i]! + least;
      if (bound[i]! >= lowest || ((skip >>> (i & 31)) & 1) === 1) continue;
      lowest = bound[i]!;
      promising = i;
    }
    if (promising < 0) return NONE;
    let best = way[promising]! + this.detoursWith(node, promising);
    this.position = promising;
    for (let i = 0; i <= count; i++) {
      if (bound[i]! >= best || i === promising || ((skip >>> (i & 31)) & 1) === 1) continue;
      const price = way[i]! + this.detoursWith(node, i);
      if (price >= best) continue;
      best = price;
      this.position = i;
    }
    return best + this.total;
  }

  /** Least sum of detours with `node` put on arc i: unloading right before it, right behind it, both, or neither. */
  private detoursWith(node: number, i: number): number {
    const { nodes, detour, detourInto, demand, capacity } = this.instance;
    const { sequence, row, count, load, ahead, behind, upTo, from } = this;
    const own = demand[node]!;
    const goesOn = behind[i]! + detour[node * nodes + (i < count ? sequence[row + i]! : 0)]!;
    // Right before it, then right behind it or on a later arc b; at the start of the route the vehicle is empty anyway.
    const led = i === 0 ? 0 : ahead[i]! + detourInto[node * nodes + sequence[row + i - 1]!]!;
    let rest = goesOn;
    let b = i + 1;
    for (; b <= count && load[b]! - load[i]! + own <= capacity; b++) if (from[b]! < rest) rest = from[b]!;
    let least = led + rest;
    // On an earlier arc a, then right behind it or on a later arc b.
    let earliest = NONE;
    let a = i;
    for (b--; b > i; b--) {
      while (a > 0 && load[b]! - load[a - 1]! + own <= capacity) {
        a--;
        if (upTo[a]! < earliest) earliest = upTo[a]!;
      }
      if (earliest + from[b]! < least) least = earliest + from[b]!;
    }
    while (a > 0 && load[i]! - load[a - 1]! + own <= capacity) {
      a--;
      if (upTo[a]! < earliest) earliest = upTo[a]!;
    }
    return Math.min(least, earliest + goesOn);
  }
}
