/** A table of a region folder with more rows. */
import { csvLines, MACHINE } from "../../../planning/report/csv.ts";
import { readCsv } from "../readCsv.ts";
import { readText } from "../readText.ts";

/** The rows of a table as it is; none without one. */
export const rowsOf = (file: string, bytes: Uint8Array | undefined): readonly Readonly<Record<string, unknown>>[] =>
  bytes === undefined ? [] : readCsv(file, readText(file, bytes).text).rows.map(({ cells }) => cells);

/** Columns that only the new rows have come last. */
export function withRows(before: readonly Readonly<Record<string, unknown>>[], more: readonly object[]): Uint8Array {
  const all = [...before, ...(more as readonly Readonly<Record<string, unknown>>[])];
  const columns = [...new Set(all.flatMap((row) => Object.keys(row)))];
  const lines = all.map((row) =>
    columns.map((column) => String((row[column] as string | number | boolean | undefined) ?? "")),
  );
  return new TextEncoder().encode(csvLines([columns, ...lines], MACHINE));
}
