/**
 * A region between reading and being valid. Checks work on a draft, so that a wrong cell in one row hides neither the
 * other cells of that row nor what other rows have to say about it.
 */
import type { Place, Problem } from "../problem.ts";
import type { RegionProblemCode } from "./problemCodes.ts";
import { TABLES, type Row, type TableName } from "./tables.ts";
import type { EmissionFactors, RegionSettings } from "./settings.ts";

export interface DraftRow<N extends TableName> {
  readonly row: number;
  /** Empty when the cells that make it are missing. */
  readonly id: string;
  /** The whole row, or `null` when any cell is wrong. */
  readonly value: Row<N> | null;
  /** Every cell that is right on its own. */
  readonly fields: Partial<Row<N>>;
}

export type DraftTables = { readonly [N in TableName]: readonly DraftRow<N>[] };

export interface Draft {
  readonly tables: DraftTables;
  /** Tables whose file exists. What refers to a missing one is not reported row by row. */
  readonly present: ReadonlySet<TableName>;
  readonly settings: RegionSettings | null;
  readonly boundingBox: RegionSettings["boundingBox"] | null;
  readonly emissionFactors: EmissionFactors | null;
  /** RFC 3339. */
  readonly now: string;
}

/** One rule of a region. Silent about rows it cannot judge: their cells have been reported already. */
export type Check = (draft: Draft) => Problem[];

/** The rows that are right in every cell. */
export function validRows<N extends TableName>(draft: Draft, name: N): { row: number; id: string; value: Row<N> }[] {
  return draft.tables[name].flatMap(({ row, id, value }) => (value === null ? [] : [{ row, id, value }]));
}

/** The place of a row, or of one field of it. */
export function placeOf(name: TableName, at: { readonly row: number; readonly id: string }, field?: string): Place {
  return {
    file: TABLES[name].file,
    row: at.row,
    ...(at.id === "" ? {} : { id: at.id }),
    ...(field === undefined ? {} : { field }),
  };
}

export function error(code: RegionProblemCode, place: Place, cause: string, action: string): Problem {
  return { code, severity: "error", place, cause, action };
}

export function warning(code: RegionProblemCode, place: Place, cause: string, action: string): Problem {
  return { code, severity: "warning", place, cause, action };
}

/** Rows by the text of one key, in order of appearance. */
export function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}
