/** From raw cells to a draft: every cell is judged by its schema, and each fault is reported once, where it lies. */
import type * as z from "zod";
import type { Problem } from "../problem.ts";
import { error, placeOf, type DraftRow, type DraftTables } from "./draft.ts";
import { didYouMean } from "./nearest.ts";
import type { RawRegion, RawRow } from "./rawRegion.ts";
import { TABLES, type TableName } from "./tables.ts";
import { problemOfIssue } from "./zodProblems.ts";

export const TABLE_NAMES = Object.keys(TABLES) as TableName[];

interface AnyTable {
  readonly file: string;
  readonly required: boolean;
  readonly schema: z.ZodObject;
  readonly rowId: (row: never) => string;
}

export function parseTables(raw: RawRegion): { tables: DraftTables; problems: Problem[] } {
  const problems: Problem[] = [];
  const tables: Record<string, unknown> = {};
  for (const name of TABLE_NAMES) {
    const rows = raw.tables[name];
    problems.push(...fileProblems(name, rows), ...columnProblems(name, rows ?? []));
    tables[name] = (rows ?? []).map((row) => parseRow(name, row, problems));
  }
  return { tables: tables as DraftTables, problems };
}

function fileProblems(name: TableName, rows: readonly RawRow[] | undefined): Problem[] {
  const { file, required } = TABLES[name];
  if (!required || (rows !== undefined && rows.length > 0)) return [];
  if (rows === undefined) {
    return [error("file.missing", { file }, "The file is missing.", `Add ${file}; docs/schema says what it holds.`)];
  }
  return [error("file.empty", { file }, "The file has no rows below its header.", "Add at least one row.")];
}

/** Columns that no row has although the schema needs them, and columns that the schema does not know. */
function columnProblems(name: TableName, rows: readonly RawRow[]): Problem[] {
  const { file, schema } = anyTable(name);
  if (rows.length === 0) return [];
  const known = Object.keys(schema.shape);
  const found = new Set(rows.flatMap((row) => Object.keys(row.cells)));
  const missing = known.filter((field) => !found.has(field) && isRequired(schema, field));
  const unknown = [...found].filter((field) => !known.includes(field));
  return [
    ...missing.map((field) =>
      error(
        "column.missing",
        { file, row: 1, field },
        `The column ${field} is missing.`,
        "Add it to the header and fill it.",
      ),
    ),
    ...unknown.map((field) =>
      error(
        "column.unknown",
        { file, row: 1, field },
        `There is no column "${field}" in this table.`,
        `Rename or remove it.${didYouMean(field, known)}`,
      ),
    ),
  ];
}

function parseRow(name: TableName, raw: RawRow, problems: Problem[]): DraftRow<TableName> {
  const { schema } = anyTable(name);
  const cells = Object.fromEntries(Object.entries(raw.cells).filter(([field]) => Object.hasOwn(schema.shape, field)));
  const id = rowId(name, cells);
  const result = schema.safeParse(cells);
  if (!result.success) problems.push(...issueProblems(name, { row: raw.row, id }, cells, result.error));
  const value = result.success ? result.data : null;
  return { row: raw.row, id, value, fields: value ?? rightCells(schema, cells) } as DraftRow<TableName>;
}

function issueProblems(
  name: TableName,
  at: { row: number; id: string },
  cells: Readonly<Record<string, unknown>>,
  found: z.ZodError,
): Problem[] {
  const { schema } = anyTable(name);
  return found.issues.flatMap((issue) => {
    const field = String(issue.path[0] ?? "");
    // A column that is missing altogether is reported once for the file.
    if (!Object.hasOwn(cells, field) && issue.code !== "custom") return [];
    return [problemOfIssue(issue, placeOf(name, at, field), cells[field], schema.shape[field]?.meta()?.description)];
  });
}

function rightCells(schema: z.ZodObject, cells: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(cells).flatMap(([field, cell]) => {
      const result = (schema.shape[field] as z.ZodType).safeParse(cell);
      return result.success && result.data !== undefined ? [[field, result.data]] : [];
    }),
  );
}

function rowId(name: TableName, cells: Readonly<Record<string, unknown>>): string {
  const text = Object.fromEntries(Object.entries(cells).map(([field, cell]) => [field, String(cell ?? "").trim()]));
  const id: unknown = anyTable(name).rowId(text as never);
  return typeof id === "string" ? id : "";
}

function isRequired(schema: z.ZodObject, field: string): boolean {
  return !(schema.shape[field] as z.ZodType).safeParse(undefined).success;
}

/** The tables differ in their row types; where only cells and issues matter they are all alike. */
function anyTable(name: TableName): AnyTable {
  return TABLES[name] as unknown as AnyTable;
}
