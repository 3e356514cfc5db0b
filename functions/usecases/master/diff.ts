/** What differs between two states of the master data: rows added, changed from what to what, removed. Pure. */
import { readJson } from "../../../domain/readJson.ts";
import { TABLES, type TableName } from "../../../domain/region/tables.ts";
import { readCsv } from "../readCsv.ts";
import { readText } from "../readText.ts";
import type { Folder } from "../regions/currentFolder.ts";

export interface ChangedField {
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

export type RowChange =
  | { readonly kind: "added" | "removed"; readonly id: string; readonly cells: readonly ChangedField[] }
  | { readonly kind: "changed"; readonly id: string; readonly cells: readonly ChangedField[] };

export interface FileChange {
  readonly file: string;
  readonly rows: readonly RowChange[];
}

export interface Counts {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** In the order of names; files without a difference are left out. Spelling of numbers and order of rows are none. */
export function diffFolders(before: Folder, after: Folder): FileChange[] {
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  return names.flatMap((file) => {
    const rows = diffRows(rowsOf(file, before.get(file)), rowsOf(file, after.get(file)));
    return rows.length === 0 ? [] : [{ file, rows }];
  });
}

export function countsOf(changes: readonly FileChange[]): Counts {
  const count = (kind: RowChange["kind"]): number =>
    changes.reduce((sum, { rows }) => sum + rows.filter((row) => row.kind === kind).length, 0);
  return { added: count("added"), changed: count("changed"), removed: count("removed") };
}

type Rows = ReadonlyMap<string, Readonly<Record<string, string>>>;

function diffRows(before: Rows, after: Rows): RowChange[] {
  const ids = [...new Set([...before.keys(), ...after.keys()])];
  return ids.flatMap((id): RowChange[] => {
    const [old, now] = [before.get(id) ?? {}, after.get(id) ?? {}];
    const fields = [...new Set([...Object.keys(old), ...Object.keys(now)])];
    const cells = fields.flatMap((field): ChangedField[] => {
      const [from, to] = [old[field] ?? "", now[field] ?? ""];
      return isSame(from, to) ? [] : [{ field, from, to }];
    });
    if (!after.has(id)) return [{ kind: "removed", id, cells }];
    if (!before.has(id)) return [{ kind: "added", id, cells }];
    return cells.length === 0 ? [] : [{ kind: "changed", id, cells }];
  });
}

const NUMBER = /^-?\d+(\.\d+)?$/;

const isSame = (from: string, to: string): boolean =>
  from === to || (NUMBER.test(from) && NUMBER.test(to) && Number(from) === Number(to));

const TABLE_OF = new Map(Object.entries(TABLES).map(([name, { file }]) => [file as string, name as TableName]));

function rowsOf(file: string, bytes: Uint8Array | undefined): Rows {
  if (bytes === undefined) return new Map();
  const { text } = readText(file, bytes);
  const table = TABLE_OF.get(file);
  if (table !== undefined) return tableRows(table, file, text);
  const json = readJson(file, text);
  return json.ok ? new Map(leaves(json.value, "")) : new Map([["", { "": text.slice(0, 200) }]]);
}

function tableRows(table: TableName, file: string, text: string): Rows {
  const rowId = TABLES[table].rowId as unknown as (row: Readonly<Record<string, string>>) => string;
  const rows = new Map<string, Readonly<Record<string, string>>>();
  for (const { row, cells } of readCsv(file, text).rows) {
    const texts = Object.fromEntries(Object.entries(cells).map(([column, cell]) => [column, String(cell).trim()]));
    const id = rowId(texts);
    // A row twice is a fault that validation names; here it must not hide.
    rows.set(rows.has(id) ? `${id} (${row})` : id, texts);
  }
  return rows;
}

/** What a document says, each value under its path; long lists, such as outlines, by their length. */
const MOST_ITEMS = 50;
function leaves(value: unknown, path: string): [string, Readonly<Record<string, string>>][] {
  if (Array.isArray(value)) {
    const text = JSON.stringify(value);
    return [
      [path, { "": value.length > MOST_ITEMS || text.length > 400 ? `${value.length}: ${text.slice(0, 120)}…` : text }],
    ];
  }
  if (typeof value !== "object" || value === null) return [[path, { "": String(value) }]];
  return Object.entries(value).flatMap(([name, one]) => leaves(one, path === "" ? name : `${path}.${name}`));
}
