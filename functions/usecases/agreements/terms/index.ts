/** The words of an agreement by language, for pages and for papers that are for one person. */
import type { Language } from "../../../../domain/region/contacts.ts";
import { DE } from "./de.ts";
import { EN } from "./en.ts";
import { FR } from "./fr.ts";
import type { Terms } from "./shape.ts";

export type { Explained, Terms } from "./shape.ts";
export const TERMS: Readonly<Record<Language, Terms>> = { de: DE, fr: FR, en: EN };
