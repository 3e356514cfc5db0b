// The administration's pages in a real browser: without scripts, in three languages, on a phone, in the dark, on paper; accessible.
import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { lookFaults } from "../support/accessible.ts";
import { launchBrowser, withoutBrowser } from "../support/browser.ts";
import { countyStates, type CountyState } from "../support/countyStates.ts";
import { countySite, type CountySite } from "../support/countySite.ts";

let browser: Browser;
let site: CountySite;
let states: readonly CountyState[];
beforeAll(async () => {
  if (withoutBrowser) return;
  browser = await launchBrowser();
  site = await countySite();
  states = await countyStates(site);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await site?.closeGateway();
  await site?.close();
});

type Options = Parameters<Browser["newContext"]>[0];

async function signedIn(options: Options, groups: readonly string[] = ["admin:tiny"]): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: "de-DE", ...options });
  const [name, value] = await site.session(groups);
  await context.addCookies([{ name, value, url: site.origin }]);
  return context;
}

test.skipIf(withoutBrowser).each(["de", "fr", "en"])(
  "%s: every state is accessible (WCAG 2.2 AA), and nothing sticks out at any width or on paper",
  async (language) => {
    const context = await signedIn({ bypassCSP: true, reducedMotion: "reduce" });
    const page = await context.newPage();
    const folder = process.env["SCREENSHOTS"];
    for (const { name, path, status, act } of states) {
      const answer = await page.goto(`${site.origin}${path}${path.includes("?") ? "&" : "?"}lang=${language}`);
      expect([name, answer!.status()]).toEqual([name, status]);
      await act?.(page);
      expect([name, await page.locator("html").getAttribute("lang")]).toEqual([name, language]);
      const faults = await lookFaults(page, {
        colours: language === "de",
        saw: async (look) => {
          const file = `county-${name}-${language}-${look}.png`;
          if (folder !== undefined) await page.screenshot({ path: `${folder}/${file}`, fullPage: true });
        },
      });
      expect([name, faults]).toEqual([name, []]);
    }
    await context.close();
  },
  600_000,
);

test.skipIf(withoutBrowser)(
  "without scripts a table is uploaded, compared and taken, all from this one address",
  async () => {
    const context = await signedIn({ javaScriptEnabled: false });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(`${site.origin}/verwaltung`);
    await page.getByRole("link", { name: "Stammdaten" }).click();
    const vehicles = await page.request.get(`${site.origin}/verwaltung/tiny/stammdaten/vehicles.csv/datei`);
    const text = (await vehicles.text()).replace("Haken Altdorf", "Haken Altdorf Süd");
    await page.getByLabel("Dateien (CSV oder JSON)").setInputFiles({
      ...{ name: "vehicles.csv", mimeType: "text/csv", buffer: Buffer.from(text) },
    });
    await page.getByRole("button", { name: "Prüfen und vergleichen" }).click();
    await page.getByText("0 neu, 1 geändert, 0 entfernt").waitFor();
    await page.getByRole("button", { name: "Genau dies übernehmen" }).click();
    await page.getByText("Die Stammdaten sind übernommen.").waitFor();
    for (const address of asked) expect(address.startsWith(site.origin)).toBe(true);
    await context.close();
  },
);

test.skipIf(withoutBrowser)(
  "by keyboard: from the skip link to the content, and a key is made and copied",
  async () => {
    const context = await signedIn({ permissions: ["clipboard-read", "clipboard-write"] });
    const page = await context.newPage();
    await page.goto(`${site.origin}/verwaltung/tiny/schluessel`);
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Zum Inhalt springen");
    await page.locator("#name").focus();
    await page.keyboard.type("Netz Süd");
    await page.keyboard.press("Enter");
    await page.getByText("Der Schlüssel ist angelegt.").waitFor();
    await page.getByRole("button", { name: "Kopieren" }).press("Enter");
    await page.getByText("Kopiert.").waitFor();
    const secret = await page.getByLabel("Neuer Schlüssel").inputValue();
    expect(await page.evaluate("navigator.clipboard.readText()")).toBe(secret);
    await context.close();
  },
);

test.skipIf(withoutBrowser)("on paper there is nothing to press, and every table is there", async () => {
  const context = await signedIn({});
  const page = await context.newPage();
  await page.goto(`${site.origin}/verwaltung/tiny/protokoll`);
  await page.emulateMedia({ media: "print" });
  expect(await page.getByRole("button").filter({ visible: true }).count()).toBe(0);
  expect(await page.getByRole("navigation").filter({ visible: true }).count()).toBe(0);
  expect(await page.getByRole("table").isVisible()).toBe(true);
  await context.close();
});
