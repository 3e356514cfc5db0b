/**
 * Whether shares that an engine found are what their rule says, from the proof beside them; no programme is solved.
 *
 * Stable shares: no known group pays more than on its own (or than the proven least excess). That none are better follows
 * from weights on groups: what the rule minimises can be no smaller than the sum of the weighted claims.
 */
import type { AllocationRule } from "../../../../domain/sharing/keys.ts";
import type { Problem } from "../../../../domain/problem.ts";
import type { RuleProof } from "../../../../domain/sharing/ruleProof.ts";
import { apart, differs, finding } from "../../finding.ts";
import { total } from "../../flow/facts.ts";
import { checkLeastCore } from "../../sharing/core.ts";
import { checkNucleolus } from "../../sharing/nucleolus.ts";
import { readRatio } from "../../sharing/wholeGame.ts";
import { knownGroups, type DivisionFacts, type KnownGroup } from "./facts.ts";
import { keyShares } from "./keyShares.ts";

const AGAIN = "Compute the division again; a proof is not edited by hand.";
/** Cents. What the engine leaves open is far below, a cent far above. */
const SLACK_CENTS = 0.02;
/** For sums of weights and parts of a cost, which are of the order of 1. */
const SLACK = 1e-6;

export type ProofOutcome =
  | { readonly status: "proven"; readonly exact: readonly number[] }
  | { readonly status: "refuted"; readonly problems: Problem[] };

/** @returns the shares before rounding, or what does not hold */
export function checkProof(facts: DivisionFacts, rule: AllocationRule, proof: RuleProof | null): ProofOutcome {
  const expected = { nucleolus: "nucleolus", perCapitaNucleolus: "nucleolus", equalProfit: "equalProfit" } as const;
  const kind = rule === "nearestStable" ? "nearest" : expected[rule as keyof typeof expected];
  if (proof === null || proof.kind !== kind)
    return refuted([bad("proof", `It is ${proof === null ? "missing" : `of the kind ${proof.kind}`}.`)]);
  return proof.kind === "nucleolus" ? nucleolus(facts, rule, proof) : stable(facts, proof);
}

function refuted(problems: Problem[]): ProofOutcome {
  return { status: "refuted", problems };
}

function bad(field: string, cause: string): Problem {
  return finding("check.rule.proof", { field }, cause, AGAIN);
}

function outcome(problems: Problem[], exact: readonly number[]): ProofOutcome {
  return problems.length === 0 ? { status: "proven", exact } : refuted(problems);
}

function nucleolus(
  facts: DivisionFacts,
  rule: AllocationRule,
  { nucleolus: proof }: Extract<RuleProof, { kind: "nucleolus" }>,
): ProofOutcome {
  const measure = rule === "nucleolus" ? "excess" : "perCapita";
  if (proof.measure !== measure || !proof.capped)
    return refuted([bad("proof.nucleolus.measure", "It is the proof of another rule.")]);
  if (new Set(proof.levels.map((level) => JSON.stringify(level))).size < proof.levels.length)
    return refuted([bad("proof.nucleolus.levels", "A level stands twice.")]);
  const game = { players: facts.players.length, kind: "cost", values: facts.values } as const;
  return outcome(checkNucleolus(game, proof), proof.shares.map(toReal));
}

function toReal(text: string): number {
  const ratio = readRatio(text);
  if (ratio === null) return NaN;
  const whole = ratio.top / ratio.bottom;
  return Number(whole) + Number(ratio.top - whole * ratio.bottom) / Number(ratio.bottom);
}

type StableProof = Exclude<RuleProof, { kind: "nucleolus" }>;

function stable(facts: DivisionFacts, proof: StableProof): ProofOutcome {
  const { shares, leastCore } = proof;
  if (shares.length !== facts.players.length) return refuted([bad("proof.shares", "There is not one share each.")]);
  const problems = leastCore === null ? [] : leastCoreProblems(facts, leastCore);
  const epsilon = leastCore === null ? 0 : toReal(leastCore.epsilon);
  if (apart(total(shares), facts.jointCents, SLACK_CENTS))
    problems.push(
      differs("check.rule.proof", { field: "proof.shares" }, total(shares), facts.jointCents, "the joint cost"),
    );
  const known = knownGroups(facts);
  const blocking = known.find((group) => !(paid(shares, group) - group.cost <= epsilon + SLACK_CENTS));
  if (blocking !== undefined)
    problems.push(bad("proof.shares", `The group ${named(facts, blocking)} pays more than on its own.`));
  return outcome([...problems, ...supportProblems(facts, proof, known, epsilon)], shares);
}

function leastCoreProblems(facts: DivisionFacts, proof: NonNullable<StableProof["leastCore"]>): Problem[] {
  const game = { players: facts.players.length, kind: "cost", values: facts.values } as const;
  if (facts.values.length === 0 || proof.measure !== "excess" || !(toReal(proof.epsilon) > 0))
    return [bad("proof.leastCore", "There is no reason to let a group pay more than on its own.")];
  return checkLeastCore(game, proof);
}

function paid(shares: readonly number[], { members }: KnownGroup): number {
  return total(members.map((i) => shares[i]!));
}

function named(facts: DivisionFacts, { members }: KnownGroup): string {
  return members.map((i) => facts.players[i]).join(" ");
}

interface Claim extends KnownGroup {
  readonly weight: number;
}

/** The weighted groups with their known costs; a problem where one is named twice or unknown. */
function claimsOf(facts: DivisionFacts, proof: StableProof, known: readonly KnownGroup[]): Claim[] | Problem {
  const costs = new Map(known.map((group) => [named(facts, group), group]));
  const seen = new Set<string>();
  const claims: Claim[] = [];
  for (const { members, weight } of proof.groups) {
    const key = facts.players.filter((ags) => members.includes(ags)).join(" ");
    const group = costs.get(key);
    if (group === undefined || seen.has(key) || key.split(" ").length !== members.length)
      return bad("proof.groups", `${members.join(" ")} is no known group, or stands twice.`);
    seen.add(key);
    claims.push({ ...group, weight });
  }
  return claims;
}

function supportProblems(
  facts: DivisionFacts,
  proof: StableProof,
  known: readonly KnownGroup[],
  epsilon: number,
): Problem[] {
  const claims = claimsOf(facts, proof, known);
  if (!Array.isArray(claims)) return [claims];
  const sums = facts.players.map((_, i) =>
    total(claims.filter(({ members }) => members.includes(i)).map(({ weight }) => weight)),
  );
  return proof.kind === "nearest"
    ? nearestProblems(facts, proof, claims, sums, epsilon)
    : equalProfitProblems(facts, proof, claims, sums, epsilon);
}

/**
 * `½ Σ|x_i − t_i| ≥ Σ w_S (t(S) − c(S) − ε)` for all stable x when the members' sums of weights differ by at most 1.
 */
function nearestProblems(
  facts: DivisionFacts,
  { shares, movedCents }: Extract<RuleProof, { kind: "nearest" }>,
  claims: readonly Claim[],
  sums: readonly number[],
  epsilon: number,
): Problem[] {
  const target = keyShares(facts, facts.nearestTo);
  if (target === null) return [bad("proof", `The key ${facts.nearestTo} has no answer for this game.`)];
  const moved = total(shares.map((share, i) => Math.abs(share - target[i]!))) / 2;
  const least = total(claims.map((claim) => claim.weight * (paid(target, claim) - claim.cost - epsilon)));
  const place = { field: "proof.movedCents" };
  const problems: Problem[] = [];
  if (apart(movedCents, moved, SLACK_CENTS))
    problems.push(differs("check.rule.proof", place, movedCents, moved, "the shares and the key"));
  if (sums.length > 0 && Math.max(...sums) - Math.min(...sums) > 1 + SLACK)
    problems.push(bad("proof.groups", "The weights on two members differ by more than 1."));
  if (apart(least, moved, SLACK_CENTS * facts.players.length))
    problems.push(
      differs("check.rule.proof", place, moved, least, "the claims of the groups, the least that must be moved"),
    );
  return problems;
}

/**
 * `max x_i/c_i − min x_i/c_i ≥ ν C − Σ w_S (c(S) + ε)` for all stable x, with `z_i = ν − Σ_{S∋i} w_S`,
 * `Σ z_i c_i = 0` (which gives ν) and `Σ |z_i c_i| ≤ 2`.
 */
function equalProfitProblems(
  { alone, jointCents }: DivisionFacts,
  { shares, spread }: Extract<RuleProof, { kind: "equalProfit" }>,
  claims: readonly Claim[],
  sums: readonly number[],
  epsilon: number,
): Problem[] {
  const parts = shares.map((share, i) => share / alone[i]!);
  const derived = Math.max(...parts) - Math.min(...parts);
  const nu = total(sums.map((sum, i) => sum * alone[i]!)) / total(alone);
  const tilt = total(sums.map((sum, i) => Math.abs(nu - sum) * alone[i]!));
  const least = nu * jointCents - total(claims.map((claim) => claim.weight * (claim.cost + epsilon)));
  const place = { field: "proof.spread" };
  const problems: Problem[] = [];
  if (apart(spread, derived, SLACK)) problems.push(differs("check.rule.proof", place, spread, derived, "the shares"));
  if (tilt > 2 + SLACK) problems.push(bad("proof.groups", "The weights add up to more than they may."));
  if (apart(least, derived, SLACK))
    problems.push(differs("check.rule.proof", place, derived, least, "the claims of the groups, the least possible"));
  return problems;
}
