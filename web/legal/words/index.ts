import type { InEachLanguage, Speech } from "../../language/speech.ts";
import { DE } from "./de.ts";
import { EN } from "./en.ts";
import { FR } from "./fr.ts";
import type { LegalWords } from "./shape.ts";

export type { LegalSection, LegalWords } from "./shape.ts";
export const LEGAL_WORDS: InEachLanguage<LegalWords> = { de: DE, fr: FR, en: EN };
export type LegalSpeech = Speech<LegalWords>;
