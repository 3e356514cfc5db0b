// Filters that run scripts, and filters that read: the share is printed on the page, so one that copies it gets past the first
// step. Without the second mailbox or an account it gets no further, and the human decides all the same.
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { BERGHEIM } from "../../support/approval.ts";
import { launchBrowser, withoutBrowser } from "../../support/browser.ts";
import { FormBrowser, formsOf } from "../../support/formBrowser.ts";
import { mailedSite, type MailedSite } from "../../support/mailedSite.ts";
import { amountsOn, scan } from "../../support/mailScanner.ts";
import { storeContent, type StoreContent } from "../../support/storeContent.ts";

let chromium: Browser | undefined;
let site: MailedSite;
let before: StoreContent;
beforeAll(async () => {
  if (!withoutBrowser) chromium = await launchBrowser();
});
afterAll(() => chromium?.close());
beforeEach(async () => {
  site = await mailedSite();
  before = await storeContent(site);
});
afterEach(() => site.close());

const SHARE = "250,50";
const path = (): Promise<string> => site.receivedPath(`mayor-${BERGHEIM}`);

async function expectNothingChanged(): Promise<void> {
  await site.idle();
  expect(await storeContent(site)).toEqual(before);
}

async function firstStep(browser: FormBrowser): Promise<string> {
  const [amount] = formsOf((await browser.get(await path())).body);
  return (await browser.submit(amount!, { amount: SHARE })).body;
}

/** A person with the mail and the second mailbox. */
async function decideAsHuman(): Promise<string> {
  const browser = new FormBrowser(site.origin);
  const [confirm] = formsOf(await firstStep(browser));
  return (await browser.submit(confirm!, { code: await site.receivedCode(BERGHEIM) })).body;
}

/** Opens the link with scripts on, fills every field and presses one button after the other; then the same on what comes. */
async function pressEverything(page: Page, url: string, amount: (page: Page) => Promise<string>): Promise<number> {
  let pressed = 0;
  const fill = async (text: string): Promise<void> => {
    for (const field of await page.locator("input:visible, textarea:visible").all()) await field.fill(text);
  };
  await page.goto(url);
  const buttons = await page.locator("form button").count();
  for (let button = 0; button < buttons; button++) {
    await page.goto(url);
    await fill(await amount(page));
    await page.locator("form button").nth(button).click();
    const next = await page.locator("form button").count();
    for (let second = 0; second < next; second++) {
      await fill("123456");
      const there = page.locator("form button").nth(second);
      if ((await there.count()) > 0) await there.click();
      pressed++;
    }
    pressed++;
  }
  return pressed;
}

test.skipIf(withoutBrowser).each([
  ["types something", () => Promise.resolve("99,99")],
  [
    "copies the share from the page",
    async (page: Page) => amountsOn(await page.content()).find((amount) => amount === SHARE)!,
  ],
])(
  "a real browser with scripts that %s and presses every button three times changes nothing",
  { timeout: 60_000 },
  async (_, amount) => {
    const url = site.origin + (await path());
    for (let round = 0; round < 3; round++) {
      const context = await chromium!.newContext();
      expect(await pressEverything(await context.newPage(), url, amount)).toBeGreaterThan(5);
      await context.close();
    }
    await expectNothingChanged();
    expect(await decideAsHuman()).toContain("/pruefen/");
  },
);

test(
  "a filter that types every amount of the page into every form uses up codes and nothing else",
  { timeout: 60_000 },
  async () => {
    expect(amountsOn((await new FormBrowser(site.origin).get(await path())).body)).toContain(SHARE);
    const mails = (await site.received()).filter(({ to }) => to === `mayor-${BERGHEIM}@example.org`);
    await scan(site.origin, mails, { guesses: (page) => [...amountsOn(page), "123456"] });
    await expectNothingChanged();
    expect(site.mails.some(({ to }) => to[0]!.address === `code-${BERGHEIM}@example.com`)).toBe(true);
    expect(await decideAsHuman()).toContain("/pruefen/");
  },
);

test("who uses up all codes of an hour from ever new browsers locks nobody out, and the dispatcher hears of it once", async () => {
  for (let i = 0; i < 23; i++) await firstStep(new FormBrowser(site.origin));
  await expectNothingChanged();
  const codes = site.mails.filter(({ to }) => to[0]!.address === `code-${BERGHEIM}@example.com`);
  expect(codes).toHaveLength(20);
  expect(site.mailsTo("dora").filter(({ id }) => id.includes("-codes-"))).toHaveLength(1);
  // An hour later the next code goes out …
  site.clock.milliseconds += 3600_000;
  const later = new FormBrowser(site.origin);
  expect(formsOf(await firstStep(later))[0]!.fields).toContain("code");
  expect(site.mails.filter(({ to }) => to[0]!.address === `code-${BERGHEIM}@example.com`)).toHaveLength(21);
  // … and who has an account need not wait for any.
  for (let i = 0; i < 23; i++) await firstStep(new FormBrowser(site.origin));
  const browser = new FormBrowser(site.origin);
  const token = await site.issuer.token({ groups: [`mayor:tiny:${BERGHEIM}`], name: "Berta" }, 7200);
  browser.cookies.set("gv_session", token);
  const [confirm] = formsOf(await firstStep(browser));
  expect((await browser.submit(confirm!, {})).body).toContain("/pruefen/");
});

test("wrong codes use up the code of the browser that types them, not the one of the human", async () => {
  const filter = new FormBrowser(site.origin);
  const [confirm] = formsOf(await firstStep(filter));
  const right = await site.receivedCode(BERGHEIM);
  const wrong = String((Number(right) + 1) % 1_000_000).padStart(6, "0");
  for (let i = 0; i < 8; i++) expect((await filter.submit(confirm!, { code: wrong })).status).toBe(422);
  expect((await filter.submit(confirm!, { code: right })).status).toBe(422);
  await expectNothingChanged();
  expect(await decideAsHuman()).toContain("/pruefen/");
});

test("ten wrong amounts make this browser wait and tell the dispatcher once; the mayor in another goes on", async () => {
  const browser = new FormBrowser(site.origin);
  const statuses: number[] = [];
  for (let i = 0; i < 10; i++) {
    const [form] = formsOf((await browser.get(await path())).body);
    statuses.push((await browser.submit(form!, { amount: `${i},00` })).status);
  }
  expect(statuses).toEqual([422, 422, 422, 422, 422, 429, 429, 429, 429, 429]);
  expect(site.mails.filter(({ id }) => id.includes("guessing"))).toHaveLength(1);
  expect((await browser.get(await path())).status).toBe(200);
  await expectNothingChanged();
  expect(await decideAsHuman()).toContain("/pruefen/");
});
