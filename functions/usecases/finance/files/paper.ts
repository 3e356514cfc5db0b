/** The finance figures as a paper: A4, black and white, tagged. Bars and tables say the same. */
import { element } from "../../tours/pen.ts";
import {
  closePaper,
  figures as threeFigures,
  gap,
  heading,
  INNER,
  MARGIN,
  openPaper,
  paragraph,
  room,
  title,
  type Paper,
} from "../../agreements/pdf/paper.ts";
import { winAnsi } from "../../tours/winAnsi.ts";
import { money, percent, periodName, RULES, weekDates } from "../../../../planning/report/words.ts";
import { pairChart, ROW, type Chart, type PairRow } from "../chart.ts";
import type { FinanceFigures } from "../figures.ts";
import {
  agreementText,
  BROKEN_DOWN,
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
  type FinanceTable,
} from "./tables.ts";
import { FIRST, section } from "./paperTable.ts";

const NARROWEST = 70;
/** Of a chart on paper against one on a page. */
const SCALE = 0.75;

export function financePaper(figures: FinanceFigures): Promise<Uint8Array> {
  const { period, totals, regionName, agreement, provenance } = figures;
  const span = periodName(period.firstWeek, period.lastWeek);
  const paper = openPaper({
    title: `Kosten gemeinsam und allein, ${regionName}, ${span}`,
    subject: "Gemeinsame Entsorgung kommunalen Grünabfalls",
    at: provenance.frozenAt,
  });
  const days = weekDates(period.firstWeek, period.lastWeek);
  paragraph(paper, `${regionName} · ${span} (${days})`, { size: 9, after: 8 });
  title(paper, "Was die gemeinsame Entsorgung kostet");
  threeFigures(paper, [
    ["Gemeinsam", money(totals.jointCents)],
    ["Allein", money(totals.aloneCents)],
    [`Einsparung (${percent(totals.savingCents, totals.aloneCents)})`, money(totals.savingCents)],
  ]);
  paragraph(
    paper,
    `Geteilt wird nach dem Schlüssel „${RULES[figures.rule].name}“. Vereinbarung: ${agreementText(agreement)}.`,
  );
  heading(paper, "Je Kommune");
  chart(paper, memberRows(figures), "Was jede Kommune allein zahlte und was sie gemeinsam trägt");
  for (const one of [byMember(figures), payments(figures)])
    if (one !== null) section(paper, one, { withHead: one.title !== "Je Kommune" });
  for (const one of [
    byLine(figures.lines),
    byMonth(figures),
    byWeek(figures, "Je Woche", WEEKS_NOTE),
    byFraction(figures),
  ])
    section(paper, one);
  paragraph(paper, BROKEN_DOWN, { size: 8.5 });
  for (const one of seenInFull(figures).flatMap(ofMember)) section(paper, one);
  const rules = byRule(figures);
  if (rules !== null) ruleTables(paper, rules);
  heading(paper, "Herkunft der Zahlen");
  for (const [label, text] of origin(figures)) paragraph(paper, `${label}: ${text}`, { size: 9, after: 3 });
  return closePaper(paper, `${regionName}, ${span} · Prüfsumme ${provenance.planSha256.slice(0, 16)}…`);
}

const memberRows = ({ members }: FinanceFigures): PairRow[] =>
  members.map(({ name, aloneCents, shareCents }) => ({
    ...{ name, aloneCents, jointCents: shareCents },
    said: `${money(shareCents)} statt ${money(aloneCents)}`,
  }));

/** One table for as many members as fit side by side. */
function ruleTables(paper: Paper, { title: head, columns, rows, note }: FinanceTable): void {
  heading(paper, head);
  const members = columns.slice(1, -2);
  const most = Math.max(1, Math.floor((INNER - FIRST) / NARROWEST));
  for (let from = 0; from < members.length; from += most) {
    const shown = members.slice(from, from + most).map((_, i) => 1 + from + i);
    const places = [0, ...shown];
    const cells = rows.map((row) => places.map((c) => row[c]!));
    section(
      paper,
      { title: head, columns: places.map((c) => columns[c]!), rows: cells, total: null },
      { withHead: false },
    );
  }
  const verdicts = rows.slice(1).map((row) => [row[0]!, ...row.slice(-2)]);
  section(
    paper,
    { title: head, columns: [columns[0]!, ...columns.slice(-2)], rows: verdicts, total: null },
    { withHead: false },
  );
  if (note !== undefined) paragraph(paper, note, { size: 8.5 });
}

function chart(paper: Paper, rows: readonly PairRow[], alt: string): void {
  paragraph(paper, "Oben, leer: allein. Unten, schwarz: gemeinsam.", { size: 8.5, after: 4 });
  // A page takes so many rows; the bars of all pages have one scale.
  const whole = pairChart(rows);
  whole.rows.forEach((_, index) => chartRow(paper, whole, index, alt, rows[index]!));
  gap(paper, 8);
}

function chartRow(paper: Paper, { rows }: Chart, index: number, alt: string, { name, said }: PairRow): void {
  const row = rows[index]!;
  const top = index * ROW;
  room(paper, ROW * SCALE);
  const { pdf, y } = paper;
  element(
    pdf,
    paper.root,
    "Figure",
    () => {
      pdf.font("Helvetica").fontSize(9).fillColor("black");
      pdf.text(winAnsi(name), MARGIN, y, { width: INNER * 0.5, lineBreak: false });
      pdf.text(winAnsi(said), MARGIN + INNER * 0.4, y, { width: INNER * 0.6, align: "right", lineBreak: false });
      for (const { kind, from, to, top: down, height } of row.bars) {
        const place = [MARGIN + from * INNER, y + (down - top) * SCALE, (to - from) * INNER, height * SCALE] as const;
        pdf.rect(...place).lineWidth(0.5);
        if (kind === "joint") pdf.fillAndStroke("black", "black");
        else pdf.stroke("black");
      }
    },
    { alt: `${alt}. ${name}: ${said}` },
  );
  paper.y += ROW * SCALE;
}
