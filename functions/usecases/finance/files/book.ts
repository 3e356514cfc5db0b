/**
 * A workbook out of tables: numbers are numbers, sums and differences are formulas with their results, one sheet a question. Excel
 * and LibreOffice reckon them anew when they open the file.
 */
import writeExcelFile, { type CellObject, type Row, type Sheet } from "write-excel-file/node";
import { heightOf, LINE_POINTS, printedAndReckoned, widthOf } from "./bookLook.ts";
import { steadyZip } from "./steadyZip.ts";
import type { FinanceTable, TableColumn, Unit, Value } from "./tables.ts";

export interface BookSheet {
  readonly sheet: Sheet<Buffer>;
  /** Of its formulas, by cell. */
  readonly results: ReadonlyMap<string, number>;
}

/** Excel shows them with the signs of its language: in German `1.234,56 €`. */
const FORMATS: Readonly<Record<Exclude<Unit, "text">, string>> = {
  money: "#,##0.00\\ [$€-407];[Red]\\-#,##0.00\\ [$€-407]",
  mass: "#,##0.000",
  kilograms: "#,##0",
  count: "#,##0",
  percent: "0.0%",
};
const HEAD = { fontWeight: "bold", wrap: true, alignVertical: "center", bottomBorderStyle: "thin" } as const;
const TOTAL = { fontWeight: "bold", topBorderStyle: "thin" } as const;
const TITLE = { fontWeight: "bold", fontSize: 14 } as const;
const NOTE = { textColor: "#536058", wrap: true, alignVertical: "top" } as const;
const WIDTH: Readonly<Record<Unit, number>> = { text: 12, money: 17, mass: 14, kilograms: 14, count: 10, percent: 18 };
/** Labels beside long texts. */
const FACTS = [{ width: 36 }, { width: 100 }];
const LONGEST_NAME = 31;

export async function bookOf(sheets: readonly BookSheet[]): Promise<Uint8Array> {
  const features = [printedAndReckoned(sheets.map(({ results }) => results))];
  const of = named(sheets.map(({ sheet }) => sheet));
  const buffer = await writeExcelFile(of, { fontFamily: "Calibri", fontSize: 11, features }).toBuffer();
  return steadyZip(new Uint8Array(buffer));
}

/** Tables under each other; the columns are as wide as the widest table's. */
export function sheetOf(sheet: string, tables: readonly FinanceTable[]): BookSheet {
  const most = Math.max(...tables.map(({ columns }) => columns.length));
  const widths = Array.from({ length: most }, (_, c) => Math.max(...tables.map((table) => columnWidth(table, c))));
  const data: Row[] = [];
  const results = new Map<string, number>();
  for (const table of tables) data.push(...rowsOf(table, { first: data.length + 1, widths, results }), []);
  const columns = widths.map((width) => ({ width }));
  return { sheet: { sheet, data, columns, orientation: "landscape", stickyColumnsCount: 1 }, results };
}

function columnWidth({ columns, rows, total }: FinanceTable, c: number): number {
  const unit = columns[c]?.unit ?? "count";
  if (unit !== "text") return WIDTH[unit];
  return widthOf([...columns[c]!.head.split(" "), ...[...rows, total ?? []].map((row) => String(row[c] ?? ""))]);
}

interface Place {
  /** Number of the row that the title stands in, as Excel counts. */
  readonly first: number;
  readonly widths: readonly number[];
  /** Filled with what each formula comes to. */
  readonly results: Map<string, number>;
}

function rowsOf({ title, columns, rows, total, note }: FinanceTable, { first, widths, results }: Place): Row[] {
  const from = first + 2;
  const to = from + rows.length - 1;
  const at = (row: number, cells: readonly Value[], make: Formula): Row =>
    highRow(
      cells.map((value, c) => {
        const column = columns[c]!;
        if (value === null) return null;
        if (typeof value === "string" || column.unit === "text")
          return { ...textCell(String(value)), ...apart(columns, c) };
        const number = numberOf(value, column.unit);
        const formula = make(column, c, row);
        const format = FORMATS[column.unit];
        if (formula === undefined) return { type: Number, value: number, format };
        results.set(`${letter(c)}${row}`, number);
        return { type: "Formula", value: formula, format };
      }),
      widths,
    );
  const ofRow: Formula = ({ formula }, _, row) => formula && formulaOf(formula, row);
  const ofTotal: Formula = ({ formula }, c, row) =>
    formula === undefined ? `SUM(${letter(c)}${from}:${letter(c)}${to})` : formulaOf(formula, row);
  const heads = columns.map(({ head, unit }, c) => ({
    value: head,
    ...HEAD,
    align: alignOf(unit),
    ...apart(columns, c),
  }));
  const last =
    total === null ? [] : [at(to + 1, total, ofTotal).map((cell) => ({ ...(cell ?? textCell("")), ...TOTAL }))];
  const whole = widths.reduce((sum, width) => sum + width, 0);
  return [
    [{ value: title, ...TITLE, height: LINE_POINTS * 1.5 }],
    highRow(heads, widths),
    ...rows.map((row, r) => at(from + r, row, ofRow)),
    ...last,
    ...(note === undefined
      ? []
      : [[{ value: note, ...NOTE, columnSpan: widths.length, height: heightOf(note, whole) }]]),
  ];
}

/** Undefined: the number itself. */
type Formula = (column: TableColumn, c: number, row: number) => string | undefined;

/** A text beside a figure keeps its distance. */
const apart = (columns: readonly TableColumn[], c: number): { readonly indent?: number; readonly align?: "left" } =>
  c > 0 && columns[c]!.unit === "text" && columns[c - 1]!.unit !== "text" ? { indent: 1, align: "left" } : {};

const alignOf = (unit: Unit): "left" | "right" => (unit === "text" ? "left" : "right");

/** As high as its highest cell; what is wider than a column may be is broken into lines. */
function highRow(cells: readonly (CellObject | null)[], widths: readonly number[]): Row {
  const lines = cells.map((cell, c) => {
    const text = typeof cell?.value === "string" && cell.type !== "Formula" ? cell.value : "";
    return heightOf(text, widths[c]!);
  });
  const height = Math.max(LINE_POINTS, ...lines);
  const wrap = height > LINE_POINTS ? { wrap: true } : {};
  return cells.map((cell) => cell && { ...cell, ...(cell.type === "Formula" ? {} : wrap), height });
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
  const rows = facts.map(([label, text]): Row => {
    const height = Math.max(heightOf(label, FACTS[0]!.width), heightOf(text, FACTS[1]!.width));
    return [
      { ...textCell(label), fontWeight: "bold", alignVertical: "top", wrap: true, height },
      { ...textCell(text), wrap: true, alignVertical: "top", height },
    ];
  });
  const data: Row[] = [[{ value: sheet, ...TITLE, height: LINE_POINTS * 1.5 }], [], ...rows];
  return { sheet: { sheet, data, columns: FACTS, orientation: "landscape" }, results: new Map() };
}

/** Excel takes 31 characters, none of `\ / ? * [ ] :`, and no name twice. */
function named(sheets: readonly Sheet<Buffer>[]): Sheet<Buffer>[] {
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
