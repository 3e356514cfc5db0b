/** The shredders' weeks: no machine works longer than it can, and shreds what the stores say. */
import type { YearPlan } from "../../../../domain/year/plan.ts";
import type { Report } from "./codes.ts";

const SLACK_HOURS = 0.01;

export function roundMetres({ problem }: YearPlan, round: YearPlan["decisions"]["rounds"][number]): number {
  const { depotMetres } = problem.shredders[round.shredder]!;
  const points = round.stops.map((stop) => stop.point);
  if (points.length === 0) return 0;
  const between = points.slice(1).reduce((sum, to, i) => sum + problem.pointMetres[points[i]!]![to]!, 0);
  return depotMetres[points[0]!]! + between + depotMetres[points.at(-1)!]!;
}

export function checkRounds(plan: YearPlan, report: Report): void {
  const { problem, decisions } = plan;
  const worked = new Map<string, number>();
  for (const round of decisions.rounds) {
    const shredder = problem.shredders[round.shredder]!;
    const id = `${shredder.id} ${problem.weeks[round.week]}`;
    if (round.stops.length === 0) report("check.year.noRound", id, "A machine comes and does nothing.");
    const hours =
      roundMetres(plan, round) / shredder.metresPerHour +
      round.stops.reduce((sum, stop) => sum + stop.hours + shredder.setupHours, 0);
    if (hours > shredder.hoursPerWeek + SLACK_HOURS)
      report(
        "check.year.roundHours",
        id,
        `The round takes ${hours.toFixed(2)} h; a machine has ${shredder.hoursPerWeek} h.`,
      );
    for (const { point, hours: shredding } of round.stops) {
      const key = `${round.week} ${round.shredder} ${point}`;
      worked.set(key, (worked.get(key) ?? 0) + shredding);
    }
  }
  const needed = new Map<string, number>();
  for (const { week, store, shredder, massKg } of decisions.shreds) {
    const key = `${week} ${shredder} ${problem.stores[store]!.point}`;
    needed.set(key, (needed.get(key) ?? 0) + massKg / problem.shredders[shredder]!.kgPerHour);
  }
  for (const [key, hours] of needed)
    if (!worked.has(key))
      report("check.year.noRound", key, `${hours.toFixed(2)} h of shredding, but no machine comes.`);
  for (const [key, hours] of worked)
    if (Math.abs(hours - (needed.get(key) ?? 0)) > SLACK_HOURS)
      report(
        "check.year.stopHours",
        key,
        `${hours.toFixed(2)} h at the stop, ${(needed.get(key) ?? 0).toFixed(2)} h to shred.`,
      );
}
