/** Why loads stay and what tours break, by language. */
import type { Language } from "../../region/contacts.ts";
import { TOURS_DE } from "./de.ts";
import { TOURS_EN } from "./en.ts";
import { TOURS_FR } from "./fr.ts";
import type { TourWords } from "./shape.ts";

export const TOUR_WORDS: Readonly<Record<Language, TourWords>> = { de: TOURS_DE, fr: TOURS_FR, en: TOURS_EN };
