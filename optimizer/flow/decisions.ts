/**
 * From the fractions of an LP to decisions in whole kilograms that anyone can re-add, and their exact price in cents.
 */
import { facilityLimitKg, materialShare, ownsLot, pointShare, usableM3 } from "./bounds.ts";
import type { FlowLayout } from "./layout.ts";
import { sum, type FlowProblem } from "./problem.ts";

/** Whole-kilogram decisions of one group, by week. */
export interface FlowDecisions {
  readonly coalition: number;
  /** [week][option] */
  readonly hauledKg: readonly (readonly number[])[];
  /** [week][shredder][lot] */
  readonly shreddedKg: readonly (readonly (readonly number[])[])[];
  /** Stocks at the end of the week, [week][lot]. */
  readonly looseStockKg: readonly (readonly number[])[];
  readonly shreddedStockKg: readonly (readonly number[])[];
  /** [week][storage] */
  readonly overflowKg: readonly (readonly number[])[];
  /** Work of each vehicle, [week][vehicle]. */
  readonly vehicleSeconds: readonly (readonly number[])[];
  readonly vehicleMetres: readonly (readonly number[])[];
  readonly opened: readonly boolean[];
}

/** Rounds every flow down to whole kilograms and recomputes stocks, so that nothing is hauled that is not there. */
export function decide(
  problem: FlowProblem,
  layout: FlowLayout,
  colValue: Float64Array,
  coalition: number,
): FlowDecisions {
  const mine = problem.lots.map((lot) => ownsLot(problem, lot, coalition));
  const loose = problem.lots.map((lot, i) => (mine[i] === true ? lot.openingKg : 0));
  const shredded = problem.lots.map(() => 0);
  const result = {
    hauledKg: [] as number[][],
    shreddedKg: [] as number[][][],
    looseStockKg: [] as number[][],
    shreddedStockKg: [] as number[][],
    overflowKg: [] as number[][],
    vehicleSeconds: [] as number[][],
    vehicleMetres: [] as number[][],
  };
  const share = materialShare(problem, coalition);
  const kg = (column: number) => (column < 0 ? 0 : Math.max(0, Math.floor(colValue[column]! * 1000 + 1e-3)));
  for (let w = 0; w < problem.weeks; w++) {
    problem.lots.forEach((lot, i) => (loose[i]! += mine[i] === true ? lot.arrivalsKg[w]! : 0));
    const shreddedNow = problem.shredders.map((_, k) =>
      problem.lots.map((_, i) => take(loose, i, kg(layout.shredding[w]![k]![i]!), shredded)),
    );
    const left = problem.facilities.map((_, f) => Math.floor(facilityLimitKg(problem, f, coalition, share) + 1e-6));
    const hauled = problem.options.map((option, o) => {
      const wanted = Math.min(kg(layout.haul[w]![o]!), left[option.facility]!);
      const taken = take(option.shredded ? shredded : loose, option.lot, wanted);
      left[option.facility]! -= taken;
      return taken;
    });
    result.shreddedKg.push(shreddedNow);
    result.hauledKg.push(hauled);
    result.looseStockKg.push([...loose]);
    result.shreddedStockKg.push([...shredded]);
    result.overflowKg.push(problem.storages.map((_, s) => overflow(problem, w, s, loose, shredded, coalition)));
    const work = workOf(problem, hauled);
    result.vehicleSeconds.push(
      spread(
        problem,
        work.seconds,
        layout.hours[w]!.map((c) => colValue[c]!),
      ),
    );
    result.vehicleMetres.push(
      spread(
        problem,
        work.metres,
        layout.kilometres[w]!.map((c) => colValue[c]!),
      ),
    );
  }
  const opened = problem.facilities.map((f, i) => f.candidateCents !== null && colValue[layout.opened[i]!]! > 0.5);
  return { coalition, ...result, opened };
}

/** Moves at most `wanted` out of a stock, into another where given; returns what was moved. */
function take(stock: number[], at: number, wanted: number, into?: number[]): number {
  const taken = Math.min(wanted, stock[at]!);
  stock[at]! -= taken;
  if (into !== undefined) into[at]! += taken;
  return taken;
}

function overflow(
  problem: FlowProblem,
  week: number,
  storage: number,
  loose: readonly number[],
  shredded: readonly number[],
  coalition: number,
): number {
  const row = problem.storages[storage]!;
  const lots = problem.lots.flatMap((lot, i) =>
    lot.storage === storage ? [{ ...lot, loose: loose[i]!, shredded: shredded[i]! }] : [],
  );
  const density = lots[0]?.looseKgPerM3 ?? 0;
  const looseM3 = sum(lots.map((lot) => lot.loose)) / density;
  const shreddedM3 = sum(lots.map((lot) => lot.shredded)) / (lots[0]?.shreddedKgPerM3 ?? 1);
  const usable = usableM3(row, week) * pointShare(problem, row.point, coalition);
  return Math.max(0, Math.round((looseM3 + shreddedM3 - usable) * density));
}

/** Seconds and metres of each fleet class in one week. */
export function workOf(problem: FlowProblem, hauled: readonly number[]): { seconds: number[]; metres: number[] } {
  const seconds = new Array<number>(problem.fleetClasses).fill(0);
  const metres = new Array<number>(problem.fleetClasses).fill(0);
  problem.options.forEach((option, o) => {
    seconds[option.fleetClass]! += option.secondsPerKg * hauled[o]!;
    metres[option.fleetClass]! += option.metresPerKg * hauled[o]!;
  });
  return { seconds, metres };
}

/** Gives each vehicle of a class its part of the class's work, in the proportion the LP chose, in whole units. */
function spread(problem: FlowProblem, work: readonly number[], chosen: readonly number[]): number[] {
  const totals = new Array<number>(problem.fleetClasses).fill(0);
  problem.vehicles.forEach((v, i) => (totals[v.fleetClass]! += Math.max(0, chosen[i]!)));
  return problem.vehicles.map((v, i) => {
    const total = totals[v.fleetClass]!;
    return total <= 0 ? 0 : Math.round((work[v.fleetClass]! * Math.max(0, chosen[i]!)) / total);
  });
}
