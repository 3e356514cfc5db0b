/**
 * Partial routes of the facility placement: a pool of labels, one typed array a field, used as a stack.
 *
 * A label stands after the service at its place. `money` is what the route has cost so far without fixed cost and
 * without waiting, hence a lower bound; `time` is the earliest moment it can be there.
 */
import { ANYWHERE } from "./model.ts";

/** Labels kept after one client; beyond it the dearest is given up. */
export const WIDTH = 24;

export class Labels {
  readonly dimensions: number;
  capacity = 0;
  top = 0;
  money!: Float64Array;
  metres!: Float64Array;
  /** Driving, service, unloading and breaks; `time - earliest - work` is the waiting so far. */
  work!: Float64Array;
  time!: Float64Array;
  sinceBreak!: Float64Array;
  driving!: Float64Array;
  /** Cents beside kilometres and hours so far: toll by arc and gate prices. Kept only while `more` is set. */
  extra!: Float64Array;
  /** 1 when the first part of a split break has been taken. Kept only while `more` is set. */
  half!: Uint8Array;
  /** Container jobs (containers.ts), kept only while `more` is set: packed empty ones and full ones to keep, */
  empties!: Int32Array;
  fulls!: Int32Array;
  /** slots of those to bring back, */
  owed!: Int32Array;
  /** the yard visited last on the way from the parent (-1: none), and 1 where returns went in reverse order. */
  yard!: Int32Array;
  turned!: Uint8Array;
  /** Set where more than money and time must be no worse for one label to replace another. */
  more = false;
  load!: Float64Array;
  mask!: Int32Array;
  material!: Int32Array;
  parent!: Int32Array;
  place!: Int32Array;
  /** Facility visited on the way from the parent; -1 is none. */
  via!: Int32Array;
  /** Kinds of break (breaks.ts): before the facility, plus 4 times the one before the place. */
  pause!: Uint8Array;

  constructor(dimensions: number, capacity: number) {
    this.dimensions = dimensions;
    this.grow(capacity);
  }

  /** The label of a route that has not left the start. */
  start(time: number): number {
    this.top = 0;
    const label = this.push();
    this.money[label] = 0;
    this.metres[label] = 0;
    this.work[label] = 0;
    this.time[label] = time;
    this.sinceBreak[label] = 0;
    this.driving[label] = 0;
    this.extra[label] = 0;
    this.half[label] = 0;
    this.empties[label] = 0;
    this.fulls[label] = 0;
    this.owed[label] = 0;
    this.yard[label] = -1;
    this.turned[label] = 0;
    for (let d = 0; d < this.dimensions; d++) this.load[label * this.dimensions + d] = 0;
    this.mask[label] = ANYWHERE;
    this.material[label] = -1;
    this.parent[label] = -1;
    this.place[label] = -1;
    this.via[label] = -1;
    this.pause[label] = 0;
    return label;
  }

  push(): number {
    if (this.top === this.capacity) this.grow(2 * this.capacity);
    return this.top++;
  }

  /** True when `a` is nowhere worse than `b`: whatever `b` can still become, `a` can become as cheaply. */
  dominates(a: number, b: number): boolean {
    const D = this.dimensions;
    if (this.money[a]! > this.money[b]! || this.time[a]! > this.time[b]!) return false;
    if (this.sinceBreak[a]! > this.sinceBreak[b]! || this.driving[a]! > this.driving[b]!) return false;
    if (this.more && !this.isNowhereWorse(a, b)) return false;
    const mask = this.mask[b]!;
    if ((this.mask[a]! & mask) !== mask) return false;
    if (this.material[a] !== -1 && this.material[a] !== this.material[b]) return false;
    for (let d = 0; d < D; d++) if (this.load[a * D + d]! > this.load[b * D + d]!) return false;
    return true;
  }

  private isNowhereWorse(a: number, b: number): boolean {
    if (this.empties[a] !== this.empties[b] || this.fulls[a] !== this.fulls[b] || this.owed[a] !== this.owed[b])
      return false;
    return this.work[a]! <= this.work[b]! && this.metres[a]! <= this.metres[b]! && this.half[a]! >= this.half[b]!;
  }

  copy(from: number, to: number): void {
    const D = this.dimensions;
    this.money[to] = this.money[from]!;
    this.metres[to] = this.metres[from]!;
    this.work[to] = this.work[from]!;
    this.time[to] = this.time[from]!;
    this.sinceBreak[to] = this.sinceBreak[from]!;
    this.driving[to] = this.driving[from]!;
    if (this.more) {
      this.extra[to] = this.extra[from]!;
      this.half[to] = this.half[from]!;
      this.empties[to] = this.empties[from]!;
      this.fulls[to] = this.fulls[from]!;
      this.owed[to] = this.owed[from]!;
      this.yard[to] = this.yard[from]!;
      this.turned[to] = this.turned[from]!;
    }
    for (let d = 0; d < D; d++) this.load[to * D + d] = this.load[from * D + d]!;
    this.mask[to] = this.mask[from]!;
    this.material[to] = this.material[from]!;
    this.parent[to] = this.parent[from]!;
    this.place[to] = this.place[from]!;
    this.via[to] = this.via[from]!;
    this.pause[to] = this.pause[from]!;
  }

  /** Drops what the newest label dominates, or the newest itself; beyond `WIDTH` labels from `level` on the dearest goes. */
  keepBest(level: number, newest: number): void {
    for (let other = level; other < newest; other++) {
      if (this.dominates(other, newest)) {
        this.top = newest;
        return;
      }
    }
    let kept = level;
    for (let other = level; other < newest; other++) {
      if (this.dominates(newest, other)) continue;
      if (kept !== other) this.copy(other, kept);
      kept++;
    }
    if (kept !== newest) this.copy(newest, kept);
    this.top = kept + 1;
    if (this.top - level > WIDTH) this.dropDearest(level);
  }

  private dropDearest(level: number): void {
    let dearest = level;
    for (let label = level + 1; label < this.top; label++) {
      if (this.money[label]! > this.money[dearest]!) dearest = label;
    }
    this.copy(this.top - 1, dearest);
    this.top--;
  }

  private grow(capacity: number): void {
    const longer = (old: Float64Array | undefined, size: number): Float64Array => {
      const array = new Float64Array(size);
      if (old !== undefined) array.set(old);
      return array;
    };
    const longerWhole = (old: Int32Array | undefined): Int32Array => {
      const array = new Int32Array(capacity);
      if (old !== undefined) array.set(old);
      return array;
    };
    this.money = longer(this.money, capacity);
    this.metres = longer(this.metres, capacity);
    this.work = longer(this.work, capacity);
    this.time = longer(this.time, capacity);
    this.sinceBreak = longer(this.sinceBreak, capacity);
    this.driving = longer(this.driving, capacity);
    this.extra = longer(this.extra, capacity);
    this.load = longer(this.load, capacity * this.dimensions);
    this.mask = longerWhole(this.mask);
    this.material = longerWhole(this.material);
    this.parent = longerWhole(this.parent);
    this.place = longerWhole(this.place);
    this.via = longerWhole(this.via);
    const longerSmall = (old: Uint8Array | undefined): Uint8Array => {
      const array = new Uint8Array(capacity);
      if (old !== undefined) array.set(old);
      return array;
    };
    this.pause = longerSmall(this.pause);
    this.half = longerSmall(this.half);
    this.empties = longerWhole(this.empties);
    this.fulls = longerWhole(this.fulls);
    this.owed = longerWhole(this.owed);
    this.yard = longerWhole(this.yard);
    this.turned = longerSmall(this.turned);
    this.capacity = capacity;
  }
}
