/** How the settlement's pages speak. */
import type { Language } from "../../../domain/region/contacts.ts";
import { TERMS, type Terms } from "../../../functions/usecases/agreements/terms/index.ts";
import { speechOf, type InEachLanguage, type Speech } from "../../language/speech.ts";
import { DE } from "./de.ts";
import { EN } from "./en.ts";
import { FR } from "./fr.ts";
import type { SettlementWords } from "./shape.ts";

export type { SettlementWords } from "./shape.ts";
export const SETTLEMENT_WORDS: InEachLanguage<SettlementWords> = { de: DE, fr: FR, en: EN };

export interface SettlementSpeech extends Speech<SettlementWords> {
  readonly terms: Terms;
}

export const settlementSpeech = (language: Language): SettlementSpeech => ({
  ...speechOf(SETTLEMENT_WORDS, language),
  terms: TERMS[language],
});
