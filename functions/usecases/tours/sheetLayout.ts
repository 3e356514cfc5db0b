/** Which stop stands on which page, and where: a stop is never torn apart. Points of 1/72 inch, from the top left. */
import type { SheetStop } from "./sheetContent.ts";

/** A4. */
export const PAGE = { width: 595.28, height: 841.89, margin: 36, footer: 56 } as const;

/** Left edges and widths of the columns. */
export const COLUMNS = {
  number: { x: 36, width: 28 },
  time: { x: 68, width: 52 },
  task: { x: 124, width: 230 },
  fields: { x: 362, width: 128 },
  qr: { x: 496, width: 63 },
} as const;

/** Where the table begins: below the head of the first page, below the line of the others. */
const FIRST_TOP = 166;
const NEXT_TOP = 70;
export const TABLE_HEAD = 18;

export const ROW_HEIGHT: Readonly<Record<SheetStop["kind"], number>> = {
  pickup: 72,
  facility: 72,
  depot: 56,
  break: 36,
};

export interface PlacedStop {
  readonly stop: SheetStop;
  readonly top: number;
  readonly height: number;
}

export interface SheetPage {
  /** Top of the table's head. */
  readonly top: number;
  readonly stops: readonly PlacedStop[];
}

export function layOutSheet(stops: readonly SheetStop[]): SheetPage[] {
  const bottom = PAGE.height - PAGE.footer;
  const pages: { top: number; stops: PlacedStop[] }[] = [{ top: FIRST_TOP, stops: [] }];
  let y = FIRST_TOP + TABLE_HEAD;
  for (const stop of stops) {
    const height = ROW_HEIGHT[stop.kind];
    if (y + height > bottom) {
      pages.push({ top: NEXT_TOP, stops: [] });
      y = NEXT_TOP + TABLE_HEAD;
    }
    pages.at(-1)!.stops.push({ stop, top: y, height });
    y += height;
  }
  return pages;
}
