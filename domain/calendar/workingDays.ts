/** Working days: Monday to Friday but for public holidays of the state. Deadlines count in them. */
import { addDays, weekday } from "../week.ts";
import { holidayOn, type State } from "./holidays.ts";

const SATURDAY = 5;

export function isWorkingDay(date: string, state: State): boolean {
  return weekday(date) < SATURDAY && holidayOn(date, state) === undefined;
}

/**
 * The date so many working days after another, which itself does not count (§ 187 (1) BGB); negative counts back.
 * `0` gives the date itself, or the next working day if it is none (§ 193 BGB).
 */
export function addWorkingDays(date: string, days: number, state: State): string {
  const step = days < 0 ? -1 : 1;
  let at = date;
  if (days === 0) while (!isWorkingDay(at, state)) at = addDays(at, 1);
  for (let left = Math.abs(days); left > 0;) {
    at = addDays(at, step);
    if (isWorkingDay(at, state)) left--;
  }
  return at;
}

/** Working days after `from` up to and including `to`. */
export function workingDaysBetween(from: string, to: string, state: State): number {
  let count = 0;
  for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) if (isWorkingDay(at, state)) count++;
  return count;
}
