import type { InEachLanguage } from "../../../language/speech.ts";
import { DE } from "./de.ts";
import { EN } from "./en.ts";
import { FR } from "./fr.ts";
import type { YearWords } from "./shape.ts";

export type { YearWords } from "./shape.ts";
export const YEAR_WORDS: InEachLanguage<YearWords> = { de: DE, fr: FR, en: EN };
