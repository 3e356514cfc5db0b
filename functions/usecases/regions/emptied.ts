/**
 * Adds what matched tickets say to the tables of weighings and densities: without counting twice what stands in the one already, and
 * without changing what people wrote into the other.
 */
import { TABLES } from "../../../domain/region/tables.ts";
import type { Item } from "../../ports/store.ts";
import { densities } from "../../../planning/settlement/density.ts";
import type { Emptied, EmptiedRecord } from "../weighings/emptyings.ts";
import { rowsOf, withRows } from "./withRows.ts";

export const emptiedRows = (items: readonly Item[]): Emptied[] =>
  items.flatMap(({ data }) => (data as unknown as EmptiedRecord).rows);

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

/**
 * Of all seasons that were ever weighed; points that are not there any more are left out.
 *
 * @param bytes of densities.csv, where there is one @param points of collection-points.csv
 * @returns undefined where nothing is to be added
 */
export function withDensities(
  bytes: Uint8Array | undefined,
  items: readonly Item[],
  points: Uint8Array | undefined,
): Uint8Array | undefined {
  const { file, rowId } = TABLES.densities;
  const rows = rowsOf(file, bytes);
  const known = new Set(rowsOf(TABLES.collectionPoints.file, points).map(({ id }) => String(id)));
  const said = new Set(rows.map((cells) => rowId(cells as never)));
  const loads = items.flatMap(({ data }) => (data as unknown as EmptiedRecord).loads ?? []);
  const more = densities(loads).filter((row) => known.has(row.pointId) && !said.has(rowId(row as never)));
  if (more.length === 0) return undefined;
  return withRows(
    rows,
    more.map(({ pointId, fraction, form, quarter, kgPerM3, sdKgPerM3, weighings }) => ({
      ...{ pointId, fraction, form, quarter, kgPerM3: tenths(kgPerM3), sdKgPerM3: Math.max(0.1, tenths(sdKgPerM3)) },
      ...{ weighings, source: "Wiegescheine", verified: true },
    })),
  );
}

const tenths = (value: number): number => Math.round(10 * value) / 10;

/** One storage, one minute, one weight. */
function sightOf({ storageId, weighedAt, netKg }: Emptied): string {
  return `${storageId} ${Math.floor(Date.parse(String(weighedAt)) / 60_000)} ${Number(netKg)}`;
}
