/**
 * Coalitions as bitmasks: bit `i` set means that player `i` takes part; 0 is nobody, `grandCoalition(n)` everybody.
 *
 * Masks are non-negative and fit a signed 32-bit integer, so a group has at most 30 players here. Larger groups are
 * described by lists of player indices (see `blockingAmong`), never by masks.
 */

/** The most players a bitmask can hold without touching the sign bit. */
export const MOST_PLAYERS_IN_A_MASK = 30;

/** The coalition of all `players`. */
export function grandCoalition(players: number): number {
  if (!Number.isInteger(players) || players < 0 || players > MOST_PLAYERS_IN_A_MASK) {
    throw new RangeError(`a bitmask holds 0 to ${MOST_PLAYERS_IN_A_MASK} players, not ${players}`);
  }
  return 2 ** players - 1;
}

/** Number of players of a coalition (SWAR population count). */
export function popcount(coalition: number): number {
  const pairs = coalition - ((coalition >>> 1) & 0x55555555);
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Index of the first player; -1 for the empty coalition. */
export function firstMember(coalition: number): number {
  return coalition === 0 ? -1 : 31 - Math.clz32(coalition & -coalition);
}

export function isMember(coalition: number, player: number): boolean {
  return (coalition & (1 << player)) !== 0;
}

/** Player indices, ascending. */
export function members(coalition: number): number[] {
  const list: number[] = [];
  for (let rest = coalition; rest !== 0; rest &= rest - 1) list.push(firstMember(rest));
  return list;
}

/** The coalition of the listed players. */
export function coalitionOf(players: Iterable<number>): number {
  let coalition = 0;
  for (const player of players) {
    if (!Number.isInteger(player) || player < 0 || player >= MOST_PLAYERS_IN_A_MASK) {
      throw new RangeError(`player ${player} does not fit a bitmask of ${MOST_PLAYERS_IN_A_MASK}`);
    }
    coalition |= 1 << player;
  }
  return coalition;
}

/** Every coalition that is neither empty nor everybody, ascending. */
export function* properCoalitions(players: number): Generator<number> {
  const all = grandCoalition(players);
  for (let coalition = 1; coalition < all; coalition++) yield coalition;
}

/** Every non-empty part of a coalition except itself, descending. */
export function* properParts(coalition: number): Generator<number> {
  for (let part = (coalition - 1) & coalition; part !== 0; part = (part - 1) & coalition) yield part;
}

/**
 * x(S) for every coalition: `sums[S]` is the sum of the members' shares.
 *
 * @param shares one per player
 * @returns length `2^n`; `sums[0]` is 0
 */
export function coalitionSums(shares: readonly number[]): Float64Array {
  const count = grandCoalition(shares.length) + 1;
  const sums = new Float64Array(count);
  for (let coalition = 1; coalition < count; coalition++) {
    sums[coalition] = sums[coalition & (coalition - 1)]! + shares[firstMember(coalition)]!;
  }
  return sums;
}
