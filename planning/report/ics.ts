/** The week's tours as an iCalendar file (RFC 5545): one event a tour, published, in Europe/Berlin. */
import type { Plan, PlanRoute, RouteStop } from "../../domain/plan/plan.ts";
import { mondayOf } from "../../domain/week.ts";
import { clock, kilometres, loadOf, pickupCount, plural, tonnes } from "./words.ts";

const LINE_OCTETS = 75;

/** The rule of Directive 2000/84/EC, as RFC 5545 section 3.6.5 writes it. */
const TIME_ZONE = [
  "BEGIN:VTIMEZONE",
  "TZID:Europe/Berlin",
  "BEGIN:DAYLIGHT",
  "TZOFFSETFROM:+0100",
  "TZOFFSETTO:+0200",
  "TZNAME:CEST",
  "DTSTART:19700329T020000",
  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
  "END:DAYLIGHT",
  "BEGIN:STANDARD",
  "TZOFFSETFROM:+0200",
  "TZOFFSETTO:+0100",
  "TZNAME:CET",
  "DTSTART:19701025T030000",
  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
  "END:STANDARD",
  "END:VTIMEZONE",
];

/** TEXT values: backslash, semicolon, comma and line break are written with a backslash; other control characters go. */
function textValue(text: string): string {
  const escaped = text.replace(/[\\;,]/g, (character) => `\\${character}`).replace(/\r\n|\r|\n/g, "\\n");
  return [...escaped].filter((character) => character >= " " && character !== "\u007F").join("");
}

/** Folds a content line at 75 octets of UTF-8 without splitting a character; a continuation begins with a space. */
export function foldLine(line: string): string {
  const encoder = new TextEncoder();
  const lines: string[] = [];
  let current = "";
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > LINE_OCTETS) {
      lines.push(current);
      current = " ";
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join("\r\n");
}

/** `2026-11-23T07:05:00+01:00` to `20261123T070500`; the zone is named by TZID. */
function localTime(timestamp: string): string {
  return timestamp.slice(0, 19).replace(/[-:]/g, "");
}

function stopLine(stop: RouteStop, index: number): string {
  const mass =
    stop.massKg === 0 ? "" : stop.kind === "facility" ? `, ${tonnes(stop.massKg)} abladen` : `, ${tonnes(stop.massKg)}`;
  return `${index + 1}. ${clock(stop.arrivalAt)} ${stop.name}${mass}`;
}

/**
 * An event keeps its UID however the plan changes, so that a later one replaces it in the calendar. DTSTAMP is the Monday of
 * the week: the same plan gives the same file.
 */
function eventLines(plan: Plan, route: PlanRoute, uid: string): string[] {
  const first = route.stops[0];
  const last = route.stops.at(-1);
  if (first === undefined || last === undefined) return [];
  const summary = `${route.vehicleName}: ${plural(pickupCount(route), "Ladung", "Ladungen")}, ${tonnes(loadOf(route))}`;
  const facts = `${kilometres(route.distanceMetres)}, Tour ${route.id}`;
  return [
    "BEGIN:VEVENT",
    `UID:${uid}`,
    `SEQUENCE:${route.sequence ?? 0}`,
    `DTSTAMP:${mondayOf(plan.week).replaceAll("-", "")}T000000Z`,
    `DTSTART;TZID=Europe/Berlin:${localTime(first.departureAt)}`,
    `DTEND;TZID=Europe/Berlin:${localTime(last.arrivalAt)}`,
    `SUMMARY:${textValue(summary)}`,
    `LOCATION:${textValue(first.name)}`,
    `GEO:${first.latitude.toFixed(6)};${first.longitude.toFixed(6)}`,
    `DESCRIPTION:${textValue([...route.stops.map(stopLine), "", facts].join("\n"))}`,
    "STATUS:CONFIRMED",
    "TRANSP:OPAQUE",
    "END:VEVENT",
  ];
}

/** Region, week, vehicle and date name a tour. */
function uidOf({ region, week }: Plan, vehicleId: string, date: string, count = 1): string {
  const name = `${region}-${week}-${vehicleId}-${date}`;
  return `${count === 1 ? name : `${name}-${count}`}@gruenverbund`;
}

/** A second shift of the same day gets a number. */
function uids(plan: Plan): string[] {
  const seen = new Map<string, number>();
  return plan.routes.map(({ vehicleId, date }) => {
    const key = `${vehicleId}-${date}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return uidOf(plan, vehicleId, date, count);
  });
}

/**
 * Takes tours off the calendar that were published before (RFC 5546, section 3.2.5).
 *
 * @param tourIds which of `plan.cancelledTours`
 */
export function renderCancellations(plan: Plan, tourIds: readonly string[]): string {
  const events = (plan.cancelledTours ?? [])
    .filter(({ id }) => tourIds.includes(id))
    .flatMap(({ id, vehicleId, vehicleName, date, startsAt, endsAt, sequence }) => [
      "BEGIN:VEVENT",
      `UID:${uidOf(plan, vehicleId, date)}`,
      `SEQUENCE:${sequence}`,
      `DTSTAMP:${mondayOf(plan.week).replaceAll("-", "")}T000000Z`,
      `DTSTART;TZID=Europe/Berlin:${localTime(startsAt)}`,
      `DTEND;TZID=Europe/Berlin:${localTime(endsAt)}`,
      `SUMMARY:${textValue(`Entfällt: ${vehicleName}, Tour ${id}`)}`,
      "STATUS:CANCELLED",
      "END:VEVENT",
    ]);
  return calendar(plan, "CANCEL", events);
}

/** @param routeId of the only tour to be written; its UID is the one that it has in the whole week's file */
export function renderIcs(plan: Plan, routeId?: string): string {
  const ids = uids(plan);
  const events = plan.routes.flatMap((route, index) =>
    routeId === undefined || route.id === routeId ? eventLines(plan, route, ids[index] ?? route.id) : [],
  );
  return calendar(plan, "PUBLISH", events);
}

function calendar(plan: Plan, method: "PUBLISH" | "CANCEL", events: readonly string[]): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Grünverbund//Wochenplan//DE",
    "CALSCALE:GREGORIAN",
    `METHOD:${method}`,
    `X-WR-CALNAME:${textValue(`Touren ${plan.regionName} ${plan.week}`)}`,
    ...TIME_ZONE,
    ...events,
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join("");
}
