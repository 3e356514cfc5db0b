/** Follows every store through the year: nothing is taken that is not there, and nothing lies longer or higher than allowed. */
import type { YearPlan } from "../../../../domain/year/plan.ts";
import type { Report } from "./codes.ts";

/** Whole kilograms cannot follow fractions more closely than this. */
const SLACK_KG = 2;

export interface StoreYear {
  /** Left at the end beyond the opening stock, kg. */
  readonly excessKg: number;
}

export function checkStocks(plan: YearPlan, report: Report): StoreYear[] {
  return plan.problem.stores.map((_, s) => checkStore(plan, s, report));
}

/** kg by week */
function perWeek(plan: YearPlan, rows: readonly { readonly week: number; readonly massKg: number }[]): number[] {
  const sums = plan.problem.weeks.map(() => 0);
  for (const { week, massKg } of rows) sums[week]! += massKg;
  return sums;
}

function checkStore(plan: YearPlan, s: number, report: Report): StoreYear {
  const { problem, decisions } = plan;
  const store = problem.stores[s]!;
  const hauled = (shredded: boolean) =>
    perWeek(
      plan,
      decisions.hauls.filter(
        (h) => problem.options[h.option]!.store === s && problem.options[h.option]!.shredded === shredded,
      ),
    );
  const [loose, heap] = [hauled(false), hauled(true)];
  const shreds = perWeek(
    plan,
    decisions.shreds.filter((x) => x.store === s),
  );
  if (!store.shreddable && shreds.some((kg) => kg > 0))
    report("check.year.notShreddable", store.id, "Material is shredded that must not be.");
  const { arrivals, safety } = inflow(plan, s);
  const visited = visits(plan, s);
  let [there, heaped] = [store.openingKg, 0];
  problem.weeks.forEach((week, w) => {
    const id = `${store.id} ${week}`;
    if (w > 0) there *= 1 - store.looseLossPerWeek;
    heaped *= 1 - store.shreddedLossPerWeek;
    there += arrivals[w]! - shreds[w]! - loose[w]!;
    heaped += shreds[w]! - heap[w]!;
    if (there < -1e-3 || heaped < -1e-3)
      report("check.year.stock", id, `${Math.round(-Math.min(there, heaped))} kg are taken that are not there.`);
    const room = (Math.max(0, store.roomM3 - safety[w]!) * store.looseKgPerM3) / 1;
    if (there > room + SLACK_KG)
      report("check.year.room", id, `${Math.round(there)} kg lie where ${Math.round(room)} kg have room.`);
    if (store.looseWeeks !== null) {
      const young = since(
        store.looseWeeks,
        w,
        store.looseLossPerWeek,
        (at) => arrivals[at]! + (at === 0 ? store.openingKg : 0),
      );
      if (there > young + SLACK_KG)
        report("check.year.age", id, `Material lies longer than ${store.looseWeeks} weeks.`);
    }
    if (visited.has(w) && there > SLACK_KG)
      report("check.year.cleared", id, `A campaign leaves ${Math.round(there)} kg; it clears the store.`);
    const limit = store.shreddedRoomM3 === null ? Infinity : store.shreddedRoomM3 * store.shreddedKgPerM3;
    const heaps = since(store.shreddedWeeks ?? w + 1, w, store.shreddedLossPerWeek, (at) =>
      Math.min(limit, shreds[at]!),
    );
    if (heaped > heaps + SLACK_KG * (w + 1) ** 0.5)
      report("check.year.heap", id, `${Math.round(heaped)} kg lie shredded where ${Math.round(heaps)} kg may.`);
  });
  return { excessKg: Math.max(0, there + heaped - store.openingKg) };
}

/** What is left of the last weeks' masses. */
function since(weeks: number, week: number, loss: number, kg: (week: number) => number): number {
  let sum = 0;
  for (let age = 0; age < weeks && age <= week; age++) sum += kg(week - age) * (1 - loss) ** age;
  return sum;
}

/** Arrivals, and room kept free, with the closed points' moved to their receivers. */
function inflow({ problem, decisions }: YearPlan, s: number): { arrivals: number[]; safety: number[] } {
  const store = problem.stores[s]!;
  const isClosed = (point: number) => decisions.closedPoints.includes(point);
  const mine = isClosed(store.point) ? [] : [store];
  const sent = problem.stores.filter(
    (other) =>
      isClosed(other.point) &&
      other.material === store.material &&
      problem.points[other.point]!.closing?.receiver === store.point,
  );
  const from = [...mine, ...(isClosed(store.point) ? [] : sent)];
  return {
    arrivals: problem.weeks.map((_, w) => from.reduce((sum, x) => sum + x.arrivalsKg[w]!, 0)),
    safety: problem.weeks.map((_, w) => from.reduce((sum, x) => sum + x.safetyM3[w]!, 0)),
  };
}

/** Weeks in which a campaign serves the store: it is shreddable, and somebody takes it shredded. */
function visits({ problem, decisions }: YearPlan, s: number): Set<number> {
  const { shreddable, point } = problem.stores[s]!;
  const taken = problem.options.some((o) => o.store === s && o.shredded);
  const rounds = decisions.rounds.filter(({ stops }) => stops.some((stop) => stop.point === point));
  return new Set(shreddable && taken ? rounds.map(({ week }) => week) : []);
}

/** A closed point must be one that may be closed, and its receiver open. */
export function checkClosings({ problem, decisions }: YearPlan, report: Report): void {
  for (const p of decisions.closedPoints) {
    const { id, closing } = problem.points[p]!;
    if (closing === null) report("check.year.closedPoint", id, "The point may not be closed.");
    else if (decisions.closedPoints.includes(closing.receiver))
      report("check.year.closedPoint", id, "The point that is to take its material is closed itself.");
    else
      for (const store of problem.stores.filter((x) => x.point === p))
        if (!problem.stores.some((x) => x.point === closing.receiver && x.material === store.material))
          report("check.year.closedPoint", id, `The receiver has no store for ${store.material}.`);
  }
}
