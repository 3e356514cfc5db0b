/** The finance figures for German Excel: tables under each other, semicolons, decimal commas, nothing that runs as a formula. */
import { BYTE_ORDER_MARK, csvLines, euros, GERMAN, type Cell } from "../../../../planning/report/csv.ts";
import type { FinanceFigures } from "../figures.ts";
import {
  byFraction,
  byLine,
  byMember,
  byMonth,
  byRule,
  byWeek,
  ofMember,
  origin,
  payments,
  seenInFull,
  WEEKS_NOTE,
  type FinanceTable,
  type TableColumn,
  type Unit,
  type Value,
} from "./tables.ts";

const HEADS: Readonly<Record<Unit, string>> = {
  text: "",
  money: " in €",
  mass: " in t",
  kilograms: " in kg",
  count: "",
  percent: "",
};

export function financeCsv(figures: FinanceFigures): string {
  const tables = [
    byMember(figures),
    payments(figures),
    byLine(figures.lines),
    byWeek(figures, "Je Woche", WEEKS_NOTE),
    byMonth(figures),
    byFraction(figures),
    ...seenInFull(figures).flatMap(ofMember),
    byRule(figures),
  ].flatMap((table) => (table === null ? [] : [table]));
  return tablesCsv([["Grünverbund: Kosten"], ...origin(figures)], tables);
}

/** @param head lines above the tables */
export function tablesCsv(head: readonly (readonly Cell[])[], tables: readonly FinanceTable[]): string {
  const parts = [head, ...tables.map(rowsOf)];
  return BYTE_ORDER_MARK + parts.map((rows) => csvLines(rows, GERMAN)).join("\r\n");
}

function rowsOf({ title, columns, rows, total }: FinanceTable): Cell[][] {
  const body = total === null ? rows : [...rows, total];
  return [
    [title],
    columns.map(({ head, unit }) => head + HEADS[unit]),
    ...body.map((row) => row.map((value, c) => cellOf(value, columns[c]!))),
  ];
}

function cellOf(value: Value, { unit }: TableColumn): Cell {
  if (typeof value !== "number") return value;
  if (unit === "money") return euros(value);
  if (unit === "mass") return { value: value / 1000, decimals: 3 };
  return unit === "percent" ? { value: 100 * value, decimals: 2 } : value;
}
