/**
 * Searches for a coalition with a large excess `x(S) − c(S)`: from known coalitions and from greedy ones, members are
 * flipped in and out and swapped as long as that helps. Heuristic: what it does not find may still exist.
 */
import { Random, shuffle } from "../../random.ts";
import { everybody, single, type CoalitionStore } from "./coalitionStore.ts";

/** An improvement below this part of the joint cost is rounding. */
const GAIN = 1e-10;

export interface SearchEffort {
  /** How many starting coalitions are improved. */
  readonly starts: number;
  /** Coalitions priced anew at most, known ones are free. */
  readonly evaluations: number;
}

/**
 * Improves several coalitions under the given shares; everything priced on the way stays in the store. Swaps, which cost
 * most, come only where flips found nothing above `limit`.
 */
export function searchExcess(
  store: CoalitionStore,
  shares: ArrayLike<number>,
  limit: number,
  effort: SearchEffort,
  random: Random,
): void {
  const most = store.count() + effort.evaluations;
  const climber = openClimber(store, shares, random, most);
  sweep(store, shares, most);
  const starts = startsOf(store, shares, effort.starts, random);
  for (const swaps of [false, true]) {
    let found = false;
    for (const [low, high] of starts) {
      if (climber.climb(low, high, swaps) > limit) found = true;
      if (store.count() >= most) return;
    }
    if (found) return;
  }
}

/**
 * Prices the groups that arise when members join one by one: the cheap first, the dear first, those first who pay most
 * for what they cost alone. Nested groups (all up to a length, all within a radius) are out of reach for single flips.
 */
function sweep(store: CoalitionStore, shares: ArrayLike<number>, most: number): void {
  const players = Array.from({ length: store.players }, (_, i) => i);
  const alone = players.map((i) => store.cost(store.indexOf(...single(i))));
  const orders = [
    players.toSorted((a, b) => alone[a]! - alone[b]!),
    players.toSorted((a, b) => alone[b]! - alone[a]!),
    players.toSorted((a, b) => shares[b]! - alone[b]! - (shares[a]! - alone[a]!)),
    players.toSorted((a, b) => shares[b]! * Math.abs(alone[a]!) - shares[a]! * Math.abs(alone[b]!)),
  ];
  for (const order of orders) {
    let [low, high] = [0, 0];
    for (const i of order) {
      const [l, h] = single(i);
      low |= l;
      high |= h;
      if (store.count() < most) store.indexOf(low, high);
    }
  }
}

/** The best known coalitions, and as many drawn by chance. */
function startsOf(store: CoalitionStore, shares: ArrayLike<number>, starts: number, random: Random): Masks[] {
  const excesses = store.excesses(shares);
  const known = Array.from(excesses.keys())
    .filter((k) => k !== store.all && Number.isFinite(excesses[k]!))
    .sort((a, b) => excesses[b]! - excesses[a]!)
    .slice(0, Math.ceil(starts / 2))
    .map((k): Masks => [store.low(k), store.high(k)]);
  const drawn = Array.from({ length: starts - known.length }, () => draw(store.players, random));
  return [...known, ...drawn];
}

type Masks = [low: number, high: number];

function draw(players: number, random: Random): Masks {
  const part = 0.1 + 0.8 * random.fraction();
  let [low, high] = [0, 0];
  for (let i = 0; i < players; i++) {
    if (random.fraction() >= part) continue;
    const [l, h] = single(i);
    low |= l;
    high |= h;
  }
  return [low, high];
}

function openClimber(store: CoalitionStore, shares: ArrayLike<number>, random: Random, most: number) {
  const n = store.players;
  const [allLow, allHigh] = everybody(n);
  const order = Int32Array.from({ length: n }, (_, i) => i);
  const other = Int32Array.from(order);
  const bits = Array.from({ length: n }, (_, i) => single(i));
  const scale = Math.abs(store.cost(store.all));
  let low = 0;
  let high = 0;
  let paid = 0;
  let excess = -Infinity;

  return { climb };

  /** Returns the excess reached. */
  function climb(startLow: number, startHigh: number, withSwaps: boolean): number {
    excess = -Infinity;
    if (!move(startLow, startHigh, sumOf(startLow, startHigh), -Infinity)) return -Infinity;
    while (store.count() < most && (flips() || (withSwaps && swaps())));
    return excess;
  }

  function flips(): boolean {
    let improved = false;
    shuffle(order, n, random);
    for (const i of order) {
      const [l, h] = bits[i]!;
      const inside = (low & l) !== 0 || (high & h) !== 0;
      if (move(low ^ l, high ^ h, inside ? paid - shares[i]! : paid + shares[i]!, excess)) improved = true;
      if (store.count() >= most) break;
    }
    return improved;
  }

  /** One member out, one in; the first that helps is taken. */
  function swaps(): boolean {
    shuffle(order, n, random);
    shuffle(other, n, random);
    for (const out of order) {
      const [l, h] = bits[out]!;
      if ((low & l) === 0 && (high & h) === 0) continue;
      for (const into of other) {
        const [l2, h2] = bits[into]!;
        if ((low & l2) !== 0 || (high & h2) !== 0) continue;
        if (move(low ^ l ^ l2, high ^ h ^ h2, paid - shares[out]! + shares[into]!, excess)) return true;
        if (store.count() >= most) return false;
      }
    }
    return false;
  }

  function move(nextLow: number, nextHigh: number, nextPaid: number, floor: number): boolean {
    if ((nextLow === 0 && nextHigh === 0) || (nextLow === allLow && nextHigh === allHigh)) return false;
    const next = nextPaid - store.cost(store.indexOf(nextLow, nextHigh));
    if (!(next - floor > GAIN * scale)) return false;
    [low, high, paid, excess] = [nextLow, nextHigh, nextPaid, next];
    return true;
  }

  function sumOf(l: number, h: number): number {
    let sum = 0;
    for (let i = 0; i < n; i++) if ((l & bits[i]![0]) !== 0 || (h & bits[i]![1]) !== 0) sum += shares[i]!;
    return sum;
  }
}
