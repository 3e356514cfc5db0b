/** Tables of files on paper. */
import { heading, INNER, paragraph, table, type Column, type Paper } from "../../agreements/pdf/paper.ts";
import { formatNumber } from "../../../../domain/money.ts";
import { money, percent, tonnes } from "../../../../planning/report/words.ts";
import type { FinanceTable, TableColumn, Value } from "./tables.ts";

/** Of the first column at least; a rule by thirteen members does not fit beside it, and is turned. */
export const FIRST = 168;

/** Heading, table and note. @param wrap cells have as many lines as they need, and nothing is cut off */
export function section(
  paper: Paper,
  { title: head, columns, rows, total, note }: FinanceTable,
  { withHead = true, wrap = false }: { readonly withHead?: boolean; readonly wrap?: boolean } = {},
): void {
  if (withHead) heading(paper, head);
  const written = (row: readonly Value[]): string[] => row.map((value, c) => writtenValue(value, columns[c]!));
  table(paper, widths(columns), rows.map(written), total === null ? undefined : written(total), wrap);
  if (note !== undefined) paragraph(paper, wrap ? unbroken(note) : note, { size: 8.5 });
}

/** A line ends behind a dash, but never between a minus and its figure. */
export const unbroken = (text: string): string => text.replaceAll(/−(?=\d)/g, "-");

/** By the parts that the columns ask for; without any, the first is wide and the others share the rest. */
function widths(columns: readonly TableColumn[]): Column[] {
  const parts = columns.map(({ width }) => width ?? 0);
  const whole = parts.reduce((sum, part) => sum + part, 0);
  const rest = (INNER - FIRST) / Math.max(1, columns.length - 1);
  return columns.map(({ head, unit }, c) => ({
    ...{ head: c === 0 ? head : shortened(head), right: unit !== "text" },
    width: whole > 0 ? (INNER * parts[c]!) / whole : c === 0 ? FIRST : rest,
  }));
}

/** Cells have one line. */
const shortened = (head: string): string =>
  head
    .replace(/^Anteil laut Vereinbarung \(Fassung (\d+)\)$/, "vereinbart (F. $1)")
    .replace("eingebrachte Leistung", "eingebracht")
    .replace("Einsparung in %", "in %")
    .replace("erwartete Menge", "erwartet")
    .replace("abgeholt gemeinsam", "geholt gem.")
    .replace("abgeholt allein", "geholt allein")
    .replace("Annahmepreis allein", "Preis allein")
    .replace("Annahmepreis gemeinsam", "Preis gem.");

export function writtenValue(value: Value, { unit }: TableColumn): string {
  if (typeof value !== "number") return value ?? "";
  if (unit === "money") return money(value);
  if (unit === "mass") return tonnes(value);
  if (unit === "kilograms") return `${formatNumber(value)}\u00A0kg`;
  return unit === "percent" ? percent(value, 1) : String(value);
}
