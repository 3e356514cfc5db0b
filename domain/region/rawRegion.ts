/** A region as it was read, before anyone has judged it: cells of tables and parsed JSON, nothing checked. */
import type { DOCUMENTS, TableName } from "./tables.ts";

export interface RawRow {
  /** Line of the file; the header is line 1. */
  readonly row: number;
  /** Text as a spreadsheet wrote it, or values from JSON; a column that the file lacks is absent. */
  readonly cells: Readonly<Record<string, unknown>>;
}

export type DocumentName = keyof typeof DOCUMENTS;

export interface RawRegion {
  /** A table that is absent here has no file; one without rows has a file with a header only. */
  readonly tables: Partial<Record<TableName, readonly RawRow[]>>;
  /** `undefined` means that there is no file. */
  readonly documents: Readonly<Record<DocumentName, unknown>>;
}
