/** Which weeks a plan is for. Apart from the forecast, so that who only names a week does not carry it. */
import type { Region } from "../../domain/region/tables.ts";
import { addWeeks, weekOf } from "../../domain/week.ts";

/** The consecutive weeks that a plan looks ahead. */
export function periodWeeks(week: string, weeks: number): string[] {
  return Array.from({ length: weeks }, (_, i) => addWeeks(week, i));
}

/** The week after the newest report: what a plan without a stated week is for. */
export function nextWeek(region: Region): string | undefined {
  const newest = region.reports
    .map((r) => r.observedAt.slice(0, 10))
    .sort()
    .at(-1);
  if (newest === undefined) return undefined;
  return addWeeks(weekOf(newest), 1);
}
