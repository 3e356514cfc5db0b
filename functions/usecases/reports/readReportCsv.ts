/** Reports from a CSV file as spreadsheets write it; faults of form refuse the file, faults of a row only that row. */
import { InputError } from "../../../domain/problem.ts";
import { flag } from "../../../domain/units.ts";
import { readCsv } from "../readCsv.ts";

const FILE = "reports.csv";
const COLUMNS = [
  "storageId",
  "observedAt",
  "quarters",
  "volumeM3",
  "percent",
  "errorPercent",
  "contamination",
  "heapBeside",
  "reportedBy",
];
const NUMBERS = new Set(["quarters", "volumeM3", "percent", "errorPercent"]);

export interface ReportCsv {
  readonly items: readonly unknown[];
  readonly place: (index: number, field: string) => string;
}

/** @throws InputError with every fault of form */
export function readReportCsv(text: string): ReportCsv {
  const { rows, problems } = readCsv(FILE, text);
  if (problems.length > 0) throw new InputError(problems);
  const items = rows.map(({ cells }) =>
    Object.fromEntries(
      Object.entries(cells)
        // Other columns of a sheet are the sender's own affair; those of this file are all checked.
        .filter(([column, cell]) => COLUMNS.includes(column) && cell !== "")
        .map(([column, cell]) => [column, valueOf(column, String(cell))]),
    ),
  );
  return { items, place: (index, field) => `${FILE}:${rows[index]!.row} ${field}` };
}

function valueOf(column: string, cell: string): number | boolean | string {
  if (NUMBERS.has(column)) return numberOf(cell);
  return column === "heapBeside" ? flagOf(cell) : cell;
}

/** What is no flag stays text and is reported as such. */
function flagOf(cell: string): boolean | string {
  const parsed = flag.safeParse(cell.trim().toLowerCase());
  return parsed.success ? parsed.data : cell;
}

/** German or English decimals; what is no number stays text and is reported as such. */
function numberOf(cell: string): number | string {
  const value = Number(cell.replace(",", "."));
  return Number.isFinite(value) ? value : cell;
}
