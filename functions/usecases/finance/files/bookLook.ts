/**
 * How a workbook looks on screen and paper: columns as wide as what stands in them, rows as high as their lines, a sheet as wide as
 * the page. And every formula carries its result, for previews that do not reckon.
 */
import type { Feature, Image } from "write-excel-file/node";

/** Of a line of 11 points, with room for fonts that stand in for Calibri. */
export const LINE_POINTS = 15;
const NARROWEST = 12;
/** What is longer is broken into lines. */
const WIDEST = 60;
/** Letters of fonts that stand in for Calibri are wider than its digits, by which Excel measures columns. */
const WIDER = 1.05;

/** Of a column of texts, in Excel's unit: digits of the font. */
export const widthOf = (texts: readonly string[]): number =>
  Math.min(WIDEST, Math.max(NARROWEST, ...texts.map((text) => Math.ceil(text.length * WIDER) + 2)));

/** In points; words are broken whole, so a line is seldom full. */
export function heightOf(text: string, width: number): number {
  const lines = text.split("\n").map((line) => Math.max(1, Math.ceil((line.length * WIDER) / (width - 1))));
  return LINE_POINTS * lines.reduce((sum, count) => sum + count, 0);
}

const FIT = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
const FOOTER = "<headerFooter><oddFooter>&amp;L&amp;A&amp;RSeite &amp;P von &amp;N</oddFooter></headerFooter>";

type BookFeature = Feature<Image["content"]>;

/** What is little longer than a page is made smaller, until it fits. */
const MOST_ROWS_OF_A_PAGE = 45;
const pagesOf = (sheet: string): 0 | 1 => (sheet.split("<row ").length - 1 <= MOST_ROWS_OF_A_PAGE ? 1 : 0);

/** @param results by sheet, in their order, then by cell */
export function printedAndReckoned(results: readonly ReadonlyMap<string, number>[]): BookFeature {
  return {
    files: {
      transform: {
        "xl/worksheets/sheet{id}.xml": {
          transform: (content, _, { sheetIndex }) =>
            content
              .replace(/<worksheet [^>]*>/, (root) => root + FIT)
              .replace(
                /<pageSetup ([^>]*)\/>/,
                `<pageSetup $1 fitToWidth="1" fitToHeight="${pagesOf(content)}"/>${FOOTER}`,
              )
              .replaceAll(/(<c r="([A-Z]+\d+)"[^>]*><f>[^<]*<\/f>)(?=<\/c>)/g, (cell, head: string, at: string) => {
                const result = results[sheetIndex]?.get(at);
                return result === undefined ? cell : `${head}<v>${result}</v>`;
              }),
        },
        // Whoever reckons does so anew when the file is opened.
        "xl/workbook.xml": { transform: (content) => content.replace("<calcPr/>", '<calcPr fullCalcOnLoad="1"/>') },
      },
    },
  };
}
