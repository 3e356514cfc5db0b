// The figures in every file equal plan.json and the agreement to the cent, and each reader gets what the agreement lets them see.
import { afterAll, beforeAll, expect, test } from "vitest";
import { readFinanceFile } from "../../../../../functions/contract/finance.ts";
import type { Finance } from "../../../../../functions/usecases/finance/readFinance.ts";
import { readFinance } from "../../../../../functions/usecases/finance/readFinance.ts";
import { financeFile } from "../../../../../functions/usecases/finance/financeFile.ts";
import { financeCsv } from "../../../../../functions/usecases/finance/files/csv.ts";
import { financeWorkbook } from "../../../../../functions/usecases/finance/files/workbook.ts";
import { callApi } from "../../../../support/apiEvent.ts";
import { ALTDORF, BERGHEIM, CRONAU } from "../../../../support/approval.ts";
import { PLANNED, plannedSystem, type PlannedSystem } from "../../../../support/plannedSystem.ts";
import { readPdf } from "../../../../support/readPdf.ts";
import { heightOf, LINE_POINTS, widthOf } from "../../../../../functions/usecases/finance/files/bookLook.ts";
import { readWorkbook, wrongResults } from "../../../../support/readWorkbook.ts";
import { money } from "../../../../../planning/report/words.ts";

let system: PlannedSystem;
let finance: Finance;
const REGION = { kind: "region" } as const;
const own = (ags: string) => ({ kind: "municipalities", municipalities: new Set([ags]) }) as const;
const total = (amounts: readonly number[]): number => amounts.reduce((a, b) => a + b, 0);

beforeAll(async () => {
  system = await plannedSystem();
  await system.propose();
  finance = await readFinance(system.ports, { ...PLANNED, reach: REGION });
}, 60_000);
afterAll(() => system.close());

test("weeks, months, lines and fractions sum to the plan to the cent, of all and of each", () => {
  const { plan } = system;
  const { figures } = finance;
  const jointCents = plan.jointCostCents;
  for (const rows of [figures.weeks, figures.months, figures.lines]) {
    expect(total(rows.map((row) => row.jointCents))).toBe(jointCents);
    expect(total(rows.map((row) => row.aloneCents))).toBe(plan.standAloneTotalCents);
  }
  for (const { ags, full } of figures.members) {
    const member = plan.municipalities.find((one) => one.ags === ags)!;
    for (const rows of [full!.weeks, full!.months, full!.lines]) {
      expect(total(rows.map((row) => row.jointCents))).toBe(member.shareCents);
      expect(total(rows.map((row) => row.aloneCents))).toBe(member.standAloneCostCents);
    }
    expect(total(full!.fractions.map((one) => one.arrivalsKg))).toBe(member.forecastKg);
    expect(total(full!.fractions.map((one) => one.aloneGateCents))).toBe(plan.flow.standAlone[ags]!.costLines.gate);
    for (const { line, aloneCents } of full!.lines) expect(aloneCents).toBe(plan.flow.standAlone[ags]!.costLines[line]);
  }
  figures.weeks.forEach(({ jointCents: ofWeek }, w) =>
    expect(total(figures.members.map(({ full }) => full!.weeks[w]!.jointCents))).toBe(ofWeek),
  );
  figures.lines.forEach(({ jointCents: ofLine }, l) =>
    expect(total(figures.members.map(({ full }) => full!.lines[l]!.jointCents))).toBe(ofLine),
  );
  expect(total(figures.fractions.map((one) => one.jointGateCents))).toBe(plan.flow.joint.costLines.gate);
});

test("the routed week's months are those of its Thursdays", () => {
  // KW 48 to 51 of 2026 have their Thursdays on 26.11., 3.12., 10.12. and 17.12.
  expect(finance.figures.months.map(({ month, weeks }) => [month, weeks])).toEqual([
    ["2026-11", 1],
    ["2026-12", 3],
  ]);
});

test("shares equal those of the agreement, which says its version and state", () => {
  const { figures } = finance;
  expect(figures.agreement).toMatchObject({ version: 1, state: "informed", sameRun: true });
  expect(figures.members.map((m) => m.agreedCents)).toEqual(figures.members.map((m) => m.shareCents));
  expect(figures.agreement!.jointCostCents).toBe(system.plan.jointCostCents);
});

test("every rule is guaranteed, and the checker has nothing against any", () => {
  const { rules, ruleFindings, members } = finance.figures;
  expect(ruleFindings).toEqual([]);
  expect(rules.length).toBeGreaterThan(8);
  for (const { shares, guaranteed } of rules) {
    expect(guaranteed).toBe(true);
    expect(total(Object.values(shares))).toBe(system.plan.jointCostCents);
    for (const { ags, aloneCents } of members) expect(shares[ags]).toBeLessThanOrEqual(aloneCents);
  }
});

test("the workbook's formulas give the plan's totals, and its numbers are numbers", async () => {
  const bytes = (await financeFile(system.ports, { ...PLANNED, reach: REGION }, "finance.xlsx")) as Uint8Array;
  const sheets = readWorkbook(bytes);
  expect(sheets.map(({ name }) => name)).toEqual([
    ...["Übersicht", "Kommune Altdorf", "Kommune Bergheim", "Kommune Cronau"],
    ...["Je Kostenart", "Andere Schlüssel", "Herkunft der Zahlen"],
  ]);
  const [overview, altdorf, , , lines] = sheets;
  // Title, head, three members: the sums stand in row 6, as formulas.
  expect(overview!.cells.get("B6")).toMatchObject({ formula: "SUM(B3:B5)" });
  expect(wrongResults(sheets)).toEqual([]);
  const cents = (sheet: typeof overview, cell: string): number => Math.round(100 * Number(sheet!.value(cell)));
  const { plan } = system;
  expect(cents(overview, "B6")).toBe(plan.standAloneTotalCents);
  expect(cents(overview, "C6")).toBe(plan.jointCostCents);
  expect(cents(overview, "D6")).toBe(plan.standAloneTotalCents - plan.jointCostCents);
  expect(cents(overview, "G6")).toBe(finance.figures.agreement!.jointCostCents);
  plan.municipalities.forEach((m, i) => {
    expect(overview!.cells.get(`A${3 + i}`)).toBe(m.name);
    expect(overview!.cells.get(`C${3 + i}`)).toBe(m.shareCents / 100);
    expect(cents(overview, `D${3 + i}`)).toBe(m.savingCents);
    expect(cents(overview, `G${3 + i}`)).toBe(m.shareCents);
  });
  for (const [sheet, joint, alone] of [
    [lines, plan.jointCostCents, plan.standAloneTotalCents],
    [altdorf, plan.municipalities[0]!.shareCents, plan.municipalities[0]!.standAloneCostCents],
  ] as const) {
    const row = [...sheet!.cells].find(([at, cell]) => at.startsWith("A") && cell === "Summe")![0].slice(1);
    expect([cents(sheet, `C${row}`), cents(sheet, `B${row}`)]).toEqual([joint, alone]);
  }
});

test("the German table has the plan's amounts with commas, a byte order mark, and no formula", async () => {
  const text = (await financeFile(system.ports, { ...PLANNED, reach: REGION }, "finance.csv")) as string;
  expect(text.startsWith("\uFEFFGrünverbund: Kosten\r\n")).toBe(true);
  const { plan } = system;
  const written = (cents: number): string => (cents / 100).toFixed(2).replace(".", ",");
  for (const m of plan.municipalities)
    expect(text).toContain(`\r\n${m.name};${written(m.standAloneCostCents)};${written(m.shareCents)};`);
  expect(text).toContain(`\r\nSumme;${written(plan.standAloneTotalCents)};${written(plan.jointCostCents)};`);
});

test("the table for programs is RFC 4180, and its records sum to its total", async () => {
  const text = (await financeFile(system.ports, { ...PLANNED, reach: REGION }, "finance.machine.csv")) as string;
  const [head, ...lines] = text.trimEnd().split("\r\n");
  const fields = head!.split(",");
  const records = lines.map((line) => Object.fromEntries(line.split(",").map((cell, i) => [fields[i], cell])));
  for (const line of lines) expect(line.split(",").length).toBe(fields.length);
  const sumOf = (record: string, field: string): number =>
    total(records.filter((one) => one["record"] === record).map((one) => Number(one[field])));
  for (const record of ["total", "member", "line", "week", "month", "memberLine", "memberWeek"]) {
    expect([record, sumOf(record, "jointCents")]).toEqual([record, system.plan.jointCostCents]);
    expect([record, sumOf(record, "aloneCents")]).toEqual([record, system.plan.standAloneTotalCents]);
  }
});

test("the paper says the plan's amounts, is tagged, and the same plan gives the same bytes", async () => {
  const ask = { ...PLANNED, reach: REGION };
  const bytes = (await financeFile(system.ports, ask, "finance.pdf")) as Uint8Array;
  const { pages, source, alternatives } = readPdf(bytes);
  const text = pages.join("\n");
  const { plan } = system;
  for (const cents of [plan.jointCostCents, plan.standAloneTotalCents]) expect(text).toContain(money(cents));
  for (const m of plan.municipalities) {
    expect(text).toContain(money(m.shareCents));
    expect(alternatives.join("\n")).toContain(
      `${m.name}: ${money(m.shareCents)} statt ${money(m.standAloneCostCents)}`,
    );
  }
  expect(source).toContain("/Marked true");
  expect(await financeFile(system.ports, ask, "finance.pdf")).toEqual(bytes);
});

test("whoever counts for one municipality sees it in full and the others as the agreement shows them", async () => {
  const { figures } = await readFinance(system.ports, { ...PLANNED, reach: own(BERGHEIM) });
  expect(figures.members.map(({ ags, full }) => [ags, full !== null])).toEqual([
    [ALTDORF, false],
    [BERGHEIM, true],
    [CRONAU, false],
  ]);
  expect(figures.members.map((m) => m.shareCents)).toEqual(system.plan.municipalities.map((m) => m.shareCents));
  for (const { shares } of figures.rules) expect(Object.keys(shares)).toEqual([BERGHEIM]);
  const bytes = (await financeFile(system.ports, { ...PLANNED, reach: own(BERGHEIM) }, "finance.xlsx")) as Uint8Array;
  expect(readWorkbook(bytes).map(({ name }) => name)).not.toContain("Kommune Altdorf");
});

test("the files come by the API, to the roles of the contract", async () => {
  const get = async (file: string, groups: readonly string[]) => {
    const { status, headers, text } = await callApi(system, readFinanceFile, {
      parameters: { ...PLANNED, file },
      groups,
    });
    return `${status} ${headers["content-type"]} ${text.slice(0, 4)}`;
  };
  const sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  expect(await get("finance.xlsx", [`finance:tiny:${ALTDORF}`])).toBe(`200 ${sheet} PK\u0003\u0004`);
  expect(await get("finance.pdf", ["admin:tiny"])).toBe("200 application/pdf %PDF");
  expect(await get("finance.csv", ["dispatcher:tiny"])).toMatch(/^200 text\/csv; charset=utf-8 /);
  expect(await get("finance.csv", [`mayor:tiny:${ALTDORF}`])).toMatch(/^403/);
  expect(await get("finance.doc", ["finance:tiny"])).toMatch(/^422/);
  const { status } = await callApi(system, readFinanceFile, {
    parameters: { ...PLANNED, week: "2026-W49", file: "finance.csv" },
    groups: ["finance:tiny"],
  });
  expect(status).toBe(404);
});

test("a name that begins like a formula runs nowhere, and one that Excel forbids for sheets is none", async () => {
  const { figures } = finance;
  const name = '=HYPERLINK("x")/[1]';
  const members = figures.members.map((m, i) => (i === 0 ? { ...m, name } : m));
  const text = financeCsv({ ...figures, members });
  expect(text).toContain(`"'=HYPERLINK(""x"")/[1]";`);
  const sheets = readWorkbook(await financeWorkbook({ ...figures, members }));
  expect(sheets[0]!.cells.get("A3")).toBe(name);
  expect(sheets[1]!.name).toBe('Kommune =HYPERLINK("x")  1');
});

test("a sheet is as wide as the page, its columns as what stands in them, and no text is cut off", () => {
  // 40 letters need 42 of Excel's digits, at 1.05 each; more than 60 are broken into lines.
  expect(widthOf(["x".repeat(40)])).toBe(44);
  expect(widthOf(["x".repeat(400)])).toBe(60);
  expect(heightOf("x".repeat(40), widthOf(["x".repeat(40)]))).toBe(LINE_POINTS);
  // 400 · 1.05 = 420 into lines of 59.
  expect(heightOf("x".repeat(400), 60)).toBe(8 * LINE_POINTS);
});
