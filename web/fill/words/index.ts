import type { InEachLanguage } from "../../language/speech.ts";
import { DE } from "./de.ts";
import { EN } from "./en.ts";
import { FR } from "./fr.ts";
import type { FillWords } from "./shape.ts";

export type { Doubt, FillWords } from "./shape.ts";
export const FILL_WORDS: InEachLanguage<FillWords> = { de: DE, fr: FR, en: EN };
