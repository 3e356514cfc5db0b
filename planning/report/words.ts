/** The German words of the report: one word a thing, the same in every file that is written. */
import type { Form, Fraction } from "../../domain/region/common.ts";
import type { FacilityKind } from "../../domain/region/facilities.ts";
import type { CostLineName } from "../../domain/plan/flowPlan.ts";
import type { PlanRoute } from "../../domain/plan/plan.ts";
import { formatEuros, formatNumber } from "../../domain/money.ts";
import { RULE_WORDS } from "../sharing/ruleWords.ts";
import { addDays, formatDate, mondayOf, weekday } from "../../domain/week.ts";

/** Between a figure and its unit no line breaks. */
const GAP = "\u00A0";

export const FRACTION_NAMES: Readonly<Record<Fraction, string>> = {
  woody: "holzig",
  herbaceous: "krautig",
  grassLeaves: "Gras und Laub",
  mixed: "gemischt",
};

export const FORM_NAMES: Readonly<Record<Form, string>> = { loose: "lose", shredded: "gehäckselt" };

export const FACILITY_KIND_NAMES: Readonly<Record<FacilityKind, string>> = {
  composting: "Kompostierung",
  digestion: "Vergärung",
  biomassHeat: "Biomasseheizwerk",
  transfer: "Umschlag",
};

export const COST_LINE_NAMES: Readonly<Record<CostLineName, string>> = {
  haulage: "Transport",
  toll: "Maut",
  shredding: "Häckseln",
  gate: "Verwertung (Annahmepreise)",
  minimumQuantity: "Unterschrittene Mindestmengen",
  sites: "Neue Standorte",
  overflow: "Überfüllung an Sammelstellen",
  closingStock: "Am Ende liegen gebliebene Mengen",
  contributions: "Eingebrachte Leistungen",
  co2: "CO₂-Preis",
};

/** The plan keeps these lines as plain text, so an unknown one is shown as it is. */
export const EMISSION_LINE_NAMES: Readonly<Record<string, string>> = {
  transport: "Transport",
  shredding: "Häckseln",
  treatment: "Behandlung in den Anlagen",
};

/** Phases of a planning run; an unknown one is shown as it is. */
export const PHASE_NAMES: Readonly<Record<string, string>> = {
  forecast: "Prognose",
  calibration: "Eichung",
  flow: "Mengen",
  coalitions: "Gruppenkosten",
  routes: "Touren",
  split: "Aufteilung",
};

/** Words of every rule of division. */
export const RULES = RULE_WORDS;

const DAY_NAMES = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"] as const;

/** `2026-11-23` to `Montag`. */
export function dayName(date: string): string {
  return DAY_NAMES[weekday(date)] ?? "";
}

/** `2026-11-23` to `Mo`. */
export function dayShort(date: string): string {
  return dayName(date).slice(0, 2);
}

/** `2026-11-23` to `23.11.`; the year stands in the heading. */
export function dayMonth(date: string): string {
  return formatDate(date).slice(0, 6);
}

/** `2026-W48` to `KW 48/2026`. */
export function weekName(week: string): string {
  return `KW ${Number(week.slice(6))}/${week.slice(0, 4)}`;
}

/** `2026-W48` to `23.11.2026 bis 29.11.2026`. */
export function weekDates(firstWeek: string, lastWeek = firstWeek): string {
  return `${formatDate(mondayOf(firstWeek))} bis ${formatDate(addDays(mondayOf(lastWeek), 6))}`;
}

/** `KW 48 bis KW 51/2026`; a single week stands alone. */
export function periodName(firstWeek: string, lastWeek: string): string {
  if (firstWeek === lastWeek) return weekName(firstWeek);
  const sameYear = firstWeek.slice(0, 4) === lastWeek.slice(0, 4);
  return `${sameYear ? `KW ${Number(firstWeek.slice(6))}` : weekName(firstWeek)} bis ${weekName(lastWeek)}`;
}

/** Clock time of an RFC 3339 timestamp in Europe/Berlin: `2026-11-23T07:05:00+01:00` to `07:05`. */
export function clock(timestamp: string): string {
  return timestamp.slice(11, 16);
}

export function money(cents: number): string {
  return formatEuros(cents).replace(" ", GAP);
}

export function tonnes(massKg: number, decimals = 1): string {
  return `${formatNumber(massKg / 1000, decimals)}${GAP}t`;
}

export function kilometres(metres: number): string {
  return `${formatNumber(metres / 1000)}${GAP}km`;
}

/** Seconds to `7 h 05 min`. */
export function duration(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, "0")} min`;
}

/** Share of a whole in percent, `17,7 %`; nothing of nothing is 0. */
export function percent(part: number, whole: number): string {
  return `${formatNumber(whole === 0 ? 0 : (100 * part) / whole, 1)}${GAP}%`;
}

/** One noun by count: `plural(1, "Ladung", "Ladungen")` is `1 Halt`. */
export function plural(count: number, one: string, many: string): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}

/** Municipalities of a list in a sentence: `A, B und C`. */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} und ${names.at(-1) ?? ""}`;
}

/** Material taken on along a route. */
export function loadOf(route: PlanRoute): number {
  return route.stops.reduce((sum, stop) => sum + (stop.kind === "pickup" ? stop.massKg : 0), 0);
}

export function pickupCount(route: PlanRoute): number {
  return route.stops.filter((stop) => stop.kind === "pickup").length;
}
