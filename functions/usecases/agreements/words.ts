/** Words and figures of an agreement in German, for the papers that the law wants in German. Pages and receipts: terms/. */
import type { Agreement } from "../../../domain/agreement/agreement.ts";
import { periodName, RULES, weekDates } from "../../../planning/report/words.ts";
import { DE } from "./terms/de.ts";

export { listed as namesOf, money, percent as percentOf, tonnes } from "../../../planning/report/words.ts";

/** `KW 48 bis KW 51/2026` */
export const periodOf = ({ period }: Pick<Agreement, "period">): string =>
  periodName(period.firstWeek, period.lastWeek);
/** `23.11.2026 bis 20.12.2026` */
export const datesOf = ({ period }: Pick<Agreement, "period">): string => weekDates(period.firstWeek, period.lastWeek);

export function ruleOf({ rule }: Pick<Agreement, "rule">): { readonly name: string; readonly sentence: string } {
  return RULES[rule];
}

export const LEVEL_WORDS = DE.levels;
