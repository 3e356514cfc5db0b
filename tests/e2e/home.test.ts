// The first page in a real browser, from a system without a region to a planned week, in every look and language; what moves while
// a week is planned can be held.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createHandler } from "../../functions/handlers/page/pages.ts";
import { importRegion } from "../../functions/usecases/regions/importRegion.ts";
import { writeProgress } from "../../functions/usecases/run/progress.ts";
import { startPlan } from "../../functions/usecases/weeks/startPlan.ts";
import { beginWeek, failWeek } from "../../functions/usecases/weeks/weekStates.ts";
import { lookFaults } from "../support/accessible.ts";
import { approvalFolder, BERGHEIM } from "../support/approval.ts";
import { launchBrowser, withoutBrowser } from "../support/browser.ts";
import { memoryBlobs } from "../support/memoryBlobs.ts";
import { PLANNED } from "../support/plannedSystem.ts";
import { reachedPage, type Reached } from "../support/reachedPage.ts";
import { testSystem, type TestSystem } from "../support/system.ts";

let browser: Browser;
let site: TestSystem & Reached;
beforeAll(async () => {
  if (withoutBrowser) return;
  browser = await launchBrowser();
  const system = await testSystem(null);
  // As on a machine of its own, which has a mailbox to show.
  const ports = { ...system.ports, site: { ...system.ports.site, inbox: "/postfach" } };
  site = await reachedPage({ ...system, ports }, createHandler, "Dora Disponentin");
});
afterAll(async () => {
  await browser?.close();
  await site?.closeGateway();
  await site?.close();
});

const LANGUAGES = ["de", "fr", "en"] as const;

/** Signed in with these groups, or not at all. */
async function opened(groups: readonly string[] | undefined, options: Parameters<Browser["newContext"]>[0] = {}) {
  const context = await browser.newContext({ locale: "de-DE", reducedMotion: "reduce", ...options });
  if (groups !== undefined) {
    const [name, value] = await site.session(groups);
    await context.addCookies([{ name, value, url: site.origin }]);
  }
  return context.newPage();
}

async function judge(page: Page, step: string, path = "/"): Promise<void> {
  const folder = process.env["SCREENSHOTS"];
  for (const language of LANGUAGES) {
    const answer = await page.goto(`${site.origin}${path}${path.includes("?") ? "&" : "?"}lang=${language}`);
    expect([step, answer!.status()]).toEqual([step, 200]);
    expect(await page.locator("html").getAttribute("lang")).toBe(language);
    const faults = await lookFaults(page, {
      colours: language === "de",
      saw: async (look) => {
        const file = `home-${step}-${language}-${look}.png`;
        if (folder !== undefined) await page.screenshot({ path: `${folder}/${file}`, fullPage: true });
      },
    });
    expect([step, language, faults]).toEqual([step, language, []]);
  }
}

/** The page as it stands between two refreshes: the browser is not told when the next one is due. */
async function holdStill(page: Page): Promise<void> {
  await page.route("**/*", async (route) => {
    const response = await route.fetch();
    const { refresh, ...headers } = response.headers();
    expect(refresh).toBe("2");
    await route.fulfill({ response, headers });
  });
}

const RUN = { ...PLANNED, run: "0123456789abcdef" };

test.skipIf(withoutBrowser)(
  "from no region to a planned week, for everybody, in every look: accessible (WCAG 2.2 AA), nothing sticks out",
  { timeout: 240_000 },
  async () => {
    const { ports } = site;
    const page = await opened(undefined, { bypassCSP: true });
    await judge(page, "empty", "/?stand=fest");
    await importRegion(ports, memoryBlobs(approvalFolder()));
    await judge(page, "unplanned");
    await judge(page, "aborted", "/?anmeldung=abgebrochen");

    await beginWeek(ports, { ...RUN, execution: "x", inputSha256: null });
    await writeProgress(ports.store, RUN, { phase: "coalitions", part: 0.4, at: ports.clock.now() });
    await judge(page, "held", "/?stand=fest");
    await holdStill(page);
    await judge(page, "planning");
    await page.unroute("**/*");
    await failWeek(ports, { ...RUN, execution: "x", error: "States.Timeout", cause: "" });
    await judge(page, "failed");

    const { execution } = await startPlan(ports, { ...PLANNED, options: { seed: 1, iterations: 300 } });
    await site.finish(execution);
    await judge(page, "planned");
    for (const [who, group] of [
      ["admin", "admin:tiny"],
      ["mayor", `mayor:tiny:${BERGHEIM}`],
      ["yard", "yard:tiny:99001001"],
    ] as const) {
      const own = await opened([group], { bypassCSP: true });
      await judge(own, who);
      await own.context().close();
    }

    const other = Object.entries(approvalFolder()).map(([name, text]) => [name, text.replace('"tiny"', '"zwei"')]);
    await importRegion(ports, memoryBlobs(Object.fromEntries(other) as Record<string, string>));
    await judge(page, "regions");
    await page.context().close();
  },
);

test.skipIf(withoutBrowser)(
  "while a week is planned the page comes anew by itself, without a script, until somebody holds it",
  async () => {
    const { ports } = site;
    const week = { ...RUN, week: "2026-W49" };
    await beginWeek(ports, { ...week, execution: "y", inputSha256: null });
    const tell = (phase: "forecast" | "routes" | "split"): Promise<void> =>
      writeProgress(ports.store, week, { phase, part: 0, at: ports.clock.now() });
    const page = await opened(undefined, { javaScriptEnabled: false });
    await tell("forecast");
    await page.goto(site.origin);
    await page.locator(".is-current", { hasText: "Mengen vorhersagen" }).waitFor();
    await tell("routes");
    await page.locator(".is-current", { hasText: "Touren suchen" }).waitFor();
    await page.getByRole("link", { name: "Anhalten" }).press("Enter");
    await page.getByText("Diese Seite erneuert sich nicht von selbst.").waitFor();
    const answers: string[] = [];
    page.on("response", (answer) => answers.push(answer.headers()["refresh"] ?? "none"));
    await page.reload();
    expect(answers).toEqual(["none"]);
    await page.getByRole("link", { name: "Wieder erneuern" }).press("Enter");
    await tell("split");
    await page.locator(".is-current", { hasText: "Kosten aufteilen" }).waitFor();
    await page.context().close();
  },
);
