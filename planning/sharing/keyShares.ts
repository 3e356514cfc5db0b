/** The rules that are formulas, in whole cents that sum exactly; ties of rounding go to the earlier member. */
import { distributeCents } from "../../domain/money.ts";
import type { AllocationRule } from "../../domain/sharing/keys.ts";
import { byTonnes, roundFractions, shapleyCents, twoPart } from "../../optimizer/sharing/index.ts";
import { costWithout, type CountyGame } from "./countyGame.ts";

/** `null` when the rule is undefined for the game, needs a cost that nobody has reckoned, or is no formula. */
export function keyShares(rule: AllocationRule, game: CountyGame): number[] | null {
  const { jointCents, massKg, roomLitres, capacityShare } = game;
  switch (rule) {
    case "tonnes":
      return byTonnes(jointCents, massKg);
    case "inhabitants":
      return distributeCents(jointCents, game.population);
    case "twoPart":
      return twoPart(jointCents, roomLitres, massKg, capacityShare);
    case "equal":
      return distributeCents(
        jointCents,
        game.players.map(() => 1),
      );
    case "standAlone":
      return game.standAloneCents.every((cost) => cost >= 0) ? distributeCents(jointCents, game.standAloneCents) : null;
    case "scrb":
      return bySeparableCost(game, (marginal) => game.standAloneCents.map((cost, i) => cost - marginal[i]!));
    case "egnsc":
      return bySeparableCost(game, (marginal) => marginal.map(() => 1));
    case "tau":
      return bySeparableCost(game, (marginal) => concessions(game, marginal), true);
    case "shapley":
      return game.values === null ? null : shapleyCents({ players: game.players.length, values: game.values });
    default:
      return null;
  }
}

/** `c(N) − c(N∖i)`, one per member; `null` when a cost is not known. */
export function marginalCosts(game: CountyGame): number[] | null {
  const without = game.players.map((_, i) => (game.players.length === 1 ? 0 : costWithout(game, i)));
  return without.includes(null) ? null : without.map((cost) => game.jointCents - cost!);
}

/**
 * `m_i + w_i / Σw · g(N)` with `g(N) = c(N) − Σ m_i`, in exact fractions.
 *
 * @param weigh whole weights, or `null` where they are not known
 * @param within the rest must lie between 0 and the sum of the weights (τ-value: quasi-balanced)
 */
function bySeparableCost(
  game: CountyGame,
  weigh: (marginal: readonly number[]) => readonly number[] | null,
  within = false,
): number[] | null {
  const marginal = marginalCosts(game);
  const weights = marginal && weigh(marginal);
  if (marginal === null || weights === null) return null;
  const sum = weights.reduce((a, b) => a + b, 0);
  const rest = game.jointCents - marginal.reduce((a, b) => a + b, 0);
  if (sum <= 0 || weights.some((weight) => weight < 0)) return null;
  if (within && (rest < 0 || rest > sum)) return null;
  const denominator = BigInt(sum);
  return roundFractions(
    marginal.map((cost, i) => BigInt(cost) * denominator + BigInt(weights[i]!) * BigInt(rest)),
    denominator,
  );
}

/** `w_i = min_{S∋i} g(S)`, the least of any group's rest that could fall on the member. */
function concessions({ values, players }: CountyGame, marginal: readonly number[]): number[] | null {
  if (values === null) return null;
  const sums = new Float64Array(values.length);
  const least = players.map(() => Infinity);
  for (let s = 1; s < values.length; s++) {
    const first = 31 - Math.clz32(s & -s);
    sums[s] = sums[s & (s - 1)]! + marginal[first]!;
    const gap = values[s]! - sums[s]!;
    for (let rest = s; rest !== 0; rest &= rest - 1) {
      const i = 31 - Math.clz32(rest & -rest);
      if (gap < least[i]!) least[i] = gap;
    }
  }
  return least;
}
