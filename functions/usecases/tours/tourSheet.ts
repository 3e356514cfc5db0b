/**
 * The tour sheet for the cab: A4, black and white, German, tagged for screen readers. The same tour gives the same bytes:
 * the date of creation is the Monday of the week.
 */
import type { Plan, PlanRoute } from "../../../domain/plan/plan.ts";
import type { Region } from "../../../domain/region/tables.ts";
import { mondayOf } from "../../../domain/week.ts";
import { drawStop, drawTableHead, line } from "./drawStop.ts";
import { bytesOf, openPdf } from "./pdfDocument.ts";
import { artifact, element, isWider, write, type Element, type Pdf } from "./pen.ts";
import { sheetContent, type SheetContent } from "./sheetContent.ts";
import { layOutSheet, PAGE } from "./sheetLayout.ts";

const INNER = PAGE.width - 2 * PAGE.margin;

export function tourSheet(plan: Plan, region: Region, route: PlanRoute): Promise<Uint8Array> {
  const content = sheetContent(plan, region, route);
  const pdf = openSheet(content, plan.week);
  const bytes = bytesOf(pdf);
  const root = pdf.struct("Document");
  pdf.addStructure(root);
  const pages = layOutSheet(content.stops);
  // One table a page: a screen reader hears the heads again, as the eye sees them again.
  pages.forEach((page, index) => {
    if (index > 0) pdf.addPage();
    if (index === 0) drawHead(pdf, root, content);
    else drawContinuation(pdf, content);
    const table = pdf.struct("Table");
    root.add(table);
    drawTableHead(pdf, table, page.top);
    for (const placed of page.stops) drawStop(pdf, table, placed);
    table.end();
    drawFooter(pdf, content, index + 1, pages.length);
  });
  root.end();
  pdf.end();
  return bytes;
}

function openSheet({ vehicle, date, region }: SheetContent, week: string): Pdf {
  return openPdf({
    title: `Tourenblatt ${vehicle}, ${date}`,
    subject: `Tour der Grünabfallsammlung, ${region}`,
    createdAt: new Date(`${mondayOf(week)}T00:00:00Z`),
  });
}

function drawHead(pdf: Pdf, root: Element, content: SheetContent): void {
  const x = PAGE.margin;
  const title = `Tourenblatt: ${content.vehicle}`;
  const large = { size: 20, bold: true };
  const style = isWider(pdf, title, INNER, large) ? { size: 13, bold: true } : large;
  element(pdf, root, "H1", () => write(pdf, title, { x, y: 54 - style.size, width: INNER }, style));
  element(pdf, root, "P", () => write(pdf, content.date, { x, y: 62, width: INNER }, { size: 14 }));
  element(pdf, root, "P", () => {
    const words = `${content.region} · Tour ${content.tour} · ${content.depot}`;
    write(pdf, words, { x, y: 82, width: INNER }, { size: 10 });
  });
  const width = INNER / content.facts.length;
  content.facts.forEach(([label, value], index) => {
    const box = { x: x + index * width, width: width - 8 };
    element(pdf, root, "P", () => {
      write(pdf, `${label}: `, { ...box, y: 106 }, { size: 8.5 });
      write(pdf, value, { ...box, y: 117 }, { size: 11, bold: true });
    });
  });
  element(pdf, root, "P", () => {
    const words = "Fahrer/in: ______________________________     Kennzeichen: ____________________";
    write(pdf, words, { x, y: 146, width: INNER }, { size: 10 });
  });
  line(pdf, 100, 1.2);
  line(pdf, 136, 0.5);
}

/** Repeated for the eye only. */
function drawContinuation(pdf: Pdf, { vehicle, date }: SheetContent): void {
  artifact(pdf, "Pagination", () => {
    write(pdf, `${date} · ${vehicle}`, { x: PAGE.margin, y: 40, width: INNER }, { size: 11, bold: true });
  });
}

function drawFooter(pdf: Pdf, { region, tour }: SheetContent, page: number, pages: number): void {
  const y = PAGE.height - 40;
  artifact(pdf, "Pagination", () => {
    write(pdf, `${region} · Tour ${tour}`, { x: PAGE.margin, y, width: INNER / 2 }, { size: 8.5 });
    const right = { x: PAGE.margin + INNER / 2, y, width: INNER / 2 };
    write(pdf, `Seite ${page} von ${pages}`, right, { size: 8.5, align: "right" });
  });
}
