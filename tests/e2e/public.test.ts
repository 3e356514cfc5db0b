// The public pages in a real browser: every state in three languages, light and dark, wide and narrow; without scripts, on paper.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { figuresOf } from "../../domain/language/figures.ts";
import { lookFaults } from "../support/accessible.ts";
import type { PlannedSystem } from "../support/plannedSystem.ts";
import { launchBrowser, withoutBrowser } from "../support/browser.ts";
import { OPERATOR, publishedSite, unplannedSite, type PublicSite } from "../support/publicSite.ts";

let browser: Browser;
/** For everything that is only looked at. */
let page: Page;
const sites: Record<string, PublicSite> = {};
beforeAll(async () => {
  if (withoutBrowser) return;
  browser = await launchBrowser();
  page = await browser.newPage({ reducedMotion: "reduce", bypassCSP: true });
  sites["planned"] = await publishedSite();
  sites["filled"] = await publishedSite(OPERATOR);
  sites["noPlan"] = await unplannedSite("noPlan");
  sites["noRegion"] = await unplannedSite("noRegion");
}, 120_000);
afterAll(async () => {
  await browser?.close();
  for (const site of Object.values(sites)) await site.close();
});

const STATES = [
  ["planned", "/oeffentlich", 200],
  ["planned", "/offene-daten", 200],
  ["planned", "/barrierefreiheit", 200],
  ["planned", "/datenschutz", 200],
  ["planned", "/impressum", 200],
  ["filled", "/offene-daten", 200],
  ["filled", "/barrierefreiheit", 200],
  ["filled", "/datenschutz", 200],
  ["filled", "/impressum", 200],
  ["noPlan", "/oeffentlich", 200],
  ["noRegion", "/oeffentlich", 200],
  ["noRegion", "/offene-daten", 200],
  ["planned", "/oeffentlich?region=nirgends", 404],
] as const;
const LANGUAGES = ["de", "fr", "en"] as const;

const ready = async (page: Page): Promise<void> => {
  if ((await page.locator("figure.geomap").count()) > 0) await page.locator("[data-map-ready]").waitFor();
};

test.skipIf(withoutBrowser).each(STATES.flatMap((state) => LANGUAGES.map((language) => [...state, language] as const)))(
  "%s %s (%i, %s): accessible (WCAG 2.2 AA), nothing sticks out at any width or on paper",
  async (site, path, status, language) => {
    const address = `${sites[site]!.origin}${path}${path.includes("?") ? "&" : "?"}lang=${language}`;
    expect((await page.goto(address))!.status()).toBe(status);
    expect(await page.locator("html").getAttribute("lang")).toBe(language);
    await ready(page);
    const folder = process.env["SCREENSHOTS"];
    const faults = await lookFaults(page, {
      colours: language === "de",
      saw: async (look) => {
        const file = `${site}${path.replace(/\W+/g, "-")}-${language}-${look}.png`;
        if (folder !== undefined) await page.screenshot({ path: `${folder}/${file}`, fullPage: true });
      },
    });
    expect(faults).toEqual([]);
  },
  90_000,
);

test.skipIf(withoutBrowser)("asks this site alone, breaks no rule of its policy, and sets no cookie", async () => {
  const { origin } = sites["planned"]!;
  const context = await browser.newContext();
  const page = await context.newPage();
  const asked: string[] = [];
  const said: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(error.message));
  for (const path of ["/oeffentlich", "/offene-daten", "/impressum"]) {
    const answer = await page.goto(`${origin}${path}`);
    expect(answer!.headers()["content-security-policy"]).not.toContain("unsafe");
    await ready(page);
  }
  await page.goto(`${origin}/oeffentlich`);
  await ready(page);
  // The one whose name is in no member's list is not drawn.
  expect(await page.locator("path.geomap-area").count()).toBe(3);
  expect(asked.filter((address) => !address.startsWith(origin))).toEqual([]);
  expect(said).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  await context.close();
});

test.skipIf(withoutBrowser)("shows what the plan says, to the cent, the kilometre and the kilogram", async () => {
  const { plan } = sites["planned"]!.system as PlannedSystem;
  const { money, kilometres, number } = figuresOf("de");
  const context = await browser.newContext({ javaScriptEnabled: false, locale: "de-DE" });
  const page = await context.newPage();
  await page.goto(`${sites["planned"]!.origin}/oeffentlich`);
  const shown = (await page.locator("dl.figures").textContent())!;
  const metres = ({ vehicleWeeks }: PlannedSystem["plan"]["flow"]["joint"]): number =>
    vehicleWeeks.reduce((sum, { distanceMetres }) => sum + distanceMetres, 0);
  const alone = Object.values(plan.flow.standAlone).reduce((sum, flow) => sum + metres(flow), 0);
  const kilograms = (kg: number): string => `${number(kg)}\u00A0kg`;
  const { jointKgCo2e, standAloneKgCo2e } = plan.emissions;
  for (const text of [
    ...[plan.jointCostCents, plan.standAloneTotalCents, plan.standAloneTotalCents - plan.jointCostCents].map(money),
    // "Less" or "more" stands beside.
    ...[metres(plan.flow.joint), alone, Math.abs(alone - metres(plan.flow.joint))].map(kilometres),
    ...[jointKgCo2e, standAloneKgCo2e, Math.abs(standAloneKgCo2e - jointKgCo2e)].map(kilograms),
  ])
    expect(shown).toContain(text);
  await page.getByText(plan.emissions.factorSet).first().waitFor();
  await context.close();
});

test.skipIf(withoutBrowser)("the catalogue is XML that a browser reads, with every file of the list", async () => {
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  await page.goto(`${sites["filled"]!.origin}/offene-daten`);
  const listed = await page.locator("main td a").count();
  const [faults, files] =
    (await page.evaluate(`fetch("/offene-daten/katalog.rdf").then((r) => r.text()).then((text) => {
    const xml = new DOMParser().parseFromString(text, "application/xml");
    const addresses = xml.getElementsByTagNameNS("http://www.w3.org/ns/dcat#", "downloadURL");
    const resource = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    return [xml.querySelectorAll("parsererror").length, [...addresses].map((one) => one.getAttributeNS(resource, "resource"))];
  })`)) as [number, string[]];
  expect([faults, files.length]).toEqual([0, listed]);
  for (const file of files) expect((await page.request.get(file)).status()).toBe(200);
  await context.close();
});

test.skipIf(withoutBrowser)("without scripts everything can be read, and the data be fetched", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: "de-DE" });
  const page = await context.newPage();
  await page.goto(`${sites["planned"]!.origin}/oeffentlich`);
  await page.getByRole("heading", { level: 1, name: /Beispielkreis spart gemeinsam/ }).waitFor();
  expect(await page.locator(".geomap-canvas").isVisible()).toBe(false);
  expect(await page.getByRole("rowheader", { name: "Bauhof Cronau" }).isVisible()).toBe(true);
  expect(await page.getByRole("table", { name: "Grünabfall aller Kommunen je Monat" }).isVisible()).toBe(true);
  await page.getByRole("link", { name: "Offene Daten" }).first().click();
  await page.getByRole("link", { name: /^JSON\s*: Einsparungen/ }).click();
  expect(await page.locator("body").textContent()).toContain("gruenverbund/open-data/1");
  await context.close();
});

test.skipIf(withoutBrowser)("by keyboard one comes to the map's places and to the data", async () => {
  const context = await browser.newContext({ locale: "de-DE" });
  const page = await context.newPage();
  await page.goto(`${sites["planned"]!.origin}/oeffentlich`);
  await ready(page);
  await page.getByRole("button", { name: "Bauhof Cronau" }).focus();
  await page.keyboard.press("Enter");
  expect(await page.locator(".leaflet-popup-content span").allTextContents()).toEqual([
    "Kommune: Cronau",
    "Zustand: offen",
  ]);
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Impressum" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Impressum" }).waitFor();
  await context.close();
});

test.skipIf(withoutBrowser)("another site's page may read the files", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${sites["noRegion"]!.origin}/oeffentlich`);
  const address = `${sites["planned"]!.origin}/offene-daten/tiny/mengen.json`;
  // The policy of the page that asks would forbid it, were it ours.
  const other = await browser.newContext({ bypassCSP: true });
  const elsewhere = await other.newPage();
  await elsewhere.goto(`${sites["noRegion"]!.origin}/impressum`);
  expect(
    await elsewhere.evaluate(`fetch(${JSON.stringify(address)}).then((r) => r.json()).then((j) => j.region)`),
  ).toBe("tiny");
  await other.close();
  await context.close();
});

test.skipIf(withoutBrowser)("on paper are figures, tables, map and list, and nothing to press", async () => {
  const context = await browser.newContext({ locale: "de-DE" });
  const page = await context.newPage();
  await page.goto(`${sites["planned"]!.origin}/oeffentlich`);
  await ready(page);
  const folder = process.env["SCREENSHOTS"];
  const bytes = await page.pdf({
    preferCSSPageSize: true,
    ...(folder === undefined ? {} : { path: `${folder}/public.pdf` }),
  });
  expect(new TextDecoder().decode(bytes.subarray(0, 5))).toBe("%PDF-");
  await page.emulateMedia({ media: "print" });
  expect(await page.locator("main .button").first().isVisible()).toBe(false);
  expect(await page.locator(".foot").isVisible()).toBe(false);
  expect(await page.locator(".geomap-canvas").isVisible()).toBe(true);
  await context.close();
});
