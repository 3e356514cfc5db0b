import type { InEachLanguage } from "../../../language/speech.ts";
import { DE } from "./de.ts";
import { EN } from "./en.ts";
import { FR } from "./fr.ts";
import type { WhatIfWords } from "./shape.ts";

export type { WhatIfWords } from "./shape.ts";
export const WHAT_IF_WORDS: InEachLanguage<WhatIfWords> = { de: DE, fr: FR, en: EN };
