/**
 * A workbook out of tables: numbers are numbers, sums and differences are formulas, one sheet a question. Formulas carry no stored
 * result; Excel and LibreOffice reckon them when they open the file.
 */
import writeExcelFile, { type CellObject, type Row, type Sheet } from "write-excel-file/node";
import { steadyZip } from "./steadyZip.ts";
import type { FinanceTable, TableColumn, Unit, Value } from "./tables.ts";

export type BookSheet = Sheet<Buffer>;

/** Excel shows them with the signs of its language: in German `1.234,56 €`. */
const FORMATS: Readonly<Record<Exclude<Unit, "text">, string>> = {
  money: "#,##0.00\\ [$€-407];[Red]\\-#,##0.00\\ [$€-407]",
  mass: "#,##0.000",
  kilograms: "#,##0",
  count: "#,##0",
  percent: "0.0%",
};
const HEAD = { fontWeight: "bold", wrap: true, alignVertical: "bottom", bottomBorderStyle: "thin" } as const;
const TOTAL = { fontWeight: "bold", topBorderStyle: "thin" } as const;
const TITLE = { fontWeight: "bold", fontSize: 14 } as const;
const NOTE = { textColor: "#536058", wrap: false } as const;
const WIDTH: Readonly<Record<Unit, number>> = { text: 34, money: 17, mass: 14, kilograms: 14, count: 10, percent: 13 };
/** Labels beside long texts. */
const FACTS = [{ width: 36 }, { width: 90 }];
const LONGEST_NAME = 31;

export async function bookOf(sheets: readonly BookSheet[]): Promise<Uint8Array> {
  const buffer = await writeExcelFile(named(sheets), { fontFamily: "Calibri", fontSize: 11 }).toBuffer();
  return steadyZip(new Uint8Array(buffer));
}

/** Tables under each other; the columns are as wide as the widest table's. */
export function sheetOf(sheet: string, tables: readonly FinanceTable[]): BookSheet {
  const data: Row[] = [];
  for (const table of tables) data.push(...rowsOf(table, data.length + 1), []);
  const most = Math.max(...tables.map(({ columns }) => columns.length));
  const columns = Array.from({ length: most }, (_, c) => ({
    width: Math.max(...tables.map((table) => WIDTH[table.columns[c]?.unit ?? "count"])),
  }));
  return { sheet, data, columns, orientation: "landscape", stickyColumnsCount: 1 };
}

/** @param first number of the row that the title stands in, as Excel counts */
function rowsOf({ title, columns, rows, total, note }: FinanceTable, first: number): Row[] {
  const from = first + 2;
  const to = from + rows.length - 1;
  const body = rows.map((row, r) => row.map((value, c) => cellOf(value, columns, c, from + r)));
  const sums = total?.map((value, c) => ({ ...totalOf(value, columns, c, { from, to, at: to + 1 }), ...TOTAL }));
  return [
    [{ value: title, ...TITLE }],
    columns.map(({ head, unit }) => ({ value: head, ...HEAD, align: unit === "text" ? "left" : "right" })),
    ...body,
    ...(sums === undefined ? [] : [sums]),
    ...(note === undefined ? [] : [[{ value: note, ...NOTE }]]),
  ];
}

function cellOf(value: Value, columns: readonly TableColumn[], c: number, row: number): CellObject | null {
  const { unit, formula } = columns[c]!;
  if (value === null) return null;
  if (typeof value === "string" || unit === "text") return textCell(String(value));
  const format = FORMATS[unit];
  if (formula !== undefined) return { type: "Formula", value: formulaOf(formula, row), format };
  return { type: Number, value: numberOf(value, unit), format };
}

function totalOf(
  value: Value,
  columns: readonly TableColumn[],
  c: number,
  { from, to, at }: { readonly from: number; readonly to: number; readonly at: number },
): CellObject {
  const { unit, formula } = columns[c]!;
  if (typeof value !== "number" || unit === "text") return textCell(value === null ? "" : String(value));
  const format = FORMATS[unit];
  if (formula !== undefined) return { type: "Formula", value: formulaOf(formula, at), format };
  return { type: "Formula", value: `SUM(${letter(c)}${from}:${letter(c)}${to})`, format };
}

function formulaOf(formula: NonNullable<TableColumn["formula"]>, row: number): string {
  if (formula.kind === "difference") return `${letter(formula.of)}${row}-${letter(formula.less)}${row}`;
  const [part, whole] = [`${letter(formula.part)}${row}`, `${letter(formula.whole)}${row}`];
  return `IF(${whole}=0,0,${part}/${whole})`;
}

/** Cells of type text are never run, whatever they begin with. */
const textCell = (value: string): CellObject => ({ type: String, value, format: "@" });

const numberOf = (value: number, unit: Exclude<Unit, "text">): number =>
  unit === "money" ? value / 100 : unit === "mass" ? value / 1000 : value;

/** 0 is A, 26 is AA. */
function letter(column: number): string {
  const rest = String.fromCharCode(65 + (column % 26));
  return column < 26 ? rest : letter(Math.floor(column / 26) - 1) + rest;
}

/** Labels, each with its text. */
export function factsSheet(sheet: string, facts: readonly (readonly [string, string])[]): BookSheet {
  const rows = facts.map(([label, text]): Row => [
    { ...textCell(label), fontWeight: "bold", alignVertical: "top" },
    { ...textCell(text), wrap: true },
  ]);
  const data: Row[] = [[{ value: sheet, ...TITLE }], [], ...rows];
  return { sheet, data, columns: FACTS };
}

/** Excel takes 31 characters, none of `\ / ? * [ ] :`, and no name twice. */
function named(sheets: readonly BookSheet[]): BookSheet[] {
  const taken = new Set<string>();
  return sheets.map((one) => {
    const plain = one.sheet!.replaceAll(/[\\/?*[\]:]/g, " ").replaceAll(/^'|'$/g, " ");
    let sheet = plain.slice(0, LONGEST_NAME).trim();
    for (let n = 2; taken.has(sheet.toLowerCase()); n++) {
      const end = ` ${n}`;
      sheet = plain.slice(0, LONGEST_NAME - end.length) + end;
    }
    taken.add(sheet.toLowerCase());
    return { ...one, sheet };
  });
}
