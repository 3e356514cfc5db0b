/**
 * Rules that are a formula of the cost table, in cost form: `m_i = c(N) − c(N∖i)` is what a member adds at the end (its
 * separable cost), `g(S) = c(S) − Σ_{S} m_i` the gap that is left.
 *
 * Sources: P. D. Straffin and J. P. Heaney, Game theory and the Tennessee Valley Authority, 1981,
 * DOI 10.1007/BF01770069 (EGNSC, SCRB); S. H. Tijs, Bounds for the core and the τ-value, 1981; S. H. Tijs and
 * T. S. H. Driessen, Game theory and cost allocation problems, 1986, DOI 10.1287/mnsc.32.8.1015 (cost gap method).
 */
import { grandCoalition, isMember } from "../coalitions.ts";
import type { CostGame } from "../costGame.ts";
import { allocated, undefinedBecause, type RuleOutcome } from "./outcome.ts";

/** `c(N) − c(N∖i)`, one per player; not efficient in general. */
export function separableCosts({ players, values }: CostGame): number[] {
  const all = grandCoalition(players);
  return Array.from({ length: players }, (_, i) => values[all]! - values[all ^ (1 << i)]!);
}

export function standAloneCosts({ players, values }: CostGame): number[] {
  return Array.from({ length: players }, (_, i) => values[1 << i]!);
}

function jointCost({ players, values }: CostGame): number {
  return values[grandCoalition(players)]!;
}

function sum(list: readonly number[]): number {
  return list.reduce((a, b) => a + b, 0);
}

export function equal(game: CostGame): RuleOutcome {
  return allocated(Array.from({ length: game.players }, () => jointCost(game) / game.players));
}

/** The joint cost in proportion to weights; undefined when they are negative or all 0. */
export function proportional(game: CostGame, weights: readonly number[]): RuleOutcome {
  const total = sum(weights);
  const usable = weights.length === game.players && weights.every((w) => w >= 0 && Number.isFinite(w)) && total > 0;
  if (!usable) return undefinedBecause("weightsUnusable");
  return allocated(weights.map((weight) => (jointCost(game) * weight) / total));
}

/** In proportion to what each would pay alone. */
export function standAloneProportional(game: CostGame): RuleOutcome {
  const alone = standAloneCosts(game);
  if (alone.some((cost) => cost < 0) || sum(alone) <= 0) return undefinedBecause("standAloneNotPositive");
  return proportional(game, alone);
}

/** `capacityShare` of the cost by room, the rest by tonnes. */
export function twoPartShares(
  game: CostGame,
  room: readonly number[],
  tonnes: readonly number[],
  capacityShare: number,
): RuleOutcome {
  const byRoom = proportional(game, room);
  const byTonnes = proportional(game, tonnes);
  if (byRoom.status !== "allocated") return byRoom;
  if (byTonnes.status !== "allocated") return byTonnes;
  return allocated(
    byRoom.allocation.map((part, i) => capacityShare * part + (1 - capacityShare) * byTonnes.allocation[i]!),
  );
}

/** Equal gains: the non-separable cost in equal parts. */
export function egnsc(game: CostGame): RuleOutcome {
  const separable = separableCosts(game);
  const gap = jointCost(game) - sum(separable);
  return allocated(separable.map((m) => m + gap / game.players));
}

/** Separable costs, remaining benefits: the non-separable cost in proportion to `c(i) − m_i` (alternate cost avoided). */
export function scrb(game: CostGame): RuleOutcome {
  const separable = separableCosts(game);
  const benefits = standAloneCosts(game).map((cost, i) => cost - separable[i]!);
  const total = sum(benefits);
  if (!(total > noiseOf(game))) return undefinedBecause("noSeparableBenefit");
  const gap = jointCost(game) - sum(separable);
  return allocated(separable.map((m, i) => m + (gap * benefits[i]!) / total));
}

/**
 * τ-value, for costs the cost gap method: the gap in proportion to each member's smallest gap over its coalitions.
 * Undefined unless every smallest gap is at least 0 and the gap of all lies between 0 and their sum. O(2^n · n).
 */
export function tau(game: CostGame): RuleOutcome {
  const separable = separableCosts(game);
  const noise = noiseOf(game);
  const gap = jointCost(game) - sum(separable);
  const smallest = smallestGaps(game, separable);
  const total = sum(smallest);
  const quasiBalanced = smallest.every((w) => w >= -noise) && gap >= -noise && gap <= total + noise;
  if (!quasiBalanced) return undefinedBecause("notQuasiBalanced");
  if (total <= noise) return allocated(separable);
  return allocated(separable.map((m, i) => m + (gap * smallest[i]!) / total));
}

function smallestGaps({ players, values }: CostGame, separable: readonly number[]): number[] {
  const smallest = Array.from({ length: players }, () => Infinity);
  const sums = new Float64Array(values.length);
  for (let coalition = 1; coalition < values.length; coalition++) {
    const lowest = coalition & -coalition;
    const added = sums[coalition ^ lowest]! + separable[31 - Math.clz32(lowest)]!;
    sums[coalition] = added;
    const gap = values[coalition]! - added;
    for (let i = 0; i < players; i++) if (isMember(coalition, i) && gap < smallest[i]!) smallest[i] = gap;
  }
  return smallest;
}

/** Differences below this are rounding of sums and not facts. */
function noiseOf({ values }: CostGame): number {
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  return 1e-11 * largest;
}
