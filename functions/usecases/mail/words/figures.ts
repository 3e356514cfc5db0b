/** Figures as a language writes them. */
import type { Format } from "./shape.ts";

const GAP = "\u00A0";

export function number(format: Format, value: number, decimals = 0): string {
  const fixed = Math.abs(value).toFixed(decimals);
  const [whole = "0", rest] = fixed.split(".");
  const sign = value < 0 && Number(fixed) !== 0 ? "−" : "";
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, format.group);
  return `${sign}${grouped}${rest === undefined ? "" : `${format.decimal}${rest}`}`;
}

export const money = (format: Format, cents: number): string => format.money(number(format, cents / 100, 2));
export const tonnes = (format: Format, kg: number): string => `${number(format, kg / 1000, 1)}${GAP}t`;
export const kilometres = (format: Format, metres: number): string => `${number(format, metres / 1000)}${GAP}km`;
export const hours = (format: Format, seconds: number): string => `${number(format, seconds / 3600, 1)}${GAP}h`;

/** Clock time of an RFC 3339 timestamp in Europe/Berlin. */
export const clockOf = (timestamp: string): string => timestamp.slice(11, 16);
