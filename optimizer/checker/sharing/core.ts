/** Whether the core is empty, or ε the smallest for which the least core is not: both sides of duality, in whole numbers. */
import type { Problem } from "../../../domain/problem.ts";
import type { CoreProof, LeastCoreProof } from "../../../domain/sharing/certificate.ts";
import { finding } from "../finding.ts";
import { sumProblems } from "./nucleolus.ts";
import {
  commonDenominator,
  excessesUnder,
  isIn,
  readAll,
  readRatio,
  scaled,
  sizeOf,
  type StatedGame,
} from "./wholeGame.ts";

const AGAIN = "Compute the division again; a certificate is not edited by hand.";

/** Empty: balanced weights whose groups together pay less than all. Not empty: shares that no coalition exceeds. */
export function checkCore(game: StatedGame, proof: CoreProof): Problem[] {
  if (!proof.empty) return checkStable(game, proof.shares);
  const stated = readRatio(proof.balancedCost);
  const weighed = weighedCost(game, proof.coalitions, proof.weights);
  if (weighed === null || stated === null) return [unreadable("weights")];
  if (weighed.perPlayer.some((sum) => sum !== weighed.weightUnit))
    return [finding("check.share.balance", { field: "weights" }, "The weights of some player do not sum to 1.", AGAIN)];
  // Σ w c(S) < c(N), and as stated; both sides over weightUnit · costUnit.
  const agrees = stated.top * weighed.weightUnit * weighed.costUnit === weighed.cost * stated.bottom;
  if (agrees && weighed.cost < weighed.jointCost * weighed.weightUnit) return [];
  return [
    finding(
      "check.share.balancedCost",
      { field: "balancedCost" },
      "The groups together do not pay less, or not as stated.",
      AGAIN,
    ),
  ];
}

/** Shares in the core: they sum to the joint cost, and no coalition pays more than on its own. */
export function checkStable(game: StatedGame, shares: readonly string[]): Problem[] {
  const excesses = excessesUnder(game, shares, []);
  if (excesses === null) return [unreadable("shares")];
  const worse = excesses.of.findIndex((excess, s) => s < excesses.of.length - 1 && excess > 0n);
  if (worse < 0) return sumProblems(excesses);
  return [
    ...sumProblems(excesses),
    finding("check.share.blocks", { field: "shares" }, `Coalition ${worse} pays more than on its own.`, AGAIN),
  ];
}

/**
 * ε cannot be smaller: `μ c(N) − Σ λ_S c(S) = ε` with `Σ_{S∋i} λ_S = μ` for every player and `Σ λ_S w(S) = 1`; and it
 * need not be larger: under the shares no coalition exceeds `c(S) + ε w(S)`.
 */
export function checkLeastCore(game: StatedGame, proof: LeastCoreProof): Problem[] {
  const epsilon = readRatio(proof.epsilon);
  const weighed = weighedCost(game, proof.coalitions, proof.weights);
  const excesses = epsilon === null ? null : excessesUnder(game, proof.shares, [epsilon]);
  if (epsilon === null || weighed === null || excesses === null) return [unreadable("weights")];
  const sizes = proof.coalitions.map((s) => (proof.measure === "perCapita" ? BigInt(sizeOf(s)) : 1n));
  const total = weighed.weights.reduce((sum, weight, k) => sum + weight * sizes[k]!, 0n);
  const mu = weighed.perPlayer[0]!;
  if (total !== weighed.weightUnit || weighed.perPlayer.some((sum) => sum !== mu))
    return [
      finding("check.share.balance", { field: "weights" }, "The weights are not balanced, or do not sum to 1.", AGAIN),
    ];
  const proven = mu * weighed.jointCost - weighed.cost;
  if (proven * epsilon.bottom !== epsilon.top * weighed.weightUnit * weighed.costUnit)
    return [finding("check.share.epsilon", { field: "epsilon" }, "ε is not what the weights prove.", AGAIN)];
  const whole = scaled(epsilon, excesses.denominator);
  const limit = (s: number) => (proof.measure === "perCapita" ? whole * BigInt(sizeOf(s)) : whole);
  const worse = excesses.of.findIndex((excess, s) => s > 0 && s < excesses.of.length - 1 && excess > limit(s));
  if (worse < 0) return sumProblems(excesses);
  return [
    ...sumProblems(excesses),
    finding("check.share.worseExcess", { field: "shares" }, `Coalition ${worse} exceeds ε.`, AGAIN),
  ];
}

interface Weighed {
  /** Over `weightUnit`. */
  readonly weights: readonly bigint[];
  readonly weightUnit: bigint;
  readonly perPlayer: readonly bigint[];
  /** `Σ w c(S)` over `weightUnit · costUnit`. */
  readonly cost: bigint;
  /** Over `costUnit`. */
  readonly jointCost: bigint;
  readonly costUnit: bigint;
}

/** `null` when something is unreadable, a weight is not above 0, or a coalition is not proper. */
function weighedCost(game: StatedGame, coalitions: readonly number[], stated: readonly string[]): Weighed | null {
  const all = 2 ** game.players - 1;
  const weights = readAll(stated);
  const costs = readAll([...coalitions, all].map((s) => game.values[s] ?? ""));
  if (costs === null || weights?.length !== coalitions.length) return null;
  if (weights.some(({ top }) => top <= 0n) || coalitions.some((s) => !(s > 0 && s < all))) return null;
  const weightUnit = commonDenominator(weights);
  const costUnit = commonDenominator(costs);
  const sign = game.kind === "cost" ? 1n : -1n;
  const wholeWeights = weights.map((weight) => scaled(weight, weightUnit));
  const wholeCosts = costs.map((cost) => sign * scaled(cost, costUnit));
  return {
    weights: wholeWeights,
    weightUnit,
    costUnit,
    jointCost: wholeCosts.at(-1)!,
    cost: wholeWeights.reduce((sum, weight, k) => sum + weight * wholeCosts[k]!, 0n),
    perPlayer: Array.from({ length: game.players }, (_, i) =>
      wholeWeights.reduce((sum, weight, k) => (isIn(coalitions[k]!, i) ? sum + weight : sum), 0n),
    ),
  };
}

function unreadable(field: string) {
  return finding(
    "check.share.unreadable",
    { field },
    "The table, a share, a weight or a coalition cannot be read.",
    AGAIN,
  );
}
