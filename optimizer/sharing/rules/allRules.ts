/**
 * Every rule on one game in one call, side by side, with the stability of each result.
 *
 * Shares come in the sign of the game (profit games: payoffs). ε and excess are the same in both: above 0 means that a
 * group pays too much, or receives too little.
 */
import { grandCoalition } from "../coalitions.ts";
import type { TableGame } from "../game/table.ts";
import { negate } from "../exact/fraction.ts";
import type { CoreCertificate, LeastCoreCertificate } from "../nucleolus/certificate.ts";
import { blockingUnder, type RuleBlocking } from "./blockingUnder.ts";
import { coreCertificate, leastCoreCertificate, openContext, type RuleContext } from "./context.ts";
import { RULE_KEYS, type RuleKey } from "./keys.ts";
import type { RuleOptions } from "./options.ts";
import { undefinedBecause, type Allocated, type RuleOutcome } from "./outcome.ts";
import { formulaRule, programRule } from "./registry.ts";

export interface AllRules {
  /** One outcome for every rule asked for. */
  readonly rules: Readonly<Partial<Record<RuleKey, RuleOutcome>>>;
  readonly scalars: RuleScalars;
  /** `null` where there was no engine to decide, or it was not asked for. */
  readonly core: CoreVerdict | null;
  /** For every allocation that divides the joint cost. */
  readonly blocking: Readonly<Partial<Record<RuleKey, RuleBlocking>>>;
}

/** `null` where there was no engine, none were asked for, there is one player alone, or (epmF) a stand-alone cost that is not above 0. */
export interface RuleScalars {
  readonly leastCoreEpsilon: number | null;
  readonly leastCorePerCapitaEpsilon: number | null;
  readonly epmF: number | null;
  readonly leastCore: LeastCoreCertificate | null;
  readonly leastCorePerCapita: LeastCoreCertificate | null;
}

export interface CoreVerdict {
  readonly empty: boolean;
  /** `null` when certificates were not asked for. */
  readonly certificate: CoreCertificate | null;
}

const NO_SCALARS: RuleScalars = {
  leastCoreEpsilon: null,
  leastCorePerCapitaEpsilon: null,
  epmF: null,
  leastCore: null,
  leastCorePerCapita: null,
};

/** Blocking below this part of the largest cost is rounding. */
const CONTENT = 1e-9;

/** Throws only when a list of weights or an LP game does not fit the players. */
export function allRules(game: TableGame, options: RuleOptions = {}): AllRules {
  const keys = options.rules ?? RULE_KEYS;
  const proper = game.players > 1;
  const context = options.solver === undefined || !proper ? null : openContext(game, options, options.solver);
  const outcomes = keys.map((key) => [key, outcomeOf(key, game, options, context)] as const);
  const all = grandCoalition(game.players);
  const blocking = outcomes.flatMap(([key, outcome]) => {
    if (outcome.status !== "allocated") return [];
    const total = outcome.allocation.reduce((a, b) => a + b, 0);
    if (Math.abs(total - game.values[all]!) > CONTENT * game.scale * game.players) return [];
    return [[key, blockingUnder(game, outcome.allocation, CONTENT * game.scale, 5, options.gaps)] as const];
  });
  const judged = (options.scalars ?? true) ? context : null;
  return {
    rules: Object.fromEntries(outcomes.map(([key, outcome]) => [key, inSignOf(game, outcome)])),
    blocking: Object.fromEntries(blocking),
    scalars: judged === null ? NO_SCALARS : scalarsOf(judged),
    core: judged === null ? null : coreOf(judged),
  };
}

function outcomeOf(key: RuleKey, game: TableGame, options: RuleOptions, context: RuleContext | null): RuleOutcome {
  const byFormula = formulaRule(key, game, options);
  if (byFormula !== null) return byFormula;
  if (game.players === 1) return undefinedBecause("onePlayer");
  if (context === null) return { status: "needsData", needs: ["solver"] };
  return programRule(key, context)!;
}

function inSignOf(game: TableGame, outcome: RuleOutcome): RuleOutcome {
  if (game.kind === "cost" || outcome.status !== "allocated") return outcome;
  const turned: Allocated = { ...outcome, allocation: outcome.allocation.map((share) => 0 - share) };
  return {
    ...turned,
    ...(outcome.exact === undefined ? {} : { exact: outcome.exact.map(negate) }),
    ...(outcome.ranges === undefined ? {} : { ranges: outcome.ranges.map(([low, high]) => [-high, -low] as const) }),
  };
}

function scalarsOf(context: RuleContext): RuleScalars {
  const excess = context.prenucleolus("excess");
  const perCapita = context.prenucleolus("perCapita");
  const epm = programRule("equalProfit", context);
  return {
    leastCoreEpsilon: excess.levels[0]!.excess,
    leastCorePerCapitaEpsilon: perCapita.levels[0]!.excess,
    epmF: epm?.status === "allocated" ? (epm.measure ?? null) : null,
    leastCore: leastCoreCertificate(excess),
    leastCorePerCapita: leastCoreCertificate(perCapita),
  };
}

function coreOf({ game, prenucleolus }: RuleContext): CoreVerdict {
  const settled = prenucleolus("excess");
  const certificate = coreCertificate(game, settled);
  return { empty: certificate?.empty ?? settled.levels[0]!.excess > CONTENT * game.scale, certificate };
}
