/**
 * Prices a group fast: campaigns are allowed where a pattern names them, the LP uses of them what pays, and what it uses
 * is paid in full. The result is always the cost of a plan that the group can carry out.
 */
import { expectSolution, type LpSession, type LpSolution } from "../lp/index.ts";
import { boundPattern, type Narrowing, type Pattern, type PatternUse } from "./bounds.ts";
import { EUROS_PER_CENT } from "./columns.ts";
import type { FlowLayout } from "./layout.ts";
import { hasMember, sum, type FlowProblem } from "./problem.ts";

/** A model in an engine, ready to be narrowed to any group. */
export interface OpenFlow {
  readonly problem: FlowProblem;
  readonly layout: FlowLayout;
  readonly session: LpSession;
  readonly narrow: Narrowing;
}

export interface GroupCost {
  /** Rounded up, so that a plan in whole kilograms costs no more. */
  readonly cents: number;
  readonly used: Pattern;
}

/** Less than this is numerical noise; tonnes, or part of a site. */
const NOISE = 1e-6;
/** A campaign that shreds less for its set-up cost rarely pays; the best of those tried (0.2, 0.1, 0.05, 0.025). */
const LEAST_TONNES_PER_EURO = 0.1;

/** Solves the LP of a group with its whole-number decisions bounded by a pattern. */
export function solveWith(open: OpenFlow, coalition: number, pattern: Pattern, use: PatternUse): LpSolution {
  open.narrow.apply(open.session, coalition);
  open.session.relax(true);
  boundPattern(open, coalition, pattern, use);
  return expectSolution(open.session.solve(), "flow of a group");
}

/**
 * Two solves: with everything allowed, and with only those campaigns allowed that were worth their setting up. The
 * cheaper one counts. Against branch and bound on 40 groups of examples/saarlouis the result was 1.0 % above on
 * average and 2.6 % at most (`npm run bench -- flow`).
 */
export function priceGroup(open: OpenFlow, coalition: number, allowed: Pattern): GroupCost {
  const first = solveWith(open, coalition, allowed, "allowed");
  boundPattern(open, coalition, usedPattern(open, first, LEAST_TONNES_PER_EURO), "allowed");
  const second = expectSolution(open.session.solve(), "flow of a group");
  const [wide, narrow] = [costOf(open, coalition, first), costOf(open, coalition, second)];
  return narrow.cents < wide.cents ? narrow : wide;
}

function costOf(open: OpenFlow, coalition: number, solution: LpSolution): GroupCost {
  const used = usedPattern(open, solution, 0);
  const euros = solution.objective - relaxedFixedEuros(open, solution) + fixedEuros(open, solution, used);
  const cents = Math.ceil(euros * 100 + roundingCents(open.problem)) + contributionsOf(open.problem, coalition);
  return { cents, used };
}

/** Whole-kilogram decisions are rounded to cents line by line; a plan's price can differ from the LP by that much. */
export function roundingCents(problem: FlowProblem): number {
  return problem.weeks * (problem.lots.length + problem.points);
}

export function contributionsOf(problem: FlowProblem, coalition: number): number {
  return sum(problem.contributionCents.filter((_, m) => hasMember(coalition, m)));
}

/** All that any of the patterns names. */
export function unitePatterns(patterns: readonly Pattern[]): Pattern {
  const first = patterns[0]!;
  return {
    campaigns: first.campaigns.map((week, w) =>
      week.map((k, i) => k.map((_, p) => patterns.some((x) => x.campaigns[w]![i]![p]!))),
    ),
    opened: first.opened.map((_, f) => patterns.some((x) => x.opened[f]!)),
  };
}

/**
 * Campaigns where the LP shreds, sites where it delivers.
 *
 * @param tonnesPerEuro leaves out campaigns that shred less than this for every euro of their setting up
 */
function usedPattern({ problem, layout }: OpenFlow, { colValue }: LpSolution, tonnesPerEuro: number): Pattern {
  const least = (shredder: number, part: number) =>
    Math.max(
      NOISE,
      problem.shredders[shredder]!.setupCents * problem.parts[part]!.share * EUROS_PER_CENT * tonnesPerEuro,
    );
  return {
    campaigns: layout.shredding.map((week) =>
      week.map((byLot, k) => {
        const tonnes = problem.parts.map(() => 0);
        byLot.forEach((column, i) => (tonnes[problem.lots[i]!.part]! += column < 0 ? 0 : colValue[column]!));
        return tonnes.map((t, p) => t > least(k, p));
      }),
    ),
    opened: problem.facilities.map((f, i) => f.candidateCents !== null && colValue[layout.opened[i]!]! > NOISE),
  };
}

/** Set-up, mobilisation and sites of a pattern, in full. */
function fixedEuros(open: OpenFlow, solution: LpSolution, pattern: Pattern): number {
  const sites = sum(open.problem.facilities.map((f, i) => (pattern.opened[i] === true ? (f.candidateCents ?? 0) : 0)));
  const campaigns = pattern.campaigns.map((week, w) =>
    sum(week.map((parts, k) => campaignCents(open, solution, w, k, parts))),
  );
  return (sites + sum(campaigns)) * EUROS_PER_CENT;
}

/** One shredder in one week. */
function campaignCents(
  { problem, layout }: OpenFlow,
  { colValue }: LpSolution,
  w: number,
  k: number,
  parts: readonly boolean[],
): number {
  const shredder = problem.shredders[k]!;
  const shares = new Array<number>(problem.points).fill(0);
  parts.forEach((on, p) => (shares[problem.parts[p]!.point]! += on ? problem.parts[p]!.share : 0));
  const largest = Math.max(...shares);
  if (largest === 0) return 0;
  const tonnes = sum(layout.shredding[w]![k]!.map((column) => (column < 0 ? 0 : colValue[column]!)));
  const machines = (tonnes * 1000) / shredder.kgPerHour / shredder.hoursPerWeek;
  return (
    shredder.setupCents * sum(shares) + shredder.mobilisationCents * (machines <= 1 ? largest : Math.ceil(machines))
  );
}

/** What the relaxed LP paid for the same. */
function relaxedFixedEuros({ layout }: OpenFlow, { colValue }: LpSolution): number {
  const euros = (column: number) => colValue[column]! * layout.model.colCost[column]!;
  const campaigns = layout.campaign.map((week) => sum(week.map((k) => sum(k.map(euros)))));
  return sum(campaigns) + sum(layout.mobilised.map((week) => sum(week.map(euros)))) + sum(layout.opened.map(euros));
}
