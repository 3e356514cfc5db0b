/** Words and figures of an agreement in German, for pages and papers. */
import { formatDate } from "../../../domain/week.ts";
import { localTimestamp } from "../../../domain/localTime.ts";
import type { Agreement, Level, ReaderRole } from "../../../domain/agreement/agreement.ts";
import { periodName, RULES, weekDates } from "../../../planning/report/words.ts";

export { money, percent as percentOf, tonnes } from "../../../planning/report/words.ts";

/** `KW 48 bis KW 51/2026` */
export const periodOf = ({ period }: Pick<Agreement, "period">): string =>
  periodName(period.firstWeek, period.lastWeek);
/** `23.11.2026 bis 20.12.2026` */
export const datesOf = ({ period }: Pick<Agreement, "period">): string => weekDates(period.firstWeek, period.lastWeek);

/** `09.12.2026, 23:59 Uhr` */
export function momentOf(timestamp: string): string {
  const local = localTimestamp(timestamp);
  return `${formatDate(local.slice(0, 10))}, ${local.slice(11, 16)} Uhr`;
}

export function ruleOf({ rule }: Pick<Agreement, "rule">): { readonly name: string; readonly sentence: string } {
  return RULES[rule];
}

export const ROLE_WORDS: Readonly<Record<ReaderRole, string>> = {
  mayor: "Bürgermeister/in",
  finance: "Kämmerei",
  admin: "Verwaltung",
};

/** What a level means for who decides. */
export const LEVEL_WORDS: Readonly<Record<Level, { readonly name: string; readonly sentence: string }>> = {
  L0: { name: "Mitteilung", sentence: "Der Plan bleibt im vereinbarten Rahmen. Niemand muss zustimmen." },
  L1: {
    name: "Freigabe",
    sentence: "Der Anteil liegt innerhalb der vereinbarten Wertgrenze. Die Freigabe im Bürgermeisteramt genügt.",
  },
  L2: {
    name: "Freigabe zu zweit",
    sentence:
      "Der Anteil liegt über der vereinbarten Wertgrenze. Bürgermeister/in und Kämmerei entscheiden, jede Seite für sich.",
  },
  L3: {
    name: "Vereinbarung auf Papier",
    sentence:
      "Rahmen, Mitglied oder Verfahren ist neu. Hier wird entschieden, ob der Vorschlag dem Rat vorgelegt wird; geschlossen wird auf Papier (§ 18 KGG Saarland).",
  },
};

/** Members of a sentence: `A`, `A und B`, `A, B und C`. */
export function namesOf(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} und ${names.at(-1)!}`;
}
