// Mails that do not arrive: refused for good, refused for now, and come back later. Nothing is lost, and the dispatcher knows.
import { readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readAgreement } from "../../../functions/contract/agreements.ts";
import type { AgreementStatus } from "../../../functions/contract/agreements.ts";
import { callApi } from "../../support/apiEvent.ts";
import { ALTDORF, BERGHEIM, CRONAU } from "../../support/approval.ts";
import { approvalSite, OPENED, type ApprovalSite } from "../../support/approvalSite.ts";
import { FormBrowser, formsOf } from "../../support/formBrowser.ts";
import { readMail, sendThrough, type Received } from "../../support/mailedSite.ts";
import { plainSmtp } from "../../support/plainSmtp.ts";
import { smtpInbox, type SmtpInbox } from "../../support/smtpInbox.ts";
import type { SmtpMailer } from "../../../functions/adapters/smtp/smtpMailer.ts";

let inbox: SmtpInbox;
let mailer: SmtpMailer;
let site: ApprovalSite;
beforeEach(async () => {
  inbox = await smtpInbox();
  mailer = plainSmtp(inbox.port);
  site = await approvalSite({ stage: "informed", prepare: (system) => sendThrough(system, mailer) });
});
afterEach(async () => {
  await site.close();
  mailer.close();
  await inbox.close();
});

const receivedBy = async (address: string): Promise<Received[]> =>
  (await Promise.all(inbox.received.map(readMail))).filter(({ to }) => to === address);
const alerts = async (kind: string): Promise<Received[]> =>
  (await receivedBy("dora@example.org")).filter(({ messageId }) => messageId.includes(kind));

async function ballots(): Promise<AgreementStatus["ballots"]> {
  const parameters = { region: "tiny", agreement: "tiny-2026-W48" };
  const { json } = await callApi(site, readAgreement, { parameters, groups: ["dispatcher:tiny"] });
  return (json as AgreementStatus).ballots;
}

test("550 at RCPT: the ballot says so, the dispatcher hears of it at once, and the deputy decides", async () => {
  inbox.gone.add(`mayor-${BERGHEIM}@example.org`);
  await site.advanceTo(OPENED);
  expect((await ballots()).filter(({ undeliverable }) => undeliverable)).toMatchObject([
    { ags: BERGHEIM, role: "mayor" },
  ]);
  const [alert, ...more] = await alerts("undeliverable");
  expect(more).toEqual([]);
  expect(alert!.text).toContain(`deputy-${BERGHEIM} Person`);
  expect(alert!.text).toMatch(/550|no such mailbox/);
  // Neither mail nor page of a dispatcher names an address.
  expect(alert!.text).not.toContain(`mayor-${BERGHEIM}@example.org`);
  const [invitation] = await receivedBy(`deputy-${BERGHEIM}@example.org`);
  const browser = new FormBrowser(site.origin);
  const token = await site.issuer.token({ groups: [`mayor:tiny:${BERGHEIM}`], name: "Vertretung" });
  browser.cookies.set("gv_session", token);
  const [amount] = formsOf((await browser.get(/\/a\/[A-Za-z0-9_-]{43}/.exec(invitation!.text)![0])).body);
  const [confirm] = formsOf((await browser.submit(amount!, { amount: "250,50" })).body);
  expect((await browser.submit(confirm!, {})).body).toContain("/pruefen/");
  expect((await ballots()).find(({ ags }) => ags === BERGHEIM)).toMatchObject({ decision: "approved", deputy: true });
});

test("550 without a deputy: the alert says that there is none", async () => {
  inbox.gone.add(`mayor-${CRONAU}@example.org`);
  await site.advanceTo(OPENED);
  const [alert] = await alerts("undeliverable");
  expect(alert!.text).toContain("deputyOf");
  expect((await ballots()).find(({ ags }) => ags === CRONAU)).toMatchObject({ undeliverable: true });
});

test("a receipt or a code that is refused for good reaches the dispatcher as an alert", async () => {
  await site.advanceTo(OPENED);
  inbox.gone.add(`mayor-${CRONAU}@example.org`);
  inbox.gone.add(`code-${CRONAU}@example.com`);
  const browser = new FormBrowser(site.origin);
  const [amount] = formsOf((await browser.get(site.path(`mayor-${CRONAU}`))).body);
  await browser.submit(amount!, { amount: "149,50" });
  expect(await alerts("bounce-code")).toHaveLength(1);
  browser.cookies.set("gv_session", await site.issuer.token({ groups: [`mayor:tiny:${CRONAU}`], name: "Carla" }));
  const [confirm] = formsOf((await browser.submit(amount!, { amount: "149,50" })).body);
  expect((await browser.submit(confirm!, {})).body).toContain("/pruefen/");
  await site.idle();
  const [alert, ...more] = await alerts("bounce-receipt");
  expect(more).toEqual([]);
  expect(alert!.text).not.toContain("@example");
});

test.each(["recipient", "data", "sender"] as const)(
  "451 at %s: nobody is marked, the others get theirs, and the reconciler sends what is missing, once",
  async (moment) => {
    inbox.failNext = { moment, code: 451 };
    await site.advanceTo(OPENED);
    const asked = async (): Promise<string[]> =>
      (await Promise.all(inbox.received.map(readMail)))
        .filter(({ messageId }) => messageId.includes("-ballot-"))
        .map(({ to }) => to);
    // Altdorf's mayor and treasurer, Bergheim's mayor and deputy, Cronau's mayor.
    expect(await asked()).toHaveLength(4);
    expect((await ballots()).some(({ undeliverable }) => undeliverable)).toBe(false);
    expect(site.logged.join("\n")).toContain("mails of an agreement not sent");
    await site.call("reconcileAgreements", {});
    await site.call("reconcileAgreements", {});
    expect(new Set(await asked()).size).toBe(5);
    expect(await asked()).toHaveLength(5);
  },
);

test("the bounce event of SES for a mail that was taken at first: marked, alert, deputy asked", async () => {
  await site.advanceTo(OPENED);
  const [invitation] = await receivedBy(`mayor-${ALTDORF}@example.org`);
  const sample = readFileSync(new URL("../../../events/ses-bounce.json", import.meta.url), "utf8");
  const event = JSON.parse(sample.replaceAll("<tiny-tiny-2026-W48@example.org>", invitation!.messageId)) as unknown;
  for (let i = 0; i < 3; i++) await site.call("recordBounce", event);
  expect((await ballots()).filter(({ undeliverable }) => undeliverable)).toMatchObject([
    { ags: ALTDORF, role: "mayor" },
  ]);
  expect(await alerts("undeliverable")).toHaveLength(1);
  expect(await receivedBy(`deputy-${ALTDORF}@example.org`)).toHaveLength(1);
});
