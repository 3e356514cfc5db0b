// The handbook in a real browser: three languages around it, phone and desk, light and dark, on paper; no link or picture is broken.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { lookFaults } from "../../support/accessible.ts";
import { launchBrowser, withoutBrowser } from "../../support/browser.ts";
import { helpSite } from "../../support/helpSite.ts";

let browser: Browser;
let site: Awaited<ReturnType<typeof helpSite>>;
beforeAll(async () => {
  if (withoutBrowser) return;
  browser = await launchBrowser();
  site = await helpSite();
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const PAGES = [
  "",
  "/buergermeister",
  "/bauhof",
  "/disposition",
  "/kaemmerei",
  "/abrechnung",
  "/verwaltung",
  "/oeffentlichkeit",
];

test.skipIf(withoutBrowser).each(["de", "fr", "en"])(
  "in %s every page is accessible (WCAG 2.2 AA), and nothing sticks out at any width or on paper",
  async (language) => {
    const context = await browser.newContext({ bypassCSP: true, reducedMotion: "reduce" });
    const page = await context.newPage();
    const folder = process.env["SCREENSHOTS"];
    for (const path of [...PAGES, "/gibt-es-nicht"]) {
      const answer = await page.goto(`${site.origin}/hilfe${path}?lang=${language}`);
      expect([path, answer!.status()]).toEqual([path, path === "/gibt-es-nicht" ? 404 : 200]);
      expect(await page.locator("html").getAttribute("lang")).toBe(language);
      const faults = await lookFaults(page, {
        colours: language === "de",
        saw: async (look) => {
          const file = `help-${path.slice(1) || "overview"}-${language}-${look}.png`;
          if (folder !== undefined) await page.screenshot({ path: `${folder}/${file}`, fullPage: true });
        },
      });
      expect([path, faults]).toEqual([path, []]);
    }
    await context.close();
  },
);

test.skipIf(withoutBrowser)(
  "without scripts every picture loads, and every link leads to a place that is there",
  async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    const answers = new Map<string, number>();
    page.on("response", (answer) => answers.set(answer.url(), answer.status()));
    const places = new Set<string>();
    for (const path of PAGES) {
      await page.goto(`${site.origin}/hilfe${path}`);
      for (const image of await page.locator("img").all()) {
        await image.scrollIntoViewIfNeeded();
        await expect
          .poll(async () => answers.get(new URL((await image.getAttribute("src"))!, site.origin).href))
          .toBe(200);
      }
      for (const link of await page.locator('main a[href^="#"], main a[href^="/hilfe"]').all())
        places.add(new URL((await link.getAttribute("href"))!, page.url()).href);
    }
    for (const place of places) {
      const answer = await page.goto(place);
      expect([place, answer?.status() ?? 200]).toEqual([place, 200]);
      const id = decodeURIComponent(new URL(place).hash.slice(1));
      if (id !== "") expect([place, await page.locator(`[id="${id}"]`).count()]).toEqual([place, 1]);
    }
    for (const address of answers.keys()) expect(address.startsWith(site.origin)).toBe(true);
    await context.close();
  },
);

test.skipIf(withoutBrowser)("on paper there is nothing to press, and the text is all there", async () => {
  const context = await browser.newContext({ locale: "de-DE" });
  const page = await context.newPage();
  await page.goto(`${site.origin}/hilfe/buergermeister`);
  await page.emulateMedia({ media: "print" });
  expect(await page.getByRole("navigation", { name: "Auf dieser Seite" }).isVisible()).toBe(false);
  expect(await page.getByRole("heading", { name: "Vertretung" }).isVisible()).toBe(true);
  const folder = process.env["SCREENSHOTS"];
  const pdf = await page.pdf({
    preferCSSPageSize: true,
    ...(folder === undefined ? {} : { path: `${folder}/help.pdf` }),
  });
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
  await context.close();
});

test.skipIf(withoutBrowser)("a page that is not there names those that are", async () => {
  const context = await browser.newContext({ locale: "de-DE" });
  const page = await context.newPage();
  for (const path of ["/x", "/bilder/x.webp", "/bilder/..%2F..%2F..%2Fpackage.json", "/a/b/c", "/README"]) {
    expect([path, (await page.goto(`${site.origin}/hilfe${path}`))!.status()]).toEqual([path, 404]);
    await page.getByRole("link", { name: "Handbuch für den Bauhof" }).waitFor();
  }
  await context.close();
});
