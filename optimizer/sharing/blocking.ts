/**
 * Which groups would rather go on their own: `excess e(S, x) = x(S) − c(S)`; positive means that `S` pays more under
 * the shares than alone, and blocks.
 *
 * Source: D. B. Gillies, Solutions to general non-zero-sum games, 1959, DOI 10.1515/9781400882168-005 (the core).
 */
import { coalitionSums, grandCoalition } from "./coalitions.ts";

export interface Blocking {
  /** The proper coalition with the largest excess, ties to the smaller mask; 0 when there is none (one player). */
  readonly coalition: number;
  /** Its excess; at most 0 when nobody blocks. */
  readonly excess: number;
  /** Coalitions with an excess above `tolerance`. */
  readonly count: number;
}

/**
 * Looks at every proper coalition. O(2^n).
 *
 * @param values cost by bitmask, length `2^shares.length`
 * @param shares one per player
 * @param tolerance excess up to which a coalition is content; 0 for whole cents
 */
export function worstBlocking(
  values: Float64Array | readonly number[],
  shares: readonly number[],
  tolerance = 0,
): Blocking {
  const all = grandCoalition(shares.length);
  if (values.length !== all + 1)
    throw new RangeError(`${shares.length} players need ${all + 1} values, got ${values.length}`);
  const sums = coalitionSums(shares);
  let coalition = 0;
  let excess = -Infinity;
  let count = 0;
  for (let candidate = 1; candidate < all; candidate++) {
    const e = sums[candidate]! - values[candidate]!;
    if (e > tolerance) count++;
    if (e <= excess) continue;
    excess = e;
    coalition = candidate;
  }
  return { coalition, excess: coalition === 0 ? 0 : excess, count };
}

/** A coalition whose cost was computed because there is no table: player indices and what they pay together alone. */
export interface ExaminedCoalition {
  readonly members: readonly number[];
  readonly cost: number;
}

export interface BlockingAmong {
  /** Index into `examined` of the largest excess, ties to the earlier; -1 when nothing was examined. */
  readonly index: number;
  readonly excess: number;
  readonly count: number;
}

/** The same for a group without a table: only the examined coalitions are known, so silence proves nothing beyond them. */
export function blockingAmong(
  examined: readonly ExaminedCoalition[],
  shares: readonly number[],
  tolerance = 0,
): BlockingAmong {
  const excesses = examined.map(({ members, cost }) => members.reduce((sum, i) => sum + shareOf(shares, i), 0) - cost);
  const count = excesses.filter((e) => e > tolerance).length;
  const index = excesses.reduce((best, e, i) => (best < 0 || e > excesses[best]! ? i : best), -1);
  return { index, excess: excesses[index] ?? 0, count };
}

function shareOf(shares: readonly number[], player: number): number {
  const share = shares[player];
  if (share === undefined) throw new RangeError(`there is no player ${player} among ${shares.length}`);
  return share;
}
