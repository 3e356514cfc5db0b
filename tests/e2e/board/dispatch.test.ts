// Dispatching in a real browser on the real system: by mouse, by buttons, by keyboard alone, without scripts, and two at once.
import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { boardUseCases } from "../../../functions/usecases/board/actions.ts";
import type { BoardActions, BoardView } from "../../../functions/usecases/board/view.ts";
import { realBoardSite, type BoardSite } from "../../support/boardSite.ts";
import { launchBrowser, withoutBrowser } from "../../support/browser.ts";
import { PLANNED, plannedSystem, type PlannedSystem } from "../../support/plannedSystem.ts";

/** The tiny week is one tour of alt-hook on Tuesday with these loads and others. */
const BERGHEIM = "berg-mixed-loose-farm-1";
const WOODY = "berg-woody-shredded-boiler-1";
const [TUESDAY, THURSDAY] = ["2026-11-24", "2026-11-26"] as const;

let browser: Browser;
let system: PlannedSystem;
let site: BoardSite;
let board: BoardActions;
let contexts: BrowserContext[] = [];
beforeAll(async () => {
  if (withoutBrowser) return;
  browser = await launchBrowser();
  system = await plannedSystem();
  site = await realBoardSite(system.ports);
  board = boardUseCases(system.ports);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
  await system?.close();
});
beforeEach(async () => {
  if (withoutBrowser) return;
  await board.discard(PLANNED, (await view()).version, "Test");
});
afterEach(async () => {
  for (const context of contexts) await context.close();
  contexts = [];
});

const view = async (): Promise<BoardView> => (await board.view(PLANNED))!;
const dayOf = async (ref: string): Promise<string | undefined> =>
  (await view()).tours.find(({ stops }) => stops.some((stop) => stop.ref === ref))?.date;

async function opened(name: string, options: Parameters<Browser["newContext"]>[0] = {}): Promise<Page> {
  const context = await browser.newContext({ locale: "de-DE", viewport: { width: 1600, height: 1000 }, ...options });
  contexts.push(context);
  const [cookie, value] = await site.session(name, ["dispatcher:tiny"]);
  await context.addCookies([{ name: cookie, value, url: site.origin }]);
  const page = await context.newPage();
  await page.goto(`${site.origin}/disposition`);
  return page;
}

const card = (page: Page, ref: string): Locator => page.locator(`[data-stop="${ref}"]`);
const cell = (page: Page, date: string, vehicle = "alt-hook"): Locator =>
  page.locator(`[data-drop="${date}.${vehicle}"]`);
const inCell = (page: Page, date: string, ref: string) => cell(page, date).locator(`[data-stop="${ref}"]`).waitFor();
const focused = (page: Page) => page.evaluate("document.activeElement.closest('[data-stop]')?.dataset.stop");
/** However busy the machine is. */
const PATIENT = { timeout: 20_000 };
const said = (page: Page, text: RegExp) =>
  expect.poll(() => page.locator("#ansage").textContent(), PATIENT).toMatch(text);

test.skipIf(withoutBrowser)(
  "a load is dragged with the mouse: the price stands at the target, then it is there",
  async () => {
    const page = await opened("Dora");
    const [from, to] = [(await card(page, BERGHEIM).boundingBox())!, (await cell(page, THURSDAY).boundingBox())!];
    await page.mouse.move(from.x + 30, from.y + 10);
    await page.mouse.down();
    await page.mouse.move(from.x + 60, from.y + 30, { steps: 3 });
    await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 5 });
    await cell(page, THURSDAY)
      .locator(".gap strong", { hasText: /€ (mehr|weniger)/ })
      .waitFor();
    expect(await dayOf(BERGHEIM)).toBe(TUESDAY);
    await page.mouse.up();
    await inCell(page, THURSDAY, BERGHEIM);
    expect(await dayOf(BERGHEIM)).toBe(THURSDAY);
    expect(await focused(page)).toBe(BERGHEIM);
    await said(page, /^Entwurf .*€/);
  },
);

/** Fingers on the screen, as a device tells of them. */
async function fingers(page: Page) {
  const device = await page.context().newCDPSession(page);
  const send = (type: "touchStart" | "touchMove" | "touchEnd", ...touchPoints: { x: number; y: number }[]) =>
    device.send("Input.dispatchTouchEvent", { type, touchPoints });
  return { send, middle: async (one: Locator) => middleOf((await one.boundingBox())!) };
}
const middleOf = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }) => ({
  x: x + width / 2,
  y: y + height / 2,
});

test.skipIf(withoutBrowser)(
  "a load is dragged with a finger after a long press; a second finger puts it back, and who moves at once scrolls",
  async () => {
    const page = await opened("Dora", { hasTouch: true, viewport: { width: 1180, height: 820 } });
    await page.getByText("Lange drücken").waitFor();
    const { send, middle } = await fingers(page);
    const held = page.locator(".is-carried");
    await card(page, BERGHEIM).scrollIntoViewIfNeeded();
    // A second finger pinches.
    const from = await middle(card(page, BERGHEIM).locator(".name"));
    await send("touchStart", from);
    await held.waitFor();
    await send("touchStart", from, { x: from.x + 90, y: from.y });
    await held.waitFor({ state: "detached" });
    await send("touchEnd");
    expect(await dayOf(BERGHEIM)).toBe(TUESDAY);
    const start = await middle(card(page, BERGHEIM).locator(".name"));
    await send("touchStart", start);
    await held.waitFor();
    await send("touchMove", await middle(cell(page, THURSDAY)));
    await cell(page, THURSDAY)
      .locator(".gap strong", { hasText: /€ (mehr|weniger)/ })
      .waitFor();
    expect(await dayOf(BERGHEIM)).toBe(TUESDAY);
    await send("touchEnd");
    await inCell(page, THURSDAY, BERGHEIM);
    expect(await dayOf(BERGHEIM)).toBe(THURSDAY);
    // What was a drag is no press on the load's link.
    expect(new URL(page.url()).pathname).toBe("/disposition");
    // Moved at once it is no press: the page may scroll.
    const at = await middle(card(page, BERGHEIM).locator(".name"));
    await send("touchStart", at);
    await send("touchMove", { x: at.x, y: at.y - 60 });
    await expect.poll(() => card(page, BERGHEIM).getAttribute("draggable"), PATIENT).toBe("true");
    expect(await held.count()).toBe(0);
    await send("touchEnd");
  },
);

test.skipIf(withoutBrowser)(
  "the same by buttons: off the tour, back to the cheapest place, undone and done again",
  async () => {
    const page = await opened("Dora");
    const press = async (name: string) => {
      await card(page, BERGHEIM).locator("summary").click();
      await card(page, BERGHEIM).getByRole("button", { name }).click();
    };
    await press("Von der Tour nehmen");
    await page.locator("[data-drop=left]").locator(`[data-stop="${BERGHEIM}"]`).waitFor();
    expect((await view()).left).toMatchObject([{ ref: BERGHEIM }]);
    await press("Auf den günstigsten Platz");
    await expect.poll(async () => (await view()).left, PATIENT).toEqual([]);
    for (const [name, left] of [
      ["Rückgängig", 1],
      ["Wiederholen", 0],
    ] as const) {
      await page.getByRole("button", { name }).click();
      await expect.poll(async () => (await view()).left.length, PATIENT).toBe(left);
      expect(await page.evaluate("document.activeElement !== document.body")).toBe(true);
    }
    await press("Sperren");
    await card(page, BERGHEIM).locator(".signs", { hasText: "gesperrt" }).waitFor();
    await press("Entsperren");
    await card(page, BERGHEIM).locator(".signs", { hasText: "gesperrt" }).waitFor({ state: "detached" });
  },
);

test.skipIf(withoutBrowser)(
  "without scripts every target has its price and a button; one is pressed, and the tour locked",
  async () => {
    const page = await opened("Dora", { javaScriptEnabled: false });
    await card(page, BERGHEIM).locator("a.name").click();
    const rows = page.locator("table.targets tbody tr");
    expect(await rows.count()).toBeGreaterThan(3);
    for (const text of await rows.allTextContents()) expect(text).toMatch(/€|gleich viel/);
    await rows.filter({ hasText: "Haken Altdorf" }).filter({ hasText: "Do 26.11." }).getByRole("button").click();
    await inCell(page, THURSDAY, BERGHEIM);
    await cell(page, THURSDAY).getByRole("button", { name: "Tour sperren" }).click();
    await cell(page, THURSDAY).getByText("gesperrt", { exact: true }).waitFor();
    await page.getByRole("link", { name: "Vergleichen" }).click();
    await page.getByRole("heading", { name: "Was sich für wen ändert" }).waitFor();
    await page.getByRole("link", { name: "Zurück zur Tafel" }).first().click();
    await page.getByRole("link", { name: "Verwerfen" }).click();
    await page.getByRole("button", { name: "Entwurf verwerfen" }).click();
    await inCell(page, TUESDAY, BERGHEIM);
  },
);

test.skipIf(withoutBrowser)(
  "of two dispatchers the slower is told who did what, and may do it all the same",
  async () => {
    const [dora, dieter] = [await opened("Dora"), await opened("Dieter", { javaScriptEnabled: false })];
    await card(dora, WOODY).locator("summary").click();
    await card(dora, WOODY).getByRole("button", { name: "Sperren" }).click();
    await card(dora, WOODY).locator(".signs", { hasText: "gesperrt" }).waitFor();
    await card(dieter, BERGHEIM).locator("summary").click();
    await card(dieter, BERGHEIM).getByRole("button", { name: "Von der Tour nehmen" }).click();
    const told = dieter.getByRole("alert");
    await told.getByText(/Dora war schneller/).waitFor();
    // The fresh board, and nothing done yet.
    await card(dieter, WOODY).locator(".signs", { hasText: "gesperrt" }).waitFor();
    expect((await view()).left).toEqual([]);
    await told.getByRole("button", { name: "Meine Änderung trotzdem ausführen" }).click();
    await dieter.locator("[data-drop=left]").locator(`[data-stop="${BERGHEIM}"]`).waitFor();
    // The page that stood open notices by itself, and says who.
    await dora.locator("[data-drop=left]").locator(`[data-stop="${BERGHEIM}"]`).waitFor();
    await said(dora, /Dieter hat etwas geändert/);
  },
);

test.skipIf(withoutBrowser)("a load that is carried is not lost when somebody else changes the board", async () => {
  const page = await opened("Dora");
  await card(page, BERGHEIM).locator("a.name").focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowRight");
  const { version } = await view();
  await board.change(PLANNED, version, { kind: "lock", stop: WOODY }, "Dieter");
  await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
  await page.waitForResponse((answer) => answer.url().includes("/preis"), { timeout: 3000 }).catch(() => undefined);
  expect(await page.locator(".gap").count()).toBe(1);
  await page.keyboard.press("Enter");
  const again = page.getByRole("button", { name: "Meine Änderung trotzdem ausführen" });
  await again.waitFor();
  await again.click();
  await expect.poll(() => dayOf(BERGHEIM), PATIENT).toBe("2026-11-25");
});

test.skipIf(withoutBrowser)("by keyboard alone: from the skip link over the cards to a published week", async () => {
  const page = await opened("Dora");
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const active = () => page.evaluate("document.activeElement.textContent.trim()");
  const tabTo = async (text: RegExp, key = "Tab") => {
    for (let i = 0; i < 40 && !text.test(String(await active())); i++) await press(key);
    expect(await active()).toMatch(text);
  };
  await press("Tab");
  expect(await active()).toBe("Zum Inhalt springen");
  await press("Enter");
  await tabTo(/^Tour sperren/);
  for (let i = 0; i < 6 && (await focused(page)) !== BERGHEIM; i++) await press("ArrowDown");
  expect(await focused(page)).toBe(BERGHEIM);
  const refs = (await view()).tours.flatMap(({ stops }) => stops.map(({ ref }) => ref));
  const [away, back] =
    refs.indexOf(BERGHEIM) < refs.indexOf(WOODY)
      ? (["ArrowDown", "ArrowUp"] as const)
      : (["ArrowUp", "ArrowDown"] as const);
  await press(away);
  expect(await focused(page)).not.toBe(BERGHEIM);
  await press(back, "Space");
  await said(page, /aufgenommen/);
  await press("ArrowRight");
  await said(page, /Mi 25\.11\., Platz 1 von 1\. .*€ (mehr|weniger)/);
  await press("Escape");
  await said(page, /liegt wieder, wo es war/);
  expect([await focused(page), await dayOf(BERGHEIM)]).toEqual([BERGHEIM, TUESDAY]);
  await press("Space", "ArrowRight", "ArrowRight");
  await said(page, /Do 26\.11\., Platz 1 von 1\. .*€/);
  await press("Enter");
  await inCell(page, THURSDAY, BERGHEIM);
  expect(await focused(page)).toBe(BERGHEIM);
  await tabTo(/^Veröffentlichen …$/, "Shift+Tab");
  await press("Enter");
  await page.getByRole("heading", { name: "Wem es mitgeteilt wird" }).waitFor();
  await tabTo(/^Jetzt veröffentlichen und mitteilen$/);
  await press("Enter");
  await page.locator(".work").waitFor();
  await system.idle();
  await expect.poll(async () => (await view()).publishing?.state, PATIENT).toBe("done");
  expect((await view()).changes).toEqual([]);
  await page.getByText("wie veröffentlicht", { exact: true }).waitFor();
});
