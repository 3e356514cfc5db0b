/**
 * Arrivals at one storage, first version: a yearly prior spread over a seasonal profile, its level corrected by what the
 * reports of the last weeks say. Numbers in, numbers out; days are whole numbers counted from any fixed day.
 */

/** A fill level seen on a day, in kilograms of loose material. */
export interface Observation {
  readonly day: number;
  readonly kg: number;
}

/** Reports of this many days before the plan correct the level. */
export const LEVEL_WINDOW_DAYS = 56;
/** The prior weighs as much as this many days of reports. */
const PRIOR_DAYS = 28;
const LEVEL_LIMITS = { least: 0.5, most: 2 };

/**
 * How much more arrives than the prior says: rises between successive reports over what the prior expected meanwhile,
 * drawn towards 1 by the prior's weight. Falls are emptyings and say nothing about arrivals.
 *
 * @param observations ascending by day
 * @param expectedKg what the prior expects from one day (inclusive) to another (exclusive)
 * @returns a factor between 0.5 and 2; 1 without reports
 */
export function arrivalLevel(
  observations: readonly Observation[],
  expectedKg: (fromDay: number, toDay: number) => number,
  today: number,
): number {
  let seen = 0;
  let expected = 0;
  let days = 0;
  const recent = observations.filter((o) => o.day <= today && o.day > today - LEVEL_WINDOW_DAYS);
  for (let i = 1; i < recent.length; i++) {
    const [before, after] = [recent[i - 1]!, recent[i]!];
    if (after.kg < before.kg || after.day === before.day) continue;
    seen += after.kg - before.kg;
    expected += expectedKg(before.day, after.day);
    days += after.day - before.day;
  }
  if (expected <= 0) return 1;
  const prior = (expected / days) * PRIOR_DAYS;
  return Math.min(LEVEL_LIMITS.most, Math.max(LEVEL_LIMITS.least, (seen + prior) / (expected + prior)));
}

/**
 * Stock on a day: the last observation plus what is expected to have arrived since; without any observation, a week's
 * arrivals.
 */
export function openingStock(
  observations: readonly Observation[],
  expectedKg: (fromDay: number, toDay: number) => number,
  level: number,
  today: number,
): number {
  const last = observations.filter((o) => o.day <= today).at(-1);
  if (last === undefined) return expectedKg(today - 7, today) * level;
  return last.kg + expectedKg(last.day, today) * level;
}
