// Mails that do not arrive: refused for good, refused for now, and come back later. Nothing is lost, and the dispatcher knows.
import { readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { listUndelivered, readAgreement } from "../../../functions/contract/agreements.ts";
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
    site.clock.milliseconds += 60_000;
    await site.call("reconcileAgreements", {});
    await site.call("reconcileAgreements", {});
    expect(new Set(await asked()).size).toBe(5);
    expect(await asked()).toHaveLength(5);
  },
);

test("a mailbox that is away for days: tried at growing distance, seen by the dispatcher, who is told once, and sent once", async () => {
  const address = `mayor-${CRONAU}@example.org`;
  inbox.away.add(address);
  await site.advanceTo(OPENED);
  const status = async (groups: string[]): Promise<AgreementStatus> =>
    (await callApi(site, readAgreement, { parameters: { region: "tiny", agreement: "tiny-2026-W48" }, groups }))
      .json as AgreementStatus;
  const waiting = async () => (await status(["dispatcher:tiny"])).mails!;
  expect(await waiting()).toMatchObject([
    { contactId: `mayor-${CRONAU}`, occasion: "ballot", status: "waiting", attempts: 1, agreement: "tiny-2026-W48" },
  ]);
  expect((await status([`mayor:tiny:${CRONAU}`])).mails).toBeUndefined();
  // A day of quarters of an hour, as the calendar has it.
  for (let quarter = 0; quarter < 96; quarter++) {
    site.clock.milliseconds += 15 * 60_000;
    await site.call("reconcileAgreements", {});
  }
  const [mail, ...more] = await waiting();
  expect(more).toEqual([]);
  // 0, 15, 30, 45, 60 and 75 minutes, then after 32, 64, 128 minutes and every four hours, each at the next quarter.
  expect(mail!.attempts).toBeGreaterThan(10);
  expect(mail!.attempts).toBeLessThan(16);
  expect(mail!.cause).toContain("over quota");
  const told = await alerts("-waiting-");
  expect(told).toHaveLength(1);
  expect(told[0]!.text).toContain(`mayor-${CRONAU} Person`);
  expect(`${told[0]!.raw} ${JSON.stringify(await waiting())} ${site.logged.join(" ")}`).not.toContain(address);
  inbox.away.clear();
  for (let quarter = 0; quarter < 17; quarter++) {
    site.clock.milliseconds += 15 * 60_000;
    await site.call("reconcileAgreements", {});
  }
  expect(await waiting()).toEqual([]);
  expect((await receivedBy(address)).filter(({ messageId }) => messageId.includes("-ballot-"))).toHaveLength(1);
});

test("a server that is away altogether: alerts do not beget alerts, and afterwards everything is there once", async () => {
  const everybody = [
    "dora",
    "ada",
    ...[ALTDORF, BERGHEIM, CRONAU].flatMap((ags) => [`mayor-${ags}`, `finance-${ags}`]),
  ];
  for (const id of [...everybody, `deputy-${BERGHEIM}`]) inbox.away.add(`${id}@example.org`);
  await site.advanceTo(OPENED);
  const parameters = { region: "tiny" };
  const waiting = async () =>
    (
      (await callApi(site, listUndelivered, { parameters, groups: ["dispatcher:tiny"] })).json as {
        mails: { occasion: string }[];
      }
    ).mails;
  for (let quarter = 0; quarter < 48; quarter++) {
    site.clock.milliseconds += 15 * 60_000;
    await site.call("reconcileAgreements", {});
  }
  expect((await waiting()).map(({ occasion }) => occasion).sort()).toEqual([
    ...["ballot", "ballot", "ballot", "ballot", "ballot", "waiting"],
  ]);
  inbox.away.clear();
  for (let quarter = 0; quarter < 17; quarter++) {
    site.clock.milliseconds += 15 * 60_000;
    await site.call("reconcileAgreements", {});
  }
  expect((await waiting()).filter(({ occasion }) => occasion !== "waiting")).toEqual([]);
  const ids = (await Promise.all(inbox.received.map(readMail))).map(({ messageId }) => messageId);
  expect(new Set(ids).size).toBe(ids.length);
});

test("a code that cannot be sent for now: the page says so, and who asks again gets one", async () => {
  await site.advanceTo(OPENED);
  const code = `code-${CRONAU}@example.com`;
  inbox.away.add(code);
  const browser = new FormBrowser(site.origin);
  const [amount] = formsOf((await browser.get(site.path(`mayor-${CRONAU}`))).body);
  const failed = await browser.submit(amount!, { amount: "149,50" });
  expect([failed.status, failed.body]).toEqual([200, expect.stringContaining("nicht zustellbar")]);
  inbox.away.clear();
  site.clock.milliseconds += 1000;
  await browser.submit(amount!, { amount: "149,50" });
  expect(await receivedBy(code)).toHaveLength(1);
});

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
