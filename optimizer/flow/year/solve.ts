/**
 * Plans a year with a proven bound: column generation gives the bound and the plants' prices, campaigns are fitted to each
 * other under those, and with campaigns settled column generation again gives the flows. Where a site is half open, both cases are solved.
 */
import type { LpSolver } from "../../lp/index.ts";
import type { YearDecisions } from "../../../domain/year/decisions.ts";
import type { YearProblem } from "../../../domain/year/problem.ts";
import { fitCalendars } from "./calendars.ts";
import type { Visit } from "./calendar.ts";
import { carryOver, type YearLeaf, type YearState } from "./carry.ts";
import { costOf, type YearCost } from "./cost.ts";
import { generate, type Bounds, type Generated } from "./generate.ts";
import type { ClusterPlan } from "./plan.ts";
import { yearOf, type Calendar, type Year } from "./pricing.ts";
import { withMargins } from "./margins.ts";
import { decide } from "./whole.ts";

export interface YearEffort {
  /** The search ends when cost and bound are this close, relatively. */
  readonly gap: number;
  /** Rounds of column generation in one node. */
  readonly maxRounds: number;
  /** Cases of open and closed sites looked at. */
  readonly maxNodes: number;
}

export const DEFAULT_YEAR_EFFORT: YearEffort = { gap: 0.01, maxRounds: 60, maxNodes: 40 };

export interface YearResult extends YearCost {
  readonly decisions: YearDecisions;
  /** No plan costs less, in whole cents. */
  readonly lowerBoundCents: number;
  readonly rounds: number;
  readonly nodes: number;
  readonly state: YearState;
}

export type YearOutcome =
  | ({ readonly status: "planned" } & YearResult)
  /** The plants, by position, that would have to take more. */
  | { readonly status: "noRoom"; readonly facilities: readonly number[] };

interface Node {
  readonly bounds: readonly Bounds[];
  readonly generated: Generated;
}

/** Half a cent for every cost line that is rounded. */
const ROUNDING_CENTS = 8;
const LP_GAP = 0.001;
/** Of the gap that is asked for, the flows under settled campaigns may take this part. */
const SETTLED = 10;
/** t, or part of a site. */
const WHOLE = 1e-4;

export function planYear(
  engine: LpSolver,
  problem: YearProblem,
  effort: YearEffort = DEFAULT_YEAR_EFFORT,
  from?: YearState,
): YearOutcome {
  const year = yearOf(problem);
  const start = from === undefined ? undefined : carryOver(year, from);
  const search: Search = { engine, year, effort, rounds: 0, nodes: 0, best: undefined };
  const bounds = year.coupling.statics.map(({ lower, upper }) => ({ lower, upper }));
  if (start !== undefined) settle(search, bounds, start.duals, start.calendars, start.openSites, start.settled);
  let open =
    start === undefined ? [solveNode(search, bounds, [])] : start.leaves.map((leaf) => resume(search, bounds, leaf));
  const first = open.reduce(lowest);
  const short = noRoom(year, first.generated);
  if (short.length > 0) return { status: "noRoom", facilities: short };
  for (;;) {
    const node = open.reduce(lowest);
    const lower = Math.floor(node.generated.bound * 100) - ROUNDING_CENTS;
    if (!isEnough(search, lower)) {
      search.nodes++;
      const full = realise(search, node);
      if (search.best === undefined) return { status: "noRoom", facilities: full };
    }
    const { best } = search;
    const branch = halfOpen(year, node);
    if (branch < 0 || isEnough(search, lower) || search.nodes >= effort.maxNodes)
      return {
        status: "planned",
        decisions: best!.decisions,
        ...best!.cost,
        lowerBoundCents: Math.min(lower, best!.cost.costCents),
        rounds: search.rounds,
        nodes: Math.max(1, search.nodes),
        state: {
          problem,
          leaves: open.map((leaf) => leafOf(year, leaf)),
          duals: node.generated.duals,
          calendars: best!.calendars,
          openSites: best!.decisions.openSites,
          settled: best!.plans,
        },
      };
    const { plans, duals } = node.generated;
    open = open.filter((other) => other !== node);
    for (const value of [0, 1]) {
      const halves = node.bounds.map((b, c) => (c === branch ? { lower: value, upper: value } : b));
      open.push(solveNode(search, halves, plans, duals));
    }
  }
}

const lowest = (a: Node, b: Node): Node => (b.generated.bound < a.generated.bound ? b : a);

/** What a case of open and closed sites began with and found. */
function leafOf({ coupling }: Year, { bounds, generated }: Node): YearLeaf {
  const sites = coupling.site.flatMap((c, facility) =>
    c >= 0 && bounds[c]!.lower === bounds[c]!.upper ? [{ facility, open: bounds[c]!.lower === 1 }] : [],
  );
  return { sites, plans: used(generated), duals: generated.duals };
}

/** The cases of an earlier run together are all there are, whatever the figures: the bound is that of the lowest. */
function resume(search: Search, bounds: readonly Bounds[], { sites, plans, duals }: YearLeaf): Node {
  const halves = [...bounds];
  for (const { facility, open } of sites) {
    const value = open ? 1 : 0;
    halves[search.year.coupling.site[facility]!] = { lower: value, upper: value };
  }
  return solveNode(search, halves, plans, duals);
}

interface Search {
  readonly engine: LpSolver;
  readonly year: Year;
  readonly effort: YearEffort;
  rounds: number;
  nodes: number;
  best:
    | {
        readonly decisions: YearDecisions;
        readonly cost: YearCost;
        readonly calendars: readonly Calendar[];
        readonly plans: readonly ClusterPlan[];
      }
    | undefined;
}

function isEnough({ best, effort }: Search, lowerCents: number): boolean {
  return best !== undefined && best.cost.costCents - lowerCents <= effort.gap * Math.abs(best.cost.costCents);
}

function solveNode(
  search: Search,
  bounds: readonly Bounds[],
  plans: readonly ClusterPlan[],
  duals?: Float64Array,
): Node {
  const { engine, year, effort, best } = search;
  const generated = generate(engine, year, plans, {
    gap: Math.min(LP_GAP, effort.gap / 4),
    maxRounds: effort.maxRounds,
    bounds,
    ...(best === undefined
      ? {}
      : { enough: (best.cost.costCents - effort.gap * Math.abs(best.cost.costCents) + 2 * ROUNDING_CENTS) / 100 }),
    ...(duals === undefined ? {} : { duals }),
  });
  search.rounds += generated.rounds;
  return { bounds, generated };
}

/** The static column of a site that is neither open nor closed; −1 where all are whole. */
function halfOpen({ coupling }: Year, { generated }: Node): number {
  const { statics } = generated.solution;
  const halves = coupling.site.filter((c) => c >= 0 && Math.abs(statics[c]! - Math.round(statics[c]!)) > WHOLE);
  return halves.reduce(
    (best, c) => (best < 0 || Math.abs(statics[c]! - 0.5) < Math.abs(statics[best]! - 0.5) ? c : best),
    -1,
  );
}

function noRoom({ coupling }: Year, { solution }: Generated): number[] {
  return coupling.noRoom.flatMap((c, f) => (c >= 0 && solution.statics[c]! > WHOLE ? [f] : []));
}

/** Looks for a plan in whole decisions near a node's mix; the plants that were too small for it. */
function realise(search: Search, { bounds, generated }: Node): number[] {
  const { year } = search;
  const open = year.problem.facilities.flatMap((_, f) => {
    const column = year.coupling.site[f]!;
    return column >= 0 && generated.solution.statics[column]! > WHOLE ? [f] : [];
  });
  return settle(
    search,
    bounds,
    generated.duals,
    fitCalendars(year, generated.duals, heaviest(year, generated)),
    open,
    [],
  );
}

/** Finds the flows that go with settled campaigns; `plans` are known ones with these campaigns. */
function settle(
  search: Search,
  bounds: readonly Bounds[],
  duals: Float64Array,
  calendars: readonly Calendar[],
  openSites: readonly number[],
  plans: readonly ClusterPlan[],
): number[] {
  const { engine, year, effort } = search;
  const { coupling } = year;
  const sites = bounds.map((b, c) => {
    const f = coupling.site.indexOf(c);
    const on = openSites.includes(f) ? 1 : 0;
    return f < 0 ? b : { lower: on, upper: on };
  });
  const options = { gap: effort.gap / SETTLED, maxRounds: effort.maxRounds, bounds: sites, calendars, duals };
  const settled = generate(engine, withMargins(year), plans, options);
  search.rounds += settled.rounds;
  const short = noRoom(year, settled);
  if (short.length > 0) return short;
  const decisions = decide(year, settled, calendars);
  const cost = costOf(year.problem, decisions);
  if (cost.costCents < (search.best?.cost.costCents ?? Infinity)) {
    search.best = { decisions, cost, calendars, plans: used(settled) };
  }
  return [];
}

/** Of each cluster the campaigns that the mix uses most. */
function heaviest(year: Year, { plans, solution }: Generated): Calendar[] {
  return year.clusters.map((cluster, c) => {
    const weight = new Map<string, { sum: number; plan: ClusterPlan }>();
    plans.forEach((plan, i) => {
      if (plan.cluster !== c) return;
      const key = JSON.stringify([plan.closed, plan.campaigns]);
      const known = weight.get(key);
      weight.set(key, { plan, sum: (known?.sum ?? 0) + solution.weights[i]! });
    });
    const { plan } = [...weight.values()].reduce((a, b) => (b.sum > a.sum ? b : a));
    const visits = new Map<number, Visit[]>(
      cluster.points.map((p) => [
        p,
        plan.campaigns.filter((x) => x.point === p).map(({ week, shredder }) => ({ week, shredder })),
      ]),
    );
    return { closed: plan.closed, visits };
  });
}

/** Plans that are in the mix; the others would only slow the next run. */
function used({ plans, solution }: Generated): ClusterPlan[] {
  return plans.filter((_, i) => solution.weights[i]! > 1e-9);
}
