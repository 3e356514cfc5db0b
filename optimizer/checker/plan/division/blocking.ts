/** Whether a rule is as stable as it says: every known group looked at again. */
import type { Plan, RuleResult } from "../../../../domain/plan/plan.ts";
import type { Problem } from "../../../../domain/problem.ts";
import { differs, finding } from "../../finding.ts";
import { total } from "../../flow/facts.ts";

interface Group {
  readonly members: readonly string[];
  readonly costCents: number;
}

export function checkBlocking(plan: Plan, result: RuleResult): Problem[] {
  const groups = knownGroups(plan);
  const accuracy = accuracyOf(plan);
  const excesses = groups.map((group) => paid(result, group.members) - group.costCents);
  const above = groups.map((group, g) => excesses[g]! > knownTo(group, accuracy));
  const blocking = excesses.filter((_, g) => above[g]);
  const within = excesses.filter((excess, g) => excess > 0 && !above[g]).length;
  const worst = Math.max(0, ...chunkedMax(blocking));
  const id = result.rule;
  const findings: Problem[] = [];
  if (result.blockingCount !== blocking.length)
    findings.push(
      differs(
        "check.blocking.count",
        { id, field: "blockingCount" },
        result.blockingCount,
        blocking.length,
        "the cost game and the shares",
      ),
    );
  if (result.withinAccuracyCount !== within)
    findings.push(
      differs(
        "check.blocking.count",
        { id, field: "withinAccuracyCount" },
        result.withinAccuracyCount,
        within,
        "the cost game, the shares and the proven gap",
      ),
    );
  if (result.stable !== (blocking.length === 0))
    findings.push(
      differs(
        "check.blocking.stable",
        { id, field: "stable" },
        result.stable,
        blocking.length === 0,
        "the cost game and the shares",
      ),
    );
  return [...findings, ...checkNamed(result, groups, worst, accuracy)];
}

/** Costs are known as exactly as the joint plan is proven to be the best; more than a hundredth is never excused. */
function accuracyOf({ flow }: Plan): number {
  const { costCents, lowerBoundCents } = flow.joint;
  return costCents > 0 ? Math.min(0.01, Math.max(0, (costCents - lowerBoundCents) / costCents)) : 0;
}

/** Whole cents up to which an excess of the group proves nothing; a cent for each member is rounding. */
function knownTo({ members, costCents }: Group, accuracy: number): number {
  return Math.max(members.length, Math.floor(Math.abs(costCents) * accuracy));
}

/** Largest of many; `Math.max(...list)` overflows the stack for long lists. */
function chunkedMax(values: readonly number[]): number[] {
  return values.length === 0 ? [] : [values.reduce((a, b) => Math.max(a, b))];
}

/** Groups whose cost is known, except nobody and everybody. */
function knownGroups({ game, municipalities }: Plan): Group[] {
  const everybody = municipalities.length;
  if (game.values.length === 0) return game.examined.filter((group) => group.members.length < everybody);
  return game.values.flatMap((costCents, coalition) => {
    const members = game.players.filter((_, i) => Math.floor(coalition / 2 ** i) % 2 === 1);
    return members.length === 0 || members.length === everybody ? [] : [{ members, costCents }];
  });
}

function paid({ shares }: RuleResult, members: readonly string[]): number {
  return total(members.map((ags) => shares[ags] ?? 0));
}

/** Groups of equal excess are equally bad; any of them may be named. */
function checkNamed(result: RuleResult, groups: readonly Group[], worst: number, accuracy: number): Problem[] {
  const named = result.worstBlocking;
  const place = { id: result.rule, field: "worstBlocking" };
  if (named === null) {
    return worst > 0
      ? [
          finding(
            "check.blocking.worst",
            place,
            `Names no group; one pays ${worst} cents too much.`,
            "Name the worst group.",
          ),
        ]
      : [];
  }
  const findings: Problem[] = [];
  const group = groups.find((g) => sameMembers(g.members, named.members));
  if (group === undefined)
    return [
      finding(
        "check.blocking.worst",
        place,
        `The cost of ${named.members.join(" ")} is not part of the plan.`,
        "Name a group of the cost game.",
      ),
    ];
  const compare = (field: string, stated: number, derived: number) => {
    if (stated !== derived)
      findings.push(
        differs(
          "check.blocking.worst",
          { id: result.rule, field: `worstBlocking.${field}` },
          stated,
          derived,
          "the cost game and the shares",
        ),
      );
  };
  compare("costCents", named.costCents, group.costCents);
  compare("sharesCents", named.sharesCents, paid(result, group.members));
  compare("excessCents", named.excessCents, named.sharesCents - named.costCents);
  compare("accuracyCents", named.accuracyCents, knownTo(group, accuracy));
  if (worst <= 0 || paid(result, group.members) - group.costCents !== worst) {
    findings.push(
      differs(
        "check.blocking.worst",
        place,
        named.members,
        `an excess of ${worst} cents`,
        "the cost game and the shares",
      ),
    );
  }
  return findings;
}

function sameMembers(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && [...a].sort().join() === [...b].sort().join();
}
