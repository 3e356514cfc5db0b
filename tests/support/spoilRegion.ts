/** Ways to spoil a copy of the tiny region, and what is then said about it. */
import type { Problem } from "../../domain/problem.ts";
import type { RawRegion } from "../../domain/region/rawRegion.ts";
import type { TableName } from "../../domain/region/tables.ts";
import { validateRegion } from "../../domain/region/validate.ts";
import { TINY_NOW, tinyRegion } from "./tinyRegion.ts";

interface Row {
  row: number;
  cells: Record<string, unknown>;
}
export interface Tampered {
  tables: Record<TableName, Row[]>;
  documents: { settings: Record<string, unknown>; emissionFactors: Record<string, unknown> };
}
export type Tampering = (region: Tampered) => void;

export function problemsAfter(...tamperings: readonly Tampering[]): Problem[] {
  const region = tinyRegion() as unknown as Tampered;
  for (const tamper of tamperings) tamper(region);
  return validateRegion(region as unknown as RawRegion, TINY_NOW).problems;
}

/** Sets cells of the row whose id, ags or pointId is given. */
export function set(table: TableName, id: string, cells: Record<string, unknown>): Tampering {
  return ({ tables }) => {
    const row = tables[table].find(({ cells }) => [cells.id, cells.ags, cells.pointId].includes(id));
    if (row === undefined) throw new Error(`no ${id} in ${table}`);
    Object.assign(row.cells, cells);
  };
}

/** Adds a copy of a row with other cells. */
export function copy(table: TableName, id: string, cells: Record<string, unknown>): Tampering {
  return ({ tables }) => {
    const row = tables[table].find(({ cells }) => [cells.id, cells.ags, cells.pointId].includes(id))!;
    tables[table].push({ row: tables[table].length + 2, cells: { ...row.cells, ...cells } });
  };
}

export function without(table: TableName, matches: (cells: Record<string, unknown>) => boolean): Tampering {
  return ({ tables }) => void (tables[table] = tables[table].filter(({ cells }) => !matches(cells)));
}

export function at(problem: Problem): string {
  const { file = "", row, id = "", field = "" } = problem.place;
  return `${problem.severity} ${problem.code} ${file}:${row ?? "-"} ${id} ${field}`.trim();
}
