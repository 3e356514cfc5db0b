// The yard's form in a real browser, on a phone: without scripts, without a network, by keyboard; accessible, and light.
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { YARD_WORDS } from "../../../web/yard/words/index.ts";
import { breaches, OF_LOOKS, misfits } from "../../support/accessible.ts";
import { launchBrowser, withoutBrowser } from "../../support/browser.ts";
import { yardSite, type YardSite } from "../../support/yardSite.ts";

let browser: Browser;
let site: YardSite;
let context: BrowserContext | undefined;
beforeAll(async () => {
  if (!withoutBrowser) browser = await launchBrowser();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  site = await yardSite();
});
afterEach(async () => {
  await context?.close();
  await site.close();
});

const PHONE = { viewport: { width: 320, height: 640 }, locale: "de-DE" };

async function open(options: Parameters<Browser["newContext"]>[0], path: string): Promise<Page> {
  context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(site.origin + path);
  return page;
}

const tap = (page: Page, name: string) => page.getByRole("radio", { name, exact: true }).click();

/** Until the worker has the page and its script. */
const kept = (page: Page) =>
  expect
    .poll(
      () =>
        page.evaluate(`caches.open("gruenverbund-yard-1").then((cache) => cache.keys()).then((keys) => keys.length)`),
      {
        timeout: 20_000,
      },
    )
    .toBe(2);

const waiting = (page: Page) =>
  page.evaluate(`new Promise((resolve) => {
    const request = indexedDB.open("gruenverbund-reports", 1);
    request.onsuccess = () => {
      const all = request.result.transaction("waiting").objectStore("waiting").getAll();
      all.onsuccess = () => resolve(all.result.length);
    };
  })`);

test.skipIf(withoutBrowser)("a report without scripts takes two taps and is kept once", async () => {
  const page = await open({ ...PHONE, javaScriptEnabled: false }, await site.sticker("alt-mixed"));
  await tap(page, "drei Viertel");
  await page.getByRole("button", { name: "Melden" }).click();
  await page.getByText("Danke, die Meldung ist da.").waitFor();
  await page.getByText("vor Ort gemeldet").waitFor();
  expect(await site.reports()).toMatchObject([{ storageId: "alt-mixed", quarters: 3, channel: "sticker" }]);
});

test.skipIf(withoutBrowser)(
  "without a network a report waits on the device, and is kept once when there is one",
  async () => {
    const path = await site.sticker("alt-mixed");
    const page = await open(PHONE, path);
    await kept(page);
    await context!.setOffline(true);
    await page.reload();
    await page.getByText("Kein Netz. Melden geht trotzdem").waitFor();
    await tap(page, "Haufen daneben");
    await tap(page, "viel");
    await page.getByRole("button", { name: "Melden" }).click();
    await page.getByText("1 Meldung wartet auf Netz.").waitFor();
    await tap(page, "voll");
    await page.getByRole("button", { name: "Melden" }).click();
    await page.getByText("2 Meldungen warten auf Netz.").waitFor();
    expect(await site.reports()).toEqual([]);
    // The phone is switched off and on: the browser's session is over, what waits is still there.
    await context!.clearCookies();
    await context!.setOffline(false);
    await expect.poll(() => waiting(page), { timeout: 20_000 }).toBe(0);
    await page.getByText("angekommen").waitFor();
    await page.reload();
    const reports = await site.reports();
    expect(reports.map(({ quarters, contamination, heapBeside }) => [quarters, contamination, heapBeside])).toEqual([
      [5, "much", true],
      [4, "none", undefined],
    ]);
  },
);

test.skipIf(withoutBrowser)("what the server cannot answer stays, what it refuses is dropped and said", async () => {
  const page = await open(PHONE, await site.sticker("alt-mixed"));
  await kept(page);
  site.cut(true);
  await tap(page, "halb voll");
  await page.getByRole("button", { name: "Melden" }).click();
  await page.getByText("1 Meldung wartet auf Netz.").waitFor();
  const { replaceSticker } = await import("../../../functions/usecases/stickers/stickers.ts");
  await replaceSticker(site.ports, { region: "tiny", storageId: "alt-mixed", by: "dora" });
  site.cut(false);
  await page.evaluate(`dispatchEvent(new Event("online"))`);
  await page.getByText("Nicht angenommen: Sammelstelle Altdorf, Kommunales Grün.").waitFor();
  expect(await waiting(page)).toBe(0);
  expect(await site.reports()).toEqual([]);
});

test.skipIf(withoutBrowser)("with scripts a report shows what became of it, and is sent under one key", async () => {
  const page = await open(PHONE, await site.sticker("alt-mixed"));
  await tap(page, "voll");
  await page.getByRole("button", { name: "Melden" }).click();
  await page.getByText("Danke, die Meldung ist da.").waitFor();
  await page.reload();
  expect(await site.reports()).toHaveLength(1);
});

test.skipIf(withoutBrowser)("by keyboard alone", async () => {
  const page = await open(PHONE, await site.sticker("alt-mixed"));
  await page.locator("#fill-0").focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowRight");
  // Past the photo, which nobody needs.
  await page.keyboard.press("Tab");
  expect(await page.evaluate("document.activeElement.id")).toBe("photo");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByText("Danke, die Meldung ist da.").waitFor();
  expect(await site.reports()).toMatchObject([{ quarters: 1, contamination: "some" }]);
});

/** HTML with its style, script and worker. */
const MOST_BYTES = 60_000;

test.skipIf(withoutBrowser)(
  "the form weighs at most 60 KB in all, even uncompressed, and comes from here alone",
  async () => {
    context = await browser.newContext(PHONE);
    const asked = new Map<string, number>();
    const bodies: Promise<unknown>[] = [];
    context.on("response", (response) => {
      bodies.push(response.body().then((body) => asked.set(response.url(), body.length)));
    });
    const page = await context.newPage();
    await page.goto(site.origin + (await site.sticker("alt-mixed")));
    await kept(page);
    await Promise.allSettled(bodies);
    for (const url of asked.keys()) expect(url.startsWith(site.origin)).toBe(true);
    expect([...asked.keys()].filter((url) => url.endsWith(".js"))).not.toEqual([]);
    const sum = [...asked.values()].reduce((all, bytes) => all + bytes, 0);
    expect([sum <= MOST_BYTES, sum]).toEqual([true, sum]);
  },
);

/** Controls that a thumb would miss, at the width that the page has now. */
const smallTargets = (page: Page) =>
  page.evaluate(
    `[...document.querySelectorAll("main label, main button, main a.button, a.storage, main input[type=file]")].filter((one) => one.getBoundingClientRect().height < 44).length`,
  );

test.skipIf(withoutBrowser).each(["de", "fr", "en"] as const)(
  "in %s every state on a phone, zoomed to twice the size and on a desk, light and dark: accessible (WCAG 2.2 AA), nothing sticks out, targets of 44 pixels",
  async (language) => {
    const words = YARD_WORDS[language];
    const look = { viewport: PHONE.viewport, locale: "de-DE", bypassCSP: true, reducedMotion: "reduce" } as const;
    const page = await open(look, `${await site.sticker("alt-mixed")}?lang=${language}`);
    const [name, value] = (await site.session("yard:tiny:99001001")).split("=") as [string, string];
    await context!.addCookies([{ name, value, url: site.origin }]);
    const steps: Record<string, () => Promise<unknown>> = {
      form: () => Promise.resolve(),
      chosen: () => tap(page, words.fills["5"]),
      sent: async () => {
        await page.getByRole("button", { name: words.send, exact: true }).click();
        await page.getByText(words.thanks.head).waitFor();
      },
      heap: async () => page.goto(site.origin + (await site.sticker("alt-woody"))),
      unknown: () => page.goto(`${site.origin}/m/nothing`),
      list: () => page.goto(`${site.origin}/meldung`),
      own: () => page.goto(`${site.origin}/meldung/tiny/alt-woody`),
      stickers: () => page.goto(`${site.origin}/meldung/aufkleber`),
      paper: () => page.goto(`${site.origin}/meldung/papier`),
    };
    const folder = process.env["SCREENSHOTS"];
    for (const [step, go] of Object.entries(steps)) {
      await go();
      expect([step, await page.locator("html").getAttribute("lang")]).toEqual([step, language]);
      expect([step, await breaches(page)]).toEqual([step, []]);
      for (const [width, colorScheme] of [
        [320, "dark"],
        [640, "dark"],
        [1280, "light"],
      ] as const) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme });
        expect([step, width, await smallTargets(page)]).toEqual([step, width, 0]);
        if (width !== 640) expect([step, await breaches(page, OF_LOOKS)]).toEqual([step, []]);
        if (folder !== undefined)
          await page.screenshot({
            path: `${folder}/yard-${step}-${width}-${colorScheme}-${language}.png`,
            fullPage: true,
          });
      }
      // At 320, 390, 640 (a window of 1,280 at 200 %) and 1,280 pixels.
      expect([step, await misfits(page)]).toEqual([step, []]);
      await page.emulateMedia({ colorScheme: "light" });
      await page.setViewportSize(PHONE.viewport);
    }
  },
  240_000,
);
