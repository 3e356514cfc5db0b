/** Days as the filter counts them, and what the yearly prior and the season expect of one. */
import { MONTHS, type Season, type Storage } from "../../domain/region/places.ts";
import { addDays, daysBetween } from "../../domain/week.ts";

/** A Thursday. */
const EPOCH = "1970-01-01";

export const dayOf = (date: string): number => daysBetween(EPOCH, date);
export const dateOf = (day: number): string => addDays(EPOCH, Math.floor(day));

/** Kilograms. */
export function expectedOn(storage: Storage, season: Season, date: string): number {
  const month = Number(date.slice(5, 7)) - 1;
  const daysInMonth = daysBetween(`${date.slice(0, 7)}-01`, `${addDays(`${date.slice(0, 7)}-28`, 4).slice(0, 8)}01`);
  return (storage.expectedTonnesPerYear * 1000 * season[MONTHS[month]!]) / 100 / daysInMonth;
}
