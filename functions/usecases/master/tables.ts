/** The files of the master data to read: what there is, and what stands in one. */
import type { Problem } from "../../../domain/problem.ts";
import { TABLES, type TableName } from "../../../domain/region/tables.ts";
import { heldBlobs } from "../heldBlobs.ts";
import type { Ports } from "../ports.ts";
import { readCsv } from "../readCsv.ts";
import { readRegion } from "../readRegion.ts";
import { readText } from "../readText.ts";
import { masterState, type MasterState } from "./masterState.ts";
import { MASTER_FILES } from "./preview.ts";

export interface FileSummary {
  readonly name: string;
  readonly there: boolean;
  /** Of a table; null of a document. */
  readonly rows: number | null;
}

export interface TableRows {
  readonly name: string;
  /** Empty for a document. */
  readonly columns: readonly string[];
  /** The first of them. */
  readonly rows: readonly (readonly string[])[];
  readonly total: number;
  /** Of a document: its beginning. */
  readonly text: string;
}

const isTable = (file: string): boolean =>
  (Object.keys(TABLES) as TableName[]).some((name) => (TABLES[name].file as string) === file);

export async function masterFiles(
  ports: Pick<Ports, "store" | "blobs" | "clock">,
  region: string,
): Promise<{ files: FileSummary[]; problems: readonly Problem[] }> {
  const state = await masterState(ports, region);
  const { problems } = await readRegion(heldBlobs(new Map(state.whole)), ports.clock.now());
  const files = MASTER_FILES.map((name): FileSummary => {
    const bytes = state.files.get(name);
    if (bytes === undefined) return { name, there: false, rows: null };
    return { name, there: true, rows: isTable(name) ? readCsv(name, readText(name, bytes).text).rows.length : null };
  });
  return { files, problems };
}

const MOST_ROWS = 500;
const MOST_TEXT = 20_000;

/** Undefined for a file that is not there. */
export function tableRows(state: MasterState, name: string): TableRows | undefined {
  const bytes = state.files.get(name);
  if (bytes === undefined) return undefined;
  const { text } = readText(name, bytes);
  if (!isTable(name)) return { name, columns: [], rows: [], total: 0, text: text.slice(0, MOST_TEXT) };
  const { rows } = readCsv(name, text);
  const columns = [...new Set(rows.flatMap(({ cells }) => Object.keys(cells)))];
  const shown = rows.slice(0, MOST_ROWS).map(({ cells }) => columns.map((column) => String(cells[column] ?? "")));
  return { name, columns, rows: shown, total: rows.length, text: "" };
}

/** Ids of a table's rows. */
export function rowIds(state: MasterState, name: string): string[] {
  const bytes = state.files.get(name);
  if (bytes === undefined) return [];
  return readCsv(name, readText(name, bytes).text).rows.map(({ cells }) => String(cells["id"] ?? ""));
}
