/** What a new version changes for a member, in sentences. */
import type { Agreement } from "../../../domain/agreement/agreement.ts";
import type { Language } from "../../../domain/region/contacts.ts";
import { differenceOf, differenceSentences } from "./mail/difference.ts";
import { factsOf } from "./mail/facts.ts";

export function differenceText(before: Agreement, now: Agreement, ags: string, language: Language): string[] {
  return differenceSentences(differenceOf(before, now, ags), factsOf(now, language));
}
