/** Adds what matched tickets say to the table of weighings, without counting twice what stands in it already. */
import { TABLES } from "../../../domain/region/tables.ts";
import { csvLines, MACHINE, type Cell } from "../../../planning/report/csv.ts";
import type { Item } from "../../ports/store.ts";
import { readCsv } from "../readCsv.ts";
import { readText } from "../readText.ts";
import type { Emptied } from "../weighings/emptyings.ts";

const COLUMNS = ["id", "storageId", "facilityId", "weighedAt", "netKg"];
const SOURCED = ["source", "verified"];

export const emptiedRows = (items: readonly Item[]): Emptied[] =>
  items.flatMap(({ data }) => (data as unknown as { readonly rows: readonly Emptied[] }).rows);

/** @param bytes of weighings.csv, where there is one @returns undefined where nothing is to be added */
export function withEmptied(bytes: Uint8Array | undefined, emptied: readonly Emptied[]): Uint8Array | undefined {
  const { file } = TABLES.weighings;
  const rows = bytes === undefined ? [] : readCsv(file, readText(file, bytes).text).rows.map(({ cells }) => cells);
  const said = new Set(rows.map((cells) => sightOf(cells as unknown as Emptied)));
  const ids = new Set(rows.map((cells) => String(cells["id"])));
  const more = emptied.filter((row) => !said.has(sightOf(row)) && !ids.has(row.id));
  if (more.length === 0) return undefined;
  const columns = [...new Set([...COLUMNS, ...rows.flatMap((cells) => Object.keys(cells)), ...SOURCED])];
  const added = more.map((row) => ({ ...row, source: "Wiegeschein", verified: "true" }));
  const table = [...rows, ...added].map((row) =>
    columns.map((column): Cell => {
      const cell = (row as Readonly<Record<string, unknown>>)[column];
      return cell === undefined || cell === "" ? null : String(cell);
    }),
  );
  return new TextEncoder().encode(csvLines([columns, ...table], MACHINE));
}

/** One storage, one minute, one weight. */
function sightOf({ storageId, weighedAt, netKg }: Emptied): string {
  return `${storageId} ${Math.floor(Date.parse(String(weighedAt)) / 60_000)} ${Number(netKg)}`;
}
