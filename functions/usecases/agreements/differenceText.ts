/** What a new version changes for a member, in German sentences. */
import type { Agreement } from "../../../domain/agreement/agreement.ts";
import { differenceOf, differenceSentences } from "./mail/difference.ts";
import { factsOf } from "./mail/facts.ts";

export function differenceText(before: Agreement, now: Agreement, ags: string): string[] {
  return differenceSentences(differenceOf(before, now, ags), factsOf(now, "de"));
}
