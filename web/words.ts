/** Figures and times as people in Germany write them. */
import { formatEuros, formatNumber } from "../domain/money.ts";
import { addDays, formatDate, mondayOf } from "../domain/week.ts";

/** `2026-W48` to `KW 48/2026`. */
export const weekName = (week: string): string => `KW ${Number(week.slice(6))}/${week.slice(0, 4)}`;

/** `23.11. bis 29.11.2026` */
export function weekDays(week: string): string {
  const monday = mondayOf(week);
  return `${formatDate(monday).slice(0, 6)} bis ${formatDate(addDays(monday, 6))}`;
}

export const euros = (cents: number): string => formatEuros(cents);

export const percent = (part: number, whole: number): string => `${formatNumber((100 * part) / whole, 1)} %`;

export const plural = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

export const kilometres = (metres: number): string => `${formatNumber(metres / 1000)} km`;

/** `3:05 h` */
export function hours(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")} h`;
}

const WEEKDAYS = ["So", "Mo", "Di", "Mi", "Do", "Fr", "Sa"];

/** `Mo 23.11.` */
export function dayName(date: string): string {
  return `${WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()]} ${formatDate(date).slice(0, 6)}`;
}
