// XRechnung: valid by the schema of UBL 2.1, and by the rules that an invoice of ours could break.
import { expect, test } from "vitest";
import { Billing, isIban, isLeitwegId } from "../../../../domain/billing/billing.ts";
import { roundHalfAway, totalsOf, type Invoice, type VatCategory } from "../../../../domain/billing/invoice.ts";
import { claimsOf, clearedCents, invoiceNumber, invoiceOf } from "../../../../planning/documents/invoices.ts";
import { euros, missingIn, xrechnung } from "../../../../planning/documents/xrechnung.ts";
import { brokenRules } from "../../../support/invoiceRules.ts";
import { sampleBilling, sampleSettlement } from "../../../support/sampleSettlement.ts";
import { ublFaults } from "../../../support/validateUbl.ts";

const [seller, buyer] = sampleBilling().parties;
const invoice = (vat: VatCategory, change: Partial<Invoice> = {}): Invoice => ({
  ...{ number: "GV-1", issueDate: "2026-12-15", dueDate: "2027-01-14", typeCode: "380", notes: ["Anmerkung"], vat },
  ...{ period: { firstDay: "2026-11-23", lastDay: "2026-12-20" }, seller: seller!, buyer: buyer! },
  lines: [
    { id: "1", name: "Kilometer", quantity: 40, unitCode: "KMT", centsPerUnit: 85, netCents: 3400 },
    { id: "2", name: "Erlös", quantity: -1, unitCode: "C62", centsPerUnit: 1234, netCents: -1234 },
    // 7 * 30.5 = 213.5
    { id: "3", name: "Maut", description: "A & B", quantity: 7, unitCode: "KMT", centsPerUnit: 30.5, netCents: 214 },
  ],
  ...change,
});
const HEAD = { number: "GV-0", issueDate: "2026-12-15" };
const NOT_TAXABLE: VatCategory = { code: "O", reason: "Nicht steuerbar" };
const STANDARD: VatCategory = { code: "S", ratePercent: 19 };

test("invoices of every kind are valid by the schema and break no rule; what breaks one is found", async () => {
  const settlement = sampleSettlement();
  const own = claimsOf(settlement).map((claim) => invoiceOf(settlement, claim, sampleBilling(), HEAD));
  const made = own.map((one) => ("invoice" in one ? xrechnung(one.invoice) : ""));
  const all = {
    "o.xml": xrechnung(invoice(NOT_TAXABLE)),
    "s.xml": xrechnung(invoice(STANDARD)),
    "e.xml": xrechnung(invoice({ code: "E", reason: "steuerfrei nach § 4 UStG" })),
    "corrected.xml": xrechnung(invoice(STANDARD, { typeCode: "384", corrects: HEAD })),
    ...Object.fromEntries(made.map((xml, i) => [`settled-${i}.xml`, xml])),
  };
  expect(made).toHaveLength(2);
  for (const [name, xml] of Object.entries(all)) expect([name, brokenRules(xml)]).toEqual([name, []]);
  const spoilt = all["o.xml"].replace("<cbc:DueDate>", "<cbc:DueDay>").replace("</cbc:DueDate>", "</cbc:DueDay>");
  const faults = await ublFaults({ ...all, "spoilt.xml": spoilt });
  expect(faults.filter((fault) => !fault.startsWith("spoilt.xml"))).toEqual([]);
  expect(faults.join()).toContain("DueDay");
  expect(brokenRules(all["s.xml"].replace('<cbc:PayableAmount currencyID="EUR">', "$&1"))).toEqual(["BR-CO-16"]);
});

test("the tax is reckoned once on the sum, half away from zero, and amounts never go through fractions", () => {
  // 23.80 * 19 % = 4.522
  expect(totalsOf(invoice(STANDARD))).toEqual({ netCents: 2380, vatCents: 452, grossCents: 2832 });
  expect(totalsOf(invoice(NOT_TAXABLE)).vatCents).toBe(0);
  expect([0.5, -0.5, 1.005 * 100, -2.5, 0.49].map(roundHalfAway)).toEqual([1, -1, 101, -3, 0]);
  expect([0, 5, -5, 123_456, -100].map(euros)).toEqual(["0.00", "0.05", "-0.05", "1234.56", "-1.00"]);
});

test("text that would break out of markup stays text, and characters that XML does not know are gone", () => {
  const xml = xrechnung(invoice(NOT_TAXABLE, { notes: ['a\u0000b <&> "c" \uD800 ]]>'] }));
  expect(xml).toContain("<cbc:Note>ab &lt;&amp;&gt; &quot;c&quot;  ]]&gt;</cbc:Note>");
  expect(xml).toContain("Stadt &lt;Altdorf&gt; &amp; &quot;Söhne&quot;");
});

test("what an invoice lacks is said at once and in whole, and it is not written", () => {
  const { contact: _c, iban: _i, vatId: _v, taxNumber: _t, ...bare } = seller!;
  const { leitwegId: _l, ...unknown } = buyer!;
  const poor = invoice(STANDARD, { seller: bare, buyer: unknown, lines: [] });
  expect(missingIn(poor).map((text) => /\((BR[^)]*)\)/.exec(text)![1])).toEqual([
    ...["BR-DE-2", "BR-DE-23", "BR-DE-15", "BR-DE-16", "BR-16"],
  ]);
  expect(() => xrechnung(poor)).toThrow(RangeError);
  const claim = claimsOf(sampleSettlement())[0]!;
  const none = invoiceOf(sampleSettlement(), claim, { ...sampleBilling(), parties: [] }, HEAD);
  expect("missing" in none && none.missing).toHaveLength(2);
});

test("a member's items are divided by what each bears of the line; its own part is no claim, and nothing is lost in clearing", () => {
  const settlement = sampleSettlement();
  const claims = claimsOf(settlement);
  // 100.00 by 52.00 : 31.33 : 16.67 of 100.00
  expect(claims.map(({ sellerAgs, buyerAgs, cents }) => [sellerAgs, buyerAgs, cents])).toEqual([
    ["99001001", "99001002", 3133],
    ["99001001", "99001003", 1667],
  ]);
  const cleared = clearedCents(settlement, claims);
  const total = (values: Iterable<number>): number => [...values].reduce((sum, value) => sum + value, 0);
  expect(total(cleared.values())).toBe(total(settlement.members.map(({ balanceCents }) => balanceCents)));
  // 312.00 - 1.00 - 55.00 - 100.00 = 156.00, and 48.00 come from the two invoices.
  expect(cleared.get("99001001")).toBe(15_600 + 4800);
  expect(cleared.get("99001002")).toBe(18_960 - 3133);
  expect(invoiceNumber("tiny", "99001001", "2026", 7)).toBe("GV-tiny-99001001-2026-0007");
});

test("check digits of accounts and routing ids", () => {
  expect(isIban("DE02120300000000202051")).toBe(true);
  expect(isIban("DE02120300000000202052")).toBe(false);
  expect(isLeitwegId("04011000-1234512345-06")).toBe(true);
  expect(isLeitwegId("04011000-1234512345-07")).toBe(false);
  const { parties, ...rest } = sampleBilling();
  const wrong = Billing.safeParse({ ...rest, parties: [{ ...parties[0], iban: "DE00", leitwegId: "1" }] });
  expect(wrong.error!.issues.map(({ path }) => path.join("."))).toEqual(["parties.0.leitwegId", "parties.0.iban"]);
});
