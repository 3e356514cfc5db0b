/**
 * Campaigns that fit each other: point after point is planned anew against what the shredders' rounds of the others make a
 * campaign cost in each week, as long as that lowers the real cost.
 */
import { cheapestPath, pathCost, pointYear, type PointYear, type Visit } from "./calendar.ts";
import { intervalTonnes } from "./plan.ts";
import { bestOptions } from "./prices.ts";
import { shredEuros, type Calendar, type Year } from "./pricing.ts";
import { roundsEuros, roundsOf, type Job } from "./rounds.ts";
import { KG_PER_TONNE } from "./units.ts";

const MAX_SWEEPS = 8;

/** [week · shredders + shredder], jobs by point */
type Weeks = Map<number, number>[];

export function fitCalendars(year: Year, duals: Float64Array, first: readonly Calendar[]): Calendar[] {
  const { problem, prices, coupling } = year;
  const [weeks, shredders] = [problem.weeks.length, problem.shredders.length];
  // Rounds cost what they cost; an hour has no price besides.
  const own = Float64Array.from(duals);
  for (const row of coupling.hours.flat()) own[row] = 0;
  const best = bestOptions(problem, prices, own);
  const shred = shredEuros(year, own);
  const jobs: Weeks = Array.from({ length: weeks * shredders }, () => new Map<number, number>());
  const open = new Map<number, PointYear>();
  const visits = new Map<number, readonly Visit[]>();
  const hoursOf = (point: number, path: readonly Visit[]) =>
    intervalTonnes(problem, open.get(point)!, best, path, shred).map(
      (tonnes, i) => (tonnes * KG_PER_TONNE) / problem.shredders[path[i]!.shredder]!.kgPerHour,
    );
  const put = (point: number, path: readonly Visit[]) => {
    hoursOf(point, path).forEach((hours, i) => jobs[path[i]!.week * shredders + path[i]!.shredder]!.set(point, hours));
    visits.set(point, path);
  };
  const take = (point: number) => {
    for (const { week, shredder } of visits.get(point)!) jobs[week * shredders + shredder]!.delete(point);
  };
  const cost = (slot: number, extra?: Job): number => {
    const list = [...jobs[slot]!].map(([point, hours]) => ({ point, hours }));
    const shredder = problem.shredders[slot % shredders]!;
    return roundsEuros(problem, shredder, roundsOf(problem, shredder, extra === undefined ? list : [...list, extra]));
  };

  first.forEach(({ closed, visits: paths }, c) => {
    for (const point of year.clusters[c]!.points) {
      open.set(point, pointYear(problem, prices, best, point, closed, shred));
      put(point, paths.get(point) ?? []);
    }
  });
  for (let sweep = 0, better = true; better && sweep < MAX_SWEEPS; sweep++) {
    better = false;
    for (const [point, line] of open) {
      const old = visits.get(point)!;
      const oldHours = hoursOf(point, old);
      take(point);
      const mean = old.length === 0 ? 0 : oldHours.reduce((a, b) => a + b, 0) / old.length;
      const without = jobs.map((_, slot) => cost(slot));
      const adds = without.map((alone, slot) => cost(slot, { point, hours: mean }) - alone);
      const next = cheapestPath(line, weeks, shredders, (week, k) => adds[week * shredders + k]!).visits;
      const real = (path: readonly Visit[], hours: readonly number[]) =>
        pathCost(line, weeks, shredders, path, () => 0) +
        path.reduce((sum, { week, shredder }, i) => {
          const slot = week * shredders + shredder;
          return sum + cost(slot, { point, hours: hours[i]! }) - without[slot]!;
        }, 0);
      const wins = real(next, hoursOf(point, next)) < real(old, oldHours) - 1e-6;
      put(point, wins ? next : old);
      better ||= wins;
    }
  }
  return first.map(({ closed }, c) => ({
    closed,
    visits: new Map(year.clusters[c]!.points.map((point) => [point, visits.get(point)!])),
  }));
}
