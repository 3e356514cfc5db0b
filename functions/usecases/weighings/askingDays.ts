/** On which days people are asked, and until when they have time. Where the state of an AGS is none, every day but the weekend counts. */
import { addWorkingDays, isWorkingDay } from "../../../domain/calendar/workingDays.ts";
import { stateOf, type State } from "../../../domain/calendar/holidays.ts";
import { localDate, toTimestamp } from "../../../domain/localTime.ts";
import { addDays, weekday } from "../../../domain/week.ts";

/** Working days to answer. */
const ANSWER_DAYS = 3;
const END_OF_DAY_SECONDS = 18 * 3600;
const SATURDAY = 5;

/** At six in the evening of the third working day. @param ags of any municipality of the region */
export function answerBy(ags: string, now: string): string {
  const today = localDate(now);
  const state = known(ags);
  const last = state === undefined ? addDays(today, ANSWER_DAYS + 2) : addWorkingDays(today, ANSWER_DAYS, state);
  return toTimestamp(last, END_OF_DAY_SECONDS);
}

/** @param today `YYYY-MM-DD` */
export function isAskingDay(ags: string, today: string): boolean {
  const state = known(ags);
  return state === undefined ? weekday(today) < SATURDAY : isWorkingDay(today, state);
}

function known(ags: string): State | undefined {
  try {
    return stateOf(ags);
  } catch {
    return undefined;
  }
}
