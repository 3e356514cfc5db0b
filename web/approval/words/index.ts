/** How the approval's pages speak: their words, the terms of agreements, and figures, by language. */
import type { Language } from "../../../domain/region/contacts.ts";
import { TERMS, type Terms } from "../../../functions/usecases/agreements/terms/index.ts";
import { speechOf, type InEachLanguage, type Speech } from "../../language/speech.ts";
import { DE } from "./de.ts";
import { EN } from "./en.ts";
import { FR } from "./fr.ts";
import type { ApprovalWords } from "./shape.ts";

export type { ApprovalWords, Notice } from "./shape.ts";
export const APPROVAL_WORDS: InEachLanguage<ApprovalWords> = { de: DE, fr: FR, en: EN };

export interface ApprovalSpeech extends Speech<ApprovalWords> {
  readonly terms: Terms;
}

export const approvalSpeech = (language: Language): ApprovalSpeech => ({
  ...speechOf(APPROVAL_WORDS, language),
  terms: TERMS[language],
});
