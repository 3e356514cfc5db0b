// The board in a real browser in every state: accessible (WCAG 2.2 AA), nothing sticks out, on paper, in three languages.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { lookFaults } from "../../support/accessible.ts";
import { boardDraft, type BoardDraft } from "../../support/boardDraft.ts";
import { boardSite, type BoardSite } from "../../support/boardSite.ts";
import { calmDraft, workedDraft } from "../../support/boardStates.ts";
import { launchBrowser, withoutBrowser } from "../../support/browser.ts";

let browser: Browser;
/** For what is only looked at: one site and one page, on one draft after the other. */
let site: BoardSite;
let page: Page;
let draft: BoardDraft;
beforeAll(async () => {
  if (withoutBrowser) return;
  browser = await launchBrowser();
  site = await boardSite(() => draft.actions);
  page = await opened(site);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const AT = { region: "tiny", week: "2026-W48" };
const WEEK = "region=tiny&woche=2026-W48";

/** Loads on each of twenty tours: every kind of card is there, and a state is judged in a second. */
const FEW = 1;

interface State {
  draft(): Promise<BoardDraft> | BoardDraft;
  readonly path?: string;
  /** After the page has opened. */
  then?(page: Page, draft: BoardDraft): Promise<unknown>;
}

async function searching(): Promise<BoardDraft> {
  const draft = boardDraft(FEW);
  await draft.actions.optimize(AT, 1, "Dieter");
  return draft;
}

const STATES: Readonly<Record<string, State>> = {
  empty: { draft: () => boardDraft(0), path: "" },
  normal: { draft: () => boardDraft(FEW) },
  violation: { draft: () => workedDraft(FEW) },
  menu: { draft: () => workedDraft(FEW), then: (page) => page.locator(".card summary").first().click() },
  carried: {
    draft: () => workedDraft(FEW),
    async then(page) {
      await page.locator("[data-stop=p2] [data-item]").focus();
      await page.keyboard.press("Space");
      await page.keyboard.press("ArrowDown");
      await page.locator(".gap strong").waitFor();
    },
  },
  conflict: {
    draft: () => workedDraft(FEW),
    async then(page, draft) {
      // Before the page asks anew by itself.
      await draft.actions.change(AT, draft.view().version, { kind: "lock", stop: "p4" }, "Dieter");
      await page.locator("button[value=optimize]").click();
      await page.locator(".is-told").waitFor();
    },
  },
  optimizing: { draft: searching },
  stop: { draft: () => workedDraft(FEW), path: `/ladung?${WEEK}&ladung=p2` },
  compare: { draft: () => workedDraft(FEW), path: `/vergleich?${WEEK}` },
  publish: { draft: () => calmDraft(FEW), path: `/veroeffentlichen?${WEEK}` },
  blocked: { draft: () => workedDraft(FEW), path: `/veroeffentlichen?${WEEK}` },
  discard: { draft: () => workedDraft(FEW), path: `/verwerfen?${WEEK}` },
};

const LANGUAGES = ["de", "fr", "en"] as const;

async function opened(site: BoardSite, options: Parameters<Browser["newContext"]>[0] = {}): Promise<Page> {
  const context = await browser.newContext({ locale: "de-DE", bypassCSP: true, reducedMotion: "reduce", ...options });
  const [name, value] = await site.session("Dora", ["dispatcher:tiny"]);
  await context.addCookies([{ name, value, url: site.origin }]);
  // What an open page asks every few seconds is left without an answer: on a busy machine the page would otherwise notice a change
  // before the test has pressed what is to conflict with it.
  await context.route("**/disposition/stand*", () => undefined);
  return context.newPage();
}

const EACH = LANGUAGES.flatMap((language) => Object.keys(STATES).map((state) => [state, language] as const));

test.skipIf(withoutBrowser).each(EACH)(
  "%s (%s): accessible (WCAG 2.2 AA), nothing sticks out at any width or on paper",
  async (state, language) => {
    const { draft: make, path = `?${WEEK}`, then } = STATES[state]!;
    draft = await make();
    const there = `${path}${path.includes("?") ? "&" : "?"}lang=${language}`;
    const answer = await page.goto(`${site.origin}/disposition${there}`);
    expect([state, answer!.status()]).toEqual([state, 200]);
    expect(await page.locator("html").getAttribute("lang")).toBe(language);
    await then?.(page, draft);
    const folder = process.env["SCREENSHOTS"];
    const faults = await lookFaults(page, {
      ...{ colours: language === "de", paper: "landscape" },
      saw: async (look) => {
        const path = `${folder}/board-${state}-${language}-${look}.png`;
        if (folder !== undefined) await page.screenshot({ path, fullPage: true });
      },
    });
    expect(faults).toEqual([]);
  },
  60_000,
);

test.skipIf(withoutBrowser)("everything comes from here, and nothing offends the policy", async () => {
  const site = await boardSite(boardDraft().actions);
  const page = await opened(site, { bypassCSP: false });
  const asked: string[] = [];
  const told: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("console", (message) => told.push(message.text()));
  page.on("pageerror", (error) => told.push(error.message));
  await page.goto(`${site.origin}/disposition`);
  await page.locator("[data-map-ready]").waitFor({ state: "attached" });
  await page.locator("button[value^='lockTour']").first().click();
  await page.locator(".lock.is-locked").waitFor();
  for (const address of asked) expect(address.startsWith(site.origin)).toBe(true);
  expect(told).toEqual([]);
  await page.context().close();
  await site.close();
});

test.skipIf(withoutBrowser)("on a phone one day is shown at a time, also without scripts", async () => {
  const site = await boardSite(boardDraft().actions);
  const page = await opened(site, { viewport: { width: 320, height: 640 }, javaScriptEnabled: false });
  await page.goto(`${site.origin}/disposition`);
  const visible = () => page.locator(".card:visible").count();
  expect(await visible()).toBe(102);
  await page.getByRole("radio", { name: "Mi 25.11." }).check();
  // Twenty loads of that day, and the two that are left standing.
  expect(await visible()).toBe(22);
  await page.context().close();
  await site.close();
});

test.skipIf(withoutBrowser)("on paper the week is a table with every load, and nothing to press", async () => {
  const site = await boardSite((await workedDraft()).actions);
  const page = await opened(site, { viewport: { width: 1120, height: 800 } });
  await page.goto(`${site.origin}/disposition`);
  await page.emulateMedia({ media: "print" });
  expect(await page.locator(".card:visible").count()).toBe(102);
  expect(await page.locator("main button:visible:not(.lock)").count()).toBe(0);
  expect(await page.evaluate(`getComputedStyle(document.querySelector(".board")).display`)).toBe("table");
  const folder = process.env["SCREENSHOTS"];
  const path = folder === undefined ? {} : { path: `${folder}/board.pdf` };
  const bytes = await page.pdf({ preferCSSPageSize: true, ...path });
  expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
  await page.context().close();
  await site.close();
});
