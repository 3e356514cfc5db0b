// The administration's pages in a real browser: without scripts, in three languages, on a phone, in the dark, on paper; accessible.
import AxeBuilder from "@axe-core/playwright";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
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

async function judge(page: Page, step: string, rules?: string[]): Promise<void> {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const axe = new AxeBuilder({ page });
  const { violations } = await (rules === undefined ? axe.withTags(tags) : axe.withRules(rules)).analyze();
  expect([step, violations.map(({ id, nodes }) => [id, nodes[0]?.html])]).toEqual([step, []]);
}

/** Darkness changes colours and nothing else; a narrow page changes where things are and how large. */
const NARROW = ["target-size", "scrollable-region-focusable", "color-contrast"];

async function judgeEverywhere(page: Page, step: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await shot(page, `${step}-${width}-${colorScheme}`);
      const over = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
      expect([step, width, over]).toEqual([step, width, 0]);
      if (width === 1440)
        await judge(page, `${step} ${colorScheme}`, colorScheme === "light" ? undefined : ["color-contrast"]);
      if (width === 320 && colorScheme === "light") await judge(page, `${step} 320`, NARROW);
    }
  }
}

const WIDTHS = [1440, 390, 320] as const;

test.skipIf(withoutBrowser).each(["de", "fr", "en"])(
  "%s: every state, light and dark, at every width, is accessible (WCAG 2.2 AA), and nothing sticks out",
  async (language) => {
    const context = await signedIn({ bypassCSP: true });
    const page = await context.newPage();
    for (const { name, path, status, act } of states) {
      const answer = await page.goto(`${site.origin}${path}${path.includes("?") ? "&" : "?"}lang=${language}`);
      expect([name, answer!.status()]).toEqual([name, status]);
      await act?.(page);
      expect([name, await page.locator("html").getAttribute("lang")]).toEqual([name, language]);
      await judgeEverywhere(page, `${name}-${language}`);
    }
    await context.close();
  },
  240_000,
);
