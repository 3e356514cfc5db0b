/** The words of the frame and of the first page by language. */
import type { InEachLanguage } from "../language/speech.ts";
import { DE } from "./de.ts";
import { EN } from "./en.ts";
import { FR } from "./fr.ts";
import type { SiteWords } from "./shape.ts";

export type { SiteWords } from "./shape.ts";
export const SITE_WORDS: InEachLanguage<SiteWords> = { de: DE, fr: FR, en: EN };
