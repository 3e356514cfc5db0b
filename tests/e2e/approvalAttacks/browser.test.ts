// The page in a real browser: a mayor decides without scripts, on a phone; every step is accessible, loads nothing, fits the screen.
import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { BERGHEIM } from "../../support/approval.ts";
import { approvalSite, type ApprovalSite } from "../../support/approvalSite.ts";
import { launchBrowser, withoutBrowser } from "../../support/browser.ts";

let browser: Browser;
let site: ApprovalSite;
beforeAll(async () => {
  if (!withoutBrowser) browser = await launchBrowser();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  site = await approvalSite();
});
afterEach(() => site.close());

const url = (): string => site.origin + site.path(`mayor-${BERGHEIM}`);

async function decide(page: Page, atEach: (step: string) => Promise<void>): Promise<void> {
  await page.goto(url());
  await atEach("open");
  await page.getByLabel("Unser Anteil in Euro").fill("250,5");
  await page.getByLabel("Unser Anteil in Euro").fill("250,51");
  await page.getByRole("button", { name: "Zustimmen" }).click();
  await atEach("miss");
  await page.getByLabel("Unser Anteil in Euro").fill("250,50 €");
  await page.getByRole("button", { name: "Zustimmen" }).click();
  await atEach("confirm");
  await page.getByLabel("Einmalcode").fill(site.code(BERGHEIM));
  await page.getByRole("button", { name: "Verbindlich zustimmen" }).click();
  await page.getByText("Ihr Beleg").waitFor();
  await atEach("decided");
  await page.getByRole("link", { name: "Prüfseite" }).click();
  await page.getByText("Dieser Beleg ist echt.").waitFor();
  await atEach("certificate");
}

test.skipIf(withoutBrowser)(
  "a mayor decides on a phone without scripts, and nothing is fetched from elsewhere",
  async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await decide(page, () => Promise.resolve());
    for (const address of asked) expect(address.startsWith(site.origin)).toBe(true);
    await context.close();
  },
);

test.skipIf(withoutBrowser).each([
  [390, "light"],
  [390, "dark"],
  [1440, "light"],
  [1440, "dark"],
] as const)(
  "every step at %i pixels, %s: accessible (WCAG 2.2 AA), and nothing sticks out",
  async (width, colorScheme) => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
    const page = await context.newPage();
    await decide(page, async (step) => {
      const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
      const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
      expect([step, violations.map(({ id, nodes }) => [id, nodes[0]?.html])]).toEqual([step, []]);
      const over = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
      expect([step, over]).toEqual([step, 0]);
      const folder = process.env["SCREENSHOTS"];
      if (folder !== undefined)
        await page.screenshot({ path: `${folder}/${step}-${width}-${colorScheme}.png`, fullPage: true });
    });
    await context.close();
  },
);
