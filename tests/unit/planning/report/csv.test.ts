import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { csvLines, euros, GERMAN, MACHINE } from "../../../../planning/report/csv.ts";
import { renderCostsCsv, renderMachineCsv } from "../../../../planning/report/costsCsv.ts";
import { samplePlan } from "../../../support/samplePlan.ts";

const plan = samplePlan();

test("text that Excel would run as a formula begins with an apostrophe", () => {
  for (const text of ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"]) {
    const [[cell]] = parse(csvLines([[text]], GERMAN), { delimiter: ";" }) as [[string]];
    expect(cell).toBe(`'${text}`);
  }
  expect(csvLines([["a=b", "Schmelz"]], GERMAN)).toBe("a=b;Schmelz\r\n");
});

test("negative amounts stay numbers", () => {
  expect(csvLines([[euros(-123456), 7]], GERMAN)).toBe("-1234,56;7\r\n");
});

test("separators, quotes and line breaks inside a cell are quoted", () => {
  expect(csvLines([['a;b"c', "x\ny"]], GERMAN)).toBe('"a;b""c";"x\ny"\r\n');
  expect(csvLines([["a,b", null, { value: 1.5, decimals: 2 }]], MACHINE)).toBe('"a,b",,1.50\r\n');
});

test("costs.csv is what German Excel reads: byte order mark, semicolons, decimal commas, CRLF", () => {
  const text = renderCostsCsv(plan);
  expect(text.codePointAt(0)).toBe(0xfeff);
  expect(text.replace(/\r\n/g, "")).not.toMatch(/[\r\n]/);
  expect(text).toMatch(/\r\n10044115;Saarlouis;\d+,\d\d;/);
  expect(text).toContain("114498,15");
});

test("costs.csv holds every municipality, cost line and tour, and its shares sum to the joint cost", () => {
  const rows = parse(renderCostsCsv(plan), { bom: true, delimiter: ";", relax_column_count: true }) as string[][];
  const cents = (cell: string | undefined) => Math.round(Number(cell?.replace(",", ".")) * 100);
  const members = rows.filter(([ags]) => /^\d{8}$/.test(ags ?? ""));
  expect(members.map((row) => row[1])).toEqual(plan.municipalities.map((m) => m.name));
  expect(members.reduce((sum, row) => sum + cents(row[3]), 0)).toBe(plan.jointCostCents);
  for (const name of ["Transport", "Maut", "route-12"]) expect(rows.some((row) => row[0] === name)).toBe(true);
});

test("a municipality named like a formula is harmless in costs.csv", () => {
  const [first, ...others] = plan.municipalities;
  const text = renderCostsCsv({ ...plan, municipalities: [{ ...first!, name: '=HYPERLINK("x")' }, ...others] });
  expect(text).toContain(`"'=HYPERLINK(""x"")"`);
});

test("costs.machine.csv has one header, equally long lines and whole cents", () => {
  const text = renderMachineCsv(plan);
  const rows = parse(text, { columns: true }) as Record<string, string>[];
  expect(rows).toHaveLength(1 + plan.municipalities.length + plan.costLines.length + plan.routes.length);
  const shares = rows.filter((row) => row["record"] === "municipality").map((row) => Number(row["jointCostCents"]));
  expect(shares.every(Number.isInteger)).toBe(true);
  expect(shares.reduce((a, b) => a + b, 0)).toBe(plan.jointCostCents);
});
