// The finance page in a real browser: without scripts, in three languages, on a phone, in the dark, on paper; accessible everywhere.
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { lookFaults } from "../support/accessible.ts";
import { BERGHEIM } from "../support/approval.ts";
import { launchBrowser, withoutBrowser } from "../support/browser.ts";
import { keepSettlement } from "../support/keptSettlement.ts";
import { financeSite, type FinanceSite } from "../support/financeSite.ts";

let browser: Browser;
let site: FinanceSite;
beforeAll(async () => {
  if (withoutBrowser) return;
  browser = await launchBrowser();
  site = await financeSite();
  await site.propose();
  await keepSettlement(site);
}, 90_000);
afterAll(async () => {
  await browser?.close();
  await site?.closeGateway();
  await site?.close();
});

type Options = Parameters<Browser["newContext"]>[0];

async function signedIn(groups: readonly string[], options: Options): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: "de-DE", ...options });
  const [name, value] = await site.session(groups);
  await context.addCookies([{ name, value, url: site.origin }]);
  return context;
}

async function judge(page: Page, step: string): Promise<void> {
  const folder = process.env["SCREENSHOTS"];
  const faults = await lookFaults(page, {
    colours: step.endsWith("-de"),
    saw: async (look) => {
      if (folder !== undefined)
        await page.screenshot({ path: `${folder}/finance-${step}-${look}.png`, fullPage: true });
    },
  });
  expect([step, faults]).toEqual([step, []]);
}

const WHO = [
  ["own", `finance:tiny:${BERGHEIM}`],
  ["region", "admin:tiny"],
] as const;
const LANGUAGES = ["de", "fr", "en"] as const;

test.skipIf(withoutBrowser).each(WHO)(
  "%s (%s) in three languages, on a phone, a desk and paper, light and dark: accessible (WCAG 2.2 AA), nothing sticks out",
  async (who, group) => {
    const context = await signedIn([group], { bypassCSP: true, reducedMotion: "reduce" });
    const page = await context.newPage();
    for (const language of LANGUAGES) {
      const answer = await page.goto(`${site.origin}/finanzen?lang=${language}`);
      expect(answer!.status()).toBe(200);
      expect(await page.locator("html").getAttribute("lang")).toBe(language);
      await judge(page, `${who}-${language}`);
    }
    await context.close();
  },
);

test.skipIf(withoutBrowser)(
  "without scripts a period is chosen and prices are reckoned, all from this one address",
  async () => {
    const context = await signedIn(["finance:tiny"], { javaScriptEnabled: false });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(`${site.origin}/finanzen`);
    await page.getByLabel("Geplante Woche").selectOption("2026-W48");
    await page.getByRole("button", { name: "Anzeigen" }).click();
    await page.getByLabel("Annahmepreise (%)").fill("20");
    await page.getByLabel("Transport (%)").fill("viel");
    await page.getByRole("button", { name: "Rechnen" }).click();
    await page.getByText("Annahme +20 %, Transport 0 %").waitFor();
    await page.getByText("Bitte eine Zahl von −90 bis 300 eingeben.").waitFor();
    for (const address of asked) expect(address.startsWith(site.origin)).toBe(true);
    await context.close();
  },
);

test.skipIf(withoutBrowser)("by keyboard: from the skip link to the period and on to the files", async () => {
  const context = await signedIn(["finance:tiny"], {});
  const page = await context.newPage();
  await page.goto(`${site.origin}/finanzen`);
  await page.keyboard.press("Tab");
  expect(await page.evaluate("document.activeElement.textContent")).toBe("Zum Inhalt springen");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  expect(await page.evaluate("document.activeElement.id")).toBe("woche");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  expect(await page.evaluate("document.activeElement.getAttribute('href')")).toMatch(/finance\.xlsx$/);
  await context.close();
});

test.skipIf(withoutBrowser)("on paper there is nothing to press, and every table is there", async () => {
  const context = await signedIn(["finance:tiny"], {});
  const page = await context.newPage();
  await page.goto(`${site.origin}/finanzen`);
  await page.emulateMedia({ media: "print" });
  expect(await page.getByRole("button", { name: "Rechnen" }).isVisible()).toBe(false);
  expect(await page.getByRole("link", { name: "Excel (XLSX)" }).isVisible()).toBe(false);
  const folder = process.env["SCREENSHOTS"];
  const bytes = await page.pdf({
    preferCSSPageSize: true,
    ...(folder === undefined ? {} : { path: `${folder}/finance.pdf` }),
  });
  expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
  await context.close();
});
