/**
 * Plans a year with a proven bound: column generation gives the bound and the plants' prices, campaigns are fitted to each
 * other under those, and with campaigns settled column generation again gives the flows. Where a site is half open, both cases are solved.
 */
import type { LpSolver } from "../../lp/index.ts";
import type { YearDecisions } from "../../../domain/year/decisions.ts";
import type { YearProblem } from "../../../domain/year/problem.ts";
import { fitCalendars } from "./calendars.ts";
import type { Visit } from "./calendar.ts";
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

/** What a later run on similar figures begins with. */
export interface YearState {
  readonly problem: YearProblem;
  readonly plans: readonly ClusterPlan[];
  readonly duals: Float64Array;
}

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

export function planYear(
  engine: LpSolver,
  problem: YearProblem,
  effort: YearEffort = DEFAULT_YEAR_EFFORT,
  from?: YearState,
): YearOutcome {
  const year = yearOf(problem);
  const start = from === undefined ? undefined : carryOver(year, from);
  let rounds = 0;
  const solveNode = (bounds: readonly Bounds[], plans: readonly ClusterPlan[], duals?: Float64Array): Node => {
    const options = { gap: Math.min(LP_GAP, effort.gap / 4), maxRounds: effort.maxRounds, bounds };
    const generated = generate(engine, year, plans, duals === undefined ? options : { ...options, duals });
    rounds += generated.rounds;
    return { bounds, generated };
  };
  const root = solveNode(
    year.coupling.statics.map(({ lower, upper }) => ({ lower, upper })),
    start?.plans ?? [],
    start?.duals,
  );
  const short = noRoom(year, root.generated);
  if (short.length > 0) return { status: "noRoom", facilities: short };
  let best: { decisions: YearDecisions; cost: YearCost } | undefined;
  let open = [root];
  let nodes = 0;
  for (;;) {
    nodes++;
    const node = open.reduce((a, b) => (b.generated.bound < a.generated.bound ? b : a));
    const found = realise(engine, year, node, effort);
    rounds += found.rounds;
    if (found.plan !== undefined && found.plan.cost.costCents < (best?.cost.costCents ?? Infinity)) best = found.plan;
    const lower = Math.floor(node.generated.bound * 100) - ROUNDING_CENTS;
    const branch = halfOpen(year, node);
    const closeEnough = best !== undefined && best.cost.costCents - lower <= effort.gap * Math.abs(best.cost.costCents);
    if (branch < 0 || closeEnough || nodes >= effort.maxNodes) {
      if (best === undefined) return { status: "noRoom", facilities: found.short };
      return {
        status: "planned",
        decisions: best.decisions,
        ...best.cost,
        lowerBoundCents: Math.min(lower, best.cost.costCents),
        rounds,
        nodes,
        state: { problem, plans: used(node.generated), duals: node.generated.duals },
      };
    }
    const { plans, duals } = node.generated;
    open = open.filter((other) => other !== node);
    for (const value of [0, 1])
      open.push(
        solveNode(
          node.bounds.map((b, c) => (c === branch ? { lower: value, upper: value } : b)),
          plans,
          duals,
        ),
      );
  }
}

const WHOLE = 1e-4;

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

/** A plan in whole decisions near a node's mix. */
function realise(engine: LpSolver, year: Year, { bounds, generated }: Node, effort: YearEffort) {
  const { coupling } = year;
  const sites = bounds.map((b, c) => {
    if (!coupling.site.includes(c)) return b;
    const on = generated.solution.statics[c]! > WHOLE ? 1 : 0;
    return { lower: on, upper: on };
  });
  const first = heaviest(year, generated);
  const calendars = fitCalendars(year, generated.duals, first);
  const settled = generate(engine, withMargins(year, generated), [], {
    gap: LP_GAP / 4,
    maxRounds: effort.maxRounds,
    bounds: sites,
    calendars,
    duals: generated.duals,
  });
  const short = noRoom(year, settled);
  const { rounds } = settled;
  if (short.length > 0) return { rounds, short, plan: undefined };
  const decisions = decide(year, settled, calendars);
  return { rounds, short, plan: { decisions, cost: costOf(year.problem, decisions) } };
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

/** The state of an earlier run in the words of this one; what no longer fits is left behind. */
function carryOver(
  year: Year,
  { problem: old, plans, duals }: YearState,
): { plans: ClusterPlan[]; duals?: Float64Array } {
  const { problem } = year;
  const sameStores = JSON.stringify(old.stores) === JSON.stringify(problem.stores);
  const sameShredders =
    old.shredders.length === problem.shredders.length && old.points.length === problem.points.length;
  const key = (p: YearProblem, o: YearProblem["options"][number]) =>
    [p.stores[o.store]!.id, o.shredded, ...o.parts.map((part) => p.facilities[part.facility]!.id)].join(" ");
  const now = new Map(problem.options.map((o, i) => [key(problem, o), i] as const));
  const moved = old.options.map((o) => now.get(key(old, o)) ?? -1);
  const fits = sameStores && sameShredders;
  const kept = fits
    ? plans.flatMap((plan) => {
        const hauls = plan.hauls.map((h) => ({ ...h, option: moved[h.option]! }));
        return hauls.some((h) => h.option < 0) ? [] : [{ ...plan, hauls }];
      })
    : [];
  const sameRows = yearOf(old).coupling.rows.length === year.coupling.rows.length;
  return { plans: kept, ...(sameRows ? { duals } : {}) };
}
