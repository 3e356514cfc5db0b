// What nobody has to be signed in for, on the embedded system: sign-in, the description of the API, and what is not there.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createRuntime, type Runtime } from "../../local/runtime.ts";
import { systemClock } from "../../functions/adapters/system/systemClock.ts";
import { lookFaults } from "../support/accessible.ts";
import { launchBrowser, withoutBrowser } from "../support/browser.ts";
import { writeRecentFolder } from "../support/recentFolder.ts";

const folder = mkdtempSync(join(tmpdir(), "gruenverbund-first-pages-"));
let runtime: Runtime;
let browser: Browser;
beforeAll(async () => {
  if (withoutBrowser) return;
  const firstRegion = join(folder, "tiny");
  writeRecentFolder(firstRegion, systemClock.now().slice(0, 10));
  const firstOptions = { iterations: 200 };
  runtime = await createRuntime({
    ...{ data: join(folder, "data"), port: 0, env: {} },
    threads: 1,
    firstRegion,
    firstOptions,
  });
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await runtime?.close();
  rmSync(folder, { recursive: true });
});

test.skipIf(withoutBrowser).each([
  ["/sign-in", 200, ["de", "fr", "en"]],
  ["/api/docs", 200, ["de", "fr", "en"]],
  ["/gibt-es-nicht", 404, ["de", "fr", "en"]],
] as const)("%s (%i) is accessible and sticks out nowhere", async (path, status, languages) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  for (const language of languages) {
    const answer = await page.goto(`${runtime.url}${path}?lang=${language}`);
    expect(answer?.status()).toBe(status);
    expect([language, await lookFaults(page, { colours: language === "de" })]).toEqual([language, []]);
  }
  await context.close();
});
