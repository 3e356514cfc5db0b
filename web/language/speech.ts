/**
 * How a page speaks. Each family of pages has a folder `words/`: `shape.ts` says what must be said, `de.ts`, `fr.ts` and `en.ts`
 * say it, `index.ts` puts them together; a text that is missing is a type error.
 */
import { figuresOf, type Figures } from "../../domain/language/figures.ts";
import type { Language } from "../../domain/region/contacts.ts";

export type { Figures } from "../../domain/language/figures.ts";

export type InEachLanguage<Words> = Readonly<Record<Language, Words>>;

export interface Speech<Words> {
  readonly language: Language;
  readonly words: Words;
  /** Figures, money and dates as the language writes them. */
  readonly figures: Figures;
}

export function speechOf<Words>(words: InEachLanguage<Words>, language: Language): Speech<Words> {
  return { language, words: words[language], figures: figuresOf(language) };
}
