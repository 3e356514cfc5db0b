// The administration's pages in a real browser: without scripts, in three languages, on a phone, in the dark, on paper; accessible.
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { breaches, misfits, OF_LOOKS, WCAG } from "../support/accessible.ts";
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

async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env["SCREENSHOTS"];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

async function judge(page: Page, step: string, only?: typeof OF_LOOKS): Promise<void> {
  expect([step, await breaches(page, only ?? { tags: [...WCAG, "best-practice"] })]).toEqual([step, []]);
}

const WIDTHS = [1440, 390, 320] as const;
async function judgeEverywhere(page: Page, step: string, looks: boolean): Promise<void> {
  // Colours and widths are the same in every language: looked at in one of them.
  for (const width of looks ? WIDTHS : WIDTHS.slice(0, 1)) {
    await page.setViewportSize({ width, height: 900 });
    if (width === WIDTHS[0]) expect([step, await misfits(page)]).toEqual([step, []]);
    for (const colorScheme of looks ? (["light", "dark"] as const) : (["light"] as const)) {
      await page.emulateMedia({ colorScheme });
      if (looks) await shot(page, `${step}-${width}-${colorScheme}`);
      if (width === 1440 && colorScheme === "light") await judge(page, step);
      if (looks && width === 320 && colorScheme === "dark")
        await judge(page, `${step} ${width} ${colorScheme}`, OF_LOOKS);
    }
  }
}

test.skipIf(withoutBrowser).each(["de", "fr", "en"])(
  "%s: every state, light and dark, at every width, is accessible (WCAG 2.2 AA), and nothing sticks out",
  async (language) => {
    const context = await signedIn({ bypassCSP: true });
    const page = await context.newPage();
    for (const { name, path, status, act } of states) {
      await page.emulateMedia({ colorScheme: "light" });
      const answer = await page.goto(`${site.origin}${path}${path.includes("?") ? "&" : "?"}lang=${language}`);
      expect([name, answer!.status()]).toEqual([name, status]);
      await act?.(page);
      expect([name, await page.locator("html").getAttribute("lang")]).toEqual([name, language]);
      await judgeEverywhere(page, `${name}-${language}`, language === "de");
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
