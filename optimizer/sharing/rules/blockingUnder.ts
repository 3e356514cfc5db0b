/** Which coalitions would leave under given shares, the worst ones by name. */
import { coalitionSums, grandCoalition } from "../coalitions.ts";
import type { CostGame } from "../costGame.ts";

export interface BlockingCoalition {
  readonly coalition: number;
  /** `x(S) − c(S)`: what the group pays too much. */
  readonly excess: number;
  /** Whether the excess is no more than what the solver may be off for this coalition; only where gaps are known. */
  readonly withinGap?: boolean;
}

export interface RuleBlocking {
  readonly count: number;
  /** Of these, the ones whose excess is beyond the solver's gap; only where gaps are known. */
  readonly beyondGap?: number;
  /** The worst first, ties to the smaller mask. */
  readonly worst: readonly BlockingCoalition[];
}

/**
 * O(2^n).
 *
 * @param shares in cost form
 * @param tolerance excess up to which a coalition is content
 * @param most how many are named
 * @param gaps by coalition, how far its cost may lie from the truth (amount, at least 0)
 */
export function blockingUnder(
  { players, values }: CostGame,
  shares: readonly number[],
  tolerance: number,
  most = 5,
  gaps?: ArrayLike<number>,
): RuleBlocking {
  const all = grandCoalition(players);
  // x(S) from two small tables, so that nothing of size 2^n is allocated for every rule.
  const lowBits = Math.min(12, players);
  const low = coalitionSums(shares.slice(0, lowBits));
  const high = coalitionSums(shares.slice(lowBits));
  const worst: BlockingCoalition[] = [];
  let count = 0;
  let beyondGap = 0;
  let floor = tolerance;
  for (let coalition = 1; coalition < all; coalition++) {
    const excess = high[coalition >>> lowBits]! + low[coalition & (low.length - 1)]! - values[coalition]!;
    if (excess <= tolerance) continue;
    count++;
    if (gaps !== undefined && excess > gaps[coalition]!) beyondGap++;
    if (excess <= floor && worst.length === most) continue;
    insert(worst, { coalition, excess }, most);
    if (worst.length === most) floor = worst[most - 1]!.excess;
  }
  if (gaps === undefined) return { count, worst };
  return { count, beyondGap, worst: worst.map((one) => ({ ...one, withinGap: one.excess <= gaps[one.coalition]! })) };
}

function insert(worst: BlockingCoalition[], candidate: BlockingCoalition, most: number): void {
  let at = worst.length;
  while (at > 0 && worst[at - 1]!.excess < candidate.excess) at--;
  worst.splice(at, 0, candidate);
  if (worst.length > most) worst.pop();
}
