/** Tonnes by month: what was weighed, and what the plans expect. Periods of plans overlap; each week counts once. */
import { localTimestamp } from "../../../domain/localTime.ts";
import { monthOf } from "../finance/figuresOf.ts";
import type { MonthTonnes, PlanSaving } from "./figures.ts";

/** So many months with tickets are shown. */
const WEIGHED_MONTHS = 12;

/** @param plans a week is taken from its own plan, else from the newest one that reaches it */
export function monthsOf(
  plans: readonly PlanSaving[],
  weighings: readonly { readonly weighedAt: string; readonly netKg: number }[],
): MonthTonnes[] {
  const weighed = new Map<string, number>();
  for (const { weighedAt, netKg } of weighings) add(weighed, localTimestamp(weighedAt).slice(0, 7), netKg);
  const byWeek = new Map<string, number>();
  for (const { arrivals } of [...plans].sort((a, b) => (a.week < b.week ? -1 : 1)))
    for (const { week, kg } of arrivals) byWeek.set(week, kg);
  const expected = new Map<string, number>();
  const weeks = new Map<string, number>();
  for (const [week, kg] of byWeek) {
    add(expected, monthOf(week), kg);
    add(weeks, monthOf(week), 1);
  }
  const past = [...weighed.keys()].sort().slice(-WEIGHED_MONTHS);
  const months = [...new Set([...past, ...expected.keys()])].sort();
  return months.map((month) => ({
    month,
    weighedKg: weighed.get(month) ?? null,
    expectedKg: expected.get(month) ?? null,
    expectedWeeks: weeks.get(month) ?? 0,
  }));
}

function add(map: Map<string, number>, key: string, value: number): void {
  map.set(key, (map.get(key) ?? 0) + value);
}
