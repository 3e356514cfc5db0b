/** Clock times in Europe/Berlin as RFC 3339, computed by the EU rule (Directive 2000/84/EC) and not by the machine's zone. */
import { addDays, weekday } from "./week.ts";

/** Last Sunday of a month, `YYYY-MM-DD`; for March and October, which have 31 days. */
function lastSunday(year: string, month: "03" | "10"): string {
  const last = `${year}-${month}-31`;
  return addDays(last, -((weekday(last) + 1) % 7));
}

/** Hours ahead of UTC at a local time. The hour that occurs twice in October counts as summer time. */
function offsetHours(date: string, seconds: number): 1 | 2 {
  const start = lastSunday(date.slice(0, 4), "03");
  const end = lastSunday(date.slice(0, 4), "10");
  const afterStart = date > start || (date === start && seconds >= 2 * 3600);
  const beforeEnd = date < end || (date === end && seconds < 3 * 3600);
  return afterStart && beforeEnd ? 2 : 1;
}

/** `("2026-11-23", 25500)` is `2026-11-23T07:05:00+01:00`. Seconds of a day or more run into the next days. */
export function toTimestamp(date: string, seconds: number): string {
  const whole = Math.round(seconds);
  const day = addDays(date, Math.floor(whole / 86_400));
  const rest = ((whole % 86_400) + 86_400) % 86_400;
  const two = (n: number) => String(n).padStart(2, "0");
  const clock = `${two(Math.floor(rest / 3600))}:${two(Math.floor(rest / 60) % 60)}:${two(rest % 60)}`;
  return `${day}T${clock}+0${offsetHours(day, rest)}:00`;
}

/** Seconds after local midnight of `date`; the inverse of `toTimestamp`. */
export function secondsOfDay(timestamp: string, date: string): number {
  const [h = 0, m = 0, s = 0] = timestamp.slice(11, 19).split(":").map(Number);
  const days = (Date.parse(`${timestamp.slice(0, 10)}T00:00:00Z`) - Date.parse(`${date}T00:00:00Z`)) / 86_400_000;
  return days * 86_400 + h * 3600 + m * 60 + s;
}

/** An instant, however it is written, as local time: `2026-07-01T22:30:00Z` is `2026-07-02T00:30:00+02:00`. Whole seconds. */
export function localTimestamp(instant: string): string {
  const at = Math.floor(Date.parse(instant) / 1000) * 1000;
  const year = String(new Date(at).getUTCFullYear());
  const change = (month: "03" | "10"): number => Date.parse(`${lastSunday(year, month)}T01:00:00Z`);
  const hours = at >= change("03") && at < change("10") ? 2 : 1;
  return `${new Date(at + hours * 3600_000).toISOString().slice(0, 19)}+0${hours}:00`;
}

/** The local date of an instant. */
export function localDate(instant: string): string {
  return localTimestamp(instant).slice(0, 10);
}
