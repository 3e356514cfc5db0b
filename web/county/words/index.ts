/** How the administration's pages speak. */
import type { InEachLanguage, Speech } from "../../language/speech.ts";
import { DE } from "./de.ts";
import { EN } from "./en.ts";
import { FR } from "./fr.ts";
import type { CountyWords } from "./shape.ts";

export { SECTIONS, type CountyWords, type Section } from "./shape.ts";
export const COUNTY_WORDS: InEachLanguage<CountyWords> = { de: DE, fr: FR, en: EN };
export type CountySpeech = Speech<CountyWords>;
