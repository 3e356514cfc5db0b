/**
 * Where a fixed order of clients unloads at least cost, and what inserting one more client would then cost.
 *
 * A route with clients c1..cm has arcs 0..m (arc i leads from ci to ci+1, the depot at both ends). Unloading on arc i
 * costs `detour[i]`; on the last arc it is a duty and costs the whole way home over a facility. Between two unloadings
 * the loads must fit. `forward[i]` is the least sum of detours up to arc i when the vehicle unloads there, `behind[i]`
 * the least sum of what follows after unloading there. The cost of a route is the straight way without its last arc
 * plus `forward[m]`. Both passes look back over one trip at most, so a route costs O(clients x clients of a trip).
 */
import type { Periodic } from "./instance.ts";

const NONE = Number.POSITIVE_INFINITY;

export class Placement {
  readonly instance: Periodic;
  private readonly detour: Float64Array;
  private readonly load: Float64Array;
  private readonly forward: Float64Array;
  private readonly behind: Float64Array;
  /** Arc of the unloading before the one on arc i. */
  private readonly before: Int32Array;
  private base = 0;
  private count = 0;
  private sequence: Int32Array;
  private row = 0;
  /** Where `insertion` would put the client: behind this many clients. */
  position = -1;

  constructor(instance: Periodic) {
    const size = instance.nodes + 2;
    this.instance = instance;
    this.detour = new Float64Array(size);
    this.load = new Float64Array(size);
    this.forward = new Float64Array(size);
    this.behind = new Float64Array(size);
    this.before = new Int32Array(size);
    this.sequence = new Int32Array(0);
  }

  /** Travel of `count` clients from `row` on with the best unloading; 0 for none, Infinity if one does not fit. */
  cost(sequence: Int32Array, row: number, count: number): number {
    this.sequence = sequence;
    this.row = row;
    this.count = count;
    this.base = 0;
    if (count === 0) return 0;
    const { nodes, direct, over, demand, capacity } = this.instance;
    const { detour, load, forward, before } = this;
    let from = 0;
    let base = 0;
    let aboard = 0;
    load[0] = 0;
    forward[0] = 0;
    detour[0] = 0;
    for (let i = 1; i <= count; i++) {
      const node = sequence[row + i - 1]!;
      base += direct[from * nodes + node]!;
      aboard += demand[node]!;
      load[i] = aboard;
      const arc = node * nodes + (i < count ? sequence[row + i]! : 0);
      const extra = i < count ? over[arc]! - direct[arc]! : over[arc]!;
      detour[i] = extra;
      let least = NONE;
      let choice = -1;
      for (let a = i - 1; a >= 0 && aboard - load[a]! <= capacity; a--) {
        if (forward[a]! >= least) continue;
        least = forward[a]!;
        choice = a;
      }
      forward[i] = least + extra;
      before[i] = choice;
      from = node;
    }
    this.base = base;
    return base + forward[count]!;
  }

  /** Arcs on which the row last given to `cost` unloads, into `arcs`, last one first; returns how many. */
  unloadings(arcs: Int32Array): number {
    let found = 0;
    for (let i = this.count; i > 0; i = this.before[i]!) arcs[found++] = i;
    return found;
  }

  /** Prepares `insertion` for a row; returns its cost. */
  begin(sequence: Int32Array, row: number, count: number): number {
    const total = this.cost(sequence, row, count);
    const { detour, load, behind } = this;
    const { capacity } = this.instance;
    if (count === 0) return total;
    behind[count] = 0;
    for (let i = count - 1; i >= 0; i--) {
      let least = NONE;
      for (let b = i + 1; b <= count && load[b]! - load[i]! <= capacity; b++) {
        const rest = detour[b]! + behind[b]!;
        if (rest < least) least = rest;
      }
      behind[i] = least;
    }
    return total;
  }

  /**
   * Cost of the row given to `begin` with `node` at its best place; `position` tells where. Infinity if it fits nowhere.
   * `skip` positions (bit of the position modulo 32) are not tried.
   */
  insertion(node: number, skip = 0): number {
    const { nodes, direct, over, demand, capacity } = this.instance;
    const { sequence, row, count, load, forward, behind, detour } = this;
    const own = demand[node]!;
    this.position = -1;
    if (own > capacity) return NONE;
    if (count === 0) {
      this.position = 0;
      return direct[node]! + over[node * nodes]!;
    }
    let best = NONE;
    let at = -1;
    let from = 0;
    for (let i = 0; i <= count; i++) {
      const to = i < count ? sequence[row + i]! : 0;
      const before = from;
      from = to;
      if (skip !== 0 && ((skip >>> (i & 31)) & 1) === 1) continue;
      const first = before * nodes + node;
      const second = node * nodes + to;
      const here = load[i]!;
      const way = direct[first]! + (i < count ? direct[second]! - direct[before * nodes + to]! : 0);
      const extraBefore = over[first]! - direct[first]!;
      const extraBehind = i < count ? over[second]! - direct[second]! : over[second]!;
      // Unloading before the client: what led to arc i, without the detour of arc i itself.
      const ledHere = i === 0 ? 0 : forward[i]! - detour[i]! + extraBefore;
      const goesOn = behind[i]! + extraBehind;
      // Right before and right behind the client.
      let least = ledHere + goesOn;
      // Right before it, and then not until a later arc.
      for (let b = i + 1; b <= count && load[b]! - here + own <= capacity; b++) {
        const sum = ledHere + detour[b]! + behind[b]!;
        if (sum < least) least = sum;
      }
      // Not right before it: on an earlier arc a, then right behind it or on a later arc b.
      let b = i;
      while (b < count && load[b + 1]! - load[i > 0 ? i - 1 : 0]! + own <= capacity) b++;
      let earliest = NONE;
      let a = i;
      for (; b > i; b--) {
        while (a > 0 && load[b]! - load[a - 1]! + own <= capacity) {
          a--;
          if (forward[a]! < earliest) earliest = forward[a]!;
        }
        const sum = earliest + detour[b]! + behind[b]!;
        if (sum < least) least = sum;
      }
      while (a > 0 && here - load[a - 1]! + own <= capacity) {
        a--;
        if (forward[a]! < earliest) earliest = forward[a]!;
      }
      if (earliest + goesOn < least) least = earliest + goesOn;
      if (way + least < best) {
        best = way + least;
        at = i;
      }
    }
    this.position = at;
    return best + this.base;
  }
}
