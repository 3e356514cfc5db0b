/**
 * The yearly model written out whole for settled campaigns, sharing nothing with the decomposition: one LP over all stores,
 * batches and plants. The least over all campaigns is the optimum, whatever machines and ways cost being 0.
 */
import type { YearProblem } from "../../../../../domain/year/problem.ts";
import { lpBuilder, type Entry, type LpModel } from "../../../../../optimizer/lp/index.ts";

/** Weeks with a campaign, by point. */
export type Campaigns = readonly (readonly number[])[];

export function everyCampaigns(problem: YearProblem): Campaigns[] {
  const weeks = problem.weeks.length;
  const sets = Array.from({ length: 2 ** weeks }, (_, mask) =>
    Array.from({ length: weeks }, (_w, w) => w).filter((w) => (mask >> w) % 2 === 1),
  );
  return problem.points.reduce<number[][][]>((all) => all.flatMap((one) => sets.map((set) => [...one, set])), [[]]);
}

/** Euros and tonnes; the objective leaves out the setting up of campaigns. */
export function wholeLp(problem: YearProblem, campaigns: Campaigns, openSites: readonly boolean[] = []): LpModel {
  const lp = lpBuilder();
  const shredder = problem.shredders[0];
  const delivered = problem.facilities.map((): Entry[] => []);
  const weeks = problem.weeks.length;
  const price = (o: YearProblem["options"][number]) =>
    (o.separationCentsPerTonne +
      o.parts.reduce((sum, p) => sum + p.share * (p.gateCentsPerTonne + p.haulageCentsPerTonne), 0)) /
    100;
  const hauls = (s: number, shredded: boolean, cost: (price: number) => number, tonnes: number): Entry[] =>
    problem.options.flatMap((o): Entry[] => {
      if (o.store !== s || o.shredded !== shredded) return [];
      const column = lp.column({ cost: cost(price(o)) });
      for (const p of o.parts) delivered[p.facility]!.push([column, p.share * tonnes]);
      return [[column, 1]];
    });
  problem.stores.forEach((store, s) => {
    const taken = store.shreddable && problem.options.some((o) => o.store === s && o.shredded);
    const visits = taken && shredder !== undefined ? campaigns[store.point]! : [];
    const stock: number[] = [];
    for (let w = 0; w < weeks; w++) {
      const room = ((store.roomM3 - store.safetyM3[w]!) * store.looseKgPerM3) / 1000;
      const young = Array.from({ length: store.looseWeeks ?? 0 }, (_, age) => w - age)
        .filter((at) => at >= 0)
        .reduce(
          (sum, at) =>
            sum +
            ((store.arrivalsKg[at]! + (at === 0 ? store.openingKg : 0)) / 1000) *
              (1 - store.looseLossPerWeek) ** (w - at),
          0,
        );
      const upper = visits.includes(w) ? 0 : Math.max(0, Math.min(room, store.looseWeeks === null ? Infinity : young));
      stock.push(lp.column({ cost: 0, upper }));
      const batch: Entry[] = [];
      const later: Entry[] = [];
      if (visits.includes(w)) {
        const shred = (shredder!.centsPerHour / shredder!.kgPerHour) * 10;
        for (let age = 0; age <= (store.shreddedWeeks ?? weeks) && w + age < weeks; age++) {
          const kept = (1 - store.shreddedLossPerWeek) ** age;
          const out = hauls(s, true, (euros) => shred + kept * euros, kept);
          batch.push(...out);
          if (age > 0) later.push(...out);
        }
        if (store.shreddedRoomM3 !== null)
          lp.row(-Infinity, (store.shreddedRoomM3 * store.shreddedKgPerM3) / 1000, later);
      }
      const arrives = (store.arrivalsKg[w]! + (w === 0 ? store.openingKg : 0)) / 1000;
      lp.row(arrives, arrives, [
        [stock[w]!, 1],
        ...(w === 0 ? [] : [[stock[w - 1]!, store.looseLossPerWeek - 1] as const]),
        ...hauls(s, false, (euros) => euros, 1),
        ...batch,
      ]);
    }
    const excess = lp.column({ cost: problem.closingCentsPerTonne / 100 });
    lp.row(-Infinity, store.openingKg / 1000, [
      [stock[weeks - 1]!, 1],
      [excess, -1],
    ]);
  });
  problem.facilities.forEach((f, i) => {
    const open = f.site === null || openSites[i] === true;
    const limit = open ? (f.yearlyCapacityKg ?? Infinity) / 1000 : 0;
    if (Number.isFinite(limit)) lp.row(-Infinity, limit, delivered[i]!);
    if (f.minimumKg === 0) return;
    const short = lp.column({ cost: f.penaltyCentsPerTonne / 100 });
    lp.row(f.minimumKg / 1000, Infinity, [...delivered[i]!, [short, 1]]);
  });
  return lp.build();
}
