/** The statement as a workbook: numbers as numbers, sums as formulas; one sheet for the bill, one for what it rests on. */
import { money } from "../../../planning/report/words.ts";
import { bookOf, factsSheet, sheetOf } from "../finance/files/book.ts";
import type { Statement } from "./statement.ts";

/** Those of them stand on a sheet of their own: they may be long. */
const EVIDENCE = new Set(["Wiegescheine", "Touren", "Kostenposten"]);

export function statementBook({ title, figures, sentences, tables, facts }: Statement): Promise<Uint8Array> {
  const bill = tables.filter((one) => !EVIDENCE.has(one.title));
  const texts = sentences.map((sentence, index) => [index === 0 ? title : "", sentence] as const);
  return bookOf([
    sheetOf("Abrechnung", bill),
    ...tables.filter((one) => EVIDENCE.has(one.title)).map((one) => sheetOf(one.title, [one])),
    factsSheet("Grundlagen", [...figures.map(([label, cents]) => [label, money(cents)] as const), ...texts, ...facts]),
  ]);
}
