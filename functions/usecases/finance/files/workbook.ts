/** The finance figures as a workbook. */
import type { FinanceFigures } from "../figures.ts";
import { bookOf, factsSheet, sheetOf } from "./book.ts";
import {
  byFraction,
  byLine,
  byMember,
  byMonth,
  byRule,
  byWeek,
  ofMember,
  origin,
  payments,
  seenInFull,
  WEEKS_NOTE,
} from "./tables.ts";

export function financeWorkbook(figures: FinanceFigures): Promise<Uint8Array> {
  const paid = payments(figures);
  const rules = byRule(figures);
  const sheets = [
    sheetOf("Übersicht", [
      byMember(figures),
      ...(paid === null ? [] : [paid]),
      byWeek(figures, "Je Woche", WEEKS_NOTE),
      byMonth(figures),
    ]),
    ...seenInFull(figures).map((one) => sheetOf(`Kommune ${one.name}`, ofMember(one))),
    sheetOf("Je Kostenart", [byLine(figures.lines), byFraction(figures)]),
    ...(rules === null ? [] : [sheetOf("Andere Schlüssel", [rules])]),
    factsSheet("Herkunft der Zahlen", origin(figures)),
  ];
  return bookOf(sheets);
}
