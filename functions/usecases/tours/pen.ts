/**
 * Draws on a tagged PDF. What is content belongs to an element of the structure, which a screen reader reads; lines and boxes
 * are artifacts, which it passes over.
 */
import type PDFDocument from "pdfkit";
import { winAnsi } from "./winAnsi.ts";

export type Pdf = InstanceType<typeof PDFDocument>;
export type Element = ReturnType<Pdf["struct"]>;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface TextStyle {
  readonly size?: number;
  readonly bold?: boolean;
  /** Lines at most; what does not fit ends in an ellipsis. */
  readonly lines?: number;
  readonly align?: "left" | "right" | "center";
  readonly colour?: "black" | "white";
}

/** Of Helvetica Bold, the taller of the two. */
const LINE = 1.2;

export function write(pdf: Pdf, text: string, { x, y, width }: Box, style: TextStyle = {}): void {
  const { size = 9.5, bold = false, lines = 1, align = "left", colour = "black" } = style;
  pdf
    .font(bold ? "Helvetica-Bold" : "Helvetica")
    .fontSize(size)
    .fillColor(colour)
    .text(winAnsi(text), x, y, { width, height: lines * size * LINE, ellipsis: "…", align, lineGap: 0 });
}

/** Whether a text needs more than one line. */
export function isWider(
  pdf: Pdf,
  text: string,
  width: number,
  { size, bold }: { size: number; bold: boolean },
): boolean {
  return (
    pdf
      .font(bold ? "Helvetica-Bold" : "Helvetica")
      .fontSize(size)
      .widthOfString(winAnsi(text)) > width
  );
}

export function artifact(pdf: Pdf, kind: "Layout" | "Pagination", draw: () => void): void {
  pdf.markContent("Artifact", { type: kind });
  draw();
  pdf.endMarkedContent();
}

/** Adds an element with content below its parent; `scope` is for the heads of tables. */
export function element(
  pdf: Pdf,
  parent: Element,
  tag: string,
  draw: () => void,
  options: { readonly alt?: string; readonly scope?: "Column" | "Row" } = {},
): void {
  const made = pdf.struct(tag, options as object, [draw]);
  parent.add(made);
  made.end();
}

/** Adds an element that will hold others; the caller ends it. */
export function group(pdf: Pdf, parent: Element, tag: string): Element {
  const made = pdf.struct(tag);
  parent.add(made);
  return made;
}
