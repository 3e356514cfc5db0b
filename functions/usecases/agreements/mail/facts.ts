/** The figures and dates of an agreement as a mail's language writes them. */
import type { Agreement, AgreementMember } from "../../../../domain/agreement/agreement.ts";
import type { Language } from "../../../../domain/region/contacts.ts";
import { localTimestamp } from "../../../../domain/localTime.ts";
import { clockOf, money } from "../../../../domain/language/format.ts";
import { LANGUAGES } from "../../mail/words/language.ts";
import { oneLine } from "./safeText.ts";
import { AGREEMENT_WORDS } from "./words/index.ts";
import type { AgreementWords } from "./words/shape.ts";

export interface Facts {
  readonly words: AgreementWords;
  readonly region: string;
  /** Such as `KW 48/2026 bis KW 51/2026`. */
  readonly period: string;
  euros(cents: number): string;
  date(date: string): string;
  /** Day and clock in Europe/Berlin. */
  moment(timestamp: string): string;
}

export function factsOf(
  { period: { firstWeek, lastWeek }, regionName }: Pick<Agreement, "period" | "regionName">,
  language: Language,
): Facts {
  const { format } = LANGUAGES[language];
  const words = AGREEMENT_WORDS[language];
  return {
    words,
    region: oneLine(regionName),
    period:
      firstWeek === lastWeek ? format.week(firstWeek) : words.fromTo(format.week(firstWeek), format.week(lastWeek)),
    euros: (cents) => money(format, cents),
    date: format.date,
    moment: (timestamp) => {
      const local = localTimestamp(timestamp);
      return words.moment(format.date(local.slice(0, 10)), clockOf(local));
    },
  };
}

/** Our share, what we would pay alone, what we save. */
export function threeFigures({ words, euros }: Facts, member: AgreementMember): (readonly [string, string])[] {
  const { shareCents, standAloneCostCents } = member;
  return [
    [words.figures.share, euros(shareCents)],
    [words.figures.alone, euros(standAloneCostCents)],
    [words.figures.saving, euros(standAloneCostCents - shareCents)],
  ];
}
