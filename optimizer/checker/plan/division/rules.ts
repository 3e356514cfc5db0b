/** Every rule of division reckoned again or proven, cap included. docs/model.md, "Shares". */
import type { RuleResult } from "../../../../domain/plan/plan.ts";
import type { Problem } from "../../../../domain/problem.ts";
import { AllocationRule } from "../../../../domain/sharing/keys.ts";
import { differs, finding } from "../../finding.ts";
import { checkCore } from "../../sharing/core.ts";
import type { DivisionContext } from "../context.ts";
import { checkBlocking } from "./blocking.ts";
import { checkShares, derive, hasAnswer } from "./derive.ts";
import { divisionFacts, type DivisionFacts } from "./facts.ts";
import { checkWithout } from "./without.ts";

export function checkRules(context: DivisionContext): Problem[] {
  const facts = divisionFacts(context);
  const { rules } = context.plan.allocation;
  return [
    ...checkListOfRules(context, facts),
    ...rules.flatMap((result) => [...checkRule(facts, result), ...checkBlocking(context.plan, result)]),
    ...checkChosen(context, facts),
    ...checkCoreVerdict(context, facts),
    ...checkWithout(context.plan, facts),
  ];
}

function checkListOfRules({ plan }: DivisionContext, facts: DivisionFacts): Problem[] {
  const listed = plan.allocation.rules.map((r) => r.rule);
  const times = (rule: AllocationRule) => listed.filter((r) => r === rule).length;
  return AllocationRule.options
    .filter((rule) => times(rule) > 1 || (times(rule) === 0 && hasAnswer(facts, rule)))
    .map((rule) =>
      finding(
        "check.rule.missing",
        { id: rule, field: "allocation.rules" },
        `The rule stands ${times(rule)} times.`,
        "Show every rule once.",
      ),
    );
}

/** The chosen rule is the region's, where it has an answer, and its shares are the allocation. */
function checkChosen({ plan, region }: DivisionContext, facts: DivisionFacts): Problem[] {
  const { rule, rules, shares, nearestTo } = plan.allocation;
  const agreed = region.settings.allocation.rule;
  const instead = agreed === "nearestStable" ? facts.nearestTo : "twoPart";
  const expected = rules.some((r) => r.rule === agreed) ? agreed : instead;
  const findings: Problem[] = [];
  if (rule !== expected)
    findings.push(differs("check.rule.chosen", { field: "allocation.rule" }, rule, expected, "region.json"));
  if (nearestTo !== facts.nearestTo)
    findings.push(
      differs("check.rule.chosen", { field: "allocation.nearestTo" }, nearestTo, facts.nearestTo, "region.json"),
    );
  const chosen = rules.find((r) => r.rule === rule);
  for (const ags of facts.players) {
    if (shares[ags] === chosen?.shares[ags] && shares[ags] !== undefined) continue;
    const place = { id: ags, field: "allocation.shares" };
    findings.push(differs("check.rule.allocation", place, shares[ags], chosen?.shares[ags], `the rule ${rule}`));
  }
  return findings;
}

function checkRule(facts: DivisionFacts, result: RuleResult): Problem[] {
  const derived = derive(facts, result.rule, result.proof);
  if (!("shares" in derived)) return derived.problems.map((problem) => ofRule(result.rule, problem));
  const findings = checkShares(facts, result.shares, derived.shares).map((problem) => ofRule(result.rule, problem));
  if (derived.capped.join() === result.cappedAtStandAlone.join()) return findings;
  const place = { id: result.rule, field: "cappedAtStandAlone" };
  return [
    ...findings,
    differs("check.rule.capped", place, result.cappedAtStandAlone, derived.capped, "the rule before the cap"),
  ];
}

function ofRule(rule: string, problem: Problem): Problem {
  return { ...problem, place: { ...problem.place, id: rule } };
}

/** With a table it is proven whether there are stable shares at all. */
function checkCoreVerdict({ plan }: DivisionContext, facts: DivisionFacts): Problem[] {
  const { core } = plan.allocation;
  const place = { field: "allocation.core" };
  const decidable = facts.values.length > 0 && facts.players.length > 1;
  if (core === null)
    return decidable ? [finding("check.rule.core", place, "The proof is missing.", "Plan again.")] : [];
  if (!decidable) return [finding("check.rule.core", place, "There is no table to prove it from.", "Leave it out.")];
  return checkCore({ players: facts.players.length, kind: "cost", values: facts.values }, core);
}
