/**
 * The cheapest year of a point under given prices: a shortest path through its campaigns, where an arc from one campaign to the
 * next costs what the stores cost in between (Wagner & Whitin 1958, doi:10.1287/mnsc.5.1.89). A campaign clears every store that it serves, so
 * nothing else ties the intervals together and the path is exact.
 */
import type { YearProblem } from "../../../domain/year/problem.ts";
import { interval } from "./line.ts";
import { campaignEnd, endSegments, storeLine, yearEnd, type StoreLine } from "./lines.ts";
import type { BestOptions, YearPrices } from "./prices.ts";

/** What the stores of a point cost between campaigns. */
export interface PointYear {
  readonly point: number;
  readonly lines: readonly StoreLine[];
  /** Cost of stores that no campaign serves. */
  readonly apart: number;
  /** [week of the campaign · shredders + shredder][first week of the interval]; the last row is the year's end. */
  readonly arcs: readonly Float64Array[];
}

/** A campaign at one point. */
export interface Visit {
  readonly week: number;
  readonly shredder: number;
}

export interface Path {
  readonly cost: number;
  readonly visits: readonly Visit[];
}

/** @param shredEuros euros per tonne by week and shredder, duals taken off */
export function pointYear(
  problem: YearProblem,
  prices: YearPrices,
  best: BestOptions,
  point: number,
  closed: readonly number[],
  shredEuros: (week: number, shredder: number) => number,
  /** Only these campaigns are asked about. */
  visits?: readonly Visit[],
): PointYear {
  const weeks = problem.weeks.length;
  const shredders = problem.shredders.length;
  const lines = problem.stores.flatMap((s, i) => (s.point === point ? [storeLine(problem, prices, i, closed)] : []));
  const arcs = Array.from({ length: weeks * shredders + 1 }, () => new Float64Array(0));
  const served = lines.filter((line) => line.shredded);
  const asked = visits ?? Array.from({ length: weeks * shredders }, (_, i) => visitOf(i, shredders));
  for (const { week, shredder } of asked) {
    const sum = new Float64Array(week + 1);
    for (const line of served) {
      const end = endSegments(campaignEnd(line, best, week, shredEuros(week, shredder)));
      const { cost } = interval(line, week, end, best.euros[line.store]![0]!);
      for (let first = 0; first <= week; first++) sum[first]! += cost[first]!;
    }
    arcs[week * shredders + shredder] = sum;
  }
  const rest = new Float64Array(weeks + 1);
  let apart = 0;
  for (const line of lines) {
    const haul = best.euros[line.store]![0]!;
    const { cost } = interval(line, weeks - 1, yearEnd(problem, line, haul), haul);
    if (line.shredded) for (let first = 0; first < weeks; first++) rest[first]! += cost[first]!;
    else apart += cost[0]!;
  }
  arcs[weeks * shredders] = rest;
  return { point, lines, apart, arcs };
}

function visitOf(i: number, shredders: number): Visit {
  return { week: Math.floor(i / shredders), shredder: i % shredders };
}

/**
 * The cheapest campaigns.
 *
 * @param campaignEuros what a campaign costs, shredding left out; infinite where there can be none
 */
export function cheapestPath(
  { arcs, apart, lines }: PointYear,
  weeks: number,
  shredders: number,
  campaignEuros: (week: number, shredder: number) => number,
): Path {
  if (!lines.some((line) => line.shredded)) return { cost: apart, visits: [] };
  // `until[first]`: cost of the weeks before `first` when the last campaign was in the week before it.
  const until = new Float64Array(weeks + 1).fill(Infinity);
  const by = new Int32Array(weeks + 1).fill(-1);
  const from = new Int32Array(weeks + 1).fill(-1);
  until[0] = 0;
  for (let week = 0; week < weeks; week++) {
    for (let k = 0; k < shredders; k++) {
      const arc = arcs[week * shredders + k]!;
      const campaign = campaignEuros(week, k);
      if (arc.length === 0 || campaign === Infinity) continue;
      for (let first = 0; first <= week; first++) {
        const cost = until[first]! + arc[first]! + campaign;
        if (cost >= until[week + 1]!) continue;
        until[week + 1] = cost;
        by[week + 1] = k;
        from[week + 1] = first;
      }
    }
  }
  const rest = arcs[weeks * shredders]!;
  let last = 0;
  for (let first = 1; first <= weeks; first++)
    if (until[first]! + rest[first]! < until[last]! + rest[last]!) last = first;
  const visits: Visit[] = [];
  for (let at = last; at > 0; at = from[at]!) visits.unshift({ week: at - 1, shredder: by[at]! });
  return { cost: apart + until[last]! + rest[last]!, visits };
}

/** Cost of exactly these campaigns. */
export function pathCost(
  { arcs, apart }: PointYear,
  weeks: number,
  shredders: number,
  visits: readonly Visit[],
  campaignEuros: (week: number, shredder: number) => number,
): number {
  let first = 0;
  let cost = apart;
  for (const { week, shredder } of visits) {
    cost += arcs[week * shredders + shredder]![first]! + campaignEuros(week, shredder);
    first = week + 1;
  }
  return cost + arcs[weeks * shredders]![first]!;
}
