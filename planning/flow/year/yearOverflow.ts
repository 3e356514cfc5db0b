/** How likely the stores of a planned year overflow: the stock that the plan leaves beside the spread of what comes. */
import type { ForecastSpread } from "../../../domain/year/input.ts";
import type { YearPlan } from "../../../domain/year/plan.ts";
import { normalCdf } from "../../normal.ts";
import { cumulatedSdKg } from "./safety.ts";

export interface YearOverflow {
  /** Of a store in its worst week. */
  readonly highest: number;
  /** Overflows of all stores in all weeks together. */
  readonly expected: number;
  /** Stores with some week above the accepted chance. */
  readonly storages: number;
}

/** Beyond it the plan keeps no promise; below, it is the rounding of masses and of the quantile. */
const SLACK = 0.002;

/** At the end of each week, normal in the approximation, as the room that is kept free (docs/flow.md). */
export function yearOverflow(plan: YearPlan, spread: ForecastSpread): YearOverflow {
  const accepted = spread.overflowChance.value;
  const chances = plan.problem.stores.map((_, s) => storeChances(plan, s, spread));
  const all = chances.flat();
  return {
    highest: Math.max(0, ...all),
    expected: all.reduce((sum, chance) => sum + chance, 0),
    storages: chances.filter((weeks) => weeks.some((chance) => chance > accepted + SLACK)).length,
  };
}

function storeChances({ problem, decisions }: YearPlan, s: number, spread: ForecastSpread): number[] {
  const store = problem.stores[s]!;
  const isClosed = (point: number): boolean => decisions.closedPoints.includes(point);
  if (isClosed(store.point)) return [];
  // A closed point's material comes here, with its surges beside ours.
  const from = problem.stores.filter(
    (other, i) =>
      i === s ||
      (isClosed(other.point) &&
        other.material === store.material &&
        problem.points[other.point]!.closing?.receiver === store.point),
  );
  const taken = problem.weeks.map(() => 0);
  for (const { option, week, massKg } of decisions.hauls) {
    const { store: of, shredded } = problem.options[option]!;
    if (of === s && !shredded) taken[week]! += massKg;
  }
  for (const { store: of, week, massKg } of decisions.shreds) if (of === s) taken[week]! += massKg;
  const roomKg = store.roomM3 * store.looseKgPerM3;
  let stock = store.openingKg;
  return problem.weeks.map((_, w) => {
    if (w > 0) stock *= 1 - store.looseLossPerWeek;
    stock += from.reduce((sum, one) => sum + one.arrivalsKg[w]!, 0) - taken[w]!;
    const sd = from.reduce((sum, one) => sum + cumulatedSdKg(one.arrivalsKg, w, spread), 0);
    const free = roomKg - Math.max(0, stock);
    if (sd <= 0) return free < -1 ? 1 : 0;
    return 1 - normalCdf(free / sd);
  });
}
