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

const codes = () => site.mails.filter(({ to }) => to[0]!.address === `code-${BERGHEIM}@example.com`);
/** A browser in a network of its own. */
const from = (address: string): FormBrowser => new FormBrowser(site.origin, { "x-forwarded-for": address });

async function decideFrom(address: string): Promise<string> {
  const browser = from(address);
  const [confirm] = formsOf(await firstStep(browser));
  return (await browser.submit(confirm!, { code: await site.receivedCode(BERGHEIM) })).body;
}

test("a forwarded mail in one network uses up half of the codes of an hour; the human in another gets one at once", async () => {
  for (let i = 0; i < 23; i++) await firstStep(from(`203.0.113.${i}`));
  expect(codes()).toHaveLength(10);
  await expectNothingChanged();
  expect(site.mailsTo("dora").filter(({ id }) => id.includes("-codes-"))).toHaveLength(1);
  expect(await decideFrom("198.51.100.4")).toContain("/pruefen/");
});

test("strangers in several networks use up all codes; a human in a network that had none still gets one", async () => {
  for (const network of ["203.0.113", "192.0.2", "2001:db8:7:"])
    for (let i = 1; i < 15; i++) await firstStep(from(network.includes(":") ? `${network}:${i}` : `${network}.${i}`));
  // The third network had its one out of the reserve.
  expect(codes()).toHaveLength(21);
  await expectNothingChanged();
  expect(await decideFrom("198.51.100.4")).toContain("/pruefen/");
  expect(codes()).toHaveLength(22);
  // What is kept of a network is no address.
  const { items } = await site.ports.store.query({ pk: "agreement#tiny#tiny-2026-W48" });
  expect(JSON.stringify([items, [...site.written.values()], site.logged])).not.toMatch(/203\.0\.113|198\.51\.100/);
});

test("ever new networks get no more than the second mailbox can bear, and a sign-in needs none", async () => {
  for (let i = 0; i < 45; i++) await firstStep(from(`10.${i}.0.1`));
  expect(codes()).toHaveLength(30);
  await expectNothingChanged();
  const token = await site.issuer.token({ groups: [`mayor:tiny:${BERGHEIM}`], name: "Berta" }, 7200);
  const browser = from("10.99.0.1");
  browser.cookies.set("gv_session", token);
  const [confirm] = formsOf(await firstStep(browser));
  expect((await browser.submit(confirm!, {})).body).toContain("/pruefen/");
});

test("an hour later a network that had its codes gets the next", async () => {
  for (let i = 0; i < 12; i++) await firstStep(new FormBrowser(site.origin));
  expect(codes()).toHaveLength(10);
  const waiting = await firstStep(new FormBrowser(site.origin));
  expect(waiting).toContain("aus einem anderen Netz");
  site.clock.milliseconds += 3600_000;
  expect(await decideAsHuman()).toContain("/pruefen/");
  expect(codes()).toHaveLength(11);
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
