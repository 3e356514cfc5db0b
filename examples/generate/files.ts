/** A region as it is written: rows by table, documents, outlines. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DOCUMENTS, OUTLINES_FILE, TABLES, type TableName } from "../../domain/region/tables.ts";
import type { Outlines } from "./data.ts";

export type Cell = string | number | boolean | undefined;
export type CsvRow = Readonly<Record<string, Cell>>;

export interface RegionFiles {
  readonly tables: Readonly<Record<TableName, readonly CsvRow[]>>;
  readonly settings: object;
  readonly emissionFactors: object;
  readonly outlines: Outlines;
  /** Where the region has any. */
  readonly billing?: object;
}

/** Writes every file of the region anew, but no optional table without rows; a README beside them is left alone. */
export function writeRegion(folder: string, region: RegionFiles): void {
  mkdirSync(folder, { recursive: true });
  for (const name of Object.keys(TABLES) as TableName[]) {
    const rows = region.tables[name];
    if (rows.length === 0 && !TABLES[name].required) continue;
    writeFileSync(join(folder, TABLES[name].file), toCsv(Object.keys(TABLES[name].schema.shape), rows));
  }
  writeFileSync(join(folder, DOCUMENTS.settings.file), `${JSON.stringify(region.settings, null, 2)}\n`);
  writeFileSync(join(folder, DOCUMENTS.emissionFactors.file), `${JSON.stringify(region.emissionFactors, null, 2)}\n`);
  writeFileSync(join(folder, OUTLINES_FILE), toGeoJson(region.outlines));
  if (region.billing !== undefined)
    writeFileSync(join(folder, "billing.json"), `${JSON.stringify(region.billing, null, 2)}\n`);
}

/** Columns in the order of the schema; those that no row fills are left out. */
export function toCsv(columns: readonly string[], rows: readonly CsvRow[]): string {
  const strange = rows.flatMap((row) => Object.keys(row)).find((column) => !columns.includes(column));
  if (strange !== undefined) throw new RangeError(`no such column: ${strange}`);
  const used = columns.filter((column) => rows.some((row) => row[column] !== undefined));
  const lines = [used, ...rows.map((row) => used.map((column) => String(row[column] ?? "")))];
  return lines.map((cells) => `${cells.map(quote).join(";")}\n`).join("");
}

function quote(cell: string): string {
  return /[";\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** One feature a line, so that a change shows as the line it is. */
function toGeoJson({ attribution, features }: Outlines): string {
  const lines = features.map((feature) => JSON.stringify({ type: "Feature", ...feature }));
  return `{"type":"FeatureCollection","attribution":${JSON.stringify(attribution)},"features":[\n${lines.join(",\n")}\n]}\n`;
}
