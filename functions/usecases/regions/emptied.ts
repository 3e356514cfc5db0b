/** Adds what matched tickets say to the table of weighings, without counting twice what stands in it already. */
import { TABLES } from "../../../domain/region/tables.ts";
import type { Item } from "../../ports/store.ts";
import type { Emptied } from "../weighings/emptyings.ts";
import { rowsOf, withRows } from "./withRows.ts";

export const emptiedRows = (items: readonly Item[]): Emptied[] =>
  items.flatMap(({ data }) => (data as unknown as { readonly rows: readonly Emptied[] }).rows);

/** @param bytes of weighings.csv, where there is one @returns undefined where nothing is to be added */
export function withEmptied(bytes: Uint8Array | undefined, emptied: readonly Emptied[]): Uint8Array | undefined {
  const rows = rowsOf(TABLES.weighings.file, bytes);
  const said = new Set(rows.map((cells) => sightOf(cells as unknown as Emptied)));
  const ids = new Set(rows.map((cells) => String(cells["id"])));
  const more = emptied.filter((row) => !said.has(sightOf(row)) && !ids.has(row.id));
  if (more.length === 0) return undefined;
  return withRows(
    rows,
    more.map((row) => ({ ...row, source: "Wiegeschein", verified: true })),
  );
}

/** One storage, one minute, one weight. */
function sightOf({ storageId, weighedAt, netKg }: Emptied): string {
  return `${storageId} ${Math.floor(Date.parse(String(weighedAt)) / 60_000)} ${Number(netKg)}`;
}
