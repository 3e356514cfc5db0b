// A week settled in a real browser without scripts: work list, import with preview, closing, correction, the year; in three
// languages, on a phone and a desk, in the dark; accessible everywhere.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { lookFaults } from "../support/accessible.ts";
import { BERGHEIM } from "../support/approval.ts";
import { launchBrowser, withoutBrowser } from "../support/browser.ts";
import { photo } from "../support/jpeg.ts";
import { settlementSite, type SettlementSite } from "../support/settlementSite.ts";
import { ticketFile } from "../support/weighingFile.ts";

let browser: Browser;
let site: SettlementSite;
beforeAll(async () => {
  if (withoutBrowser) return;
  browser = await launchBrowser();
  site = await settlementSite();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await site?.closeGateway();
  await site?.close();
});

const PARTY = [
  ...([
    ["name", "Stadt Altdorf"],
    ["street", "Markt 1"],
    ["postalCode", "66740"],
    ["city", "Altdorf"],
  ] as const),
  ["email", "rechnung@altdorf.example"],
] as const;

async function pageFor(group: string): Promise<Page> {
  const context = await browser.newContext({ locale: "de-DE", javaScriptEnabled: false });
  const [name, value] = await site.session([group]);
  await context.addCookies([{ name, value, url: site.origin }]);
  return context.newPage();
}

/** For what is only looked at: axe is a script itself. One a reader. */
const lookers = new Map<string, Page>();

/** A state in one language, or in all, in all its looks. */
async function judge(
  path: string,
  step: string,
  languages: readonly string[] = ["de", "fr", "en"],
  group = "finance:tiny",
): Promise<void> {
  const page = lookers.get(group) ?? (await looker(group));
  lookers.set(group, page);
  const folder = process.env["SCREENSHOTS"];
  for (const language of languages) {
    const answer = await page.goto(`${site.origin}${path}?lang=${language}`);
    expect([step, answer!.status()]).toEqual([step, 200]);
    expect(await page.locator("html").getAttribute("lang")).toBe(language);
    const faults = await lookFaults(page, {
      colours: language === "de",
      saw: async (look) => {
        const file = `settlement-${step}-${language}-${look}.png`;
        if (folder !== undefined) await page.screenshot({ path: `${folder}/${file}`, fullPage: true });
      },
    });
    expect([step, language, faults]).toEqual([step, language, []]);
  }
}

async function looker(group: string): Promise<Page> {
  const context = await browser.newContext({ locale: "de-DE", bypassCSP: true, reducedMotion: "reduce" });
  const [name, value] = await site.session([group]);
  await context.addCookies([{ name, value, url: site.origin }]);
  return context.newPage();
}

async function upload(page: Page, text: string): Promise<void> {
  await page.locator("#datei").setInputFiles({ name: "waage.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  await page.locator("#profil").selectOption("waage");
  await page.locator("#einlesen ~ form .button").click();
}

test.skipIf(withoutBrowser)(
  "tickets are imported, the week is closed and corrected, all without scripts",
  { timeout: 240_000 },
  async () => {
    await judge("/abrechnung/tiny", "work");
    const page = await pageFor("finance:tiny");
    await page.goto(`${site.origin}/abrechnung`);
    expect(await page.locator(".tasks > li").count()).toBe(site.lines.length);
    // A row that nobody can read, and every ticket.
    await upload(page, ticketFile([...site.lines, "9999;farm;31.02.2026;10:00;;;viel;;;"]));
    expect(await page.locator("tbody tr").count()).toBe(site.lines.length + 1);
    await page.locator("main form .button").click();
    expect(await page.locator(".told").textContent()).toContain("eingelesen");
    expect(await page.locator(".tasks > li").count()).toBe(1);
    expect(await page.locator(".tasks > li").textContent()).toContain("waage.csv, Zeile");
    await judge("/abrechnung/tiny", "stuck");
    await page.locator(".tasks input[name=grund]").fill("Leerzeile der Waage");
    await page.locator(".tasks button[value=drop]").click();
    expect(await page.locator("#betraege").textContent()).toContain("KW");
    await judge("/abrechnung/tiny", "preview");
    // The first ticket's paper, as the table of tickets leads to it.
    await page.locator("#scheine ~ div tbody a[href*='/schein/']").first().click();
    await page
      .locator("#foto")
      .setInputFiles({ name: "IMG.jpg", mimeType: "image/jpeg", buffer: Buffer.from(photo()) });
    await page.locator("main form .button").first().click();
    expect(await page.locator(".told").textContent()).toContain("liegt beim Schein");
    await judge(new URL(page.url()).pathname, "ticket");
    await page.goto(`${site.origin}/abrechnung/tiny`);
    await page.locator("#geprueft").check();
    await page.locator("#abschliessen ~ form .button").click();
    expect(page.url()).toContain("2026-W48_2026-W48");
    expect(await page.locator(".told").textContent()).toContain("abgeschlossen");
    // Nothing has changed: there is nothing to book.
    await page.locator("#anlass").fill("Prüfung");
    await page.locator("#berichtigungen ~ form .button").click();
    expect(await page.locator(".faults").textContent()).toContain("nichts zu berichtigen");
    expect(await page.locator("h1").textContent()).toBe("Abrechnung KW 48/2026");
    expect(await page.locator("#betraege").textContent()).toContain("Beträge");
    await judge("/abrechnung/tiny/2026-W48_2026-W48", "closed");
    await judge("/abrechnung/tiny/jahr/2026", "year");
    await judge("/abrechnung/tiny/rechnungen", "invoices");
    // Billing details by hand, with a fault told at its field, and without scripts.
    await page.goto(`${site.origin}/abrechnung/tiny`);
    // A closed week has one truth: the overview leads there and reckons no other.
    expect(await page.locator("main").textContent()).toContain("KW 48/2026 ist abgeschlossen.");
    expect([await page.locator("#betraege").count(), await page.locator("#geprueft").count()]).toEqual([0, 0]);
    expect(await page.locator("a.button[href$='/2026-W48_2026-W48']").count()).toBe(1);
    await judge("/abrechnung/tiny", "settled");
    await page.getByRole("link", { name: "Rechnungsangaben" }).click();
    await page.getByRole("link", { name: "Altdorf", exact: true }).click();
    for (const [id, text] of PARTY) await page.locator(`#${id}`).fill(text);
    await page.locator("#iban").fill("DE00");
    await page.getByRole("button", { name: "Speichern" }).click();
    expect(await page.locator("#iban-fault").textContent()).toContain("Prüfziffern");
    await page.locator("#iban").fill("DE02 1203 0000 0000 2020 51");
    await page.getByRole("button", { name: "Speichern" }).click();
    expect(await page.locator(".told").textContent()).toContain("gespeichert");
    await judge("/abrechnung/tiny/rechnungsangaben", "details");
    await judge(`/abrechnung/tiny/rechnungsangaben/${BERGHEIM}`, "party");
    await judge("/abrechnung/tiny/rechnungsangaben/alle/datev", "accounts");
    await page.context().close();
  },
);

test.skipIf(withoutBrowser)("a municipality sees its own figures and no form", { timeout: 60_000 }, async () => {
  const page = await pageFor(`finance:tiny:${BERGHEIM}`);
  await page.goto(`${site.origin}/abrechnung/tiny/2026-W48_2026-W48`);
  expect(await page.locator("#anteile ~ div tbody tr").count()).toBe(1);
  expect(await page.locator("main form").count()).toBe(0);
  await page.goto(`${site.origin}/abrechnung/tiny`);
  expect(await page.locator("main form[method=post]").count()).toBe(0);
  await judge("/abrechnung/tiny/2026-W48_2026-W48", "own", undefined, `finance:tiny:${BERGHEIM}`);
  await page.context().close();
});
