// Invoices on the page of a closed settlement: what lacks is said first, then they are issued by one press of a button.
import { afterAll, beforeAll, expect, test } from "vitest";
import { createHandler } from "../../../../functions/handlers/page/settlementPage.ts";
import { putBilling } from "../../../../functions/usecases/documents/readBilling.ts";
import { countyClient } from "../../../support/countySite.ts";
import { keepSettlement } from "../../../support/keptSettlement.ts";
import { reachedPage, type Reached } from "../../../support/reachedPage.ts";
import { sampleBilling } from "../../../support/sampleSettlement.ts";
import { testSystem, type TestSystem } from "../../../support/system.ts";

const PAGE = "/abrechnung/tiny/2026-W48_2026-W48";
const NUMBERS = ["0001", "0002"].map((count) => `GV-tiny-99001001-2026-${count}`);
let site: TestSystem & Reached;
beforeAll(async () => {
  site = await reachedPage(await testSystem(), createHandler, "Karla Kämmerin");
  await keepSettlement(site);
}, 60_000);
afterAll(async () => {
  await site.closeGateway();
  await site.close();
});

test("what the details lack is said, with the way to them", async () => {
  const browser = await countyClient(site, ["finance:tiny"]);
  expect((await browser.get(PAGE)).text).toContain("2 Rechnungen stellen");
  const { status, text } = await browser.post(`${PAGE}/rechnungen`, {}, PAGE);
  expect(status).toBe(409);
  expect(text).toContain("Nichts ist gestellt");
  expect(text).toContain('href="/abrechnung/tiny/rechnungsangaben"');
});

test("issued once they stand there with their files; other readers see their own and no button", async () => {
  await putBilling(site.ports, "tiny", sampleBilling(), { by: "karla", ifMatch: "*" });
  const browser = await countyClient(site, ["admin:tiny"]);
  expect((await browser.post(`${PAGE}/rechnungen`, { csrf: "x" }, PAGE)).status).toBe(403);
  const { status, location } = await browser.post(`${PAGE}/rechnungen`, {}, PAGE);
  expect([status, location]).toEqual([303, `${PAGE}?erledigt=rechnungen#rechnungen`]);
  for (const lang of ["de", "en", "fr"]) {
    const { text } = await browser.get(`${PAGE}?lang=${lang}`);
    for (const number of NUMBERS) expect(text).toContain(`?number=${number}"`);
    expect(text).not.toContain(`${PAGE}/rechnungen`);
    expect(text).not.toMatch(/undefined|NaN|\[object/);
  }
  const buyer = await countyClient(site, ["finance:tiny:99001003"]);
  const own = (await buyer.get(PAGE)).text;
  expect(own).toContain(NUMBERS[1]);
  expect(own).not.toContain(NUMBERS[0]);
  const dispatcher = await countyClient(site, ["dispatcher:tiny"]);
  expect((await dispatcher.post(`${PAGE}/rechnungen`, {}, PAGE)).status).toBe(404);
});
