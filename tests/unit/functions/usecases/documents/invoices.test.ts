// Invoices of a settlement and its corrections: numbers without gaps, issued once, corrected ones in the place of the first.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Settlement } from "../../../../../domain/settlement/settlement.ts";
import { readLog } from "../../../../../functions/usecases/audit/readLog.ts";
import { invoiceFile } from "../../../../../functions/usecases/documents/invoiceFile.ts";
import { issueInvoices, type IssueOutcome } from "../../../../../functions/usecases/documents/issueInvoices.ts";
import { putBilling } from "../../../../../functions/usecases/documents/readBilling.ts";
import { settlementFile } from "../../../../../functions/usecases/documents/settlementFile.ts";
import { sqliteStore } from "../../../../../functions/adapters/sqlite/sqliteStore.ts";
import { brokenRules } from "../../../../support/invoiceRules.ts";
import { keepCorrection, keepSettlement } from "../../../../support/keptSettlement.ts";
import { memoryBlobs } from "../../../../support/memoryBlobs.ts";
import { sampleBilling, sampleSettlement } from "../../../../support/sampleSettlement.ts";
import { testSystem, type TestSystem } from "../../../../support/system.ts";
import { ublFaults } from "../../../../support/validateUbl.ts";

const [A, B, C] = ["99001001", "99001002", "99001003"] as const;
const ALL = { kind: "region" } as const;
let system: TestSystem;
let first: Settlement;
beforeAll(async () => {
  system = await testSystem();
}, 60_000);
afterAll(() => system.close());
// Each test has a store of its own.
beforeEach(async () => {
  const store = sqliteStore(":memory:", system.clock);
  system = { ...system, ports: { ...system.ports, store, blobs: memoryBlobs() } };
  first = await keepSettlement(system);
  await putBilling(system.ports, "tiny", sampleBilling(), { by: "karla", ifMatch: "*" });
});

const made: string[] = [];
const issue = (): Promise<IssueOutcome> =>
  issueInvoices(system.ports, "tiny", { id: first.id, by: "karla", reach: ALL });
const file = async (buyer: string, number?: string): Promise<string> => {
  const question = { region: "tiny", settlement: first.id, seller: A, buyer, number, reach: ALL };
  return new TextDecoder().decode((await invoiceFile(system.ports, question)).xml);
};
const short = ({ issued }: IssueOutcome): unknown[] =>
  issued.map(({ number, typeCode, buyerAgs, netCents, corrects }) => [
    number.slice(-4),
    typeCode,
    buyerAgs,
    netCents,
    corrects?.slice(-4),
  ]);

/** Bergheim bears 10.00 more of the haulage, Altdorf 10.00 less; Cronau bears what it bore. */
const shifted = (): Settlement => {
  const move: Readonly<Record<string, number>> = { [A]: -1000, [B]: 1000 };
  return sampleSettlement({
    tours: [],
    members: first.members.map((member) => {
      const by = move[member.ags] ?? 0;
      const shareCents = member.shareCents + by;
      return {
        ...{ ...member, shareCents, ruleShareCents: member.ruleShareCents + by },
        ...{ savingCents: member.soloCents - shareCents, balanceCents: member.balanceCents + by },
        lines: member.lines.map((line) =>
          line.line === "haulage" ? { ...line, shareCents: line.shareCents + by } : line,
        ),
      };
    }),
  });
};

test("numbers of a seller have no gap, also when two issue at once; issued twice nothing happens", async () => {
  const [one, other] = await Promise.all([issue(), issue()]);
  expect([...one.issued, ...other.issued].map(({ number }) => number).sort()).toEqual([
    ...[`GV-tiny-${A}-2026-0001`, `GV-tiny-${A}-2026-0002`],
  ]);
  expect(await issue()).toEqual({ issued: [], missing: [], due: [] });
  const { entries } = await readLog(system.ports, "tiny", { limit: 20 });
  expect(entries.filter(({ kind }) => kind === "invoices.issued")).toHaveLength(1);
});

test("a correction leads to corrected invoices alone where something changed; they name the first and are valid", async () => {
  await issue();
  await keepCorrection(system, [first, shifted()]);
  // 100.00 by 42.00 : 41.33 : 16.67 of 100.00
  const corrected = await issue();
  expect(short(corrected)).toEqual([["0003", "384", B, 4133, "0001"]]);
  expect(await issue()).toEqual({ issued: [], missing: [], due: [] });
  const xml = await file(B);
  expect(xml).toMatch(
    new RegExp(
      `<cac:BillingReference>\\s*<cac:InvoiceDocumentReference>\\s*<cbc:ID>GV-tiny-${A}-2026-0001</cbc:ID>\\s*<cbc:IssueDate>`,
    ),
  );
  expect(xml).toContain("10,00 EUR mehr als dort");
  // The first one stays to be had, and so does that of who is not concerned.
  expect(await file(B, `GV-tiny-${A}-2026-0001`)).toContain("<cbc:InvoiceTypeCode>380<");
  expect(await file(C)).toContain("<cbc:InvoiceTypeCode>380<");
  expect(brokenRules(xml)).toEqual([]);
  made.push(xml);
});

test("what a correction ends is corrected to nothing, and what it begins is a first invoice", async () => {
  await issue();
  const none = sampleSettlement({
    tours: [],
    items: first.items.map((item) => (item.payeeId === A ? { ...item, payeeId: "compost" } : item)),
  });
  await keepCorrection(system, [first, none]);
  expect(short(await issue())).toEqual([
    ["0003", "384", B, 0, "0001"],
    ["0004", "384", C, 0, "0002"],
  ]);
  const xml = await file(C);
  expect(xml).toContain("Keine Leistung mehr abzurechnen");
  expect(brokenRules(xml)).toEqual([]);
  made.push(xml);
  await keepCorrection(system, [none, shifted()], 2);
  expect(short(await issue())).toEqual([
    ["0005", "384", B, 4133, "0003"],
    ["0006", "384", C, 1667, "0004"],
  ]);
});

test("all of them are valid by the schema", async () => {
  expect(made).toHaveLength(2);
  expect(await ublFaults(Object.fromEntries(made.map((xml, i) => [`${i}.xml`, xml])))).toEqual([]);
});

test("closing and correction issued together come in their order", async () => {
  await keepCorrection(system, [first, shifted()]);
  expect(short(await issue())).toEqual([
    ["0001", "380", B, 3133, undefined],
    ["0002", "380", C, 1667, undefined],
    ["0003", "384", B, 4133, "0001"],
  ]);
});

test("the statement clears what is left after invoices and corrections, with their numbers", async () => {
  await issue();
  await keepCorrection(system, [first, shifted()]);
  await issue();
  const question = { region: "tiny", settlement: first.id, member: B, reach: ALL };
  const page = (await settlementFile(system.ports, question, "statement.html")) as string;
  expect(page).toContain(`GV-tiny-${A}-2026-0001`);
  expect(page).toContain(`von Altdorf, berichtigt GV-tiny-${A}-2026-0001 (Unterschied)`);
  // 189.60 + 10.00 - 31.33 - 10.00
  const text = page.replaceAll(/\s/g, " ");
  expect(text).toMatch(/Bleibt zu verrechnen.{0,120}158,27 €/);
});

test("every document of a closed period is the same bytes twice", async () => {
  await issue();
  for (const name of [
    "statement.html",
    "statement.pdf",
    "statement.xlsx",
    "bookings.csv",
    "EXTF_bookings.csv",
    "register.csv",
  ] as const) {
    const question = { region: "tiny", settlement: first.id, member: A, reach: ALL };
    const [one, other] = [
      await settlementFile(system.ports, question, name),
      await settlementFile(system.ports, question, name),
    ];
    expect([name, Buffer.from(one).equals(Buffer.from(other))]).toEqual([name, true]);
    system.clock.milliseconds += 86_400_000;
  }
});
