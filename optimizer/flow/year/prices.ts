/** What a tonne, a campaign and an hour cost a point: real prices, less what duals say that they take from others. */
import type { YearProblem } from "../../../domain/year/problem.ts";
import { optionEntries, optionEuros, type Coupling } from "./coupling.ts";
import { eurosPerMetre, leastMoveMetres } from "./moves.ts";
import { euros, KG_PER_TONNE } from "./units.ts";

/** Prices of a problem that do not change while it is solved. */
export interface YearPrices {
  /** Euros per tonne, [option] */
  readonly option: Float64Array;
  /** Positions of options, [store][loose 0, shredded 1] */
  readonly options: readonly (readonly (readonly number[])[])[];
  /** Options that take the same of everything scarce, by position of their first; spares work. */
  readonly entriesOf: (option: number, week: number) => readonly (readonly [number, number])[];
  /** Euros per tonne, [shredder] */
  readonly shred: readonly number[];
  /** Euros per campaign at least, [shredder][point] */
  readonly campaign: readonly (readonly number[])[];
}

export function pricesOf(problem: YearProblem, coupling: Coupling): YearPrices {
  const options = problem.stores.map((): number[][] => [[], []]);
  problem.options.forEach((o, i) => options[o.store]![o.shredded ? 1 : 0]!.push(i));
  const co2 = (problem.shreddingKgCo2ePerTonne * problem.co2CentsPerTonne) / KG_PER_TONNE;
  const entries = problem.options.map((o) => problem.weeks.map((_, w) => optionEntries(problem, coupling, o, w)));
  return {
    option: Float64Array.from(problem.options, (o) => optionEuros(problem, o)),
    options,
    entriesOf: (option, week) => entries[option]![week]!,
    shred: problem.shredders.map((k) => euros((k.centsPerHour * KG_PER_TONNE) / k.kgPerHour + co2)),
    campaign: problem.shredders.map((k) =>
      leastMoveMetres(problem, k).map((metres) => euros(k.setupCents) + metres * eurosPerMetre(problem, k)),
    ),
  };
}

/** The cheapest way out under duals. */
export interface BestOptions {
  /** [store][form][week]; −1 where there is none */
  readonly option: readonly (readonly Int32Array[])[];
  /** Euros per tonne; infinite where there is none */
  readonly euros: readonly (readonly Float64Array[])[];
}

/** @param duals by coupling row: change of the cost per unit of the row's bound */
export function bestOptions(problem: YearProblem, prices: YearPrices, duals: Float64Array): BestOptions {
  const weeks = problem.weeks.length;
  const option: Int32Array[][] = [];
  const cost: Float64Array[][] = [];
  for (const forms of prices.options) {
    const best = forms.map(() => new Int32Array(weeks).fill(-1));
    const least = forms.map(() => new Float64Array(weeks).fill(Infinity));
    forms.forEach((list, form) => {
      for (const o of list) {
        for (let w = 0; w < weeks; w++) {
          let reduced = prices.option[o]!;
          for (const [row, factor] of prices.entriesOf(o, w)) reduced -= duals[row]! * factor;
          if (reduced >= least[form]![w]!) continue;
          least[form]![w] = reduced;
          best[form]![w] = o;
        }
      }
    });
    option.push(best);
    cost.push(least);
  }
  return { option, euros: cost };
}

/** What closing a point costs; negative when it saves. */
export function closingEuros(problem: YearProblem, point: number): number {
  const { closing } = problem.points[point]!;
  if (closing === null) return 0;
  const kg = problem.stores
    .filter((s) => s.point === point)
    .reduce((sum, s) => sum + s.arrivalsKg.reduce((a, b) => a + b, 0), 0);
  return euros((kg / KG_PER_TONNE) * closing.centsPerTonne - closing.savedCents);
}
