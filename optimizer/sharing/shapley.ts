/**
 * The Shapley value: every order of joining is equally likely, and each player pays what the group's cost rises by when
 * it joins, on average.
 *
 * Source: L. S. Shapley, A value for n-person games, Contributions to the Theory of Games II, 1953,
 * DOI 10.1515/9781400881970-018.
 *
 * `φ_i = Σ_k k!(n−1−k)!/n! · M(i, k)`, where `M(i, k)` adds up the marginal costs of `i` over all coalitions of size
 * `k` without it. Grouping by size keeps the sums whole for whole cents, so money comes out exactly.
 */
import { popcount } from "./coalitions.ts";
import { MOST_PLAYERS_IN_A_TABLE, type CostGame } from "./costGame.ts";
import { roundFractions } from "./exactRounding.ts";

/**
 * `M(i, k)` at `i * players + k`, for k = 0 … players − 1. O(2^n · n).
 *
 * With `P(i, k)` the cost of all coalitions of size `k` with `i` and `T(k)` of all of that size:
 * `M(i, k) = P(i, k + 1) − (T(k) − P(i, k))`; one pass over the table serves everybody.
 */
export function marginalSums({ players: n, values }: CostGame): Float64Array {
  if (n > MOST_PLAYERS_IN_A_TABLE) throw new RangeError(`no table for ${n} players`);
  const withPlayer = new Float64Array(n * (n + 1));
  const bySize = new Float64Array(n + 1);
  for (let coalition = 1; coalition < values.length; coalition++) {
    const size = popcount(coalition);
    const value = values[coalition]!;
    bySize[size]! += value;
    for (let rest = coalition; rest !== 0; rest &= rest - 1) {
      withPlayer[(31 - Math.clz32(rest & -rest)) * (n + 1) + size]! += value;
    }
  }
  const sums = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < n; k++) {
      const at = i * (n + 1) + k;
      sums[i * n + k] = withPlayer[at + 1]! - (bySize[k]! - withPlayer[at]!);
    }
  }
  return sums;
}

/** Shapley value in real numbers, one per player. The sum is `c(N)` to within floating point. */
export function shapleyValue(game: CostGame): number[] {
  const n = game.players;
  const sums = marginalSums(game);
  const weights = sizeWeights(n);
  return Array.from({ length: n }, (_, i) => weights.reduce((sum, weight, k) => sum + weight * sums[i * n + k]!, 0));
}

/** `k!(n−1−k)!/n! = 1 / (n · C(n−1, k))`. */
function sizeWeights(n: number): number[] {
  let choose = 1;
  return Array.from({ length: n }, (_, k) => {
    if (k > 0) choose = (choose * (n - k)) / k;
    return 1 / (n * choose);
  });
}

/**
 * Shapley value of a game in whole cents, divided exactly: fractions over `n!`, rounded by largest remainder, ties to
 * the earlier player.
 *
 * @returns whole cents that sum to `c(N)`
 * @throws RangeError when a value is not whole, or so large that the sums would lose cents
 */
export function shapleyCents(game: CostGame): number[] {
  const n = game.players;
  for (const value of game.values)
    if (!Number.isSafeInteger(value)) throw new RangeError(`a cost must be whole cents, got ${value}`);
  const sums = marginalSums(game);
  for (const sum of sums)
    if (!Number.isSafeInteger(sum)) throw new RangeError("the costs are too large for exact sums");
  const weights = Array.from({ length: n }, (_, k) => factorial(k) * factorial(n - 1 - k));
  const numerators = Array.from({ length: n }, (_, i) =>
    weights.reduce((sum, weight, k) => sum + weight * BigInt(sums[i * n + k]!), 0n),
  );
  return roundFractions(numerators, factorial(n));
}

function factorial(n: number): bigint {
  return n < 2 ? 1n : BigInt(n) * factorial(n - 1);
}
