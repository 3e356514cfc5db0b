// The report in a real browser, opened from the disk as a mayor would open an attachment.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { renderReport } from "../../planning/report/page.ts";
import { judged, OF_LOOKS, WCAG, type Only } from "../support/accessible.ts";
import { launchBrowser, withoutBrowser } from "../support/browser.ts";
import { samplePlan } from "../support/samplePlan.ts";
import { sampleOutlines, sampleRegion } from "../unit/planning/report/sampleRegion.ts";

let browser: Browser;
let folder: string;
let address: string;

beforeAll(async () => {
  if (withoutBrowser) return;
  browser = await launchBrowser();
  folder = mkdtempSync(join(tmpdir(), "gruenverbund-report-"));
  const region = sampleRegion();
  const file = join(folder, "report.html");
  writeFileSync(file, renderReport(samplePlan(region), region, sampleOutlines()));
  address = pathToFileURL(file).href;
});

afterAll(async () => {
  if (withoutBrowser) return;
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Look {
  readonly width: number;
  readonly colorScheme: "light" | "dark";
  readonly javaScriptEnabled?: boolean;
}

/** The page with everything that it asked for or complained about. */
async function open(
  look: Look,
): Promise<{ readonly page: Page; readonly complaints: string[]; readonly requests: string[] }> {
  const { width, colorScheme, javaScriptEnabled = true } = look;
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, javaScriptEnabled });
  const page = await context.newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(address);
  return { page, complaints, requests };
}

/**
 * One line a violated rule, with the places; fails when axe has not looked at anything. The shadow at the edge of wide tables is
 * a gradient, on which axe gives no verdict about contrast, so it is taken away first.
 */
async function violationsOf(page: Page, only: Only = { tags: [...WCAG, "best-practice"] }): Promise<string[]> {
  await page.evaluate("document.querySelectorAll('.scroll').forEach((one) => { one.style.background = 'none'; })");
  const { breaches, passed, undecided: open } = await judged(page, only);
  expect(passed).toContain("color-contrast");
  const undecided = open.filter(({ rule }) => rule === "color-contrast").flatMap(({ elements }) => elements);
  // No verdict on names that lie over lines, on buttons with a single sign, and on columns that a phone scrolls out of sight;
  // the test of the tokens covers those colours.
  const wide = (page.viewportSize()?.width ?? 0) > 1000;
  expect(undecided.filter((markup) => wide && !/^<(text|button)\b/.test(markup))).toEqual([]);
  return breaches.map(([rule, element]) => `${rule}: ${element}`);
}

const LOOKS: readonly Look[] = [360, 1440].flatMap((width) =>
  (["light", "dark"] as const).map((colorScheme) => ({ width, colorScheme })),
);

for (const look of LOOKS) {
  test.skipIf(withoutBrowser)(
    `at ${look.width} px in ${look.colorScheme}, every tour open, the page asks for nothing, complains of nothing, does not scroll sideways and has no axe violation`,
    async () => {
      const { page, complaints, requests } = await open(look);
      await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(look.width);
      expect(complaints).toEqual([]);
      expect(requests).toEqual([address]);
      // What does not hang on colours and widths is judged once.
      expect(await violationsOf(page, look === LOOKS[0] ? undefined : OF_LOOKS)).toEqual([]);
      await page.context().close();
    },
  );
}

test.skipIf(withoutBrowser)("the check for violations finds faint text and a picture without words", async () => {
  const { page } = await open({ width: 360, colorScheme: "light" });
  await page.evaluate(
    `const one = document.querySelector("h1"); one.style.color = "#ddd"; one.after(document.createElement("img"));`,
  );
  expect((await violationsOf(page)).map((line) => line.split(":")[0])).toEqual(
    expect.arrayContaining(["color-contrast", "image-alt"]),
  );
  await page.context().close();
});

test.skipIf(withoutBrowser)(
  "without a script the days of the map can still be chosen and the stops opened",
  async () => {
    const { page } = await open({ width: 1440, colorScheme: "light", javaScriptEnabled: false });
    const shown = () => page.locator(".tour-line .line:visible").count();
    expect(await shown()).toBe(12);
    await page.locator("#day-0").check();
    expect(await shown()).toBe(4);
    await page.locator("details.tour summary").first().click();
    expect(await page.locator("details.tour table").first().isVisible()).toBe(true);
    await page.context().close();
  },
);

test.skipIf(withoutBrowser)("a tour of the week board opens by keyboard and lights up on the map", async () => {
  const { page } = await open({ width: 1440, colorScheme: "light" });
  const chip = page.locator("a.chip[data-tour='2']");
  await chip.focus();
  expect(await page.locator(".map.has-lit .tour-line.is-lit[data-tour='2']").count()).toBe(2);
  await page.keyboard.press("Enter");
  expect(await page.locator("details.tour[data-tour='2']").getAttribute("open")).not.toBeNull();
  await page.context().close();
});

test.skipIf(withoutBrowser)("the map is enlarged and moved by buttons and comes back whole", async () => {
  const { page } = await open({ width: 1440, colorScheme: "light" });
  const view = () => page.locator(".map > .canvas").getAttribute("viewBox");
  const whole = (await view())!.split(" ").map(Number);
  await page.getByRole("button", { name: "Vergrößern" }).click();
  const closer = (await view())!.split(" ").map(Number);
  expect(closer[2]).toBeCloseTo(whole[2]! / 1.5, 1);
  await page.getByRole("button", { name: "Nach Osten" }).click();
  expect(Number((await view())!.split(" ")[0])).toBeGreaterThan(closer[0]!);
  await page.getByRole("button", { name: "Ganze Karte" }).click();
  expect((await view())!.split(" ").map(Number)).toEqual(whole);
  await page.context().close();
});

test.skipIf(withoutBrowser)("the first press of Tab reaches the skip link, which leads to the content", async () => {
  const { page } = await open({ width: 360, colorScheme: "light" });
  await page.keyboard.press("Tab");
  expect(await page.evaluate("document.activeElement.className")).toBe("skip");
  await page.keyboard.press("Enter");
  expect(await page.evaluate("document.activeElement.id")).toBe("inhalt");
  await page.context().close();
});

test.skipIf(withoutBrowser)("on paper every tour is open and the buttons are gone", async () => {
  const { page } = await open({ width: 1440, colorScheme: "dark" });
  await page.emulateMedia({ media: "print", colorScheme: "light" });
  await page.evaluate("dispatchEvent(new Event('beforeprint'))");
  expect(await page.locator("details:not([open])").count()).toBe(0);
  expect(await page.locator(".tools").isVisible()).toBe(false);
  await page.evaluate("dispatchEvent(new Event('afterprint'))");
  expect(await page.locator("details[open]").count()).toBe(0);
  await page.context().close();
});
