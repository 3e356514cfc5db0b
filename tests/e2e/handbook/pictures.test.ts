// Every picture of the handbook is of the page as it is now. UPDATE_SCREENSHOTS=1 takes them all anew.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createHandler as county } from "../../../functions/handlers/page/countyPage.ts";
import { createHandler as finance } from "../../../functions/handlers/page/financePage.ts";
import { approvalFolder, BERGHEIM } from "../../support/approval.ts";
import { approvalSite, type ApprovalSite } from "../../support/approvalSite.ts";
import { boardSite, type BoardSite } from "../../support/boardSite.ts";
import { calmDraft, workedDraft } from "../../support/boardStates.ts";
import { launchBrowser, withoutBrowser } from "../../support/browser.ts";
import { troubles } from "../../support/countyStates.ts";
import { compared, RENEW, type Picture } from "../../support/handbookPictures.ts";
import { plannedSystem, type PlannedSystem } from "../../support/plannedSystem.ts";
import { serveOpen, withOutlines } from "../../support/publicSite.ts";
import { reachedPage, type Reached } from "../../support/reachedPage.ts";
import { CLOSED, closedSite, WEIGHED } from "../../support/settlementPictures.ts";
import { settlementSite } from "../../support/settlementSite.ts";
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

const seat =
  (group: string) =>
  async (site: Reached): Promise<string> =>
    (await site.session([group])).join("=");
const treasurer = seat(`finance:tiny:${BERGHEIM}`);
const FINANCE: readonly Picture<Reached>[] = [
  {
    ...{
      name: "kaemmerei-zahlen",
      size: WIDE,
      session: treasurer,
      parts: [".eyebrow", "main > .figures", "main > .facts"],
    },
    go: (page, site) => page.goto(`${site.origin}/finanzen`),
  },
  {
    ...{ name: "kaemmerei-kommunen", size: WIDE, session: treasurer, parts: ["main > section:has(.pairs)"] },
    go: (page, site) => page.goto(`${site.origin}/finanzen`),
  },
];

const admin = seat("admin:tiny");
const COUNTY: readonly Picture<Reached>[] = [
  {
    ...{ name: "verwaltung-uebersicht", size: WIDE, session: admin },
    go: (page, site) => page.goto(`${site.origin}/verwaltung/tiny`),
  },
  {
    ...{ name: "verwaltung-vorschau", size: WIDE, session: admin, differs: "code, time" },
    go: async (page, site) => {
      const tariffs = await page.request.get(`${site.origin}/verwaltung/tiny/stammdaten/tariffs.csv/datei`);
      const text = (await tariffs.text()).replace(";4500;", ";4600;");
      await page.goto(`${site.origin}/verwaltung/tiny/stammdaten`);
      await page.getByLabel("Dateien (CSV oder JSON)").setInputFiles({
        ...{ name: "tariffs.csv", mimeType: "text/csv", buffer: Buffer.from(text) },
      });
      await page.getByRole("button", { name: "Prüfen und vergleichen" }).click();
      await page.getByText("1 geändert").waitFor();
    },
  },
  {
    ...{ name: "verwaltung-vereinbarung", size: WIDE, session: admin, differs: "code" },
    go: (page, site) => page.goto(`${site.origin}/verwaltung/tiny/vereinbarungen/2026-W48-period`),
  },
];

const PUBLIC: readonly Picture<{ readonly origin: string }>[] = [
  {
    ...{ name: "oeffentlichkeit-zahlen", size: WIDE, parts: [".eyebrow", "h1", "dl.figures"] },
    go: (page, site) => page.goto(`${site.origin}/oeffentlich`),
  },
];

const dispatcher = async (site: BoardSite): Promise<string> =>
  (await site.session("Dora", ["dispatcher:tiny"])).join("=");
const WEEK = "region=tiny&woche=2026-W48";
/** What a map draws depends on where its window ends. */
const BOARD: readonly Picture<BoardSite>[] = [
  {
    ...{ name: "disposition-tafel", size: [1040, 560], session: dispatcher, differs: ".geomap-canvas" },
    go: async (page, site) => {
      await page.goto(`${site.origin}/disposition?${WEEK}`);
      await page.locator("[data-map-ready]").waitFor({ state: "attached" });
    },
  },
  {
    ...{ name: "disposition-verschieben", size: WIDE, session: dispatcher },
    go: (page, site) => page.goto(`${site.origin}/disposition/ladung?${WEEK}&ladung=p2`),
  },
];
const PUBLISHING: readonly Picture<BoardSite>[] = [
  {
    ...{ name: "disposition-veroeffentlichen", size: [1120, 700], session: dispatcher },
    go: (page, site) => page.goto(`${site.origin}/disposition/veroeffentlichen?${WEEK}`),
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

test.skipIf(withoutBrowser)("pictures of the board", async () => {
  for (const [draft, pictures] of [
    [await workedDraft(2), BOARD],
    [await calmDraft(2), PUBLISHING],
  ] as const) {
    const site = await boardSite(draft.actions);
    await each(site, pictures);
    await site.close();
  }
});

test.skipIf(withoutBrowser)(
  "pictures of the pages of finance, administration and public, all of one planned week",
  async () => {
    const system: PlannedSystem = await plannedSystem(withOutlines);
    await system.propose();
    const treasury = await reachedPage(system, finance, "Karla Kämmerin");
    await each<Reached>(treasury, FINANCE);
    await treasury.closeGateway();
    await troubles(system);
    const administration = await reachedPage(system, county, "Ada Verwalterin");
    await each<Reached>(administration, COUNTY);
    await administration.closeGateway();
    // Closes the system with itself.
    const open = await serveOpen(system);
    await each(open, PUBLIC);
    await open.close();
  },
  90_000,
);

test.skipIf(withoutBrowser)(
  "pictures of settling: a work list, and a closed week with its invoices",
  async () => {
    const weighed = await settlementSite();
    await each(weighed, WEIGHED);
    await weighed.closeGateway();
    await weighed.close();
    const closed = await closedSite();
    await each(closed, CLOSED);
    await closed.close();
  },
  180_000,
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
