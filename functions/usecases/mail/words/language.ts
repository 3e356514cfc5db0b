/** What mails say, in each language that the system writes. */
import type { Language } from "../../../../domain/region/contacts.ts";
import { DE } from "./de.ts";
import { EN } from "./en.ts";
import { FR } from "./fr.ts";
import type { LanguageWords } from "./shape.ts";

export const LANGUAGES: Readonly<Record<Language, LanguageWords>> = { de: DE, fr: FR, en: EN };
