/** How the finance page speaks: its words, the terms of agreements, and figures, by language. */
import type { Language } from "../../../domain/region/contacts.ts";
import { TERMS, type Terms } from "../../../functions/usecases/agreements/terms/index.ts";
import { speechOf, type InEachLanguage, type Speech } from "../../language/speech.ts";
import { DE } from "./de.ts";
import { EN } from "./en.ts";
import { FR } from "./fr.ts";
import type { FinanceWords } from "./shape.ts";

export type { FinanceWords } from "./shape.ts";
export const FINANCE_WORDS: InEachLanguage<FinanceWords> = { de: DE, fr: FR, en: EN };

export interface FinanceSpeech extends Speech<FinanceWords> {
  readonly terms: Terms;
}

export const financeSpeech = (language: Language): FinanceSpeech => ({
  ...speechOf(FINANCE_WORDS, language),
  terms: TERMS[language],
});
