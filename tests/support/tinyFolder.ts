/** The tiny region as the files of a folder. */
import { DOCUMENTS, TABLES, type TableName } from "../../domain/region/tables.ts";
import { tinyRegion } from "./tinyRegion.ts";

/** File name to content; rows keep the lines that the tiny region gives them. */
export function tinyFolder(delimiter: ";" | "," = ";"): Record<string, string> {
  const { tables, documents } = tinyRegion();
  const csv = Object.entries(tables).map(([name, rows]): [string, string] => {
    const columns = Object.keys(rows[0]!.cells);
    const quote = (cell: string): string => (cell.includes(delimiter) ? `"${cell}"` : cell);
    const lines = [columns, ...rows.map(({ cells }) => columns.map((column) => quote(String(cells[column]))))];
    return [TABLES[name as TableName].file, lines.map((cells) => `${cells.join(delimiter)}\n`).join("")];
  });
  const json = [
    [DOCUMENTS.settings.file, `${JSON.stringify(documents.settings, null, 2)}\n`],
    [DOCUMENTS.emissionFactors.file, `${JSON.stringify(documents.emissionFactors, null, 2)}\n`],
  ];
  return Object.fromEntries([...csv, ...json]) as Record<string, string>;
}
