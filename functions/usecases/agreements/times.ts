/** When an agreement's comments, reminders and decisions are due. Dates count in working days of the members' state. */
import type { Agreement } from "../../../domain/agreement/agreement.ts";
import { stateOf } from "../../../domain/calendar/holidays.ts";
import { addWorkingDays, workingDaysBetween } from "../../../domain/calendar/workingDays.ts";
import { localDate, toTimestamp } from "../../../domain/localTime.ts";

export interface Times {
  /** RFC 3339 */
  readonly commentUntil: string;
  readonly deadline: string;
  /** Working days after today up to and including the deadline's; 0 on the last day and afterwards. */
  readonly workingDaysLeft: number;
}

export function timesOf({ commentUntil, deadline, members }: Agreement, now: string): Times {
  const state = stateOf(members[0]!.ags);
  return { commentUntil, deadline, workingDaysLeft: workingDaysBetween(localDate(now), localDate(deadline), state) };
}

/** Reminders go out when offices open. */
const REMIND_AT = 8 * 3600;

/**
 * Moments of the reminders: so many working days after the ballot was opened, each before the deadline.
 *
 * @param openedAt RFC 3339
 * @param days `agreements.reminderWorkingDays` of the region
 */
export function reminderTimes(agreement: Agreement, openedAt: string, days: readonly number[]): string[] {
  const state = stateOf(agreement.members[0]!.ags);
  const opened = localDate(openedAt);
  return [...new Set(days)]
    .sort((a, b) => a - b)
    .map((count) => toTimestamp(addWorkingDays(opened, count, state), REMIND_AT))
    .filter((moment) => Date.parse(moment) < Date.parse(agreement.deadline));
}
