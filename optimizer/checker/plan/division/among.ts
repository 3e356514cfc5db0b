/**
 * The split among some of a plan's members, when others said no: their cost is the game's, their shares are what the rule gives
 * them for it, nobody pays more than alone.
 */
import type { Plan } from "../../../../domain/plan/plan.ts";
import type { Problem } from "../../../../domain/problem.ts";
import type { Region } from "../../../../domain/region/tables.ts";
import type { AllocationRule } from "../../../../domain/sharing/keys.ts";
import type { RuleProof } from "../../../../domain/sharing/ruleProof.ts";
import { differs, finding } from "../../finding.ts";
import { checkShares, derive } from "./derive.ts";
import { divisionFacts, factsOfOthers, type DivisionFacts } from "./facts.ts";

export interface StatedAmong {
  /** AGS of those who stay. */
  readonly members: readonly string[];
  readonly rule: AllocationRule;
  readonly jointCostCents: number;
  readonly shares: Readonly<Record<string, number>>;
  readonly proof: RuleProof | null;
}

/** @returns one finding per fault; empty when the split holds */
export function checkAmong(plan: Plan, region: Region, stated: StatedAmong): Problem[] {
  const facts = factsAmong(divisionFacts({ plan, region }), stated.members);
  if (facts === null) {
    const cause = "The plan does not say what these members pay together, or one of them is none.";
    return [finding("check.without.member", { field: "members" }, cause, "Plan the week anew without those who left.")];
  }
  return checkDivisionAmong(facts, stated);
}

export function checkDivisionAmong(facts: DivisionFacts, stated: StatedAmong): Problem[] {
  const { rule, proof, shares, jointCostCents } = stated;
  const place = { field: "jointCostCents" };
  const cost =
    jointCostCents === facts.jointCents
      ? []
      : [differs("check.without.cost", place, jointCostCents, facts.jointCents, "the cost game")];
  const derived = derive(facts, rule, proof);
  return [...cost, ...("shares" in derived ? checkShares(facts, shares, derived.shares) : derived.problems)];
}

/** `null` when somebody is no player, or the cost of these is not known. */
export function factsAmong(facts: DivisionFacts, members: readonly string[]): DivisionFacts | null {
  const leaving = facts.players.filter((ags) => !members.includes(ags));
  if (members.length === 0 || leaving.length + members.length !== facts.players.length) return null;
  const cost = costAmong(facts, members);
  if (cost === undefined) return null;
  // One after the other; what those in between would cost is not asked.
  const rest = leaving.reduce((left, ags) => factsOfOthers(left, left.players.indexOf(ags), cost), facts);
  return leaving.length === 0 ? facts : rest;
}

function costAmong(
  { values, examined, players, alone }: DivisionFacts,
  members: readonly string[],
): number | undefined {
  const places = members.map((ags) => players.indexOf(ags));
  if (values.length > 0) return values[places.reduce((group, place) => group + 2 ** place, 0)];
  if (places.length === 1) return alone[places[0]!];
  return examined.find((one) => one.members.length === places.length && one.members.every((i) => places.includes(i)))
    ?.cost;
}
