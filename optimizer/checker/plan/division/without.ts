/** "What if one stays away": the others' cost is the game's, and their shares are what the rule in force gives them. */
import type { Plan } from "../../../../domain/plan/plan.ts";
import type { Problem } from "../../../../domain/problem.ts";
import { differs, finding } from "../../finding.ts";
import { costOfOthers, factsOfOthers, type DivisionFacts } from "./facts.ts";
import { checkShares, derive, hasAnswer } from "./derive.ts";

export function checkWithout({ allocation }: Plan, facts: DivisionFacts): Problem[] {
  const strangers = allocation.without.filter(({ ags }) => !facts.players.includes(ags));
  return [
    ...facts.players.flatMap((ags, player) => checkMember(allocation, facts, ags, player)),
    ...strangers.map(({ ags }) => misplaced(ags, "Is no municipality of the plan.")),
  ];
}

function misplaced(id: string, cause: string): Problem {
  return finding("check.without.member", { id, field: "allocation.without" }, cause, "List every member once.");
}

function checkMember(
  { rule, without }: Plan["allocation"],
  facts: DivisionFacts,
  ags: string,
  player: number,
): Problem[] {
  const entries = without.filter((entry) => entry.ags === ags);
  const cost = facts.players.length < 2 ? undefined : costOfOthers(facts, player);
  const others = cost === undefined ? null : factsOfOthers(facts, player, cost);
  const [entry] = entries;
  if (entry === undefined) {
    if (others === null || !hasAnswer(others, rule)) return [];
    return [misplaced(ags, "It is not said what happens if this member stays away.")];
  }
  if (entries.length > 1) return [misplaced(ags, `Stands ${entries.length} times.`)];
  if (others === null) return [misplaced(ags, "The cost of the others is not part of the plan.")];
  const findings: Problem[] = [];
  if (entry.jointCostCents !== cost)
    findings.push(
      differs("check.without.cost", { field: "jointCostCents" }, entry.jointCostCents, cost, "the cost game"),
    );
  const derived = derive(others, rule, entry.proof);
  findings.push(...("shares" in derived ? checkShares(others, entry.shares, derived.shares) : derived.problems));
  return findings.map((found) => ({
    ...found,
    place: { id: ags, field: `allocation.without.${found.place.field ?? ""}` },
  }));
}
