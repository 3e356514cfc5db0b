import type { Language } from "../../../domain/region/contacts.ts";
import { speechOf, type InEachLanguage, type Speech } from "../../language/speech.ts";
import { DE } from "./de.ts";
import { EN } from "./en.ts";
import { FR } from "./fr.ts";
import type { Co2Words } from "./shape.ts";

export type { Co2Words } from "./shape.ts";
export const CO2_WORDS: InEachLanguage<Co2Words> = { de: DE, fr: FR, en: EN };
export type Co2Speech = Speech<Co2Words>;
export const co2Speech = (language: Language): Co2Speech => speechOf(CO2_WORDS, language);
