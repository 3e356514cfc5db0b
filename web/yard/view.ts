/** What the yard's pages are made from. */
import type { Contamination } from "../../domain/region/reports.ts";
import type { Language } from "../../domain/region/contacts.ts";
import type { FillChoice, YardWords } from "./words/index.ts";

/** Figures and dates as the language writes them. */
export interface YardFigures {
  number(value: number, decimals?: number): string;
  /** Weekday, day and month. */
  day(date: string): string;
  /** Day and clock in Europe/Berlin. */
  moment(timestamp: string): string;
  weeks(week: string): string;
}

export interface YardSpeech {
  readonly language: Language;
  readonly words: YardWords;
  readonly figures: YardFigures;
}

/** What a form is filled in with; nothing at first. */
export interface Filled {
  readonly fill?: FillChoice | undefined;
  readonly contamination?: Contamination | undefined;
}

export interface FormParts {
  /** Where it is sent: the page's own path. */
  readonly path: string;
  readonly csrf: string;
  /** Of this form alone: sent twice, it counts once. */
  readonly key: string;
  readonly filled: Filled;
  readonly miss?: string | undefined;
}
