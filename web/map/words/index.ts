import type { InEachLanguage } from "../../language/speech.ts";
import { DE } from "./de.ts";
import { EN } from "./en.ts";
import { FR } from "./fr.ts";
import type { MapWords } from "./shape.ts";

export type { MapWords } from "./shape.ts";
export const MAP_WORDS: InEachLanguage<MapWords> = { de: DE, fr: FR, en: EN };
