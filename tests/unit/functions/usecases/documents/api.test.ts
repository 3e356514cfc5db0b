// Documents of a closed week as they come by the API: to whom, and what they lack.
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  issueInvoices,
  putBilling,
  readBilling,
  readInvoice,
  readSettlementFile,
  SETTLEMENT_FILES,
} from "../../../../../functions/contract/documents.ts";
import { readSettlement } from "../../../../../functions/usecases/settlement/readSettlement.ts";
import { claimsOf } from "../../../../../planning/documents/invoices.ts";
import { euros } from "../../../../../planning/documents/xrechnung.ts";
import { callApi } from "../../../../support/apiEvent.ts";

import { brokenRules } from "../../../../support/invoiceRules.ts";
import { keepSettlement } from "../../../../support/keptSettlement.ts";
import { sampleBilling } from "../../../../support/sampleSettlement.ts";
import { testSystem, type TestSystem } from "../../../../support/system.ts";

const region = "tiny";
const [ALTDORF, BERGHEIM, CRONAU] = ["99001001", "99001002", "99001003"] as const;
let system: TestSystem;
let settlement: string;
beforeAll(async () => {
  system = await testSystem();
  ({ id: settlement } = await keepSettlement(system));
}, 60_000);
afterAll(() => system.close());

const get = (file: string, groups: readonly string[], member: string = ALTDORF) =>
  callApi(system, readSettlementFile, { parameters: { region, settlement, member, file }, groups });

test("every file comes, with its type, and each reader has no more than their own", async () => {
  for (const [file, type] of Object.entries(SETTLEMENT_FILES)) {
    const { status, headers } = await get(file, [`finance:tiny:${ALTDORF}`]);
    expect([file, status, headers["content-type"]]).toEqual([file, 200, type]);
    expect(headers["content-disposition"]).toMatch(file.startsWith("EXTF_") ? /filename="EXTF_tiny/ : /filename="tiny/);
  }
  expect((await get("statement.html", [`mayor:tiny:${ALTDORF}`])).status).toBe(200);
  expect((await get("statement.html", [`mayor:tiny:${BERGHEIM}`])).status).toBe(403);
  expect((await get("statement.html", [`yard:tiny:${ALTDORF}`])).status).toBe(403);
  expect((await get("statement.html", ["admin:tiny"], "12345678")).status).toBe(404);
  expect((await get("statement.doc", ["admin:tiny"])).status).toBe(422);
});

test("the statement's page names its tickets and loads nothing", async () => {
  const view = await readSettlement(system.ports, region, settlement);
  const { text, headers } = await get("statement.html", ["finance:tiny"]);
  const own = view.settlement.tickets.filter(({ lots }) =>
    lots.some(({ parts }) => parts.some(({ ags }) => ags === ALTDORF)),
  );
  expect(own.length).toBeGreaterThan(0);
  for (const { number } of own) expect(text).toContain(number);
  expect(headers["content-security-policy"]).toContain("default-src 'none'");
  expect(text).not.toMatch(/<script|https?:\/\//);
});

test("an invoice is issued once what it lacks is there, comes as it was issued, to the two that it concerns", async () => {
  const view = await readSettlement(system.ports, region, settlement);
  const [claim] = claimsOf(view.settlement);
  const [seller, buyer] = [claim!.sellerAgs, claim!.buyerAgs];
  const invoice = (groups: readonly string[], change: object = {}) =>
    callApi(system, readInvoice, { parameters: { region, settlement, seller, buyer, ...change }, groups });
  const issue = (groups: readonly string[]) =>
    callApi(system, issueInvoices, { parameters: { region, settlement }, groups });
  const put = (body: object, groups = ["admin:tiny"], ifMatch = "*") =>
    callApi(system, putBilling, { parameters: { region }, body, groups, headers: { "if-match": ifMatch } });
  expect(JSON.parse((await issue(["finance:tiny"])).text)).toEqual({
    issued: [],
    missing: [expect.stringContaining("Anschriften")],
  });
  const { parties, ...rest } = sampleBilling();
  const wrong = await put({ ...rest, parties: [{ ...parties[0], iban: "DE00", leitwegId: "1" }] });
  expect(wrong.status).toBe(422);
  expect(wrong.text).toMatch(/leitwegId[^]*iban/);
  expect((await put({ ...rest, parties }, [`finance:tiny:${ALTDORF}`])).status).toBe(403);
  expect((await put({ ...rest, parties: parties.slice(0, 1) })).status).toBe(200);
  expect((await issue(["finance:tiny"])).text).toContain(`Eintrag der Kommune ${buyer}`);
  expect((await put({ ...rest, parties }, ["finance:tiny"], '"0"')).status).toBe(412);
  const whole = await put({ ...rest, parties }, ["finance:tiny"], '"1"');
  expect([whole.status, whole.headers["etag"]]).toEqual([200, '"2"']);
  const read = await callApi(system, readBilling, { parameters: { region }, groups: ["finance:tiny"] });
  expect(JSON.parse(read.text)).toEqual(sampleBilling());
  expect(read.headers["etag"]).toBe('"2"');
  expect((await invoice(["finance:tiny"])).status).toBe(404);
  expect((await issue(["dispatcher:tiny"])).status).toBe(403);
  // Whoever counts for the buyer alone issues none of the seller's.
  expect(JSON.parse((await issue([`finance:tiny:${buyer}`])).text)).toEqual({ issued: [], missing: [] });
  const { issued } = JSON.parse((await issue([`finance:tiny:${seller}`])).text) as { issued: { number: string }[] };
  expect(issued.map(({ number }) => number)).toEqual([1, 2].map((n) => `GV-tiny-${seller}-2026-000${n}`));
  expect(JSON.parse((await issue(["finance:tiny"])).text)).toEqual({ issued: [], missing: [] });
  const made = await invoice(["finance:tiny"]);
  expect(made.status).toBe(200);
  expect(made.headers["content-disposition"]).toContain(`${issued[0]!.number}.xml`);
  expect(brokenRules(made.text)).toEqual([]);
  expect(made.text).toContain(
    `<cbc:LineExtensionAmount currencyID="EUR">${euros(claim!.cents)}</cbc:LineExtensionAmount>`,
  );
  // Other details later change nothing that was issued.
  await put({ ...rest, parties: parties.map((one) => ({ ...one, street: "Neue Straße 9" })) });
  expect((await invoice(["finance:tiny"])).text).toBe(made.text);
  expect((await invoice([`finance:tiny:${buyer}`])).status).toBe(200);
  const third = [ALTDORF, BERGHEIM, CRONAU].find((ags) => ags !== seller && ags !== buyer)!;
  expect((await invoice([`finance:tiny:${third}`])).status).toBe(403);
  expect((await invoice(["finance:tiny"], { seller: buyer, buyer: seller })).status).toBe(404);
});
