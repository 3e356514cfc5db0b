/** The plan of a cluster in flows, what it costs, and what it takes of the things that all share. */
import type { YearProblem } from "../../../domain/year/problem.ts";
import type { Entry } from "../../lp/index.ts";
import type { Visit } from "./calendar.ts";
import type { Coupling } from "./coupling.ts";
import { interval, type Interval } from "./line.ts";
import { campaignEnd, endSegments, yearEnd, type StoreLine } from "./lines.ts";
import type { MasterColumn } from "./master.ts";
import { closingEuros, type BestOptions, type YearPrices } from "./prices.ts";
import { euros, KG_PER_TONNE } from "./units.ts";

export interface Flow {
  readonly option: number;
  readonly week: number;
  readonly tonnes: number;
}

export interface Shred {
  readonly store: number;
  readonly week: number;
  readonly shredder: number;
  readonly tonnes: number;
}

export interface ClusterPlan {
  readonly cluster: number;
  readonly closed: readonly number[];
  readonly campaigns: readonly (Visit & { readonly point: number })[];
  readonly hauls: readonly Flow[];
  readonly shreds: readonly Shred[];
  /** t left at the end beyond the opening stock. */
  readonly excess: number;
}

const NOISE = 1e-9;

/** Runs a store through the year with the given campaigns, taking at every moment the cheapest way. */
export function runLine(
  problem: YearProblem,
  line: StoreLine,
  best: BestOptions,
  visits: readonly Visit[],
  shredEuros: (week: number, shredder: number) => number,
): { readonly hauls: Flow[]; readonly shreds: Shred[]; readonly excess: number } {
  const hauls: Flow[] = [];
  const shreds: Shred[] = [];
  const [loose, shredded] = best.option[line.store]!;
  const haul = best.euros[line.store]![0]!;
  const add = (option: number, week: number, tonnes: number) => {
    if (tonnes > NOISE) hauls.push({ option, week, tonnes });
  };
  let stock = 0;
  let first = 0;
  const run = (to: number, { keep }: Interval, last: (there: number) => void) => {
    for (let w = first; w <= to; w++) {
      const there = stock * (w === first ? 1 : line.keeps) + line.arrivals[w]!;
      if (w === to) return last(there);
      stock = Math.min(there, keep[w]!);
      add(loose![w]!, w, there - stock);
    }
  };
  for (const { week, shredder } of line.shredded ? visits : []) {
    const end = campaignEnd(line, best, week, shredEuros(week, shredder));
    run(week, interval(line, week, endSegments(end), haul), (there) => {
      const heap = end.heap.week < 0 ? 0 : Math.min(there, end.heap.tonnes);
      const rest = there - heap;
      const through = heap + (end.nowShredded ? rest : 0);
      if (through > NOISE) shreds.push({ store: line.store, week, shredder, tonnes: through });
      if (heap > 0) add(shredded![end.heap.week]!, end.heap.week, heap * line.heapKeeps ** (end.heap.week - week));
      add((end.nowShredded ? shredded! : loose!)[week]!, week, rest);
    });
    stock = 0;
    first = week + 1;
  }
  let excess = 0;
  if (first < line.weeks) {
    const last = line.weeks - 1;
    const end = yearEnd(problem, line, haul);
    run(last, interval(line, last, end, haul), (there) => {
      stock = Math.min(there, end.tonnes);
      add(loose![last]!, last, there - stock);
      excess = Math.max(0, stock - line.openingTonnes);
    });
  }
  return { hauls, shreds, excess };
}

/** Euros, and what the plan takes of the coupling rows. Campaigns cost what they cost at least. */
export function masterColumn(
  problem: YearProblem,
  prices: YearPrices,
  coupling: Coupling,
  plan: ClusterPlan,
): MasterColumn {
  const use = new Map<number, number>();
  const add = (row: number, amount: number) => use.set(row, (use.get(row) ?? 0) + amount);
  let cost = plan.excess * euros(problem.closingCentsPerTonne);
  for (const { option, week, tonnes } of plan.hauls) {
    cost += tonnes * prices.option[option]!;
    for (const [row, factor] of prices.entriesOf(option, week)) add(row, factor * tonnes);
  }
  for (const { week, shredder, tonnes } of plan.shreds) {
    cost += tonnes * prices.shred[shredder]!;
    add(coupling.hours[week]![shredder]!, (tonnes * KG_PER_TONNE) / problem.shredders[shredder]!.kgPerHour);
  }
  for (const { point, week, shredder } of plan.campaigns) {
    cost += prices.campaign[shredder]![point]!;
    add(coupling.hours[week]![shredder]!, problem.shredders[shredder]!.setupHours);
    const presence = coupling.presence[week * problem.shredders.length + shredder];
    if (presence !== undefined) add(presence[point]!, 1);
  }
  for (const point of plan.closed) cost += closingEuros(problem, point);
  return { cluster: plan.cluster, cost, entries: [...use] as Entry[] };
}

/** What each campaign of a point shreds, t. */
export function intervalTonnes(
  problem: YearProblem,
  { lines }: { readonly lines: readonly StoreLine[] },
  best: BestOptions,
  visits: readonly Visit[],
  shredEuros: (week: number, shredder: number) => number,
): number[] {
  const shreds = lines.flatMap((line) =>
    line.shredded ? runLine(problem, line, best, visits, shredEuros).shreds : [],
  );
  return visits.map(({ week }) => shreds.reduce((sum, s) => sum + (s.week === week ? s.tonnes : 0), 0));
}
