// Every picture of the handbook is of the page as it is now. UPDATE_SCREENSHOTS=1 takes them all anew.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { approvalFolder, BERGHEIM } from "../../support/approval.ts";
import { approvalSite, type ApprovalSite } from "../../support/approvalSite.ts";
import { launchBrowser, withoutBrowser } from "../../support/browser.ts";
import { financeSite, type FinanceSite } from "../../support/financeSite.ts";
import { compared, RENEW, type Picture } from "../../support/handbookPictures.ts";
import { yardSite, type YardSite } from "../../support/yardSite.ts";

let browser: Browser;
beforeAll(async () => {
  if (!withoutBrowser) browser = await launchBrowser();
});
afterAll(() => browser?.close());

const PHONE = [390, 780] as const;
const WIDE = [1120, 900] as const;

async function each<Site extends { readonly origin: string }>(site: Site, pictures: readonly Picture<Site>[]) {
  for (const picture of pictures) {
    const { kept, now } = await compared(browser, site, picture);
    expect(now, RENEW).toEqual(kept);
  }
}

const tap = (page: Page, name: string) => page.getByRole("radio", { name, exact: true }).click();
const yardman = (site: YardSite) => site.session("yard:tiny:99001001");

const YARD: readonly Picture<YardSite>[] = [
  {
    ...{ name: "bauhof-formular", size: PHONE },
    go: async (page, site) => {
      await page.goto(site.origin + (await site.sticker("alt-mixed")));
      await tap(page, "drei Viertel");
    },
  },
  {
    ...{ name: "bauhof-gemeldet", size: PHONE },
    go: async (page, site) => {
      await page.goto(site.origin + (await site.sticker("alt-mixed")));
      await tap(page, "voll");
      await page.getByRole("button", { name: "Melden" }).click();
      await page.getByText("Danke").waitFor();
    },
    parts: [".eyebrow", "h1", ".told"],
  },
  {
    ...{ name: "bauhof-wartet", size: PHONE },
    go: async (page, site) => {
      await page.goto(site.origin + (await site.sticker("alt-mixed")));
      await page.context().setOffline(true);
      await tap(page, "übervoll");
      await page.getByRole("button", { name: "Melden" }).click();
      await page.getByText("1 Meldung wartet auf Netz.").waitFor();
    },
    parts: [".eyebrow", "h1", "#offline", "#outbox"],
  },
  {
    ...{ name: "bauhof-liste", size: PHONE, session: yardman, parts: [".yard"] },
    go: (page, site) => page.goto(`${site.origin}/meldung`),
  },
  {
    ...{ name: "bauhof-aufkleber", size: WIDE, session: yardman, parts: ["main"], differs: "svg" },
    go: (page, site) => page.goto(`${site.origin}/meldung/aufkleber`),
  },
];

const finance = async (site: FinanceSite) => (await site.session([`finance:tiny:${BERGHEIM}`])).join("=");
const FINANCE: readonly Picture<FinanceSite>[] = [
  {
    ...{
      name: "kaemmerei-zahlen",
      size: WIDE,
      session: finance,
      parts: [".eyebrow", "main > .figures", "main > .facts"],
    },
    go: (page, site) => page.goto(`${site.origin}/finanzen`),
  },
  {
    ...{ name: "kaemmerei-kommunen", size: WIDE, session: finance, parts: ["main > section:has(.pairs)"] },
    go: (page, site) => page.goto(`${site.origin}/finanzen`),
  },
];

const mayor = async (page: Page, site: ApprovalSite): Promise<void> => {
  await page.goto(site.origin + site.path(`mayor-${BERGHEIM}`));
};
const confirm = async (page: Page, site: ApprovalSite): Promise<void> => {
  await mayor(page, site);
  await page.getByLabel("Unser Anteil in Euro").fill("250,50");
  await page.getByRole("button", { name: "Zustimmen …" }).click();
};
const MAYOR: readonly Picture<ApprovalSite>[] = [
  {
    ...{ name: "buergermeister-mail", size: [640, 900], parts: [".page"] },
    go: (page, site) =>
      page.setContent(site.mailsTo(`mayor-${BERGHEIM}`)[0]!.html!.replaceAll(site.origin, "https://plan.example.org")),
  },
  { name: "buergermeister-vorschlag", size: WIDE, go: mayor, parts: [".eyebrow", "h1", ".asked", "main > .figures"] },
  { name: "buergermeister-gerecht", size: WIDE, go: mayor, parts: ["section[aria-labelledby=fair]"] },
  { name: "buergermeister-entscheidung", size: WIDE, go: mayor, parts: ["#entscheiden"] },
  { name: "buergermeister-bestaetigen", size: WIDE, go: confirm, parts: ["#entscheiden"] },
  {
    ...{ name: "buergermeister-beleg", size: WIDE, parts: ["#entscheiden"], differs: "svg, code" },
    go: async (page, site) => {
      await confirm(page, site);
      await page.getByLabel("Einmalcode").fill(site.code(BERGHEIM));
      await page.getByRole("button", { name: "Verbindlich zustimmen" }).click();
      await page.getByText("Ihr Beleg").waitFor();
    },
  },
];

test.skipIf(withoutBrowser)("pictures of the yard's pages", async () => {
  await each(await yardSite(), YARD);
});

test.skipIf(withoutBrowser)(
  "pictures of the finance page",
  async () => {
    const site = await financeSite();
    try {
      await site.propose();
      await each(site, FINANCE);
    } finally {
      await site.closeGateway();
      await site.close();
    }
  },
  90_000,
);

test.skipIf(withoutBrowser)("pictures of what a mayor sees, from the mail to the receipt", async () => {
  const files = approvalFolder();
  const contacts = files["contacts.csv"]!.replace(`;mayor-${BERGHEIM} Person;`, ";Berta Probe;");
  const site = await approvalSite({ folder: { ...files, "contacts.csv": contacts } });
  try {
    await each(site, MAYOR);
  } finally {
    await site.close();
  }
});
