// What the finance page says of what is settled, in three languages: each reader's own, every figure once, links to every file.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Reach } from "../../../../domain/access.ts";
import { figuresOf } from "../../../../domain/language/figures.ts";
import type { Settlement } from "../../../../domain/settlement/settlement.ts";
import { SETTLEMENT_FILES } from "../../../../functions/contract/documents.ts";
import { readSettled } from "../../../../functions/usecases/finance/settled.ts";
import { settledSections } from "../../../../web/finance/settled.ts";
import { financeSpeech } from "../../../../web/finance/words/index.ts";
import { keepSettlement } from "../../../support/keptSettlement.ts";
import { testSystem, type TestSystem } from "../../../support/system.ts";

const ALL: Reach = { kind: "region" };
const only = (ags: string): Reach => ({ kind: "municipalities", municipalities: new Set([ags]) });
let system: TestSystem;
let settlement: Settlement;
beforeAll(async () => {
  system = await testSystem();
}, 60_000);
afterAll(() => system.close());

test("while nothing is closed the page says what will stand there", async () => {
  expect(await readSettled(system.ports, "tiny", ALL)).toBeNull();
  const page = String(settledSections("tiny", null, financeSpeech("de")));
  expect(page).toContain("Noch ist kein Zeitraum abgerechnet.");
  settlement = await keepSettlement(system);
});

test("forecast against weighed, estimates and the year are the settlement's, to the kilogram and the cent", async () => {
  const settled = (await readSettled(system.ports, "tiny", ALL))!;
  expect(settled.year).toBe(2026);
  for (const member of settlement.members) {
    const shown = settled.members.find(({ ags }) => ags === member.ags)!;
    expect([shown.forecastKg, shown.weighedKg]).toEqual([member.plannedKg, member.weighedKg]);
    expect(shown.estimationCents).toBe(member.estimationCents);
    expect(shown.cells).toEqual([
      { month: "2026-11", fraction: "mixed", forecastKg: member.plannedKg, weighedKg: member.weighedKg },
    ]);
    const year = settled.ledger.members.find(({ ags }) => ags === member.ags)!;
    expect([year.shareCents, year.balanceCents]).toEqual([member.shareCents, member.balanceCents]);
  }
  const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
  expect(total(settled.members.map(({ estimationCents }) => estimationCents))).toBe(0);
  expect(settled.periods[0]!.invoices.map(({ cents }) => cents)).toEqual([3133, 1667]);
});

test.each(["de", "fr", "en"] as const)(
  "%s: tables, links to every file and invoice, nothing undefined",
  async (language) => {
    const speech = financeSpeech(language);
    const settled = await readSettled(system.ports, "tiny", ALL);
    const page = String(settledSections("tiny", settled, speech));
    const { money, tonnes } = figuresOf(language);
    for (const { ags, balanceCents, weighedKg } of settlement.members) {
      for (const file of Object.keys(SETTLEMENT_FILES))
        expect(page).toContain(`/api/regions/tiny/settlements/${settlement.id}/members/${ags}/${file}"`);
      expect(page).toContain(money(balanceCents));
      expect(page).toContain(tonnes(weighedKg));
    }
    expect(page).toContain(speech.words.settled.notIssued);
    expect(page).toContain(`/abrechnung/tiny/${settlement.id}#rechnungen`);
    expect(page).not.toMatch(/undefined|NaN|\[object/);
  },
);

test("whoever counts for one municipality sees its figures and invoices alone, and somebody without a part none", async () => {
  const settled = (await readSettled(system.ports, "tiny", only("99001003")))!;
  const page = String(settledSections("tiny", settled, financeSpeech("de")));
  expect(settled.members.map(({ name }) => name)).toEqual(["Cronau"]);
  expect(settled.ledger.members).toHaveLength(1);
  expect(settled.periods[0]!.invoices).toHaveLength(1);
  expect(page).not.toContain("Bergheim");
  expect(await readSettled(system.ports, "tiny", only("99999999"))).toBeNull();
});
