/** CSV as spreadsheets write it: `;` or `,`, quotes, CRLF, a byte order mark; every fault of form with its line. */
import { CsvError, parse } from "csv-parse/sync";
import type { Problem } from "../../domain/problem.ts";
import { error } from "../../domain/region/draft.ts";
import type { RawRow } from "../../domain/region/rawRegion.ts";

interface CsvRecord {
  readonly record: readonly string[];
  /** `lines`: line on which the record ends. */
  readonly info: { readonly lines: number };
}

export interface CsvResult {
  readonly rows: readonly RawRow[];
  readonly problems: readonly Problem[];
}

/**
 * @param file name of the file, for problems only
 * @param delimiter default: whichever of `;` and `,` the header has more of
 */
export function readCsv(file: string, text: string, delimiter: string = detectDelimiter(text)): CsvResult {
  const records = parseRecords(file, text, delimiter);
  if (!Array.isArray(records)) return { rows: [], problems: [records] };
  const [head, ...body] = records.filter(({ record }) => record.some((cell) => cell !== ""));
  if (head === undefined)
    return { rows: [], problems: [error("file.empty", { file }, "The file is empty.", "Write a header and rows.")] };
  const columns = head.record;
  return {
    rows: body.map((one) => toRow(columns, one)),
    problems: [...headerProblems(file, columns), ...body.flatMap((one) => lengthProblems(file, columns, one))],
  };
}

/** Whichever of `;` and `,` the header has more of, outside quotes. */
export function detectDelimiter(text: string): ";" | "," {
  const header = (text.split(/\r?\n/, 1)[0] ?? "").replace(/"[^"]*"/g, "");
  const occurrences = (delimiter: string): number => header.split(delimiter).length;
  return occurrences(";") >= occurrences(",") ? ";" : ",";
}

function parseRecords(file: string, text: string, delimiter: string): CsvRecord[] | Problem {
  try {
    return parse(text, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as CsvRecord[];
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    return syntaxProblem(file, cause);
  }
}

function syntaxProblem(file: string, fault: CsvError): Problem {
  const line = Number((fault as unknown as { lines?: number }).lines ?? 1);
  const said: Readonly<Record<string, string>> = {
    CSV_QUOTE_NOT_CLOSED: 'A cell begins with a quotation mark (") that is never closed.',
    INVALID_OPENING_QUOTE: 'A quotation mark (") stands in the middle of a cell.',
    CSV_INVALID_CLOSING_QUOTE: 'Text follows a closing quotation mark (").',
  };
  const cause = said[fault.code] ?? fault.message;
  const action =
    'Put the whole cell in quotation marks and double those inside it: "he said ""yes""". The file is read no further.';
  return error("file.syntax", { file, row: line }, cause, action);
}

function toRow(columns: readonly string[], one: CsvRecord): RawRow {
  const cells = columns.flatMap((column, index) => (column === "" ? [] : [[column, one.record[index] ?? ""] as const]));
  return { row: lineOf(one), cells: Object.fromEntries(cells) };
}

/** The line a record begins on; a quoted cell may span several. */
function lineOf({ record, info }: CsvRecord): number {
  const breaks = record.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
  return info.lines - breaks;
}

function headerProblems(file: string, columns: readonly string[]): Problem[] {
  const repeated = new Set(columns.filter((column, index) => column !== "" && columns.indexOf(column) !== index));
  return [...repeated].map((column) =>
    error(
      "column.duplicate",
      { file, row: 1, field: column },
      `The header names ${column} twice.`,
      "Remove or rename one of the two columns.",
    ),
  );
}

/** Cells beyond the header are no fault as long as they are empty. */
function lengthProblems(file: string, columns: readonly string[], one: CsvRecord): Problem[] {
  const wanted = columns.length;
  const spare = one.record.slice(wanted).filter((cell) => cell !== "");
  if (one.record.length >= wanted && spare.length === 0) return [];
  const cause = `The row has ${one.record.length} cells, the header ${wanted}.`;
  const action =
    one.record.length < wanted
      ? "Add the missing cells, empty ones too."
      : "Put a cell that holds the separator in quotation marks.";
  return [error("row.columns", { file, row: lineOf(one) }, cause, action)];
}
