// The map in a real browser: what it draws, by keyboard, in three languages, on a phone, in the dark, on paper, without scripts.
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { lookFaults } from "../support/accessible.ts";
import { launchBrowser, withoutBrowser } from "../support/browser.ts";
import { mapSite, SHARP, type MapSite } from "../support/mapSite.ts";

const TILES = { url: "https://tiles.example/{z}/{x}/{y}.png", attribution: "© Kachelamt" };

let browser: Browser;
let site: MapSite;
beforeAll(async () => {
  if (withoutBrowser) return;
  browser = await launchBrowser();
  site = await mapSite(TILES);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

async function open(path: string, options: Parameters<Browser["newContext"]>[0] = {}): Promise<[BrowserContext, Page]> {
  const context = await browser.newContext({ locale: "de-DE", ...options });
  const page = await context.newPage();
  expect((await page.goto(`${site.origin}${path}`))!.status()).toBe(200);
  return [context, page];
}

const ready = (page: Page) => page.locator("[data-map-ready]").waitFor();

test.skipIf(withoutBrowser)(
  "in three languages, on a phone, a desk and paper, light and dark: accessible (WCAG 2.2 AA) with a popup open, nothing sticks out",
  async () => {
    const [context, page] = await open("/karte", { bypassCSP: true, reducedMotion: "reduce" });
    const folder = process.env["SCREENSHOTS"];
    for (const language of ["de", "fr", "en"]) {
      await page.goto(`${site.origin}/karte?lang=${language}`);
      await ready(page);
      await page.getByRole("button", { name: "Sammelstelle Dillingen" }).click();
      await page.locator(".leaflet-popup").waitFor();
      const faults = await lookFaults(page, {
        colours: language === "de",
        saw: async (look) => {
          if (folder !== undefined)
            await page.screenshot({ path: `${folder}/map-${language}-${look}.png`, fullPage: true });
        },
      });
      expect([language, faults]).toEqual([language, []]);
    }
    await context.close();
  },
);

test.skipIf(withoutBrowser)(
  "draws outlines, places and tours, under the page's policy and from this site alone",
  async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const asked: string[] = [];
    const said: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    page.on("console", (message) => said.push(message.text()));
    page.on("pageerror", (error) => said.push(error.message));
    for (const path of ["/karte", "/karte/adresse"]) {
      await page.goto(`${site.origin}${path}`);
      await ready(page);
      expect(await page.locator("path.geomap-area").count()).toBe(13);
      expect(await page.locator("path.geomap-line.hue-1.dash-1").count()).toBe(1);
      expect(await page.locator(".geomap-stop").allTextContents()).toEqual(["1", "2"]);
      expect(await page.locator(".geomap-site").count()).toBe(2);
    }
    expect(asked.filter((address) => !address.startsWith(site.origin))).toEqual([]);
    expect(said).toEqual([]);
    await context.close();
  },
);

test.skipIf(withoutBrowser)("without outlines there are still places, and the list says everything", async () => {
  const [context, page] = await open("/karte/ohne");
  await ready(page);
  expect(await page.locator("path.geomap-area").count()).toBe(0);
  expect(await page.locator(".geomap-site").count()).toBe(2);
  await context.close();
});

test.skipIf(withoutBrowser)("texts are text: markup in a name is shown as it is written", async () => {
  const [context, page] = await open("/karte");
  await ready(page);
  await page.locator(".geomap-site").first().click();
  expect(await page.locator(".leaflet-popup-content strong").textContent()).toBe(SHARP);
  expect(await page.locator(".leaflet-popup-content span").allTextContents()).toEqual(["Zeiten: Mo bis Fr"]);
  expect(await page.title()).toBe("Karte – Grünverbund");
  await context.close();
});

test.skipIf(withoutBrowser)("by keyboard: to a place, into its note, back again", async () => {
  const [context, page] = await open("/karte");
  await ready(page);
  const place = page.getByRole("button", { name: "Sammelstelle Dillingen" });
  for (const key of ["Enter", "Space"]) {
    await place.focus();
    await page.keyboard.press(key);
    await page.locator(".leaflet-popup").waitFor();
    expect(await page.evaluate("document.activeElement.getAttribute('aria-label')")).toBe("Hinweis schließen");
    await page.keyboard.press("Enter");
    await page.locator(".leaflet-popup").waitFor({ state: "detached" });
    expect(await page.evaluate("document.activeElement.getAttribute('aria-label')")).toBe("Sammelstelle Dillingen");
  }
  const canvas = page.getByRole("application", { name: "Kommunen und Sammelstellen" });
  await canvas.focus();
  const before = await place.boundingBox();
  await page.keyboard.press("ArrowRight");
  await expect.poll(async () => (await place.boundingBox())!.x).toBeLessThan(before!.x);
  await context.close();
});

test.skipIf(withoutBrowser)("a page's own script hears what is chosen, and changes what is shown", async () => {
  const [context, page] = await open("/karte");
  await ready(page);
  await page.evaluate("addEventListener('map:select', (e) => (globalThis.chosen = e.detail))");
  await page.getByRole("button", { name: "2. Schwalbach" }).click();
  expect(await page.evaluate("globalThis.chosen")).toEqual({ layer: "t1", id: "s2" });
  await page.evaluate(`document.querySelector(".geomap").dispatchEvent(new CustomEvent("map:data", { detail: { layers: [
    { kind: "points", name: "X", symbol: "depot", columns: [], points: [{ id: "n", name: "Neu", position: [6.8, 49.35], cells: [] }] }
  ] } }))`);
  await page.getByRole("button", { name: "Neu" }).waitFor();
  expect(await page.locator(".geomap-marker").count()).toBe(1);
  await page.evaluate(
    `document.querySelector(".geomap").dispatchEvent(new CustomEvent("map:show", { detail: { id: "n" } }))`,
  );
  await page.locator(".leaflet-popup-content", { hasText: "Neu" }).waitFor();
  await context.close();
});

test.skipIf(withoutBrowser)("without scripts there is the list, and no empty frame", async () => {
  const [context, page] = await open("/karte", { javaScriptEnabled: false });
  expect(await page.locator(".geomap-canvas").isVisible()).toBe(false);
  expect(await page.getByRole("cell", { name: "9:00" }).isVisible()).toBe(true);
  expect(await page.getByText("Rehlingen-Siersburg").isVisible()).toBe(true);
  await context.close();
});

test.skipIf(withoutBrowser)("tiles come from the host that the policy names, and from no other", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const elsewhere = new Set<string>();
  await page.route("https://tiles.example/**", (route) => {
    elsewhere.add(new URL(route.request().url()).host);
    return route.fulfill({ status: 404 });
  });
  const answer = await page.goto(`${site.origin}/karte/kacheln`);
  expect(answer!.headers()["content-security-policy"]).toContain("img-src https://tiles.example");
  await ready(page);
  await expect.poll(() => [...elsewhere]).toEqual(["tiles.example"]);
  await page.getByText("© Kachelamt").waitFor();
  await context.close();
});

test.skipIf(withoutBrowser)("who wants less motion gets none; on paper are map and list", async () => {
  const [context, page] = await open("/karte", { reducedMotion: "reduce" });
  await ready(page);
  expect(await page.locator(".leaflet-fade-anim, .leaflet-zoom-anim").count()).toBe(0);
  const folder = process.env["SCREENSHOTS"];
  const bytes = await page.pdf(folder === undefined ? {} : { path: `${folder}/map.pdf` });
  expect(new TextDecoder().decode(bytes.subarray(0, 5))).toBe("%PDF-");
  await page.emulateMedia({ media: "print" });
  expect(await page.locator(".leaflet-control-zoom").isVisible()).toBe(false);
  await context.close();
});
