/** The words of the approval's mails by language. */
import type { Language } from "../../../../../domain/region/contacts.ts";
import { DE } from "./de.ts";
import { EN } from "./en.ts";
import { FR } from "./fr.ts";
import type { AgreementWords } from "./shape.ts";

export const AGREEMENT_WORDS: Readonly<Record<Language, AgreementWords>> = { de: DE, fr: FR, en: EN };
