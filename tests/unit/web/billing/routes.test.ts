// Billing details as a browser without scripts gets them: who gets in, every fault at its field, nobody overwrites unseen.
import { afterAll, beforeAll, expect, test } from "vitest";
import { readLog } from "../../../../functions/usecases/audit/readLog.ts";
import { keptBilling, readBilling } from "../../../../functions/usecases/documents/readBilling.ts";
import { createHandler } from "../../../../functions/handlers/page/settlementPage.ts";
import { approvalFolder, ALTDORF, BERGHEIM } from "../../../support/approval.ts";
import { countyClient } from "../../../support/countySite.ts";
import { reachedPage, type Reached } from "../../../support/reachedPage.ts";
import { testSystem, type TestSystem } from "../../../support/system.ts";

const BASE = "/abrechnung/tiny/rechnungsangaben";
const PARTY = {
  ...{
    name: "Stadt Altdorf",
    street: "Markt 1",
    postalCode: "66740",
    city: "Altdorf",
    email: "rechnung@altdorf.example",
  },
  ...{ iban: "de02 1203 0000 0000 2020 51", leitwegId: "04011000-1234512345-06", vatId: "", taxNumber: "" },
  ...{ contactName: "Kämmerei", contactPhone: "+49 6831 1", contactEmail: "k@altdorf.example" },
};
let site: TestSystem & Reached;
beforeAll(async () => {
  site = await reachedPage(await testSystem(approvalFolder()), createHandler, "Karla Kämmerin");
}, 60_000);
afterAll(async () => {
  await site.closeGateway();
  await site.close();
});

const client = (group = "finance:tiny") => countyClient(site, [group]);
const stateOf = (text: string): string => /name="stand" value="([^"]+)"/.exec(text)![1]!;
const save = async (fields: Record<string, string>, group?: string, path = `${BASE}/${ALTDORF}`) => {
  const browser = await client(group);
  const stand = stateOf((await browser.get(path)).text);
  return browser.post(path, { stand, ...fields });
};

test("finance and administration get in, each as far as it counts; whoever plans or reports does not", async () => {
  for (const group of ["finance:tiny", "admin:tiny"]) {
    const { status, text } = await (await client(group)).get(BASE);
    expect([group, status]).toEqual([group, 200]);
    expect(text).toContain("Bergheim");
    expect(text).toContain("noch keine Angaben");
  }
  const own = await client(`finance:tiny:${ALTDORF}`);
  const list = (await own.get(BASE)).text;
  expect(list).toContain("Altdorf");
  expect(list).not.toContain("Bergheim");
  expect(list).not.toContain("Zahlungsziel");
  expect((await own.get(`${BASE}/${ALTDORF}`)).status).toBe(200);
  for (const path of [`${BASE}/${BERGHEIM}`, `${BASE}/alle/datev`, `${BASE}/${ALTDORF}/sap`])
    expect([path, (await own.get(path)).status]).toEqual([path, 404]);
  expect((await own.post(BASE, { paymentDays: "14" })).status).toBe(404);
  expect((await (await client("dispatcher:tiny")).get(BASE)).status).toBe(404);
  expect((await (await client("yard:tiny:99001001")).get(BASE)).status).toBe(403);
  expect((await (await client("admin:elsewhere")).get(BASE)).status).toBe(403);
});

test("every fault stands at its field, all at once, and what was typed is still there", async () => {
  const wrong = {
    ...{ ...PARTY, name: "", postalCode: "6674", email: "x", iban: "DE02120300000000202052", vatId: "DE12" },
    ...{ leitwegId: "04011000-1234512345-07", contactPhone: "1" },
  };
  const { status, text } = await save(wrong);
  expect(status).toBe(422);
  const fields = ["name", "postalCode", "email", "iban", "leitwegId", "vatId", "contactPhone"];
  expect([...text.matchAll(/<a href="#(\w+)">/g)].map(([, id]) => id)).toEqual(fields);
  for (const id of fields) expect(text).toContain(`id="${id}-fault"`);
  expect(text).toContain('value="DE02120300000000202052"');
  expect(await readBilling(site.ports, "tiny")).toBeNull();
});

test("details are kept in the form that invoices need, and stand in the log without account", async () => {
  const { status, location } = await save(PARTY);
  expect([status, location]).toEqual([303, `${BASE}?erledigt=saved`]);
  const { parties } = (await readBilling(site.ports, "tiny"))!;
  expect(parties).toEqual([
    {
      ...{ ags: ALTDORF, name: "Stadt Altdorf", street: "Markt 1", postalCode: "66740", city: "Altdorf" },
      ...{ email: "rechnung@altdorf.example", iban: "DE02120300000000202051", leitwegId: "04011000-1234512345-06" },
      contact: { name: "Kämmerei", phone: "+49 6831 1", email: "k@altdorf.example" },
    },
  ]);
  const { text } = await (await client()).get(`${BASE}?erledigt=saved`);
  expect(text).toContain("Die Angaben sind gespeichert.");
  expect(text).toContain("vollständig");
  const { entries } = await readLog(site.ports, "tiny", { limit: 10 });
  const entry = entries.find(({ kind }) => kind === "billing.changed")!;
  expect(entry.data["what"]).toBe(`parties/${ALTDORF}`);
  expect(JSON.stringify(entry)).not.toContain("DE0212");
});

test("whoever saves over another's change is told first, and nothing is lost between two municipalities", async () => {
  const path = `${BASE}/${ALTDORF}`;
  const [one, other] = [await client(), await client("admin:tiny")];
  const stand = stateOf((await one.get(path)).text);
  const far = await other.post(`${BASE}/${BERGHEIM}`, {
    ...{ ...PARTY, name: "Gemeinde Bergheim" },
    stand: stateOf((await other.get(`${BASE}/${BERGHEIM}`)).text),
  });
  expect(far.status).toBe(303);
  expect((await other.post(path, { ...PARTY, stand, street: "Markt 2" })).status).toBe(303);
  const late = await one.post(path, { ...PARTY, stand, street: "Markt 3" });
  expect(late.status).toBe(409);
  expect(late.text).toContain("Inzwischen hat jemand anderes");
  expect(late.text).toContain("<li>Markt 2</li>");
  expect(late.text).toContain('value="Markt 3"');
  const again = await one.post(path, { ...PARTY, street: "Markt 3", stand: stateOf(late.text) });
  expect(again.status).toBe(303);
  const { billing } = await keptBilling(site.ports, "tiny");
  expect(billing!.parties.map(({ street }) => street)).toEqual(["Markt 3", "Markt 1"]);
});

test("accounts: of all, of one municipality, and back", async () => {
  const all = `${BASE}/alle/datev`;
  const browser = await client();
  const form = (await browser.get(all)).text;
  const typed = Object.fromEntries(
    [...form.matchAll(/id="([\w.]+)" name="\1"[^>]*?value="([^"]*)"/g)].map(([, id, value]) => [id!, value!]),
  );
  expect(typed["lines.haulage"]).toBe("52910");
  const wrong = await save({ ...typed, consultantNumber: "7", "lines.gate": "x", clearing: "1234567" }, undefined, all);
  expect(wrong.status).toBe(422);
  expect([...wrong.text.matchAll(/<a href="#([\w.]+)">/g)].map(([, id]) => id)).toEqual([
    "consultantNumber",
    "lines.gate",
    "clearing",
  ]);
  const long = await save({ ...typed, clearing: "1234567" }, undefined, all);
  expect(long.text).toContain("mehr Ziffern als die Sachkonten lang");
  expect((await save({ ...typed, consultantNumber: "4711" }, undefined, all)).status).toBe(303);
  const own = `${BASE}/${ALTDORF}/datev`;
  expect((await save({ ...typed, consultantNumber: "4712" }, `finance:tiny:${ALTDORF}`, own)).status).toBe(303);
  const { profiles } = (await readBilling(site.ports, "tiny"))!;
  expect(profiles.map(({ ags, consultantNumber }) => [ags, consultantNumber])).toEqual([
    [undefined, 4711],
    [ALTDORF, 4712],
  ]);
  expect((await save({ was: "entfernen" }, undefined, own)).location).toBe(`${BASE}?erledigt=removed`);
  expect((await readBilling(site.ports, "tiny"))!.profiles).toHaveLength(1);
});

test("days to pay and the note of examples hold for all", async () => {
  expect((await save({ paymentDays: "0", synthetic: "" }, undefined, BASE)).text).toContain('href="#paymentDays"');
  expect((await save({ paymentDays: "14", synthetic: "Nur <Beispiele>" }, undefined, BASE)).status).toBe(303);
  const { text } = await (await client()).get(`${BASE}?lang=fr`);
  expect(text).toContain("Nur &lt;Beispiele&gt;");
  expect((await readBilling(site.ports, "tiny"))!.paymentDays).toBe(14);
});

test.each(["de", "fr", "en"])("%s: pages say everything, and a form from elsewhere changes nothing", async (lang) => {
  const browser = await client();
  for (const path of [BASE, `${BASE}/${ALTDORF}`, `${BASE}/alle/csv`]) {
    const { status, text } = await browser.get(`${path}?lang=${lang}`);
    expect([path, status]).toEqual([path, 200]);
    expect(text).toContain(`<html lang="${lang}"`);
    expect(text).not.toMatch(/undefined|NaN|\[object/);
  }
  const body = new URLSearchParams({ csrf: await browser.csrfOf(`${BASE}/${ALTDORF}`), ...PARTY, name: "Fremd" });
  const headers = { "sec-fetch-site": "cross-site" };
  expect((await browser.send(`${BASE}/${ALTDORF}`, { method: "POST", body, headers })).status).toBe(403);
  expect((await browser.post(`${BASE}/${ALTDORF}`, { ...PARTY, csrf: "x", name: "Fremd" })).status).toBe(403);
  expect(JSON.stringify(await readBilling(site.ports, "tiny"))).not.toContain("Fremd");
});
