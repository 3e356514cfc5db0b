// All invoices of a year on one page: filtered by form and address alone, with their sum; everybody sees their own.
import { afterAll, beforeAll, expect, test } from "vitest";
import { createHandler } from "../../../../functions/handlers/page/settlementPage.ts";
import type { Settlement } from "../../../../domain/settlement/settlement.ts";
import { issueInvoices } from "../../../../functions/usecases/documents/issueInvoices.ts";
import { putBilling } from "../../../../functions/usecases/documents/readBilling.ts";
import { sendInvoices } from "../../../../functions/usecases/documents/sendInvoice.ts";
import { recordBounce } from "../../../../functions/usecases/mail/recordBounce.ts";
import { countyClient } from "../../../support/countySite.ts";
import { keepCorrection, keepSettlement } from "../../../support/keptSettlement.ts";
import { reachedPage, type Reached } from "../../../support/reachedPage.ts";
import { sampleBilling, sampleSettlement } from "../../../support/sampleSettlement.ts";
import { testSystem, type TestSystem } from "../../../support/system.ts";

const LIST = "/abrechnung/tiny/rechnungen";
const [A, B, C] = ["99001001", "99001002", "99001003"] as const;
let site: TestSystem & Reached;
let settlement: Settlement;
beforeAll(async () => {
  site = await reachedPage(await testSystem(), createHandler, "Karla Kämmerin");
}, 60_000);
afterAll(async () => {
  await site.closeGateway();
  await site.close();
});

/** Numbers, kinds and sum of a page. */
async function seen(query: string, groups: readonly string[] = ["finance:tiny"]) {
  const { status, text } = await (await countyClient(site, groups)).get(`${LIST}${query}`);
  expect(status).toBe(200);
  const body = /<tbody>(.*?)<\/tbody>/s.exec(text)?.[1] ?? "";
  const numbers = [...body.matchAll(/>GV-tiny-99001001-2026-(\d{4})<\/a><br/g)].map(([, count]) => count!);
  const total = /<tfoot>(.*?)<\/tfoot>/s
    .exec(text)?.[1]
    ?.replaceAll(/<[^>]*>|\s+/g, " ")
    .replaceAll(/ +/g, " ")
    .trim();
  return { numbers, open: body.split("noch nicht gestellt").length - 1, total, text };
}

test("with nothing closed the page says so, and has no form that could find nothing", async () => {
  const { text } = await seen("");
  expect(text).toContain("Noch ist kein Zeitraum abgeschlossen");
  expect(text).not.toContain('name="jahr"');
});

test("what is due but not issued stands there with its sum", async () => {
  settlement = await keepSettlement(site);
  // Bergheim bears 31.33 and Cronau 16.67 of the 100.00 of haulage.
  expect(await seen("")).toMatchObject({ numbers: [], open: 2, total: expect.stringContaining("48,00 €") });
});

test("filters take number, kind, municipality and state; the sum is of what holds, without what was replaced", async () => {
  await putBilling(site.ports, "tiny", sampleBilling(), { by: "karla", ifMatch: "*" });
  const issue = async () =>
    sendInvoices(
      site.ports,
      (await issueInvoices(site.ports, "tiny", { id: settlement.id, by: "karla", reach: { kind: "region" } })).due,
    );
  await issue();
  const shifted = sampleSettlement({
    tours: [],
    members: settlement.members.map((member) => ({
      ...member,
      // 10.00 more of the haulage for Bergheim, 10.00 less for Altdorf.
      lines: member.lines.map((line) =>
        line.line !== "haulage" || member.ags === C
          ? line
          : { ...line, shareCents: line.shareCents + (member.ags === B ? 1000 : -1000) },
      ),
    })),
  });
  await keepCorrection(site, [settlement, shifted]);
  await issue();
  // 41.33 in the place of 31.33, and 16.67.
  expect(await seen("")).toMatchObject({
    numbers: ["0001", "0002", "0003"],
    total: expect.stringContaining("58,00 €"),
  });
  expect((await seen("")).total).toContain("ohne 1 ersetzte");
  expect((await seen("?art=384")).numbers).toEqual(["0003"]);
  expect((await seen("?art=380")).numbers).toEqual(["0001", "0002"]);
  expect((await seen(`?kommune=${C}`)).numbers).toEqual(["0002"]);
  expect((await seen(`?kommune=${A}&art=384`)).total).toContain("41,33 €");
  await recordBounce(site.ports, { messageId: "<tiny-invoice-GV-tiny-99001001-2026-0002-1@test>", cause: "full" });
  expect((await seen("?stand=returned")).numbers).toEqual(["0002"]);
  expect((await seen("?stand=sent")).numbers).toEqual(["0001", "0003"]);
  site.clock.milliseconds += 40 * 86_400_000;
  // The first to Bergheim was replaced: nobody need ask for it.
  expect((await seen("?stand=overdue")).numbers).toEqual(["0002", "0003"]);
  // What the form does not offer counts as all.
  expect((await seen("?stand=nix&art=7&kommune=x&jahr=1999")).numbers).toHaveLength(3);
});

test("a selection that fits nothing says so and leads back to all; chosen values stay chosen", async () => {
  const { text, total } = await seen("?stand=acknowledged&art=380");
  expect(total).toBeUndefined();
  expect(text).toContain("Keine Rechnung passt zu dieser Auswahl.");
  expect(text).toContain(`href="${LIST}"`);
  expect(text).toMatch(/<option value="acknowledged" selected/);
  expect(text).toMatch(/<option value="380" selected/);
});

test("a municipality sees those that it gives or gets, in every language", async () => {
  expect((await seen("", [`finance:tiny:${C}`])).numbers).toEqual(["0002"]);
  expect((await seen("", [`finance:tiny:${A}`])).numbers).toHaveLength(3);
  const leads = { de: "Alle Rechnungen", en: "All invoices", fr: "Toutes les factures" };
  for (const [lang, lead] of Object.entries(leads)) {
    const { text } = await seen(`?lang=${lang}`);
    expect(text).not.toMatch(/undefined|NaN|\[object/);
    expect(text).toContain(lead);
  }
});
