/** Plans one group: whole-number decisions by branch and bound, then flows in whole kilograms. */
import { expectSolution, type LpSolver } from "../lp/index.ts";
import { boundPattern, narrowing, type Pattern } from "./bounds.ts";
import { EUROS_PER_CENT, KG_PER_TONNE } from "./columns.ts";
import { decide, type FlowDecisions } from "./decisions.ts";
import { layoutFlow, type FlowLayout } from "./layout.ts";
import { contributionsOf, priceGroup, roundingCents, solveWith, type GroupCost, type OpenFlow } from "./groupCost.ts";
import { priceOf, type Price } from "./price.ts";
import type { FlowProblem } from "./problem.ts";

/** How hard to look for better whole-number decisions; the same for every group that gets a plan. */
export interface FlowEffort {
  readonly relativeGap: number;
  readonly maxNodes: number;
}

export const DEFAULT_EFFORT: FlowEffort = { relativeGap: 0.002, maxNodes: 200 };

export interface FlowResult extends Price {
  readonly decisions: FlowDecisions;
  readonly pattern: Pattern;
  /** No plan of this group is cheaper, in whole cents. */
  readonly lowerBoundCents: number;
}

/** A model kept open in an engine. Not to be shared between threads. */
export interface FlowSolver {
  readonly problem: FlowProblem;
  /** The best plan found within the effort, from the engine's own search and from the patterns handed in. */
  plan(coalition: number, effort?: FlowEffort, candidates?: readonly Pattern[]): FlowResult;
  /** The plan that follows a pattern; its lower bound is only its own cost. */
  realise(coalition: number, pattern: Pattern): FlowResult;
  /**
   * The plan that follows a pattern when hauls cost more than the list says, by [week][option] in cents per kg, as the
   * tours of a week showed. It is priced by the list all the same.
   */
  follow(coalition: number, pattern: Pattern, surcharge: readonly (readonly number[])[]): FlowResult;
  /** Cost of a plan of the group that keeps to the allowed campaigns and sites, found fast (groupCost.ts). */
  price(coalition: number, allowed: Pattern): GroupCost;
  /** Duals of the group's plan with its whole-number decisions fixed. */
  duals(
    coalition: number,
    pattern: Pattern,
  ): { readonly layout: FlowLayout; readonly rowDual: Float64Array; readonly colDual: Float64Array };
  dispose(): void;
}

export function flowSolver(engine: LpSolver, problem: FlowProblem): FlowSolver {
  const layout = layoutFlow(problem);
  const session = engine.open(layout.model);
  const open: OpenFlow = { problem, layout, session, narrow: narrowing(problem, layout) };
  return {
    problem,
    plan: (coalition, effort = DEFAULT_EFFORT, candidates = []) => planGroup(open, coalition, effort, candidates),
    realise: (coalition, pattern) => realise(open, coalition, pattern, Infinity),
    follow: (coalition, pattern, surcharge) => follow(open, coalition, pattern, surcharge),
    price: (coalition, allowed) => priceGroup(open, coalition, allowed),
    duals(coalition, pattern) {
      const { rowDual, colDual } = solveWith(open, coalition, pattern, "fixed");
      return { layout, rowDual, colDual };
    },
    dispose: () => session.dispose(),
  };
}

function planGroup(open: OpenFlow, coalition: number, effort: FlowEffort, candidates: readonly Pattern[]): FlowResult {
  open.narrow.apply(open.session, coalition);
  boundPattern(open, coalition, null, "allowed");
  open.session.relax(false);
  const search = expectSolution(
    open.session.solve({ relativeGap: effort.relativeGap, maxNodes: effort.maxNodes }),
    "plan of a group",
  );
  const boundCents =
    Math.floor(search.bound * 100 - roundingCents(open.problem)) + contributionsOf(open.problem, coalition);
  const patterns = [patternOf(open, search.colValue), ...candidates];
  const results = patterns.map((pattern) => realise(open, coalition, pattern, boundCents));
  return results.reduce((best, next) => (next.costCents < best.costCents ? next : best));
}

function realise(open: OpenFlow, coalition: number, pattern: Pattern, boundCents: number): FlowResult {
  const { colValue } = solveWith(open, coalition, pattern, "fixed");
  const decisions = decide(open.problem, open.layout, colValue, coalition);
  const price = priceOf(open.problem, decisions);
  return { decisions, pattern, ...price, lowerBoundCents: Math.min(boundCents, price.costCents) };
}

function follow(
  open: OpenFlow,
  coalition: number,
  pattern: Pattern,
  surcharge: readonly (readonly number[])[],
): FlowResult {
  const { layout, session } = open;
  const columns = Int32Array.from(layout.haul.flat());
  const list = Float64Array.from(columns, (column) => layout.model.colCost[column]!);
  const more = surcharge.flat();
  session.setColumnCosts(
    columns,
    list.map((cost, i) => cost + more[i]! * EUROS_PER_CENT * KG_PER_TONNE),
  );
  try {
    return realise(open, coalition, pattern, Infinity);
  } finally {
    session.setColumnCosts(columns, list);
  }
}

function patternOf(open: OpenFlow, colValue: Float64Array): Pattern {
  const on = (column: number) => colValue[column]! > 0.5;
  return {
    campaigns: open.layout.campaign.map((week) => week.map((shredder) => shredder.map(on))),
    opened: open.problem.facilities.map((f, i) => f.candidateCents !== null && on(open.layout.opened[i]!)),
  };
}
