// The page in a real browser: a mayor decides without scripts, on a phone; every step is accessible, loads nothing, fits the screen.
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { figuresOf } from "../../../domain/language/figures.ts";
import type { Language } from "../../../domain/region/contacts.ts";
import { APPROVAL_WORDS } from "../../../web/approval/words/index.ts";
import { SITE_WORDS } from "../../../web/words/index.ts";
import { lookFaults } from "../../support/accessible.ts";
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

test.skipIf(withoutBrowser).each(["de", "fr", "en"] as const)(
  "every step in %s, on a phone, a desk and paper, light and dark: accessible (WCAG 2.2 AA), nothing sticks out",
  async (language) => {
    const context = await browser.newContext({ bypassCSP: true, reducedMotion: "reduce" });
    const page = await context.newPage();
    const folder = process.env["SCREENSHOTS"];
    await decide(
      page,
      async (step) => {
        expect(await page.locator("html").getAttribute("lang")).toBe(language);
        const faults = await lookFaults(page, {
          colours: language === "de",
          saw: async (look) => {
            const path = `${folder}/approval-${step}-${language}-${look}.png`;
            if (folder !== undefined) await page.screenshot({ path, fullPage: true });
          },
        });
        expect([step, faults]).toEqual([step, []]);
      },
      language,
    );
    await context.close();
  },
);
