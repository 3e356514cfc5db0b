// Mail filters open links before people do. Whatever they do there, nobody has decided, nobody is locked out, and the link works.
import { afterEach, beforeEach, expect, test } from "vitest";
import { BERGHEIM } from "../../support/approval.ts";
import { approvalSite, whatCounts, type ApprovalSite } from "../../support/approvalSite.ts";
import { launchBrowser, withoutBrowser } from "../../support/browser.ts";
import { FormBrowser, formsOf } from "../../support/formBrowser.ts";
import { scan } from "../../support/mailScanner.ts";

let site: ApprovalSite;
beforeEach(async () => {
  site = await approvalSite();
});
afterEach(() => site.close());

/** A person with the mail and the second mailbox. */
async function decideAsHuman(): Promise<string> {
  const browser = new FormBrowser(site.origin);
  const page = await browser.get(site.path(`mayor-${BERGHEIM}`));
  const [amount] = formsOf(page.body);
  const step = await browser.submit(amount!, { amount: "250,50" });
  const done = await browser.submit(formsOf(step.body)[0]!, { code: site.code(BERGHEIM) });
  return done.body;
}

test(
  "a filter that follows every link and submits every form three times changes nothing",
  { timeout: 120_000 },
  async () => {
    const before = await whatCounts(site);
    const requests = await scan(site.origin, site.mails);
    expect(requests).toBeGreaterThan(200);
    expect(await whatCounts(site)).toEqual(before);
    const page = await decideAsHuman();
    expect(page).toContain("Ihr Beleg");
    expect(page).toContain("Zugestimmt");
  },
);

test.skipIf(withoutBrowser)(
  "a filter with a real browser that runs scripts and presses every button three times changes nothing",
  { timeout: 120_000 },
  async () => {
    const before = await whatCounts(site);
    const browser = await launchBrowser();
    try {
      for (let round = 0; round < 3; round++) {
        const context = await browser.newContext();
        const page = await context.newPage();
        const url = site.origin + site.path(`mayor-${BERGHEIM}`);
        await page.goto(url);
        const buttons = await page.locator("button").count();
        expect(buttons).toBe(3);
        for (let button = 0; button < buttons; button++) {
          await page.goto(url);
          for (const field of await page.locator("input:visible, textarea:visible").all()) await field.fill("99,99");
          await page.locator("button").nth(button).click();
          expect(await page.locator('[aria-invalid="true"]').count()).toBe(1);
        }
        await context.close();
      }
    } finally {
      await browser.close();
    }
    expect(await whatCounts(site)).toEqual(before);
    expect(await decideAsHuman()).toContain("Ihr Beleg");
  },
);

test("ten wrong amounts make this browser wait and tell the dispatcher once; the mayor in another goes on", async () => {
  const browser = new FormBrowser(site.origin);
  const path = site.path(`mayor-${BERGHEIM}`);
  const statuses: number[] = [];
  for (let i = 0; i < 10; i++) {
    const [form] = formsOf((await browser.get(path)).body);
    statuses.push((await browser.submit(form!, { amount: `${i},00` })).status);
  }
  expect(statuses).toEqual([422, 422, 422, 422, 422, 429, 429, 429, 429, 429]);
  expect(site.mails.filter(({ id }) => id.includes("guessing"))).toHaveLength(1);
  expect((await browser.get(path)).status).toBe(200);
  expect(await decideAsHuman()).toContain("Ihr Beleg");
});
