/** A4 in black and white, tagged for screen readers. The same content and date of creation give the same bytes. */
import PDFDocument from "pdfkit";
import type { Language } from "../../../domain/region/contacts.ts";
import type { Pdf } from "./pen.ts";

const LOCALES: Readonly<Record<Language, string>> = { de: "de-DE", fr: "fr-FR", en: "en-GB" };

export interface PdfHead {
  readonly title: string;
  readonly subject: string;
  readonly createdAt: Date;
  /** Pages stay open until the end, so that each can say how many there are. */
  readonly bufferPages?: boolean;
  /** For screen readers; default de. */
  readonly language?: Language;
}

/** Nothing may flow onto a page by itself: the caller decides where pages end. */
export function openPdf({ title, subject, createdAt, bufferPages = false, language = "de" }: PdfHead): Pdf {
  return new PDFDocument({
    ...{ size: "A4", pdfVersion: "1.7", lang: LOCALES[language], tagged: true, displayTitle: true, bufferPages },
    margins: { top: 0, left: 0, right: 0, bottom: 0 },
    info: {
      ...{ Title: title, Subject: subject, Author: "Grünverbund", Creator: "Grünverbund", Producer: "Grünverbund" },
      CreationDate: createdAt,
    },
  });
}

/** The file, once the document is ended. */
export function bytesOf(pdf: Pdf): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
    pdf.on("end", () => resolve(new Uint8Array(Buffer.concat(chunks))));
    pdf.on("error", reject);
  });
}
