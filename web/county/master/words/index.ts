import type { InEachLanguage } from "../../../language/speech.ts";
import { DE } from "./de.ts";
import { EN } from "./en.ts";
import { FAULTS_DE } from "./faultsDe.ts";
import { FAULTS_FR } from "./faultsFr.ts";
import { FR } from "./fr.ts";
import type { MasterWords } from "./shape.ts";

export type { MasterWords } from "./shape.ts";
export const MASTER_WORDS: InEachLanguage<MasterWords> = { de: DE, fr: FR, en: EN };

/** English pages have the importer's own sentences. */
export const FAULTS = { de: FAULTS_DE, fr: FAULTS_FR, en: undefined } as const;
