/**
 * A paper of flowing text: A4, black and white, tagged for screen readers. Whoever writes it says what comes next; where a page
 * ends is decided here. The same content gives the same bytes.
 */
import type { Language } from "../../../../domain/region/contacts.ts";
import { bytesOf, openPdf } from "../../tours/pdfDocument.ts";
import { artifact, element, group, write, type Box, type Element, type Pdf } from "../../tours/pen.ts";
import { winAnsi } from "../../tours/winAnsi.ts";

export const A4 = { width: 595.28, height: 841.89 } as const;
export const MARGIN = 62;
export const INNER = A4.width - 2 * MARGIN;
const BOTTOM = A4.height - 72;
const LEADING = 1.35;

export interface Paper {
  readonly pdf: Pdf;
  readonly root: Element;
  readonly bytes: Promise<Uint8Array>;
  /** Where the next thing goes, from the top of the page. */
  y: number;
}

export interface PaperHead {
  readonly title: string;
  readonly subject: string;
  /** RFC 3339; the paper's date of creation. */
  readonly at: string;
  /** Default de. */
  readonly language?: Language;
}

export function openPaper({ at, ...head }: PaperHead): Paper {
  const pdf = openPdf({ ...head, createdAt: new Date(at), bufferPages: true });
  const root = pdf.struct("Document");
  pdf.addStructure(root);
  return { pdf, root, bytes: bytesOf(pdf), y: MARGIN };
}

const GERMAN = (page: number, pages: number): string => `Seite ${page} von ${pages}`;

/**
 * Numbers the pages and gives the file.
 *
 * @param pageOf words for the number of a page; German by default
 */
export function closePaper({ pdf, root, bytes }: Paper, footer: string, pageOf = GERMAN): Promise<Uint8Array> {
  const { count } = pdf.bufferedPageRange();
  for (let page = 0; page < count; page++) {
    pdf.switchToPage(page);
    const y = A4.height - 44;
    artifact(pdf, "Pagination", () => {
      pdf
        .lineWidth(0.5)
        .moveTo(MARGIN, y - 8)
        .lineTo(A4.width - MARGIN, y - 8)
        .stroke("black");
      write(pdf, footer, { x: MARGIN, y, width: INNER * 0.8 }, { size: 8 });
      const right = { x: MARGIN + INNER * 0.8, y, width: INNER * 0.2 };
      write(pdf, pageOf(page + 1, count), right, { size: 8, align: "right" });
    });
  }
  root.end();
  pdf.end();
  return bytes;
}

/** Makes sure that so much fits below on this page. */
export function room(paper: Paper, height: number): void {
  if (paper.y + height <= BOTTOM) return;
  paper.pdf.addPage();
  paper.y = MARGIN;
}

export const gap = (paper: Paper, height: number): void => void (paper.y += height);

export interface Look {
  readonly size?: number;
  readonly bold?: boolean;
  readonly indent?: number;
  readonly after?: number;
}

function flow(
  paper: Paper,
  tag: string,
  text: string,
  { size = 10.5, bold = false, indent = 0, after = 6 }: Look,
): void {
  const { pdf } = paper;
  const width = INNER - indent;
  const lineGap = size * (LEADING - 1.156);
  const shown = winAnsi(text);
  pdf.font(bold ? "Helvetica-Bold" : "Helvetica").fontSize(size);
  const height = pdf.heightOfString(shown, { width, lineGap });
  // A heading stays with what follows it.
  room(paper, height + (tag.startsWith("H") ? 40 : 0));
  const { y } = paper;
  element(pdf, paper.root, tag, () => {
    pdf
      .font(bold ? "Helvetica-Bold" : "Helvetica")
      .fontSize(size)
      .fillColor("black")
      .text(shown, MARGIN + indent, y, { width, lineGap });
  });
  paper.y = y + height + after;
}

export const title = (paper: Paper, text: string): void => flow(paper, "H1", text, { size: 18, bold: true, after: 10 });

export function heading(paper: Paper, text: string): void {
  gap(paper, 8);
  flow(paper, "H2", text, { size: 12, bold: true, after: 5 });
}

export const paragraph = (paper: Paper, text: string, look: Look = {}): void => flow(paper, "P", text, look);

export interface Column {
  readonly head: string;
  readonly width: number;
  readonly right?: boolean;
}

const ROW = 17;
const CELL = 9.5;
/** Between the words of neighbouring columns. */
const BETWEEN = 8;
const MOST_LINES = 40;

/**
 * Cells have one line, or with `wrap` as many as they need; the heads are repeated on every page. `total` stands below a line.
 */
export function table(
  paper: Paper,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  total?: readonly string[],
  wrap = false,
): void {
  const { pdf } = paper;
  let held: Element | undefined;
  const heightOf = (cells: readonly string[], bold: boolean): number => {
    if (!wrap) return ROW;
    pdf.font(bold ? "Helvetica-Bold" : "Helvetica").fontSize(CELL);
    const one = pdf.heightOfString("X", { width: INNER });
    const most = cells.map((cell, c) => pdf.heightOfString(winAnsi(cell), { width: columns[c]!.width - BETWEEN }));
    return ROW + Math.max(one, ...most) - one;
  };
  const draw = (cells: readonly string[], tag: "TH" | "TD", bold: boolean): void => {
    const row = group(pdf, held!, "TR");
    const height = heightOf(cells, bold);
    let x = MARGIN;
    cells.forEach((cell, index) => {
      const { width, right = false } = columns[index]!;
      const box: Box = { x, y: paper.y + 4, width: width - BETWEEN };
      const scope = tag === "TH" ? ({ scope: "Column" } as const) : index === 0 ? ({ scope: "Row" } as const) : {};
      const one = index === 0 ? "TH" : tag;
      element(
        pdf,
        row,
        one,
        () =>
          write(pdf, cell, box, { size: CELL, bold, align: right ? "right" : "left", lines: wrap ? MOST_LINES : 1 }),
        scope,
      );
      x += width;
    });
    row.end();
    paper.y += height;
  };
  const begin = (): void => {
    held = group(pdf, paper.root, "Table");
    draw(
      columns.map(({ head }) => head),
      "TH",
      true,
    );
    rule(paper, 0.8);
  };
  room(paper, 3 * ROW);
  begin();
  for (const row of rows) {
    if (paper.y + heightOf(row, false) > BOTTOM) {
      held!.end();
      room(paper, 2 * ROW);
      begin();
    }
    draw(row, "TD", false);
  }
  if (total !== undefined) {
    rule(paper, 0.8);
    draw(total, "TD", true);
  }
  held!.end();
  gap(paper, 8);
}

export function rule({ pdf, y }: Paper, thickness: number): void {
  artifact(pdf, "Layout", () => {
    pdf
      .lineWidth(thickness)
      .moveTo(MARGIN, y)
      .lineTo(A4.width - MARGIN, y)
      .stroke("black");
  });
}

/** Three figures side by side, the largest thing on the paper. */
export function figures(paper: Paper, of: readonly (readonly [label: string, value: string])[]): void {
  room(paper, 48);
  const { pdf } = paper;
  const width = INNER / of.length;
  rule(paper, 1.2);
  of.forEach(([label, value], index) => {
    const at = { x: MARGIN + index * width, width: width - 8 };
    element(pdf, paper.root, "P", () => {
      write(pdf, label, { ...at, y: paper.y + 7 }, { size: 9 });
      write(pdf, value, { ...at, y: paper.y + 20 }, { size: 16, bold: true });
    });
  });
  gap(paper, 46);
  rule(paper, 0.5);
  gap(paper, 12);
}
