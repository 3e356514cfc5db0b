/** A cluster's answer to prices: its cheapest plan, exact, or the cheapest with given campaigns. */
import type { YearProblem } from "../../../domain/year/problem.ts";
import { cheapestPath, pathCost, pointYear, type PointYear, type Visit } from "./calendar.ts";
import { clustersOf, type Cluster } from "./clusters.ts";
import { couplingOf, type Coupling } from "./coupling.ts";
import { leastMobilisationEuros } from "./moves.ts";
import { runLine, type ClusterPlan } from "./plan.ts";
import { closingEuros, pricesOf, type BestOptions, type YearPrices } from "./prices.ts";
import { KG_PER_TONNE } from "./units.ts";

/** A year ready to be solved. */
export interface Year {
  readonly problem: YearProblem;
  readonly coupling: Coupling;
  readonly prices: YearPrices;
  readonly clusters: readonly Cluster[];
}

export function yearOf(problem: YearProblem): Year {
  const coupling = couplingOf(
    problem,
    problem.shredders.map((k) => leastMobilisationEuros(problem, k)),
  );
  return { problem, coupling, prices: pricesOf(problem, coupling), clusters: clustersOf(problem) };
}

/** Campaigns and closings of a cluster that are settled. */
export interface Calendar {
  readonly closed: readonly number[];
  /** By point of the problem. */
  readonly visits: ReadonlyMap<number, readonly Visit[]>;
}

export interface Answer {
  /** With the duals taken off, euros. */
  readonly cost: number;
  readonly plan: ClusterPlan;
}

/** Euros per tonne shredded with an hour's dual taken off. */
export function shredEuros({ problem, prices, coupling }: Year, duals: Float64Array) {
  return (week: number, k: number) =>
    prices.shred[k]! - (duals[coupling.hours[week]![k]!]! * KG_PER_TONNE) / problem.shredders[k]!.kgPerHour;
}

/** Euros per campaign at least, with the duals of the setup's hours and of the machine taken off. */
export function campaignEuros({ problem, prices, coupling }: Year, duals: Float64Array, point: number) {
  return (week: number, k: number) => {
    const presence = coupling.presence[week * problem.shredders.length + k];
    const machine = presence === undefined ? 0 : duals[presence[point]!]!;
    return prices.campaign[k]![point]! - duals[coupling.hours[week]![k]!]! * problem.shredders[k]!.setupHours - machine;
  };
}

export function answer(year: Year, at: number, best: BestOptions, duals: Float64Array, fixed?: Calendar): Answer {
  const { problem, prices, clusters } = year;
  const cluster = clusters[at]!;
  const shred = shredEuros(year, duals);
  const variants = fixed === undefined ? cluster.variants : [fixed.closed];
  const answers = variants.map((closed) => {
    const points = cluster.points.map((point) => {
      const visits = fixed?.visits.get(point);
      const open = pointYear(problem, prices, best, point, closed, shred, visits);
      return { open, ...pathOf(year, open, duals, visits) };
    });
    const closing = closed.reduce((sum, point) => sum + closingEuros(problem, point), 0);
    return { closed, points, cost: points.reduce((sum, p) => sum + p.cost, closing) };
  });
  const chosen = answers.reduce((a, b) => (b.cost < a.cost ? b : a));
  const runs = chosen.points.flatMap(({ open, visits }) =>
    open.lines.map((line) => runLine(problem, line, best, visits, shred)),
  );
  return {
    cost: chosen.cost,
    plan: {
      cluster: at,
      closed: chosen.closed,
      campaigns: chosen.points.flatMap(({ open, visits }) => visits.map((v) => ({ ...v, point: open.point }))),
      hauls: runs.flatMap((run) => run.hauls),
      shreds: runs.flatMap((run) => run.shreds),
      excess: runs.reduce((sum, run) => sum + run.excess, 0),
    },
  };
}

function pathOf(year: Year, open: PointYear, duals: Float64Array, visits?: readonly Visit[]) {
  const { weeks, shredders } = { weeks: year.problem.weeks.length, shredders: year.problem.shredders.length };
  const euros = campaignEuros(year, duals, open.point);
  if (visits === undefined) return cheapestPath(open, weeks, shredders, euros);
  return { cost: pathCost(open, weeks, shredders, visits, euros), visits };
}
