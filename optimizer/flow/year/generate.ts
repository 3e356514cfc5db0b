/**
 * Column generation: the master sets prices, every cluster answers with its cheapest plan, until the bound that the answers
 * prove meets the master. Prices are smoothed towards the best so far (Wentges 1997, doi:10.1111/1475-3995.00019), which spares rounds.
 */
import type { LpSolver } from "../../lp/index.ts";
import { openMaster, staticBound, type Master, type MasterSolution } from "./master.ts";
import { masterColumn, type ClusterPlan } from "./plan.ts";
import { bestOptions } from "./prices.ts";
import { answer, type Calendar, type Year } from "./pricing.ts";

export interface Bounds {
  readonly lower: number;
  readonly upper: number;
}

export interface Generated {
  /** No mix of plans is cheaper; euros. */
  readonly bound: number;
  /** The duals that prove the bound. */
  readonly duals: Float64Array;
  readonly solution: MasterSolution;
  /** Those in the master, in the order of `solution.weights`. */
  readonly plans: readonly ClusterPlan[];
  readonly rounds: number;
}

/** Weight of the best duals so far. */
const SMOOTHING = 0.5;

export interface GenerateOptions {
  /** Stops when master and bound are this close, relatively. */
  readonly gap: number;
  readonly maxRounds: number;
  /** Stops when the bound is as high as this; euros. Default: never. */
  readonly enough?: number;
  /** Bounds of the static columns. */
  readonly bounds: readonly Bounds[];
  /** Settled campaigns, by cluster. */
  readonly calendars?: readonly Calendar[];
  /** Duals to begin at. Default: none. */
  readonly duals?: Float64Array;
}

export function generate(
  engine: LpSolver,
  year: Year,
  first: readonly ClusterPlan[],
  options: GenerateOptions,
): Generated {
  const { gap, maxRounds, bounds } = options;
  const plans = [...first];
  let duals = options.duals ?? new Float64Array(year.coupling.rows.length);
  let best = { bound: -Infinity, duals };
  let master: Master | undefined;
  try {
    for (let rounds = 1; ; rounds++) {
      const { bound, answers } = ask(year, duals, options);
      if (bound > best.bound) best = { bound, duals };
      plans.push(...answers);
      if (master === undefined) master = open(engine, year, plans, bounds);
      else master.add(answers.map((plan) => columnOf(year, plan)));
      const solution = master.solve();
      const met = solution.objective - best.bound <= gap * Math.abs(solution.objective);
      if (met || best.bound >= (options.enough ?? Infinity) || rounds >= maxRounds)
        return { ...best, solution, plans, rounds };
      const from = best.duals;
      duals = solution.duals.map((dual, r) => SMOOTHING * from[r]! + (1 - SMOOTHING) * dual);
    }
  } finally {
    master?.dispose();
  }
}

const columnOf = ({ problem, prices, coupling }: Year, plan: ClusterPlan) =>
  masterColumn(problem, prices, coupling, plan);

function open(engine: LpSolver, year: Year, plans: readonly ClusterPlan[], bounds: readonly Bounds[]): Master {
  const first = plans.map((plan) => columnOf(year, plan));
  const master = openMaster(engine, year.coupling, year.clusters.length, first);
  bounds.forEach(({ lower, upper }, c) => {
    const normal = year.coupling.statics[c]!;
    if (lower !== normal.lower || upper !== normal.upper) master.fix(c, lower, upper);
  });
  return master;
}

function ask(year: Year, duals: Float64Array, { bounds, calendars }: GenerateOptions) {
  const best = bestOptions(year.problem, year.prices, duals);
  const answers = year.clusters.map((_, c) => answer(year, c, best, duals, calendars?.[c]));
  const bound = answers.reduce((sum, one) => sum + one.cost, staticBound(year.coupling, duals, bounds));
  return { bound, answers: answers.map((one) => one.plan) };
}
