/** The constraints of the flow model, one family a function, for the grand coalition; `bounds.ts` narrows them to a group. */
import type { Entry, LpBuilder } from "../lp/index.ts";
import { KG_PER_TONNE, type FlowColumns } from "./columns.ts";
import { sum, type FlowProblem } from "./problem.ts";

type ByWeek = readonly (readonly number[])[];

/** Rows whose bounds or coefficients depend on the group, or whose duals are read. */
export interface FlowRows {
  /** [week][lot] */
  readonly looseBalance: ByWeek;
  /** [week][storage] */
  readonly room: ByWeek;
  /** [week][facility] */
  readonly facility: ByWeek;
  /** [facility] */
  readonly minimum: readonly number[];
  /** [lot] */
  readonly closing: readonly number[];
}

interface Builder {
  readonly problem: FlowProblem;
  readonly lp: LpBuilder;
  readonly columns: FlowColumns;
  readonly weeks: readonly number[];
}

export function addRows(problem: FlowProblem, lp: LpBuilder, columns: FlowColumns): FlowRows {
  const b: Builder = { problem, lp, columns, weeks: Array.from({ length: problem.weeks }, (_, w) => w) };
  const looseBalance = addLooseBalance(b);
  addShreddedBalance(b);
  const room = addRoom(b);
  addFleetWork(b);
  addVehicleSpeed(b);
  addShredderHours(b);
  addCampaigns(b);
  addMobilisation(b);
  const facility = addFacilityLimits(b);
  addCandidates(b);
  return { looseBalance, room, facility, minimum: addMinimums(b), closing: addClosing(b) };
}

/** Entries for the hauls of a week that are kept by `keep`. */
function hauls(
  { problem, columns }: Builder,
  week: number,
  keep: (o: FlowProblem["options"][number]) => boolean,
  factor: (o: FlowProblem["options"][number]) => number,
): Entry[] {
  return problem.options.flatMap((o, i) => (keep(o) ? [[columns.haul[week]![i]!, factor(o)] as const] : []));
}

const one = () => 1;

/** Entries for what one shredder does to one lot in a week; none where the material is not shreddable. */
function shreds({ columns }: Builder, week: number, shredder: number, lot: number, factor: number): Entry[] {
  return entry(columns.shredding[week]![shredder]![lot]!, factor);
}

/** Nothing for a column that does not exist. */
function entry(column: number, factor: number): Entry[] {
  return column < 0 ? [] : [[column, factor]];
}

function previous(stock: ByWeek, week: number, lot: number): Entry[] {
  return week === 0 ? [] : [[stock[week - 1]![lot]!, -1]];
}

/** `loose(w) − loose(w−1) + shredded + hauled loose = arrivals (+ opening stock)`; the right side is set by the group. */
function addLooseBalance(b: Builder): ByWeek {
  const { problem, lp, columns, weeks } = b;
  return weeks.map((w) =>
    problem.lots.map((_, s) =>
      lp.row(0, 0, [
        [columns.loose[w]![s]!, 1],
        ...previous(columns.loose, w, s),
        ...problem.shredders.flatMap((_, k) => shreds(b, w, k, s, 1)),
        ...hauls(b, w, (o) => o.lot === s && !o.shredded, one),
      ]),
    ),
  );
}

function addShreddedBalance(b: Builder): void {
  const { problem, lp, columns, weeks } = b;
  for (const w of weeks) {
    problem.lots.forEach((lot, s) => {
      if (!lot.shreddable) return;
      lp.row(0, 0, [
        [columns.shredded[w]![s]!, 1],
        ...previous(columns.shredded, w, s),
        ...problem.shredders.flatMap((_, k) => shreds(b, w, k, s, -1)),
        ...hauls(b, w, (o) => o.lot === s && o.shredded, one),
      ]);
    });
  }
}

function addRoom({ problem, lp, columns, weeks }: Builder): ByWeek {
  return weeks.map((w) =>
    problem.storages.map((storage, s) => {
      const stocks = problem.lots.flatMap((lot, i): Entry[] =>
        lot.storage === s
          ? [
              [columns.loose[w]![i]!, KG_PER_TONNE / lot.looseKgPerM3],
              ...entry(columns.shredded[w]![i]!, KG_PER_TONNE / lot.shreddedKgPerM3),
            ]
          : [],
      );
      return lp.row(-Infinity, storage.roomM3, [...stocks, [columns.overflow[w]![s]!, -1]]);
    }),
  );
}

/** Hours and kilometres of each fleet class are done by its vehicles. */
function addFleetWork(b: Builder): void {
  const { problem, lp, columns, weeks } = b;
  for (const w of weeks) {
    for (let c = 0; c < problem.fleetClasses; c++) {
      const done = (work: readonly number[]): Entry[] =>
        problem.vehicles.flatMap((v, i) => (v.fleetClass === c ? [[work[i]!, -1] as const] : []));
      lp.row(0, 0, [
        ...hauls(
          b,
          w,
          (o) => o.fleetClass === c,
          (o) => (o.secondsPerKg * KG_PER_TONNE) / 3600,
        ),
        ...done(columns.hours[w]!),
      ]);
      lp.row(0, 0, [
        ...hauls(
          b,
          w,
          (o) => o.fleetClass === c,
          (o) => o.metresPerKg,
        ),
        ...done(columns.kilometres[w]!),
      ]);
    }
  }
}

/** Nobody drives more kilometres than fit into the hours. */
function addVehicleSpeed({ problem, lp, columns, weeks }: Builder): void {
  for (const w of weeks) {
    problem.vehicles.forEach((_, v) =>
      lp.row(-Infinity, 0, [
        [columns.kilometres[w]![v]!, 1],
        [columns.hours[w]![v]!, -problem.speedMetresPerSecond * 3.6],
      ]),
    );
  }
}

function addShredderHours(b: Builder): void {
  const { problem, lp, columns, weeks } = b;
  for (const w of weeks) {
    problem.shredders.forEach((shredder, k) =>
      lp.row(-Infinity, 0, [
        ...problem.lots.flatMap((_, i) => shreds(b, w, k, i, KG_PER_TONNE / shredder.kgPerHour)),
        [columns.mobilised[w]![k]!, -shredder.hoursPerWeek],
      ]),
    );
  }
}

/** Shredding a part of a point takes a campaign there. */
function addCampaigns(b: Builder): void {
  const { problem, lp, columns, weeks } = b;
  for (const w of weeks) {
    problem.shredders.forEach((shredder, k) =>
      problem.parts.forEach((_, p) => {
        const most = Math.min(
          (shredder.kgPerHour * shredder.hoursPerWeek) / KG_PER_TONNE,
          shreddableTonnes(problem, p, w),
        );
        const here = problem.lots.flatMap((lot, i) => (lot.part === p ? shreds(b, w, k, i, 1) : []));
        lp.row(-Infinity, 0, [...here, [columns.campaign[w]![k]![p]!, -most]]);
      }),
    );
  }
}

/** A campaign takes a machine, at least the part of it that the members at work there have of the point. */
function addMobilisation({ problem, lp, columns, weeks }: Builder): void {
  for (const w of weeks) {
    problem.shredders.forEach((_, k) => {
      for (let point = 0; point < problem.points; point++) {
        const parts = problem.parts.flatMap((p, i): Entry[] =>
          p.point === point ? [[columns.campaign[w]![k]![i]!, -p.share]] : [],
        );
        lp.row(0, Infinity, [[columns.mobilised[w]![k]!, 1], ...parts]);
      }
    });
  }
}

/** All shreddable material that can lie at a part by the end of a week: no campaign shreds more. */
function shreddableTonnes(problem: FlowProblem, part: number, week: number): number {
  const here = problem.lots.filter((lot) => lot.part === part && lot.shreddable);
  return sum(here.map((lot) => lot.openingKg + sum(lot.arrivalsKg.slice(0, week + 1)))) / KG_PER_TONNE;
}

function addFacilityLimits(b: Builder): ByWeek {
  const { problem, lp, weeks } = b;
  return weeks.map((w) =>
    problem.facilities.map((f, i) =>
      lp.row(
        -Infinity,
        f.weeklyCapacityKg / KG_PER_TONNE,
        hauls(b, w, (o) => o.facility === i, one),
      ),
    ),
  );
}

function deliveries(b: Builder, facility: number): Entry[] {
  return b.weeks.flatMap((w) => hauls(b, w, (o) => o.facility === facility, one));
}

/** A candidate site takes nothing unless it is opened. */
function addCandidates(b: Builder): void {
  const { problem, lp, columns } = b;
  const everything = sum(problem.lots.map((lot) => lot.openingKg + sum(lot.arrivalsKg))) / KG_PER_TONNE;
  problem.facilities.forEach((f, i) => {
    if (f.candidateCents === null) return;
    const most = Math.min(everything, (f.weeklyCapacityKg / KG_PER_TONNE) * problem.weeks);
    lp.row(-Infinity, 0, [...deliveries(b, i), [columns.opened[i]!, -most]]);
  });
}

function addMinimums(b: Builder): number[] {
  return b.problem.facilities.map((_, i) =>
    b.lp.row(-Infinity, Infinity, [...deliveries(b, i), [b.columns.shortfall[i]!, 1]]),
  );
}

function addClosing({ problem, lp, columns }: Builder): number[] {
  const last = problem.weeks - 1;
  return problem.lots.map((_, s) =>
    lp.row(-Infinity, 0, [
      [columns.loose[last]![s]!, 1],
      ...entry(columns.shredded[last]![s]!, 1),
      [columns.closingExcess[s]!, -1],
    ]),
  );
}
