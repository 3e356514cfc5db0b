/** Divides what a period really cost by the agreed rule, and keeps the promise that nobody pays more than alone. */
import type { AllocationRule } from "../../domain/sharing/keys.ts";
import { capAtStandAlone } from "../../optimizer/sharing/index.ts";
import type { LpSolver } from "../../optimizer/lp/index.ts";
import type { CountyGame } from "../sharing/countyGame.ts";
import { keyShares } from "../sharing/keyShares.ts";
import { STABLE_RULES, stableShares, type StableRule } from "../sharing/stableShares.ts";
import { sum } from "./attribute.ts";

/** Rules for which the cost of groups plays no part. */
const SIMPLE: readonly AllocationRule[] = ["tonnes", "inhabitants", "twoPart", "equal", "standAlone"];
/** Rules that must know every group; the others do with all but one member each. */
const COMPLETE: readonly AllocationRule[] = ["shapley", "tau", "nucleolus", "perCapitaNucleolus"];
/** Groups times weeks that are priced within the time of one request. */
const MOST_PRICED = 20_000;

/** Whether every group is priced: where the rule needs it, or where it is done soon. */
export const needsTable = (rule: AllocationRule, members: number, weeks: number): boolean =>
  !SIMPLE.includes(rule) && (COMPLETE.includes(rule) || 2 ** members * weeks <= MOST_PRICED);

export interface ActualShares {
  /** That was used: another than the agreed one where that has no answer for what came. */
  readonly rule: AllocationRule;
  readonly ruleShares: readonly number[];
  readonly topUps: readonly number[];
  readonly shares: readonly number[];
  /** What members do not cover because the guarantee forbids it. */
  readonly poolCents: number;
}

/** @param guarantees whole cents: nobody pays more; @param game with the cost as it really was */
export function actualShares(
  game: CountyGame,
  rule: AllocationRule,
  guarantees: readonly number[],
  engine: LpSolver,
): ActualShares {
  const { used, ruleShares } = sharesBy(game, rule, engine);
  const outcome = capAtStandAlone(ruleShares, guarantees, game.jointCents);
  const shares = outcome.status === "capped" ? outcome.shares : [...guarantees];
  return {
    ...{ rule: used, ruleShares, shares },
    topUps: shares.map((share, i) => share - ruleShares[i]!),
    poolCents: game.jointCents - sum(shares),
  };
}

function sharesBy(
  game: CountyGame,
  rule: AllocationRule,
  engine: LpSolver,
): { used: AllocationRule; ruleShares: number[] } {
  const isStable = (STABLE_RULES as readonly string[]).includes(rule);
  const found = isStable
    ? stableShares([rule as StableRule], game, engine).splits.get(rule as StableRule)?.shares
    : keyShares(rule, game);
  if (found !== undefined && found !== null) return { used: rule, ruleShares: found };
  const nearest = rule === "nearestStable" ? keyShares(game.nearestTo, game) : null;
  if (nearest !== null) return { used: game.nearestTo, ruleShares: nearest };
  return { used: "twoPart", ruleShares: keyShares("twoPart", game)! };
}
