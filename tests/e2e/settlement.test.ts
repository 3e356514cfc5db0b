// A week settled in a real browser without scripts: work list, import with preview, closing, correction, the year; in three
// languages, on a phone and a desk, in the dark; accessible everywhere.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { breaches, overflow } from "../support/accessible.ts";
import { BERGHEIM } from "../support/approval.ts";
import { launchBrowser, withoutBrowser } from "../support/browser.ts";
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
const LOOKS = [
  [320, "light", "de"],
  [390, "dark", "fr"],
  [1440, "dark", "en"],
] as const;

async function pageFor(group: string, width = 1280, colorScheme: "light" | "dark" = "light"): Promise<Page> {
  const context = await browser.newContext({
    ...{ locale: "de-DE", viewport: { width, height: 900 }, colorScheme, javaScriptEnabled: false },
  });
  const [name, value] = await site.session([group]);
  await context.addCookies([{ name, value, url: site.origin }]);
  return context.newPage();
}

/** Each state in one of the looks, so that all looks and all states are seen. */
async function judge(path: string, step: string, look: (typeof LOOKS)[number], group = "finance:tiny"): Promise<void> {
  const [width, colorScheme, language] = look;
  // axe is a script itself.
  const context = await browser.newContext({
    ...{ locale: "de-DE", viewport: { width, height: 900 }, colorScheme, bypassCSP: true },
  });
  const [name, value] = await site.session([group]);
  await context.addCookies([{ name, value, url: site.origin }]);
  const page = await context.newPage();
  await page.goto(`${site.origin}${path}?lang=${language}`);
  const folder = process.env["SCREENSHOTS"];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/settlement-${step}.png`, fullPage: true });
  expect(await page.locator("html").getAttribute("lang")).toBe(language);
  expect([step, await breaches(page)]).toEqual([step, []]);
  expect([step, await overflow(page)]).toEqual([step, 0]);
  await context.close();
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
    await judge("/abrechnung/tiny", "work", LOOKS[0]);
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
    await judge("/abrechnung/tiny", "stuck", LOOKS[1]);
    await page.locator(".tasks input[name=grund]").fill("Leerzeile der Waage");
    await page.locator(".tasks button[value=drop]").click();
    expect(await page.locator("#betraege").textContent()).toContain("KW");
    await judge("/abrechnung/tiny", "preview", LOOKS[0]);
    await page.locator("#geprueft").check();
    await page.locator("#abschliessen ~ form .button").click();
    expect(page.url()).toContain("2026-W48_2026-W48");
    expect(await page.locator(".told").textContent()).toContain("abgeschlossen");
    // Nothing has changed: there is nothing to book.
    await page.locator("#anlass").fill("Prüfung");
    await page.locator("#berichtigungen ~ form .button").click();
    expect(await page.locator(".faults").textContent()).toContain("nichts zu berichtigen");
    await judge("/abrechnung/tiny/2026-W48_2026-W48", "closed", LOOKS[2]);
    await judge("/abrechnung/tiny/jahr/2026", "year", LOOKS[0]);
    // Billing details by hand, with a fault told at its field, and without scripts.
    await page.goto(`${site.origin}/abrechnung/tiny`);
    await page.getByRole("link", { name: "Rechnungsangaben" }).click();
    await page.getByRole("link", { name: "Altdorf", exact: true }).click();
    for (const [id, text] of PARTY) await page.locator(`#${id}`).fill(text);
    await page.locator("#iban").fill("DE00");
    await page.getByRole("button", { name: "Speichern" }).click();
    expect(await page.locator("#iban-fault").textContent()).toContain("Prüfziffern");
    await page.locator("#iban").fill("DE02 1203 0000 0000 2020 51");
    await page.getByRole("button", { name: "Speichern" }).click();
    expect(await page.locator(".told").textContent()).toContain("gespeichert");
    await judge("/abrechnung/tiny/rechnungsangaben", "details", LOOKS[0]);
    await judge(`/abrechnung/tiny/rechnungsangaben/${BERGHEIM}`, "party", LOOKS[1]);
    await judge("/abrechnung/tiny/rechnungsangaben/alle/datev", "accounts", LOOKS[2]);
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
  await judge("/abrechnung/tiny/2026-W48_2026-W48", "own", LOOKS[1], `finance:tiny:${BERGHEIM}`);
  await page.context().close();
});
