// The QR code of a receipt, read as a telephone would: off the screen, and off the paper.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import readQr from "jsqr";
import { expect, onTestFinished, test } from "vitest";
import { BERGHEIM } from "../../support/approval.ts";
import { approvalSite, type ApprovalSite } from "../../support/approvalSite.ts";
import { launchBrowser, withoutBrowser } from "../../support/browser.ts";
import { FormBrowser, formsOf } from "../../support/formBrowser.ts";
import { pixelsOf } from "../../support/readPng.ts";

async function decided(): Promise<{ site: ApprovalSite; path: string; verifyUrl: string }> {
  const site = await approvalSite();
  onTestFinished(() => site.close());
  const path = site.path(`mayor-${BERGHEIM}`);
  const browser = new FormBrowser(site.origin);
  const [amount] = formsOf((await browser.get(path)).body);
  const step = await browser.submit(amount!, { amount: "250,50" });
  const { body } = await browser.submit(formsOf(step.body)[0]!, { code: site.code(BERGHEIM) });
  const [, verify] = /href="(\/pruefen\/[^"?]+)/.exec(body)!;
  return { site, path, verifyUrl: site.origin + verify! };
}

function read(png: Uint8Array): string | undefined {
  const { pixels, width, height } = pixelsOf(png);
  return readQr.default(pixels, width, height)?.data;
}

test.skipIf(withoutBrowser).each(["light", "dark"] as const)(
  "on a telephone's screen (%s) it leads to the public page",
  async (colorScheme) => {
    const { site, path, verifyUrl } = await decided();
    const browser = await launchBrowser();
    onTestFinished(() => browser.close());
    const page = await browser.newPage({ viewport: { width: 390, height: 844 }, colorScheme });
    await page.goto(site.origin + path);
    expect(read(await page.screenshot({ fullPage: true }))).toBe(verifyUrl);
    expect((await fetch(verifyUrl)).status).toBe(200);
  },
);

const withoutRenderer = ((): boolean => {
  try {
    execFileSync("pdftoppm", ["-v"], { stdio: "ignore" });
    return false;
  } catch {
    return process.env["CI"] !== "true";
  }
})();
if (withoutRenderer)
  console.warn("SKIPPED the QR code on paper: no pdftoppm; install it with: apt-get install poppler-utils");

test.skipIf(withoutRenderer)("printed at 150 dots an inch it leads to the public page", async () => {
  const { site, path, verifyUrl } = await decided();
  const pdf = await (await fetch(`${site.origin}${path}/beleg.pdf`)).bytes();
  const folder = mkdtempSync(join(tmpdir(), "gruenverbund-qr-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "beleg.pdf"), pdf);
  execFileSync("pdftoppm", ["-png", "-r", "150", "-singlefile", "beleg.pdf", "beleg"], { cwd: folder });
  expect(read(readFileSync(join(folder, "beleg.png")))).toBe(verifyUrl);
});
