/** The statement as a paper: A4, black and white, tagged. */
import { money } from "../../../planning/report/words.ts";
import { closePaper, figures as threeFigures, heading, openPaper, paragraph, title } from "../agreements/pdf/paper.ts";
import { section, unbroken } from "../finance/files/paperTable.ts";
import type { Statement } from "./statement.ts";

export function statementPaper(statement: Statement): Promise<Uint8Array> {
  const { title: text, eyebrow, at, figures, sentences, tables, facts } = statement;
  const paper = openPaper({ title: text, subject: "Gemeinsame Entsorgung kommunalen Grünabfalls", at });
  paragraph(paper, eyebrow, { size: 9, after: 8 });
  title(paper, text);
  threeFigures(
    paper,
    figures.map(([label, cents]) => [label, money(cents)]),
  );
  for (const sentence of sentences) paragraph(paper, unbroken(sentence), { after: 4 });
  for (const one of tables) section(paper, one, { wrap: true });
  heading(paper, "Herkunft");
  for (const [label, fact] of facts) paragraph(paper, `${label}: ${fact}`, { size: 9, after: 3 });
  return closePaper(paper, text);
}
