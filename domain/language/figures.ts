/** The figures, money, dates and lists of one language: what pages and papers for people write them with. */
import type { Language } from "../region/contacts.ts";
import { localTimestamp } from "../localTime.ts";
import { addDays, mondayOf, weekday } from "../week.ts";
import * as write from "./format.ts";

export interface Figures {
  number(value: number, decimals?: number): string;
  /** Integer cents: `1.234,56 €`, `1 234,56 €`, `€1,234.56`. */
  money(cents: number): string;
  /** One decimal; nothing of nothing is 0. */
  percent(part: number, whole: number): string;
  tonnes(kg: number): string;
  kilometres(metres: number): string;
  /** `3:05 h` */
  duration(seconds: number): string;
  date(date: string): string;
  /** Weekday, day and month. */
  day(date: string): string;
  /** Day and clock in Europe/Berlin of any RFC 3339 instant. */
  moment(timestamp: string): string;
  /** `KW 48/2026`; with a last week `KW 48 bis KW 51/2026`. */
  weeks(first: string, last?: string): string;
  /** First and last day of these weeks. */
  days(firstWeek: string, lastWeek?: string): string;
  /** `A, B und C` */
  list(names: readonly string[]): string;
}

interface Joints {
  readonly and: string;
  moment(date: string, clock: string): string;
  /** Numbers such as `48` and `51/2026`. */
  weeks(first: string, last: string): string;
  days(first: string, last: string): string;
  percent(number: string): string;
}

const GAP = "\u00A0";

const JOINTS: Readonly<Record<Language, Joints>> = {
  de: {
    and: "und",
    moment: (date, clock) => `${date}, ${clock}${GAP}Uhr`,
    weeks: (first, last) => `KW${GAP}${first} bis KW${GAP}${last}`,
    days: (first, last) => `${first} bis ${last}`,
    percent: (number) => `${number}${GAP}%`,
  },
  fr: {
    and: "et",
    moment: (date, clock) => `${date} à${GAP}${clock}`,
    weeks: (first, last) => `semaines ${first} à ${last}`,
    days: (first, last) => `du ${first} au ${last}`,
    percent: (number) => `${number}${GAP}%`,
  },
  en: {
    and: "and",
    moment: (date, clock) => `${date}, ${clock}`,
    weeks: (first, last) => `weeks ${first} to ${last}`,
    days: (first, last) => `${first} to ${last}`,
    percent: (number) => `${number}%`,
  },
};

export function figuresOf(language: Language): Figures {
  const format = write.FORMATS[language];
  const joints = JOINTS[language];
  const number = (value: number, decimals = 0): string => write.number(format, value, decimals);
  return {
    number,
    money: (cents) => write.money(format, cents),
    percent: (part, whole) => joints.percent(number(whole === 0 ? 0 : (100 * part) / whole, 1)),
    tonnes: (kg) => write.tonnes(format, kg),
    kilometres: (metres) => write.kilometres(format, metres),
    duration(seconds) {
      const minutes = Math.round(seconds / 60);
      return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}${GAP}h`;
    },
    date: format.date,
    day: (date) => `${format.weekdays[weekday(date)] ?? ""} ${format.dayMonth(date)}`,
    moment(timestamp) {
      const local = localTimestamp(timestamp);
      return joints.moment(format.date(local.slice(0, 10)), write.clockOf(local));
    },
    weeks(first, last = first) {
      if (first === last) return format.week(first);
      const [from, to] = [first, last].map((week) => `${Number(week.slice(6))}/${week.slice(0, 4)}`) as [
        string,
        string,
      ];
      return joints.weeks(first.slice(0, 4) === last.slice(0, 4) ? String(Number(first.slice(6))) : from, to);
    },
    days(firstWeek, lastWeek = firstWeek) {
      const [from, to] = [mondayOf(firstWeek), addDays(mondayOf(lastWeek), 6)];
      const sameYear = from.slice(0, 4) === to.slice(0, 4);
      return joints.days(sameYear ? format.dayMonth(from) : format.date(from), format.date(to));
    },
    list: (names) =>
      names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} ${joints.and} ${names.at(-1)!}`,
  };
}
