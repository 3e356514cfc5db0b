/** The rules that an engine finds, each with the proof by which anybody can check it without one. */
import { roundToTotal } from "../../domain/money.ts";
import type { AllocationRule } from "../../domain/sharing/keys.ts";
import type { CoreProof, LeastCoreProof } from "../../domain/sharing/certificate.ts";
import type { RuleProof } from "../../domain/sharing/ruleProof.ts";
import type { LpSolver } from "../../optimizer/lp/index.ts";
import {
  allRules,
  coreProof,
  leastCoreProof,
  members,
  nearestAmong,
  nucleolusProof,
  supportOfEqualProfit,
  supportOfNearest,
  tableGame,
  toNumber,
  type AllRules,
  type TightGroup,
  type WeightedGroup,
} from "../../optimizer/sharing/index.ts";
import type { CountyGame } from "./countyGame.ts";
import { keyShares } from "./keyShares.ts";
import { roundWithinCore, type KnownGroup } from "./roundShares.ts";

export const STABLE_RULES = [
  "nucleolus",
  "perCapitaNucleolus",
  "equalProfit",
  "nearestStable",
] as const satisfies readonly AllocationRule[];
export type StableRule = (typeof STABLE_RULES)[number];

export interface StableShares {
  /** Whole cents that sum to the joint cost. */
  readonly shares: number[];
  readonly proof: RuleProof;
}

export interface StableSplits {
  readonly splits: ReadonlyMap<StableRule, StableShares>;
  /** `null` without a table, or with one member. */
  readonly core: CoreProof | null;
}

/** Shares before rounding are kept to a millionth of a cent. */
const GRAIN = 1e6;
/** A group within this part of the largest cost of its limit counts as tight, and at most so many are looked at. */
const TIGHT = 1e-7;
const MOST_TIGHT = 3000;

/** A rule that is undefined for the game, or cannot be proved, is left out. */
export function stableShares(rules: readonly StableRule[], game: CountyGame, solver: LpSolver): StableSplits {
  if (game.players.length < 2 || rules.length === 0) return { splits: new Map(), core: null };
  if (game.values === null) return { splits: amongExamined(rules, game, solver), core: null };
  const target = keyShares(game.nearestTo, game);
  const table = tableGame({ players: game.players, kind: "cost", values: game.values });
  const found = allRules(table, { solver, rules, certificate: true, ...(target === null ? {} : { target }) });
  const core = found.core?.certificate ? coreProof(found.core.certificate) : null;
  const groups = properGroups(game.values, game.players.length);
  const splits = new Map<StableRule, StableShares>();
  for (const rule of rules) {
    const split =
      rule === "nucleolus" || rule === "perCapitaNucleolus"
        ? nucleolus(rule, game, found, groups)
        : chosen(rule, game, found, groups, target, solver);
    if (split !== null) splits.set(rule, split);
  }
  return { splits, core };
}

function properGroups(values: readonly number[], players: number): KnownGroup[] {
  return values.slice(1, 2 ** players - 1).map((cost, s) => ({ members: members(s + 1), cost }));
}

function nucleolus(
  rule: "nucleolus" | "perCapitaNucleolus",
  game: CountyGame,
  found: AllRules,
  groups: readonly KnownGroup[],
): StableShares | null {
  const outcome = found.rules[rule];
  if (outcome?.status !== "allocated" || outcome.certificate === undefined) return null;
  const exact = outcome.certificate.shares.map(toNumber);
  return {
    shares: roundWithinCore(exact, game, groups),
    proof: { kind: "nucleolus", nucleolus: nucleolusProof(outcome.certificate) },
  };
}

function chosen(
  rule: "equalProfit" | "nearestStable",
  game: CountyGame,
  found: AllRules,
  groups: readonly KnownGroup[],
  target: readonly number[] | null,
  solver: LpSolver,
): StableShares | null {
  const outcome = found.rules[rule];
  const { leastCore } = found.scalars;
  if (outcome?.status !== "allocated" || leastCore === null || found.core === null) return null;
  const least = found.core.empty ? leastCoreProof(leastCore) : null;
  const epsilon = found.core.empty ? toNumber(leastCore.epsilon) : 0;
  const exact = grained(outcome.allocation, game.jointCents);
  const tight = tightGroups(exact, groups, epsilon, game);
  if (rule === "nearestStable" && target !== null)
    return nearestSplit(game, exact, groups, supportOfNearest(solver, tight, target, largest(game)), target, least);
  if (rule === "nearestStable") return null;
  const alone = game.standAloneCents;
  const support = supportOfEqualProfit(solver, tight, alone, game.jointCents, largest(game));
  const parts = exact.map((share, i) => share / alone[i]!);
  const spread = Math.max(...parts) - Math.min(...parts);
  return {
    shares: roundWithinCore(exact, game, groups),
    proof: { kind: "equalProfit", shares: exact, spread, groups: named(support, game), leastCore: least },
  };
}

function nearestSplit(
  game: CountyGame,
  exact: number[],
  groups: readonly KnownGroup[],
  support: readonly WeightedGroup[],
  target: readonly number[],
  leastCore: LeastCoreProof | null,
): StableShares {
  const movedCents = exact.reduce((sum, share, i) => sum + Math.abs(share - target[i]!), 0) / 2;
  return {
    shares: roundWithinCore(exact, game, groups),
    proof: { kind: "nearest", shares: exact, movedCents, groups: named(support, game), leastCore },
  };
}

/** Without a table: stable against every member alone and every examined group. */
function amongExamined(
  rules: readonly StableRule[],
  game: CountyGame,
  solver: LpSolver,
): Map<StableRule, StableShares> {
  const target = keyShares(game.nearestTo, game);
  if (!rules.includes("nearestStable") || target === null) return new Map();
  const alone = game.standAloneCents.map((cost, i) => ({ members: [i], cost }));
  const groups = [...alone, ...game.examined];
  const nearest = nearestAmong(solver, game.jointCents, groups, target);
  if (nearest === null) return new Map();
  const exact = grained(nearest.shares, game.jointCents);
  const tight = tightGroups(exact, groups, 0, game);
  const support = supportOfNearest(solver, tight, target, largest(game));
  return new Map([["nearestStable", nearestSplit(game, exact, groups, support, target, null)]]);
}

/** Millionths of a cent that sum exactly, so that what is stored is what is rounded; −0 becomes 0. */
function grained(shares: readonly number[], jointCents: number): number[] {
  return roundToTotal(
    shares.map((share) => share * GRAIN),
    jointCents * GRAIN,
  ).map((share) => share / GRAIN + 0);
}

function tightGroups(
  shares: readonly number[],
  groups: readonly KnownGroup[],
  epsilon: number,
  game: CountyGame,
): TightGroup[] {
  const limit = -TIGHT * largest(game);
  return groups
    .map(({ members: group, cost }) => ({ members: group, cost: cost + epsilon }))
    .filter((group) => group.members.reduce((sum, i) => sum + shares[i]!, 0) - group.cost > limit)
    .slice(0, MOST_TIGHT);
}

function largest(game: CountyGame): number {
  return (game.values ?? game.standAloneCents).reduce((most, cost) => Math.max(most, Math.abs(cost)), 1);
}

function named(groups: readonly WeightedGroup[], game: CountyGame) {
  return groups.map(({ members: group, weight }) => ({ members: group.map((i) => game.players[i]!), weight }));
}
