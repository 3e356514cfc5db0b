/** ISO 8601 weeks and local clock times. Dates are `YYYY-MM-DD`; no time zone is involved in counting days. */

const DAY_MS = 86_400_000;
const WEEK = /^(\d{4})-W(\d{2})$/;

function utc(date: string): number {
  const at = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(at)) throw new RangeError(`not a date: ${date}`);
  return at;
}

export function addDays(date: string, days: number): string {
  return new Date(utc(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((utc(to) - utc(from)) / DAY_MS);
}

/** Monday is 0, Sunday is 6. */
export function weekday(date: string): number {
  return (new Date(utc(date)).getUTCDay() + 6) % 7;
}

/** The ISO week that a date lies in: `2026-11-23` is in `2026-W48`. */
export function weekOf(date: string): string {
  const thursday = addDays(date, 3 - weekday(date));
  const year = Number(thursday.slice(0, 4));
  const number = 1 + Math.floor(daysBetween(`${year}-01-01`, thursday) / 7);
  return `${year}-W${String(number).padStart(2, "0")}`;
}

/** The Monday of an ISO week. Throws on a week that does not exist. */
export function mondayOf(week: string): string {
  const match = WEEK.exec(week);
  if (match === null) throw new RangeError(`not an ISO week such as 2026-W48: ${week}`);
  const fourth = `${match[1]}-01-04`;
  const monday = addDays(fourth, -weekday(fourth) + 7 * (Number(match[2]) - 1));
  if (weekOf(monday) !== week) throw new RangeError(`there is no week ${week}`);
  return monday;
}

export function isWeek(week: string): boolean {
  try {
    mondayOf(week);
    return true;
  } catch {
    return false;
  }
}

/** `addWeeks("2026-W53", 1)` is `2027-W01`. */
export function addWeeks(week: string, weeks: number): string {
  return weekOf(addDays(mondayOf(week), 7 * weeks));
}

/** So many weeks from one on. */
export function periodOfWeek(firstWeek: string, weeks: number): { firstWeek: string; lastWeek: string } {
  return { firstWeek, lastWeek: addWeeks(firstWeek, weeks - 1) };
}

/** Weeks from one to another, both included; 0 or less when the last lies before the first. */
export function weeksFrom(firstWeek: string, lastWeek: string): number {
  return daysBetween(mondayOf(firstWeek), mondayOf(lastWeek)) / 7 + 1;
}

/** `2026-11-23` to `23.11.2026`. */
export function formatDate(date: string): string {
  return `${date.slice(8, 10)}.${date.slice(5, 7)}.${date.slice(0, 4)}`;
}

/** Seconds after midnight to `07:05`. Rounds down to the minute. */
export function formatClock(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}
