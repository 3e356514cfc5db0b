/** The stores of a point as lines, and how a line ends: in a campaign, or at the end of the year. */
import type { YearProblem } from "../../../domain/year/problem.ts";
import { inflowOf } from "./clusters.ts";
import { cutOff, type Line, type Segments } from "./line.ts";
import type { BestOptions, YearPrices } from "./prices.ts";
import { euros, KG_PER_TONNE } from "./units.ts";

export interface StoreLine extends Line {
  readonly store: number;
  /** Whether campaigns clear it. */
  readonly shredded: boolean;
  readonly openingTonnes: number;
  /** Of the heap that a campaign leaves. */
  readonly heapTonnes: number;
  readonly heapWeeks: number;
  readonly heapKeeps: number;
}

export function storeLine(problem: YearProblem, prices: YearPrices, at: number, closed: readonly number[]): StoreLine {
  const store = problem.stores[at]!;
  const { openingKg, arrivalsKg, safetyM3 } = inflowOf(problem, at, closed);
  const arrivals = Float64Array.from(arrivalsKg, (kg, w) => (kg + (w === 0 ? openingKg : 0)) / KG_PER_TONNE);
  const keeps = 1 - store.looseLossPerWeek;
  const capacity = Float64Array.from(arrivals, (_, w) => {
    const room = (Math.max(0, store.roomM3 - safetyM3[w]!) * store.looseKgPerM3) / KG_PER_TONNE;
    return Math.min(room, store.looseWeeks === null ? Infinity : young(arrivals, keeps, store.looseWeeks, w));
  });
  return {
    store: at,
    weeks: arrivals.length,
    arrivals,
    capacity,
    keeps,
    shredded: isShredded(problem, prices, at),
    openingTonnes: openingKg / KG_PER_TONNE,
    heapTonnes: ((store.shreddedRoomM3 ?? Infinity) * store.shreddedKgPerM3) / KG_PER_TONNE,
    heapWeeks: store.shreddedWeeks ?? arrivals.length,
    heapKeeps: 1 - store.shreddedLossPerWeek,
  };
}

/** A store is cleared by campaigns when its material is shreddable and somebody takes it shredded. */
export function isShredded(problem: YearProblem, prices: YearPrices, store: number): boolean {
  return problem.stores[store]!.shreddable && problem.shredders.length > 0 && prices.options[store]![1]!.length > 0;
}

/** The oldest leaves first, so nothing is older than the limit exactly when the stock is at most what came since. */
function young(arrivals: Float64Array, keeps: number, weeks: number, week: number): number {
  let tonnes = 0;
  for (let age = 0; age < weeks && week - age >= 0; age++) tonnes += arrivals[week - age]! * keeps ** age;
  return tonnes;
}

/** What a campaign does with what it finds. */
export interface CampaignEnd {
  /** Euros per tonne of what leaves in the week of the campaign, and in which form. */
  readonly now: number;
  readonly nowShredded: boolean;
  /** The heap that stays behind: at most `tonnes`, until `week`. None where `week` is −1. */
  readonly heap: { readonly tonnes: number; readonly week: number; readonly euros: number };
}

/** @param shredEuros euros per tonne shredded, duals taken off */
export function campaignEnd(line: StoreLine, best: BestOptions, week: number, shredEuros: number): CampaignEnd {
  const [loose, shredded] = best.euros[line.store]!;
  const shreddedNow = shredEuros + shredded![week]!;
  const now = Math.min(loose![week]!, shreddedNow);
  let heap = { tonnes: 0, week: -1, euros: now };
  for (let age = 1; age <= line.heapWeeks && week + age < line.weeks; age++) {
    const later = shredEuros + line.heapKeeps ** age * shredded![week + age]!;
    if (later < heap.euros) heap = { tonnes: line.heapTonnes, week: week + age, euros: later };
  }
  return { now, nowShredded: shreddedNow <= loose![week]!, heap: heap.tonnes > 0 ? heap : { ...heap, week: -1 } };
}

export function endSegments({ now, heap }: CampaignEnd): Segments {
  return heap.week < 0
    ? { widths: [Infinity], slopes: [now] }
    : { widths: [heap.tonnes, Infinity], slopes: [heap.euros, now] };
}

/** The year's last week: as much as lay there at the beginning may lie there at the end. */
export function yearEnd(
  problem: YearProblem,
  line: StoreLine,
  haul: Float64Array,
): Segments & { readonly tonnes: number } {
  const last = line.weeks - 1;
  return cutOff(
    [line.openingTonnes, Infinity],
    [0, euros(problem.closingCentsPerTonne)],
    line.capacity[last]!,
    haul[last]!,
  );
}
