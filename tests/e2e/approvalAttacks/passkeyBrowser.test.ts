// Passkeys in a real browser with its virtual authenticator: set up, decide with it, be refused a second time, check the file offline.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { main } from "../../../cli/main.ts";
import { breaches } from "../../support/accessible.ts";
import { ALTDORF, BERGHEIM } from "../../support/approval.ts";
import { approvalSite, type ApprovalSite } from "../../support/approvalSite.ts";
import { launchBrowser, withoutBrowser } from "../../support/browser.ts";
import { readPdf } from "../../support/readPdf.ts";

let browser: Browser;
let site: ApprovalSite;
let context: BrowserContext;
const folder = mkdtempSync(join(tmpdir(), "gruenverbund-passkey-"));
beforeAll(async () => {
  if (!withoutBrowser) browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  site = await approvalSite();
});
afterEach(async () => {
  await context?.close();
  await site.close();
});

const url = (ags: string): string => site.origin + site.path(`mayor-${ags}`);

/** @param ags whose mayor is signed in */
async function pageWithAuthenticator(ags: string): Promise<Page> {
  context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  await signIn(ags);
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      ...{ protocol: "ctap2", transport: "internal", hasResidentKey: true },
      ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
  return page;
}

async function signIn(ags: string): Promise<void> {
  const value = await site.issuer.token({ groups: [`mayor:tiny:${ags}`], name: "Berta" });
  await context.addCookies([{ name: "gv_session", value, url: site.origin }]);
}

async function register(page: Page, ags: string): Promise<void> {
  await page.goto(url(ags));
  await page.getByText("Mit Passkey entscheiden").click();
  await page.getByRole("button", { name: "Passkey auf diesem Gerät einrichten" }).click();
  await page.getByLabel("Name des Geräts").fill("  Dienst\u0009handy ");
  await page.getByRole("button", { name: "Jetzt einrichten" }).click();
  await page.getByText("Der Passkey ist eingerichtet.").waitFor();
}

async function enterAmount(page: Page, ags: string, amount: string): Promise<void> {
  await page.goto(url(ags));
  await page.getByLabel("Unser Anteil in Euro").fill(amount);
  await page.getByRole("button", { name: "Zustimmen" }).click();
}

/** Ends as `gruenverbund verify` does. */
async function verify(text: string): Promise<{ readonly code: number; readonly said: string }> {
  const file = join(folder, "agreement.json");
  writeFileSync(file, text);
  let said = "";
  const write = (more: string): void => void (said += more);
  const code = await main(["verify", file], { stdout: write, stderr: write, isTerminal: false, columns: 200 });
  return { code, said };
}

test.skipIf(withoutBrowser)(
  "set up with an account, used without one: decided above the limit, once, and anybody can check the signature",
  async () => {
    const page = await pageWithAuthenticator(ALTDORF);
    await register(page, ALTDORF);
    await context.clearCookies();
    await enterAmount(page, ALTDORF, "600,00");
    expect(await breaches(page)).toEqual([]);
    await page.getByRole("button", { name: "Mit Passkey verbindlich zustimmen" }).click();
    await page.getByText("Ihr Beleg").waitFor();
    expect(
      await page.getByRole("definition").filter({ hasText: "Passkey „Dienst handy“ vom 25.11.2026" }).count(),
    ).toBe(1);
    const pdf = await (await page.request.get(`${url(ALTDORF)}/beleg.pdf`)).body();
    expect(readPdf(pdf).pages.join(" ")).toContain("Passkey „Dienst handy“ vom 25.11.2026");
    const text = await (await page.request.get(`${url(ALTDORF)}/vereinbarung.json`)).text();
    expect(await verify(text)).toMatchObject({
      code: 0,
      said: expect.stringContaining("signed with the passkey") as string,
    });
    const start = text.indexOf('"authenticatorData": "') + '"authenticatorData": "'.length;
    const changed = `${text.slice(0, start)}${text[start] === "A" ? "B" : "A"}${text.slice(start + 1)}`;
    const wrong = await verify(changed);
    expect([wrong.code, wrong.said]).toEqual([1, expect.stringContaining("agreement.passkey")]);
  },
);

test.skipIf(withoutBrowser)("the same answer sent again decides nothing, and shows the receipt", async () => {
  const page = await pageWithAuthenticator(BERGHEIM);
  await register(page, BERGHEIM);
  await enterAmount(page, BERGHEIM, "250,50");
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST") sent.push(request.postData() ?? "");
  });
  await page.getByRole("button", { name: "Mit Passkey verbindlich zustimmen" }).click();
  await page.getByText("Ihr Beleg").waitFor();
  const replay = await page.request.post(`${url(BERGHEIM)}/entscheidung`, {
    headers: { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin" },
    data: sent.at(-1)!,
  });
  expect(await replay.text()).toContain("Entschieden wird nur einmal.");
  expect((await site.logKinds()).filter((kind) => kind === "agreement.decided")).toHaveLength(1);
});

test.skipIf(withoutBrowser)("a passkey can be removed by its owner, and is gone", async () => {
  const page = await pageWithAuthenticator(BERGHEIM);
  await register(page, BERGHEIM);
  await page.getByRole("button", { name: "Entfernen" }).click();
  await page.getByText("Der Passkey ist entfernt.").waitFor();
  await enterAmount(page, BERGHEIM, "250,50");
  await page.getByRole("button", { name: "Verbindlich zustimmen" }).waitFor();
  expect(await page.getByText("Mit Passkey verbindlich").count()).toBe(0);
});

test.skipIf(withoutBrowser)(
  "who has a passkey is offered it first, and a code is sent only when it is asked for",
  async () => {
    const page = await pageWithAuthenticator(BERGHEIM);
    await register(page, BERGHEIM);
    await context.clearCookies();
    const codes = () => site.mails.filter(({ to }) => to[0]!.address === `code-${BERGHEIM}@example.com`);
    await enterAmount(page, BERGHEIM, "250,50");
    await page.getByRole("button", { name: "Mit Passkey verbindlich zustimmen" }).waitFor();
    expect(codes()).toEqual([]);
    expect(await page.getByLabel("Einmalcode").count()).toBe(0);
    expect(await breaches(page)).toEqual([]);
    await page.getByRole("button", { name: "Stattdessen einen Einmalcode schicken" }).click();
    await page.getByLabel("Einmalcode").waitFor();
    expect(codes()).toHaveLength(1);
    await page.getByLabel("Einmalcode").fill("12");
    await page.getByRole("button", { name: "Verbindlich zustimmen", exact: true }).click();
    // A wrong one leaves the field there.
    await page.getByLabel("Einmalcode").fill(site.code(BERGHEIM));
    await page.getByRole("button", { name: "Verbindlich zustimmen", exact: true }).click();
    await page.getByText("Ihr Beleg").waitFor();
    expect(await page.getByRole("definition").filter({ hasText: "Einmalcode" }).count()).toBe(1);
  },
);

test.skipIf(withoutBrowser)("without scripts the page says so, and the other ways are open", async () => {
  const page = await pageWithAuthenticator(BERGHEIM);
  await register(page, BERGHEIM);
  const cookies = await context.cookies();
  await context.close();
  context = await browser.newContext({ javaScriptEnabled: false });
  await context.addCookies(cookies.filter(({ name }) => name !== "gv_session"));
  const plain = await context.newPage();
  await enterAmount(plain, BERGHEIM, "250,50");
  await plain.getByText("Ein Passkey braucht JavaScript.").waitFor();
  expect(await plain.getByRole("button", { name: "Mit Passkey" }).count()).toBe(0);
  await plain.getByRole("button", { name: "Stattdessen einen Einmalcode schicken" }).click();
  await plain.getByLabel("Einmalcode").fill(site.code(BERGHEIM));
  await plain.getByRole("button", { name: "Verbindlich zustimmen" }).click();
  await plain.getByText("Ihr Beleg").waitFor();
});
