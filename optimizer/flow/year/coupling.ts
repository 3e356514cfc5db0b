/**
 * What ties the points of a region together: the plants' capacities and minimum quantities, sites, products and buyers, the
 * shredders' hours. Everything else is a cluster's own affair. Tonnes, hours and euros.
 */
import type { YearOption, YearProblem } from "../../../domain/year/problem.ts";
import type { Entry } from "../../lp/index.ts";
import { euros, KG_PER_TONNE } from "./units.ts";

/** Above any real way out: shows that the plants together take less than comes. Euros per tonne. */
export const NO_ROOM_EUROS = 2000;

export interface CouplingRow {
  /** What the row is about, in ids, so that its price can be carried to a similar year. */
  readonly name: string;
  readonly lower: number;
  readonly upper: number;
}

/** A column that no cluster owns. */
export interface StaticColumn {
  readonly cost: number;
  readonly lower: number;
  /** Always finite, so that any prices give a bound. */
  readonly upper: number;
  readonly entries: readonly Entry[];
}

export interface Coupling {
  readonly rows: readonly CouplingRow[];
  readonly statics: readonly StaticColumn[];
  /** Row by facility, −1 where there is no limit. */
  readonly yearly: readonly number[];
  /** [facility][week], −1 where there is no limit. */
  readonly weekly: readonly (readonly number[])[];
  readonly minimum: readonly number[];
  /** [facility][product][period]; −1 where the facility makes nothing of it to sell. */
  readonly product: readonly (readonly (readonly number[])[])[];
  /** [week][shredder] */
  readonly hours: readonly (readonly number[])[];
  /** Row by [week · shredders + shredder][point]: a campaign takes a machine. Empty where there are too many of them. */
  readonly presence: readonly (readonly number[])[];
  /** Positions in `statics`. */
  readonly site: readonly number[];
  readonly noRoom: readonly number[];
  /** [week][shredder] */
  readonly machines: readonly (readonly number[])[];
  /** [buyer][facility][period], −1 where it cannot buy there. */
  readonly sales: readonly (readonly (readonly number[])[])[];
}

/** Euros per tonne, emissions and the surplus of what it becomes included. */
export function optionEuros(problem: YearProblem, option: YearOption): number {
  const cents = option.parts.map((part) => {
    const surplus = part.yields.reduce(
      (sum, y) => sum + y.share * problem.products[y.product]!.surplusCentsPerTonne,
      0,
    );
    const co2 = (part.kgCo2ePerTonne * problem.co2CentsPerTonne) / KG_PER_TONNE;
    return part.share * (part.haulageCentsPerTonne + part.gateCentsPerTonne + co2 + surplus);
  });
  return euros(cents.reduce((a, b) => a + b, option.separationCentsPerTonne));
}

/** All that can arrive at facilities, t. */
export function everythingTonnes(problem: YearProblem): number {
  return (
    problem.stores.reduce((sum, s) => sum + s.openingKg + s.arrivalsKg.reduce((a, b) => a + b, 0), 0) / KG_PER_TONNE
  );
}

/** Rows and static columns; `mobilisationEuros` per shredder is what a machine's week costs at least. */
export function couplingOf(problem: YearProblem, mobilisationEuros: readonly number[]): Coupling {
  const rows: CouplingRow[] = [];
  const statics: StaticColumn[] = [];
  const row = (name: string, lower: number, upper: number) => rows.push({ name, lower, upper }) - 1;
  const column = (cost: number, upper: number, entries: readonly Entry[]) =>
    statics.push({ cost, lower: 0, upper, entries }) - 1;
  const everything = everythingTonnes(problem);
  const weeks = problem.weeks.map((_, w) => w);
  const periods = problem.periods.map((_, t) => t);

  const yearly = problem.facilities.map((f) => {
    const limit = f.yearlyCapacityKg === null ? everything : f.yearlyCapacityKg / KG_PER_TONNE;
    if (f.site === null) return f.yearlyCapacityKg === null ? -1 : row(`year ${f.id}`, -Infinity, limit);
    return row(`site ${f.id}`, -Infinity, 0);
  });
  const weekly = problem.facilities.map((f) =>
    weeks.map((w) =>
      f.weeklyCapacityKg === null ? -1 : row(`week ${w} ${f.id}`, -Infinity, f.weeklyCapacityKg / KG_PER_TONNE),
    ),
  );
  const minimum = problem.facilities.map((f) =>
    f.minimumKg > 0 ? row(`minimum ${f.id}`, f.minimumKg / KG_PER_TONNE, Infinity) : -1,
  );
  const makes = productsOf(problem);
  const product = problem.facilities.map(({ id }, f) =>
    problem.products.map((made, p) =>
      periods.map((t) => (makes[f]!.has(p) ? row(`product ${id} ${made.id} ${t}`, -Infinity, 0) : -1)),
    ),
  );
  const demand = problem.buyers.map((b) =>
    b.demandKg.map((kg, t) => row(`demand ${b.id} ${t}`, -Infinity, kg / KG_PER_TONNE)),
  );
  const hours = weeks.map((w) => problem.shredders.map((k) => row(`hours ${w} ${k.id}`, -Infinity, 0)));
  const presence = presenceRows(problem, row);

  const site = problem.facilities.map((f, i) => {
    if (f.site === null) return -1;
    const most = Math.min(everything, f.yearlyCapacityKg === null ? Infinity : f.yearlyCapacityKg / KG_PER_TONNE);
    return column(euros(f.site.fixedCents), 1, [[yearly[i]!, -most]]);
  });
  const noRoom = problem.facilities.map((_, f) => {
    const limits = [yearly[f]!, ...weekly[f]!].filter((r) => r >= 0);
    // One tonne too many in some week is one too many in the year.
    return limits.length === 0
      ? -1
      : column(
          NO_ROOM_EUROS,
          everything,
          limits.map((r): Entry => [r, -1]),
        );
  });
  problem.facilities.forEach((f, i) => {
    if (minimum[i]! >= 0) column(euros(f.penaltyCentsPerTonne), f.minimumKg / KG_PER_TONNE, [[minimum[i]!, 1]]);
  });
  const machines = weeks.map((w) =>
    problem.shredders.map((k, i) =>
      column(mobilisationEuros[i]!, problem.points.length, [
        [hours[w]![i]!, -k.hoursPerWeek],
        ...(presence[w * problem.shredders.length + i] ?? []).map((r): Entry => [r, -1]),
      ]),
    ),
  );
  const sales = problem.buyers.map((buyer, b) =>
    problem.facilities.map((_, f) =>
      periods.map((t) => {
        const made = product[f]![buyer.product]!;
        if (made[t]! < 0 || buyer.demandKg[t] === 0) return -1;
        const surplus = problem.products[buyer.product]!.surplusCentsPerTonne;
        const cost = euros(buyer.haulageCentsPerTonne[f]! - buyer.priceCentsPerTonne - surplus);
        return column(cost, buyer.demandKg[t]! / KG_PER_TONNE, [
          [demand[b]![t]!, 1],
          // What is sold must have been made by then.
          ...periods.filter((later) => later >= t).map((later): Entry => [made[later]!, 1]),
        ]);
      }),
    ),
  );
  return { rows, statics, yearly, weekly, minimum, product, hours, presence, site, noRoom, machines, sales };
}

/** More rows than these slow the master down more than they tell it; where there are many points, machines are busy anyway. */
const MOST_PRESENCE_ROWS = 1200;

function presenceRows(problem: YearProblem, row: (name: string, lower: number, upper: number) => number): number[][] {
  const { weeks, shredders, points } = problem;
  if (weeks.length * shredders.length * points.length > MOST_PRESENCE_ROWS) return [];
  return weeks.flatMap((_, w) =>
    shredders.map((k) => points.map((p) => row(`campaign ${w} ${k.id} ${p.id}`, -Infinity, 0))),
  );
}

/** The products that the region sells of what a facility makes. */
function productsOf(problem: YearProblem): Set<number>[] {
  const makes = problem.facilities.map(() => new Set<number>());
  for (const { parts } of problem.options)
    for (const part of parts) for (const { product } of part.yields) makes[part.facility]!.add(product);
  return makes;
}

/** Entries of one tonne of an option in a week. */
export function optionEntries(problem: YearProblem, coupling: Coupling, option: YearOption, week: number): Entry[] {
  const period = problem.periodOfWeek[week]!;
  return option.parts.flatMap(({ facility, share, yields }) => [
    ...[coupling.yearly[facility]!, coupling.weekly[facility]![week]!, coupling.minimum[facility]!]
      .filter((row) => row >= 0)
      .map((row): Entry => [row, share]),
    ...yields.flatMap((y) =>
      coupling.product[facility]![y.product]!.slice(period).map((row): Entry => [row, -share * y.share]),
    ),
  ]);
}
