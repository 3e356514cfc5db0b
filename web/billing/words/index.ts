/** How the pages of billing details speak. */
import type { Language } from "../../../domain/region/contacts.ts";
import { speechOf, type InEachLanguage, type Speech } from "../../language/speech.ts";
import { DE } from "./de.ts";
import { EN } from "./en.ts";
import { FR } from "./fr.ts";
import type { BillingWords } from "./shape.ts";

export type { BillingWords, FieldWords } from "./shape.ts";
export const BILLING_WORDS: InEachLanguage<BillingWords> = { de: DE, fr: FR, en: EN };
export type BillingSpeech = Speech<BillingWords>;
export const billingSpeech = (language: Language): BillingSpeech => speechOf(BILLING_WORDS, language);
