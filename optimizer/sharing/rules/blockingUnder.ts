/** Which coalitions would leave under given shares, the worst ones by name. */
import { firstMember, grandCoalition } from "../coalitions.ts";
import type { CostGame } from "../costGame.ts";

export interface BlockingCoalition {
  readonly coalition: number;
  /** `x(S) − c(S)`: what the group pays too much. */
  readonly excess: number;
}

export interface RuleBlocking {
  readonly count: number;
  /** The worst first, ties to the smaller mask. */
  readonly worst: readonly BlockingCoalition[];
}

/**
 * O(2^n).
 *
 * @param shares in cost form
 * @param tolerance excess up to which a coalition is content
 * @param most how many are named
 */
export function blockingUnder(
  { players, values }: CostGame,
  shares: readonly number[],
  tolerance: number,
  most = 5,
): RuleBlocking {
  const all = grandCoalition(players);
  const sums = new Float64Array(all + 1);
  const worst: BlockingCoalition[] = [];
  let count = 0;
  let floor = tolerance;
  for (let coalition = 1; coalition < all; coalition++) {
    const sum = sums[coalition & (coalition - 1)]! + shares[firstMember(coalition)]!;
    sums[coalition] = sum;
    const excess = sum - values[coalition]!;
    if (excess <= tolerance) continue;
    count++;
    if (excess <= floor && worst.length === most) continue;
    insert(worst, { coalition, excess }, most);
    if (worst.length === most) floor = worst[most - 1]!.excess;
  }
  return { count, worst };
}

function insert(worst: BlockingCoalition[], candidate: BlockingCoalition, most: number): void {
  let at = worst.length;
  while (at > 0 && worst[at - 1]!.excess < candidate.excess) at--;
  worst.splice(at, 0, candidate);
  if (worst.length > most) worst.pop();
}
