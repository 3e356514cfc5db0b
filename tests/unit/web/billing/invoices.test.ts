// Invoices on the page of a closed settlement: what lacks is said first, then they are issued by one press of a button.
import { afterAll, beforeAll, expect, test } from "vitest";
import { createHandler } from "../../../../functions/handlers/page/settlementPage.ts";
import { putBilling } from "../../../../functions/usecases/documents/readBilling.ts";
import { recordBounce } from "../../../../functions/usecases/mail/recordBounce.ts";
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
    expect(text).not.toContain(`action="${PAGE}/rechnungen"`);
    expect(text).not.toMatch(/undefined|NaN|\[object/);
  }
  const buyer = await countyClient(site, ["finance:tiny:99001003"]);
  const own = (await buyer.get(PAGE)).text;
  expect(own).toContain(NUMBERS[1]);
  expect(own).not.toContain(NUMBERS[0]);
  const dispatcher = await countyClient(site, ["dispatcher:tiny"]);
  expect((await dispatcher.post(`${PAGE}/rechnungen`, {}, PAGE)).status).toBe(404);
});

test("the table says how each arrived; its seller sends again, its buyer confirms, and nobody else does either", async () => {
  expect(site.mails.map(({ to }) => to[0]!.address)).toEqual(["rechnung@bergheim.example", "rechnung@cronau.example"]);
  const seller = await countyClient(site, ["finance:tiny:99001001"]);
  const page = (await seller.get(PAGE)).text;
  expect(page).toMatch(/verschickt am \d\d\.\d\d\.\d{4} an rechnung@bergheim\.example/);
  expect(page).toContain("zahlbar bis");
  expect(page).not.toContain("Eingang bestätigen, GV");
  const form = { nummer: NUMBERS[0]!, stand: "1" };
  const again = await seller.post(`${PAGE}/rechnungen/senden`, form, PAGE);
  expect(again.location).toBe(`${PAGE}?erledigt=versandt#rechnungen`);
  expect(site.mails).toHaveLength(3);
  // The same form once more: nothing is sent.
  const twice = await seller.post(`${PAGE}/rechnungen/senden`, form, PAGE);
  expect(twice.location).toBe(`${PAGE}?erledigt=schon#rechnungen`);
  expect(site.mails).toHaveLength(3);
  const buyer = await countyClient(site, ["finance:tiny:99001002"]);
  expect((await buyer.get(PAGE)).text).not.toContain("/rechnungen/senden");
  expect((await buyer.post(`${PAGE}/rechnungen/senden`, { ...form, stand: "2" }, PAGE)).status).toBe(404);
  const confirmed = await buyer.post(`${PAGE}/rechnungen/eingang`, form, PAGE);
  expect(confirmed.location).toBe(`${PAGE}?erledigt=eingang#rechnungen`);
  for (const [lang, words] of Object.entries({
    de: "Eingang bestätigt am",
    en: "receipt confirmed on",
    fr: "réception confirmée le",
  }))
    expect((await buyer.get(`${PAGE}?lang=${lang}&erledigt=eingang`)).text).toContain(words);
  const other = await countyClient(site, ["finance:tiny:99001003"]);
  expect((await other.post(`${PAGE}/rechnungen/eingang`, form, PAGE)).status).toBe(404);
});

test("what did not arrive says why and leads to the address; what nobody confirmed in time asks to be asked for", async () => {
  await recordBounce(site.ports, { messageId: `<tiny-invoice-${NUMBERS[1]}-1@test>`, cause: "mailbox full" });
  const seller = await countyClient(site, ["finance:tiny"]);
  const page = (await seller.get(PAGE)).text;
  expect(page).toMatch(/nicht zugestellt \(\d\d\.\d\d\.\d{4}\): mailbox full/);
  expect(page).toContain('href="/abrechnung/tiny/rechnungsangaben/99001003"');
  expect(page).not.toContain("ist vorbei");
  site.clock.milliseconds += 40 * 86_400_000;
  expect((await seller.get(PAGE)).text).toContain("ist vorbei, Eingang nicht bestätigt");
});
