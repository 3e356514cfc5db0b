/** From mixed plans in fractions of a tonne to decisions in whole kilograms, with the shredders' rounds. */
import type { YearDecisions } from "../../../domain/year/decisions.ts";
import { inflowOf } from "./clusters.ts";
import type { Generated } from "./generate.ts";
import type { ClusterPlan } from "./plan.ts";
import type { Calendar, Year } from "./pricing.ts";
import { roundsOf } from "./rounds.ts";
import { KG_PER_TONNE } from "./units.ts";

/** Flows of all plans by their weights, kg; key to amount. */
interface Mixed {
  /** [store][week], option to kg */
  readonly hauls: Map<number, number>[][];
  /** [store][week], shredder to kg */
  readonly shreds: Map<number, number>[][];
}

export function decide(year: Year, { plans, solution }: Generated, calendars: readonly Calendar[]): YearDecisions {
  const { problem, coupling } = year;
  const closed = calendars.flatMap((c) => c.closed);
  const mixed = mix(year, plans, solution.weights);
  const hauls: YearDecisions["hauls"] = [];
  const shreds: YearDecisions["shreds"] = [];
  problem.stores.forEach((_, s) => runWhole(year, s, closed, mixed, hauls, shreds));
  return {
    hauls,
    shreds,
    rounds: allRounds(year, shreds),
    openSites: problem.facilities.flatMap((f, i) =>
      f.site !== null && solution.statics[coupling.site[i]!]! > 0.5 ? [i] : [],
    ),
    closedPoints: closed,
    sales: wholeSales(year, solution.statics, hauls),
  };
}

function mix(year: Year, plans: readonly ClusterPlan[], weights: Float64Array): Mixed {
  const { problem } = year;
  const empty = () => problem.stores.map(() => problem.weeks.map(() => new Map<number, number>()));
  const mixed = { hauls: empty(), shreds: empty() };
  const add = (map: Map<number, number>, key: number, kg: number) => map.set(key, (map.get(key) ?? 0) + kg);
  plans.forEach((plan, i) => {
    const weight = weights[i]!;
    if (weight <= 1e-12) return;
    for (const { option, week, tonnes } of plan.hauls)
      add(mixed.hauls[problem.options[option]!.store]![week]!, option, weight * tonnes * KG_PER_TONNE);
    for (const { store, week, shredder, tonnes } of plan.shreds)
      add(mixed.shreds[store]![week]!, shredder, weight * tonnes * KG_PER_TONNE);
  });
  return mixed;
}

/** Follows the exact stocks beside the whole ones, so that rounding never adds up. */
function runWhole(
  { problem }: Year,
  s: number,
  closed: readonly number[],
  mixed: Mixed,
  hauls: YearDecisions["hauls"],
  shreds: YearDecisions["shreds"],
): void {
  const store = problem.stores[s]!;
  const { openingKg, arrivalsKg } = inflowOf(problem, s, closed);
  const loose = { exact: openingKg, whole: openingKg };
  const heap = { exact: 0, whole: 0 };
  const take = (stock: { exact: number; whole: number }, kg: number): number => {
    const wanted = Math.round(kg + stock.whole - stock.exact);
    const taken = Math.max(0, Math.min(wanted, Math.floor(stock.whole + 1e-6)));
    stock.exact -= kg;
    stock.whole -= taken;
    return taken;
  };
  problem.weeks.forEach((_, week) => {
    const keeps = week === 0 ? 1 : 1 - store.looseLossPerWeek;
    loose.exact = loose.exact * keeps + arrivalsKg[week]!;
    loose.whole = loose.whole * keeps + arrivalsKg[week]!;
    heap.exact *= 1 - store.shreddedLossPerWeek;
    heap.whole *= 1 - store.shreddedLossPerWeek;
    for (const [shredder, kg] of mixed.shreds[s]![week]!) {
      const massKg = take(loose, kg);
      heap.exact += kg;
      heap.whole += massKg;
      if (massKg > 0) shreds.push({ week, store: s, shredder, massKg });
    }
    for (const [option, kg] of mixed.hauls[s]![week]!) {
      const massKg = take(problem.options[option]!.shredded ? heap : loose, kg);
      if (massKg > 0) hauls.push({ week, option, massKg });
    }
  });
}

function allRounds({ problem }: Year, shreds: YearDecisions["shreds"]): YearDecisions["rounds"] {
  return problem.weeks.flatMap((_, week) =>
    problem.shredders.flatMap((shredder, k) => {
      const hours = new Map<number, number>();
      for (const { massKg, store } of shreds.filter((x) => x.week === week && x.shredder === k)) {
        const { point } = problem.stores[store]!;
        hours.set(point, (hours.get(point) ?? 0) + massKg / shredder.kgPerHour);
      }
      const jobs = [...hours].map(([point, h]) => ({ point, hours: h }));
      return roundsOf(problem, shredder, jobs).map(({ stops }) => ({ week, shredder: k, stops }));
    }),
  );
}

/** Nothing is sold that is not made by then. */
function wholeSales(
  { problem, coupling }: Year,
  statics: Float64Array,
  hauls: YearDecisions["hauls"],
): YearDecisions["sales"] {
  const made = new Map<string, number[]>();
  for (const { option, week, massKg } of hauls)
    for (const part of problem.options[option]!.parts)
      for (const { product, share } of part.yields) {
        const key = `${part.facility} ${product}`;
        const list = made.get(key) ?? problem.periods.map(() => 0);
        list[problem.periodOfWeek[week]!]! += massKg * part.share * share;
        made.set(key, list);
      }
  const stock = new Map<string, number>();
  return problem.periods.flatMap((_, period) => {
    for (const [key, list] of made) stock.set(key, (stock.get(key) ?? 0) + list[period]!);
    return problem.buyers.flatMap(({ product }, buyer) =>
      problem.facilities.flatMap((_f, facility) => {
        const column = coupling.sales[buyer]![facility]![period]!;
        const key = `${facility} ${product}`;
        const there = stock.get(key) ?? 0;
        const wanted = column < 0 ? 0 : Math.round(statics[column]! * KG_PER_TONNE);
        const massKg = Math.max(0, Math.min(wanted, Math.floor(there)));
        if (massKg === 0) return [];
        stock.set(key, there - massKg);
        return [{ period, facility, buyer, massKg }];
      }),
    );
  });
}
