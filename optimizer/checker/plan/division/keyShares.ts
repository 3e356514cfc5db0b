/** The formulas among the rules, reckoned again in whole numbers. docs/model.md, "Shares". */
import { distributeCents, roundToTotal } from "../../../../domain/money.ts";
import type { AllocationRule } from "../../../../domain/sharing/keys.ts";
import { total } from "../../flow/facts.ts";
import { costOfOthers, isIn, type DivisionFacts } from "./facts.ts";
import { shapleyByDividends } from "./shapleyByDividends.ts";

/** Millionths of a cent: below, real numbers are noise. */
const GRAIN = 1_000_000;

/** Shares before the cap; `null` when the rule has no data, is undefined for the game, or is no formula. */
export function keyShares(facts: DivisionFacts, rule: AllocationRule): number[] | null {
  const { jointCents, players, values } = facts;
  switch (rule) {
    case "tonnes":
      return distributeCents(jointCents, facts.massKg);
    case "inhabitants":
      return distributeCents(jointCents, facts.population);
    case "twoPart":
      return twoPartShares(facts);
    case "equal":
      return distributeCents(
        jointCents,
        players.map(() => 1),
      );
    case "standAlone":
      return facts.alone.some((cost) => cost < 0) ? null : distributeCents(jointCents, facts.alone);
    case "scrb":
    case "egnsc":
    case "tau":
      return afterMarginals(facts, rule);
    case "shapley":
      return values.length === 2 ** players.length ? shapleyByDividends(values, players.length) : null;
    default:
      return null;
  }
}

function twoPartShares({ jointCents, roomLitres, massKg, capacityShare }: DivisionFacts): number[] {
  const part = (weights: readonly number[], i: number) =>
    total(weights) > 0 ? weights[i]! / total(weights) : 1 / weights.length;
  const exact = roomLitres.map(
    (_, i) => jointCents * (capacityShare * part(roomLitres, i) + (1 - capacityShare) * part(massKg, i)),
  );
  return roundToTotal(
    exact.map((share) => Math.round(share * GRAIN) / GRAIN),
    jointCents,
  );
}

/** What each adds at the end, and the rest by weights; floor first, then cents to the largest remainders. */
function afterMarginals(facts: DivisionFacts, rule: "scrb" | "egnsc" | "tau"): number[] | null {
  const { jointCents, players, alone } = facts;
  const others = players.map((_, i) => (players.length === 1 ? 0 : costOfOthers(facts, i)));
  if (others.includes(undefined)) return null;
  const marginal = others.map((cost) => jointCents - cost!);
  const rest = jointCents - total(marginal);
  const weights =
    rule === "egnsc"
      ? players.map(() => 1)
      : rule === "scrb"
        ? alone.map((cost, i) => cost - marginal[i]!)
        : players.map((_, i) => leastGap(facts, marginal, i));
  const sum = total(weights);
  if (weights.some((weight) => !(weight >= 0) || !Number.isFinite(weight)) || sum === 0) return null;
  if (rule === "tau" && (rest < 0 || rest > sum)) return null;
  const parts = weights.map((weight) => {
    const product = BigInt(weight) * BigInt(rest);
    const over = ((product % BigInt(sum)) + BigInt(sum)) % BigInt(sum);
    return { whole: Number((product - over) / BigInt(sum)), over: Number(over) };
  });
  const cents = marginal.map((cost, i) => cost + parts[i]!.whole);
  const order = players.map((_, i) => i).sort((a, b) => parts[b]!.over - parts[a]!.over || a - b);
  for (const i of order.slice(0, jointCents - total(cents))) cents[i]! += 1;
  return cents;
}

/** `min_{S∋i} (c(S) − Σ_S m)`; not finite without a table. */
function leastGap({ values }: DivisionFacts, marginal: readonly number[], player: number): number {
  return values.reduce((least, cost, coalition) => {
    if (!isIn(coalition, player)) return least;
    return Math.min(least, cost - total(marginal.filter((_, i) => isIn(coalition, i))));
  }, Infinity);
}
