/** A forecast fill in words: `62 % (50–75 %)`, the chance of overflow, and what to do where reports are in doubt. */
import type { Language } from "../../domain/region/contacts.ts";
import type { FillForecast } from "../../functions/usecases/weeks/fills.ts";
import { speechOf, type Speech } from "../language/speech.ts";
import { FILL_WORDS, type Doubt, type FillWords } from "./words/index.ts";

export type FillSpeech = Speech<FillWords>;
export const fillSpeech = (language: Language): FillSpeech => speechOf(FILL_WORDS, language);

interface Parts {
  readonly percent: string;
  readonly range: string;
}

/** Whole per cents; English has no space before the sign. */
function parts({ fill }: FillForecast, { language, figures }: FillSpeech): Parts {
  const number = (part: number): string => figures.number(100 * part);
  const gap = language === "en" ? "" : "\u00A0";
  return { percent: `${number(fill.mean)}${gap}%`, range: `${number(fill.low)}–${number(fill.high)}${gap}%` };
}

export function fillText(fill: FillForecast, speech: FillSpeech): string {
  const { percent, range } = parts(fill, speech);
  return speech.words.range(percent, range);
}

/** @param monday of the week that the forecast is of */
export function expectedText(fill: FillForecast, monday: string, speech: FillSpeech): string {
  const { percent, range } = parts(fill, speech);
  return speech.words.expected(speech.figures.day(monday), percent, range);
}

/** Undefined where reports are sound. */
export function fillDoubt(fill: FillForecast | undefined, { words }: FillSpeech): Doubt | undefined {
  return fill === undefined || fill.plausibility === "ok" ? undefined : words.doubts[fill.plausibility];
}

/** Terms and texts. @param days of the week, Monday first */
export function fillFacts(fill: FillForecast, days: readonly string[], speech: FillSpeech): [string, string][] {
  const { words, figures } = speech;
  const doubt = fillDoubt(fill, speech);
  const [chance, last] = [fill.overflowChance.at(-1) ?? 0, days[fill.overflowChance.length - 1] ?? ""];
  return [
    [words.label, fillText(fill, speech)],
    [words.overflowLabel, words.overflow(figures.percent(chance, 1), figures.day(last))],
    ...(doubt === undefined ? [] : [[words.doubtLabel, `${doubt.mark}: ${doubt.todo}`] as [string, string]]),
  ];
}
