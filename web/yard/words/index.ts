/** How the yard's pages speak, by language. */
import type { InEachLanguage } from "../../language/speech.ts";
import { DE } from "./de.ts";
import { EN } from "./en.ts";
import { FR } from "./fr.ts";
import type { YardWords } from "./shape.ts";

export type { FillChoice, Told, YardWords } from "./shape.ts";
export { FILLS } from "./shape.ts";
export const YARD_WORDS: InEachLanguage<YardWords> = { de: DE, fr: FR, en: EN };
