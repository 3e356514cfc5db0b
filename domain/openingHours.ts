/**
 * Opening hours as people write them: `Mo-Fr 08:00-16:00; Sa 09:00-13:00`, several spans with a comma
 * (`Mo-Fr 09:00-12:30,13:00-16:45`). A subset of the OpenStreetMap syntax; days in German (Mo Di Mi Do Fr Sa So)
 * or English (Mo Tu We Th Fr Sa Su).
 */
import type { TimeWindow } from "./routing/problem.ts";

/** One list of windows per weekday, Monday first; an empty list is a closed day. */
export type WeekHours = readonly (readonly TimeWindow[])[];

const DAYS: Readonly<Record<string, number>> = {
  mo: 0,
  di: 1,
  tu: 1,
  mi: 2,
  we: 2,
  do: 3,
  th: 3,
  fr: 4,
  sa: 5,
  so: 6,
  su: 6,
};
const SPAN = /^(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})$/;

export type OpeningHoursResult =
  { readonly ok: true; readonly hours: WeekHours } | { readonly ok: false; readonly cause: string };

export function parseOpeningHours(text: string): OpeningHoursResult {
  const hours: TimeWindow[][] = [[], [], [], [], [], [], []];
  for (const rule of text
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== "")) {
    const [days = "", spans = ""] = splitOnce(rule);
    const range = parseDays(days);
    if (range === null) return { ok: false, cause: `"${days}" is not a day or a span of days such as Mo-Fr` };
    for (const span of spans.split(",").map((part) => part.trim())) {
      const window = parseSpan(span);
      if (window === null) return { ok: false, cause: `"${span}" is not a span such as 08:00-16:00` };
      for (const day of range) hours[day]!.push(window);
    }
  }
  for (const windows of hours) windows.sort((a, b) => a.earliest - b.earliest);
  if (hours.every((windows) => windows.length === 0))
    return { ok: false, cause: `"${text}" names no span such as Mo-Fr 08:00-16:00` };
  // Whoever walks through the windows of a day relies on them being apart.
  const overlaps = hours.some((windows) =>
    windows.some((window, at) => at > 0 && window.earliest < windows[at - 1]!.latest),
  );
  return overlaps ? { ok: false, cause: `"${text}" has spans that overlap on one day` } : { ok: true, hours };
}

/** For text that has passed validation; throws otherwise. */
export function openingHours(text: string): WeekHours {
  const result = parseOpeningHours(text);
  if (!result.ok) throw new RangeError(result.cause);
  return result.hours;
}

function splitOnce(rule: string): [string, string] {
  const at = rule.indexOf(" ");
  return at < 0 ? [rule, ""] : [rule.slice(0, at), rule.slice(at + 1)];
}

function parseDays(text: string): number[] | null {
  const range: number[] = [];
  for (const part of text.split(",")) {
    const [from = "", to = from] = part.toLowerCase().split("-");
    const first = DAYS[from];
    const last = DAYS[to];
    if (first === undefined || last === undefined || last < first) return null;
    for (let day = first; day <= last; day++) range.push(day);
  }
  return range;
}

function parseSpan(text: string): TimeWindow | null {
  const match = SPAN.exec(text);
  if (match === null) return null;
  const [, h1, m1, h2, m2] = match.map(Number) as [number, number, number, number, number];
  const window = { earliest: h1 * 3600 + m1 * 60, latest: h2 * 3600 + m2 * 60 };
  return m1 < 60 && m2 < 60 && window.latest <= 86_400 && window.earliest < window.latest ? window : null;
}
