// The page in a real browser: a mayor decides without scripts, on a phone; every step is accessible, loads nothing, fits the screen.
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { figuresOf } from "../../../domain/language/figures.ts";
import type { Language } from "../../../domain/region/contacts.ts";
import { APPROVAL_WORDS } from "../../../web/approval/words/index.ts";
import { SITE_WORDS } from "../../../web/words/index.ts";
import { breaches, overflow } from "../../support/accessible.ts";
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

/** German is the mayor's own; another language is chosen by its link. */
async function decide(page: Page, atEach: (step: string) => Promise<void>, language: Language = "de"): Promise<void> {
  const { form, confirm, receipt, certificate } = APPROVAL_WORDS[language];
  await page.goto(url());
  if (language !== "de") await page.getByRole("link", { name: SITE_WORDS[language].languageName }).click();
  await atEach("open");
  await page.getByLabel(form.amount).fill("250,5");
  await page.getByLabel(form.amount).fill("250,51");
  await page.getByRole("button", { name: form.choices.approve }).click();
  await atEach("miss");
  await page.getByLabel(form.amount).fill(figuresOf(language).money(25_050));
  await page.getByRole("button", { name: form.choices.approve }).click();
  await atEach("confirm");
  await page.getByLabel(confirm.code).fill(site.code(BERGHEIM));
  await page.getByRole("button", { name: confirm.submit.approve }).click();
  await page.getByText(receipt.mine).waitFor();
  await atEach("decided");
  await page.getByRole("link", { name: receipt.page }).click();
  await page.getByText(certificate.genuine.title).waitFor();
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
  [390, "light", "de"],
  [390, "dark", "de"],
  [1440, "light", "de"],
  [1440, "dark", "de"],
  [320, "light", "fr"],
  [1440, "dark", "fr"],
  [320, "dark", "en"],
] as const)(
  "every step at %i pixels, %s, in %s: accessible (WCAG 2.2 AA), and nothing sticks out",
  async (width, colorScheme, language) => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
    const page = await context.newPage();
    await decide(
      page,
      async (step) => {
        expect([step, await breaches(page)]).toEqual([step, []]);
        expect([step, await overflow(page)]).toEqual([step, 0]);
        const folder = process.env["SCREENSHOTS"];
        if (folder !== undefined)
          await page.screenshot({ path: `${folder}/${language}-${step}-${width}-${colorScheme}.png`, fullPage: true });
        expect(await page.locator("html").getAttribute("lang")).toBe(language);
      },
      language,
    );
    await context.close();
  },
);
