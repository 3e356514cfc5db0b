/** Shapley values, and shares chosen inside the core, against the table. */
import type { Problem } from "../../../domain/problem.ts";
import { apart, differs, finding } from "../finding.ts";
import { commonDenominator, isIn, readAll, readRatio, scaled, sizeOf, type StatedGame } from "./wholeGame.ts";

const AGAIN = "Compute the division again; do not edit figures by hand.";

/**
 * By dividends (Harsanyi 1963) in whole numbers, not by marginal costs.
 *
 * @param shares in the sign of the game
 * @param tolerance absolute
 */
export function checkShapley(game: StatedGame, shares: readonly number[], tolerance: number): Problem[] {
  const values = readAll(game.values);
  if (values?.length !== 2 ** game.players || shares.length !== game.players)
    return [finding("check.share.unreadable", { field: "values" }, "The table or the shares do not fit.", AGAIN)];
  const unit = commonDenominator(values);
  const dividends = values.map((value) => scaled(value, unit));
  for (let player = 0; player < game.players; player++)
    for (let s = 0; s < dividends.length; s++) if (isIn(s, player)) dividends[s]! -= dividends[s ^ (1 << player)]!;
  return shares.flatMap((share, i) => {
    const derived = shareOfDividends(dividends, i) / Number(unit);
    if (!apart(share, derived, tolerance)) return [];
    return [differs("check.share.shapley", { field: `shares[${i}]` }, share, derived, "the dividends")];
  });
}

/** Equal parts of every dividend, summed by size first so that only small numbers are divided. */
function shareOfDividends(dividends: readonly bigint[], player: number): number {
  const bySize: bigint[] = [];
  dividends.forEach((dividend, s) => {
    if (!isIn(s, player)) return;
    const size = sizeOf(s);
    bySize[size] = (bySize[size] ?? 0n) + dividend;
  });
  let multiple = 1n;
  for (let k = 2n; k < BigInt(bySize.length); k++) multiple *= k;
  const total = bySize.reduce((sum, part, size) => sum + (part * multiple) / BigInt(size), 0n);
  const whole = total / multiple;
  return Number(whole) + Number(total - whole * multiple) / Number(multiple);
}

export interface ChosenInCore {
  /** In the sign of the game. */
  readonly shares: readonly number[];
  /** 0 inside the core; the least-core ε where the core is empty. */
  readonly epsilon: number;
}

/** Shares that sum to the joint cost and that no coalition exceeds by more than ε. */
export function checkWithin(game: StatedGame, { shares, epsilon }: ChosenInCore, tolerance: number): Problem[] {
  const sign = game.kind === "cost" ? 1 : -1;
  const values = Array.from(game.values, (value) => sign * toReal(value));
  if (values.length !== 2 ** game.players || shares.length !== game.players || !values.every(Number.isFinite))
    return [finding("check.share.unreadable", { field: "values" }, "The table or the shares do not fit.", AGAIN)];
  const sums = [0];
  for (const share of shares) for (let s = 0, before = sums.length; s < before; s++) sums.push(sums[s]! + sign * share);
  const all = sums.length - 1;
  if (apart(sums[all]!, values[all]!, tolerance))
    return [differs("check.share.sum", { field: "shares" }, sign * sums[all]!, sign * values[all]!, "the table")];
  const worse = sums.findIndex((sum, s) => s > 0 && s < all && !(sum - values[s]! <= epsilon + tolerance));
  if (worse < 0) return [];
  return [finding("check.share.blocks", { field: "shares" }, `Coalition ${worse} pays more than on its own.`, AGAIN)];
}

/** The Equal Profit Method's `f`: the largest difference of `x_i / c(i)`, for shares within the core or least core. */
export function checkEqualProfit(
  game: StatedGame,
  stated: ChosenInCore & { readonly f: number },
  tolerance: number,
): Problem[] {
  const within = checkWithin(game, stated, tolerance);
  if (within.length > 0) return within;
  const parts = stated.shares.map((share, i) => share / toReal(game.values[2 ** i]!));
  const derived = Math.max(...parts) - Math.min(...parts);
  return apart(stated.f, derived, 1e-7)
    ? [differs("check.share.f", { field: "f" }, stated.f, derived, "the shares")]
    : [];
}

function toReal(value: number | string): number {
  const ratio = readRatio(value);
  return ratio === null ? NaN : typeof value === "number" ? value : Number(ratio.top) / Number(ratio.bottom);
}
