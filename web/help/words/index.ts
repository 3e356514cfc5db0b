/** The words of the handbook's frame by language. */
import type { InEachLanguage } from "../../language/speech.ts";
import { DE } from "./de.ts";
import { EN } from "./en.ts";
import { FR } from "./fr.ts";
import type { HelpWords } from "./shape.ts";

export type { HelpWords } from "./shape.ts";
export const HELP_WORDS: InEachLanguage<HelpWords> = { de: DE, fr: FR, en: EN };
