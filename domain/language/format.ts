/** How each language writes figures, money and dates; the same on every machine, whatever its locale data. */
import type { Language } from "../region/contacts.ts";
import { formatDate } from "../week.ts";

/** Between a figure and its unit no line breaks. */
const GAP = "\u00A0";

export interface Format {
  readonly decimal: string;
  /** Between thousands. */
  readonly group: string;
  /** Monday first. */
  readonly weekdays: readonly string[];
  /** `2026-11-23` to day and month. */
  dayMonth(date: string): string;
  date(date: string): string;
  /** `2026-W48` */
  week(week: string): string;
  /** Of an amount without a sign. */
  money(amount: string): string;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const month = (date: string): string => MONTHS[Number(date.slice(5, 7)) - 1] ?? "";
const slashes = (date: string): string => formatDate(date).replaceAll(".", "/");
const numberOf = (week: string): string => `${Number(week.slice(6))}/${week.slice(0, 4)}`;

const englishDay = (date: string): string => `${Number(date.slice(8))} ${month(date)}`;

export const FORMATS: Readonly<Record<Language, Format>> = {
  de: {
    decimal: ",",
    group: ".",
    weekdays: ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"],
    dayMonth: (date) => formatDate(date).slice(0, 6),
    date: formatDate,
    week: (week) => `KW ${numberOf(week)}`,
    money: (amount) => `${amount}${GAP}€`,
  },
  fr: {
    decimal: ",",
    group: "\u202F",
    weekdays: ["lu", "ma", "me", "je", "ve", "sa", "di"],
    dayMonth: (date) => slashes(date).slice(0, 5),
    date: slashes,
    week: (week) => `semaine ${numberOf(week)}`,
    money: (amount) => `${amount}${GAP}€`,
  },
  en: {
    decimal: ".",
    group: ",",
    weekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    dayMonth: englishDay,
    date: (date) => `${englishDay(date)} ${date.slice(0, 4)}`,
    week: (week) => `week ${numberOf(week)}`,
    money: (amount) => `€${amount}`,
  },
};

export const LANGUAGES = Object.keys(FORMATS) as readonly Language[];

export const isLanguage = (text: string | undefined): text is Language => LANGUAGES.some((one) => one === text);

export function number({ decimal, group }: Format, value: number, decimals = 0): string {
  const fixed = Math.abs(value).toFixed(decimals);
  const [whole = "0", rest] = fixed.split(".");
  const sign = value < 0 && Number(fixed) !== 0 ? "−" : "";
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return `${sign}${grouped}${rest === undefined ? "" : `${decimal}${rest}`}`;
}

/** `−€50.00`, `−50,00 €`: the sign stands before all of it. */
export function money(format: Format, cents: number): string {
  return `${cents < 0 ? "−" : ""}${format.money(number(format, Math.abs(cents) / 100, 2))}`;
}

export const tonnes = (format: Format, kg: number): string => `${number(format, kg / 1000, 1)}${GAP}t`;
export const kilometres = (format: Format, metres: number): string => `${number(format, metres / 1000)}${GAP}km`;
export const hours = (format: Format, seconds: number): string => `${number(format, seconds / 3600, 1)}${GAP}h`;

/** Clock time of an RFC 3339 timestamp in Europe/Berlin. */
export const clockOf = (timestamp: string): string => timestamp.slice(11, 16);
