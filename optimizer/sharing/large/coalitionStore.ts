/**
 * Coalition costs that come from a function (a solver run each), every one kept: the more is known, the fewer are asked.
 *
 * Up to 52 players; a coalition is two masks of 26 bits, its id the number `high · 2^26 + low`, exact in a double.
 */

export const MOST_PLAYERS_IN_A_STORE = 52;
const HALF = 26;
const CHUNK = 13;
const CHUNK_MASK = 2 ** CHUNK - 1;

/** What a coalition pays on its own; `members` ascend. Infinite where the coalition cannot act. */
export interface FunctionGame {
  readonly players: number;
  readonly cost: (members: readonly number[]) => number;
}

export interface CoalitionStore {
  readonly players: number;
  /** Everybody, as an index into the store. */
  readonly all: number;
  /** How many coalitions are known. */
  count(): number;
  /** Index of a coalition, priced if it was not known. */
  indexOf(low: number, high: number): number;
  /** Index of a known coalition, −1 otherwise. */
  known(low: number, high: number): number;
  low(index: number): number;
  high(index: number): number;
  cost(index: number): number;
  members(index: number): number[];
  id(index: number): number;
  /** `x(S) − c(S)` of every known coalition, by index. */
  excesses(shares: ArrayLike<number>): Float64Array;
}

export function openCoalitionStore(game: FunctionGame): CoalitionStore {
  const { players } = game;
  if (!Number.isInteger(players) || players < 1 || players > MOST_PLAYERS_IN_A_STORE)
    throw new RangeError(`a store holds 1 to ${MOST_PLAYERS_IN_A_STORE} players, not ${players}`);
  const lows: number[] = [];
  const highs: number[] = [];
  const costs: number[] = [];
  const byId = new Map<number, number>();
  const store: CoalitionStore = {
    players,
    all: 0,
    count: () => costs.length,
    low: (index) => lows[index]!,
    high: (index) => highs[index]!,
    cost: (index) => costs[index]!,
    members: (index) => membersOf(lows[index]!, highs[index]!),
    id: (index) => idOf(lows[index]!, highs[index]!),
    known: (low, high) => byId.get(idOf(low, high)) ?? -1,
    indexOf(low, high) {
      const id = idOf(low, high);
      const held = byId.get(id);
      if (held !== undefined) return held;
      const cost = low === 0 && high === 0 ? 0 : game.cost(membersOf(low, high));
      if (Number.isNaN(cost))
        throw new RangeError(`the cost of coalition ${membersOf(low, high).join()} is not a number`);
      lows.push(low);
      highs.push(high);
      costs.push(cost);
      byId.set(id, costs.length - 1);
      return costs.length - 1;
    },
    excesses(shares) {
      const tables = [0, 1, 2, 3].map((chunk) => chunkSums(shares, chunk * CHUNK, players));
      const [a, b, c, d] = tables as [Float64Array, Float64Array, Float64Array, Float64Array];
      return Float64Array.from(costs, (cost, k) => {
        const low = lows[k]!;
        const high = highs[k]!;
        return a[low & CHUNK_MASK]! + b[low >>> CHUNK]! + c[high & CHUNK_MASK]! + d[high >>> CHUNK]! - cost;
      });
    },
  };
  store.indexOf(...everybody(players));
  return store;
}

/** Masks of all players. */
export function everybody(players: number): [low: number, high: number] {
  return [2 ** Math.min(players, HALF) - 1, players > HALF ? 2 ** (players - HALF) - 1 : 0];
}

/** Masks of one player. */
export function single(player: number): [low: number, high: number] {
  return player < HALF ? [1 << player, 0] : [0, 1 << (player - HALF)];
}

function idOf(low: number, high: number): number {
  return high * 2 ** HALF + low;
}

function membersOf(low: number, high: number): number[] {
  const list: number[] = [];
  for (let rest = low; rest !== 0; rest &= rest - 1) list.push(31 - Math.clz32(rest & -rest));
  for (let rest = high; rest !== 0; rest &= rest - 1) list.push(HALF + 31 - Math.clz32(rest & -rest));
  return list;
}

function chunkSums(shares: ArrayLike<number>, start: number, players: number): Float64Array {
  const bits = Math.max(0, Math.min(CHUNK, players - start));
  const sums = new Float64Array(2 ** bits);
  for (let i = 0, size = 1; i < bits; i++, size *= 2)
    for (let s = 0; s < size; s++) sums[size + s] = sums[s]! + shares[start + i]!;
  return sums;
}
