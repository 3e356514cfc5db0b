/** Divides a county's cost by one rule or by all: whole cents, nobody above the stand-alone cost, with proofs. */
import type { CoreProof } from "../../domain/sharing/certificate.ts";
import { AllocationRule } from "../../domain/sharing/keys.ts";
import type { RuleProof } from "../../domain/sharing/ruleProof.ts";
import type { LpSolver } from "../../optimizer/lp/index.ts";
import { capAtStandAlone } from "../../optimizer/sharing/index.ts";
import type { CountyGame } from "./countyGame.ts";
import { keyShares } from "./keyShares.ts";
import { STABLE_RULES, stableShares, type StableRule } from "./stableShares.ts";

export interface Division {
  readonly rule: AllocationRule;
  /** Whole cents that sum to the joint cost, none above the stand-alone cost. */
  readonly shares: number[];
  /** Players cut to their stand-alone cost, ascending. */
  readonly capped: number[];
  /** For rules that an engine finds. */
  readonly proof: RuleProof | null;
}

export interface Divisions {
  /** Rules without an answer are left out; empty when all stand-alone costs together do not cover the joint cost. */
  readonly divisions: readonly Division[];
  readonly core: CoreProof | null;
}

export function divideCounty(
  game: CountyGame,
  solver: LpSolver,
  rules: readonly AllocationRule[] = AllocationRule.options,
): Divisions {
  const isStable = (rule: AllocationRule): rule is StableRule => (STABLE_RULES as readonly string[]).includes(rule);
  const { splits, core } = stableShares(rules.filter(isStable), game, solver);
  const divisions = rules.flatMap((rule): Division[] => {
    const stable = isStable(rule) ? splits.get(rule) : undefined;
    const key = stable?.shares ?? keyShares(rule, game);
    if (key === null) return [];
    const outcome = capAtStandAlone(key, game.standAloneCents, game.jointCents);
    if (outcome.status === "noSaving") return [];
    return [{ rule, shares: outcome.shares, capped: outcome.capped, proof: stable?.proof ?? null }];
  });
  return { divisions, core };
}
