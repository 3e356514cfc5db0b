// Debian's Chromium for tests. Without one the tests are skipped and say so; in CI they run and fail.
import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

const BROWSERS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const executablePath = BROWSERS.find(existsSync);

export const withoutBrowser = executablePath === undefined && process.env["CI"] !== "true";
if (withoutBrowser) console.warn("SKIPPED browser tests: no Chromium found; install it with: apt-get install chromium");

const SWITCHES = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function launchBrowser(): Promise<Browser> {
  if (executablePath === undefined) throw new Error("CI needs Chromium for the browser tests");
  return chromium.launch({ executablePath, args: SWITCHES });
}
