import type { InEachLanguage } from "../../../language/speech.ts";
import { DE } from "./de.ts";
import { EN } from "./en.ts";
import { FR } from "./fr.ts";
import type { MasterWords } from "./shape.ts";

export type { MasterWords } from "./shape.ts";
export const MASTER_WORDS: InEachLanguage<MasterWords> = { de: DE, fr: FR, en: EN };
