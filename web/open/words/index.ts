import type { InEachLanguage, Speech } from "../../language/speech.ts";
import { DE } from "./de.ts";
import { EN } from "./en.ts";
import { FR } from "./fr.ts";
import type { OpenWords } from "./shape.ts";

export type { OpenWords } from "./shape.ts";
export const OPEN_WORDS: InEachLanguage<OpenWords> = { de: DE, fr: FR, en: EN };
export type OpenSpeech = Speech<OpenWords>;
