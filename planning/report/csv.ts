/** Cells and lines of CSV files: one dialect for German Excel, one for machines (RFC 4180). */

/** Text is written as text; numbers are whole or have a fixed number of decimals. */
export type Cell = string | number | null | { readonly value: number; readonly decimals: number };

interface Dialect {
  readonly separator: "," | ";";
  readonly decimalSign: "." | ",";
  readonly guarded: boolean;
}

/** Excel runs a cell that begins like a formula; a leading apostrophe makes it text (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r\n]/;

export const GERMAN: Dialect = { separator: ";", decimalSign: ",", guarded: true };
export const MACHINE: Dialect = { separator: ",", decimalSign: ".", guarded: false };

/** A byte order mark tells Excel that the file is UTF-8. */
export const BYTE_ORDER_MARK = "\uFEFF";

export function euros(cents: number): Cell {
  return { value: cents / 100, decimals: 2 };
}

function written(cell: Cell, dialect: Dialect): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  if (typeof cell === "object") return cell.value.toFixed(cell.decimals).replace(".", dialect.decimalSign);
  const text = dialect.guarded && FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",;\r\n']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function csvLines(rows: readonly (readonly Cell[])[], dialect: Dialect): string {
  return rows.map((row) => `${row.map((cell) => written(cell, dialect)).join(dialect.separator)}\r\n`).join("");
}
