/**
 * Monthly tonnages of places of one kind: a local level by exponential smoothing on the log scale, times a seasonal profile that
 * each place partly shares with the others. Levels move (programmes grow, stop and start again), profiles hardly do.
 *
 * Winters 1960, doi:10.1287/mnsc.6.3.324 (level and season); pooled profiles: Dekker, van Donselaar and Ouwehand 2004,
 * doi:10.1016/j.ijpe.2003.11.010.
 */

/** Amounts by month number, `12 · year + month − 1`; months without a figure are absent. */
export type Months = ReadonlyMap<number, number>;

export interface MonthlyOptions {
  /** Weight of the newest month in the level. */
  readonly smoothing: number;
  /** Years of its own that the common profile weighs as. */
  readonly commonYears: number;
  /** Months back that profiles are taken from. */
  readonly profileMonths: number;
}
export const MONTHLY: MonthlyOptions = { smoothing: 0.5, commonYears: 2, profileMonths: 48 };

const YEAR = 12;
/** The least amount taken for more than nothing; logs need one. */
const LEAST = 0.1;
/** Highest and lowest tenth of the places' ratios are left out of the common profile. */
const TRIMMED = 0.1;
/** The same of a part of the year. */
const LEAST_PART = 0.005;
/** A level needs this many months in a row. */
const LEAST_MONTHS = 3;

/**
 * @param today newest month that is known; later figures are not looked at
 * @returns by place, in order: the amounts of the months after `today`, or null where the newest months are missing
 */
export function forecastMonths(
  places: readonly Months[],
  today: number,
  ahead: number,
  options: MonthlyOptions = MONTHLY,
): (readonly number[] | null)[] {
  const ratios = places.map((place) => seasonalRatios(place, today, options.profileMonths));
  const common = commonProfile(ratios);
  return places.map((place, i) => {
    const profile = common.map((shared, month) => {
      const own = ratios[i]![month]!;
      return (sum(own) + options.commonYears * shared) / (own.length + options.commonYears);
    });
    const level = localLevel(place, profile, today, options.smoothing);
    if (level === null) return null;
    return Array.from({ length: ahead }, (_, step) => Math.exp(level + profile[(today + 1 + step) % YEAR]!));
  });
}

/**
 * How a year's amounts of one place are spread over its months, from what came so far, drawn to what was assumed.
 *
 * @param assumed parts of the year by month, January first; they sum to 1
 * @returns the same; null while not every month of the year has been seen with half a year before and after it
 */
export function learnedProfile(
  place: Months,
  assumed: readonly number[],
  today: number,
  { commonYears, profileMonths }: MonthlyOptions = MONTHLY,
): number[] | null {
  const ratios = seasonalRatios(place, today, profileMonths);
  if (ratios.some((month) => month.length === 0)) return null;
  const logs = assumed.map((part) => Math.log(Math.max(LEAST_PART, part)));
  const centre = sum(logs) / YEAR;
  const parts = ratios.map((own, month) =>
    Math.exp((sum(own) + commonYears * (logs[month]! - centre)) / (own.length + commonYears)),
  );
  return parts.map((part) => part / sum(parts));
}

const log = (amount: number): number => Math.log(Math.max(LEAST, amount));
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** Log of each month over the twelve around it (half months at both ends), by month of the year. */
function seasonalRatios(place: Months, today: number, back: number): number[][] {
  const ratios: number[][] = Array.from({ length: YEAR }, () => []);
  for (let month = today - back; month <= today - YEAR / 2; month++) {
    const amount = place.get(month);
    if (amount === undefined) continue;
    let around = 0;
    for (let step = -YEAR / 2; step <= YEAR / 2; step++) {
      const near = place.get(month + step);
      around += near === undefined ? NaN : (Math.abs(step) === YEAR / 2 ? 0.5 : 1) * log(near);
    }
    if (!Number.isNaN(around)) ratios[month % YEAR]!.push(log(amount) - around / YEAR);
  }
  return ratios;
}

/** Trimmed mean over all places; its logs sum to 0 over the year. */
function commonProfile(ratios: readonly (readonly (readonly number[])[])[]): number[] {
  const means = Array.from({ length: YEAR }, (_, month) => {
    const all = ratios.flatMap((place) => place[month]!).sort((a, b) => a - b);
    const middle = all.slice(Math.floor(all.length * TRIMMED), Math.ceil(all.length * (1 - TRIMMED)));
    return middle.length === 0 ? 0 : sum(middle) / middle.length;
  });
  const centre = sum(means) / YEAR;
  return means.map((mean) => mean - centre);
}

/** Starts anew after a gap: what was before it says little about the level after. */
function localLevel(place: Months, profile: readonly number[], today: number, smoothing: number): number | null {
  let from = today;
  while (place.has(from - 1)) from--;
  if (!place.has(today) || today - from + 1 < LEAST_MONTHS) return null;
  let level = log(place.get(from)!) - profile[from % YEAR]!;
  for (let month = from + 1; month <= today; month++) {
    const weight = Math.max(smoothing, 1 / (month - from + 1));
    level += weight * (log(place.get(month)!) - profile[month % YEAR]! - level);
  }
  return level;
}
