/** What a rule gives for given facts, in cents and capped: by formula, or from the proof beside it. */
import type { Problem } from "../../../../domain/problem.ts";
import type { AllocationRule } from "../../../../domain/sharing/keys.ts";
import type { RuleProof } from "../../../../domain/sharing/ruleProof.ts";
import { differs, finding } from "../../finding.ts";
import type { DivisionFacts } from "./facts.ts";
import { keyShares } from "./keyShares.ts";
import { checkProof } from "./proofs.ts";
import { capped, toCents } from "./rounding.ts";

const PROVEN: readonly AllocationRule[] = ["nucleolus", "perCapitaNucleolus", "equalProfit", "nearestStable"];

/** Whether the rule must have an answer; stable against examined groups only it may be without one. */
export function hasAnswer(facts: DivisionFacts, rule: AllocationRule): boolean {
  if (!PROVEN.includes(rule)) return keyShares(facts, rule) !== null;
  if (facts.values.length === 0 || facts.players.length < 2) return false;
  if (rule === "equalProfit") return facts.alone.every((cost) => cost > 0);
  return rule !== "nearestStable" || keyShares(facts, facts.nearestTo) !== null;
}

type Derived =
  { readonly shares: readonly number[]; readonly capped: readonly string[] } | { readonly problems: Problem[] };

/** What a rule gives, in cents and capped: by formula, or from its proof. */
export function derive(facts: DivisionFacts, rule: AllocationRule, proof: RuleProof | null): Derived {
  if (PROVEN.includes(rule)) {
    const checked = checkProof(facts, rule, proof);
    if (checked.status === "refuted") return { problems: checked.problems };
    return capped(toCents(checked.exact, facts), facts);
  }
  const key = keyShares(facts, rule);
  if (key === null)
    return {
      problems: [
        finding(
          "check.rule.noTable",
          {},
          "The rule has no answer for this game, or needs a cost that the plan does not have.",
          "Leave the rule out.",
        ),
      ],
    };
  if (proof === null) return capped(key, facts);
  return { problems: [finding("check.rule.proof", { field: "proof" }, "A formula needs no proof.", "Leave it out.")] };
}

/** Member by member, and nobody else. */
export function checkShares(
  { players }: DivisionFacts,
  stated: Readonly<Record<string, number>>,
  derived: readonly number[],
): Problem[] {
  const wrong = players.flatMap((ags, i) => {
    if (stated[ags] === derived[i]) return [];
    const from = "the rule and the cap at the stand-alone cost";
    return [differs("check.rule.shares", { field: `shares.${ags}` }, stated[ags], derived[i], from)];
  });
  const strangers = Object.keys(stated).filter((ags) => !players.includes(ags));
  return [
    ...wrong,
    ...strangers.map((ags) =>
      finding("check.rule.shares", { field: `shares.${ags}` }, "Does not take part.", "Leave it out."),
    ),
  ];
}
