// Several at once, clocks that jump, links that are guessed: through the real gateway, with a clock of the test's own.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { Ports } from "../../../functions/usecases/ports.ts";
import { verifyAgreement } from "../../../functions/usecases/agreements/verifyAgreement.ts";
import { systemClock } from "../../../functions/adapters/system/systemClock.ts";
import { fileLog } from "../../../local/fileLog.ts";
import { BERGHEIM } from "../../support/approval.ts";
import { approvalSite, type ApprovalSite, type SiteOptions } from "../../support/approvalSite.ts";
import { FormBrowser, formsOf, type FoundForm, type Shown } from "../../support/formBrowser.ts";
import { storeContent, type StoreContent } from "../../support/storeContent.ts";

const SHARE = "250,50";
const MAYOR = `mayor-${BERGHEIM}`;

async function open(options: SiteOptions = {}): Promise<ApprovalSite> {
  const site = await approvalSite(options);
  onTestFinished(() => site.close());
  return site;
}

interface AtSecondStep {
  readonly browser: FormBrowser;
  readonly confirm: FoundForm;
  decide(more?: Readonly<Record<string, string>>): Promise<Shown>;
}

/** Somebody in a browser of their own, before the last button. */
async function secondStep(site: ApprovalSite, contactId: string, intent = "approve"): Promise<AtSecondStep> {
  const browser = new FormBrowser(site.origin);
  const token = await site.issuer.token({ groups: [`mayor:tiny:${BERGHEIM}`], name: contactId });
  browser.cookies.set("gv_session", token);
  const [amount] = formsOf((await browser.get(site.path(contactId))).body);
  const step = await browser.submit(amount!, { amount: SHARE }, ["intent", intent]);
  const [confirm] = formsOf(step.body);
  return { browser, confirm: confirm!, decide: (more = {}) => browser.submit(confirm!, more) };
}

const decisions = async (site: ApprovalSite): Promise<number> =>
  (await site.logKinds()).filter((kind) => kind === "agreement.decided").length;

test("deputy and mayor decide at the same moment, one yes, one no: one counts, and both are shown the same", async () => {
  const site = await open();
  const mayor = await secondStep(site, MAYOR);
  const deputy = await secondStep(site, `deputy-${BERGHEIM}`, "reject");
  const answers = await Promise.all([mayor.decide(), deputy.decide({ text: "Zu teuer." })]);
  await site.idle();
  expect(await decisions(site)).toBe(1);
  const receipts = answers.map(({ body }) => /href="(\/pruefen\/[^"]+)"/.exec(body)?.[1]);
  expect(receipts[0]).toBeDefined();
  expect(receipts[1]).toBe(receipts[0]);
});

test("yes in one tab and no in another: the first counts, the second is shown it", async () => {
  const site = await open();
  const { browser, decide } = await secondStep(site, MAYOR);
  const [amount] = formsOf((await browser.get(site.path(MAYOR))).body);
  const other = formsOf((await browser.submit(amount!, { amount: SHARE }, ["intent", "reject"])).body)[0]!;
  await decide();
  await site.idle();
  const before = kept(await storeContent(site));
  const late = await browser.submit(other, { text: "Doch nicht." });
  await site.idle();
  expect(late.body).toContain("/pruefen/");
  expect(kept(await storeContent(site))).toEqual(before);
  expect(await decisions(site)).toBe(1);
});

/** Without what the mail that follows a decision writes. */
const kept = (content: StoreContent): StoreContent =>
  Object.fromEntries(Object.entries(content).filter(([key]) => /^(agreement|audit|region)#/.test(key)));

test("ids, shares and levels that a form makes up are not read", async () => {
  const site = await open();
  const { decide } = await secondStep(site, MAYOR);
  const made = { agreement: "other", region: "other", ags: "10001001", role: "finance", level: "L0", shareCents: "1" };
  await decide({ ...made, contactId: "dora", deputy: "true", proposalSha256: "0".repeat(64) });
  const { items } = await site.ports.store.query({ pk: "agreement#tiny#tiny-2026-W48", prefix: "ballot#" });
  expect(items.map(({ data }) => (data as { ballot: object }).ballot)).toMatchObject([
    { ags: BERGHEIM, role: "mayor", contactId: MAYOR, deputy: false, amountCents: 25_050 },
  ]);
});

test("a guess is looked up by its HMAC: near misses and far ones read the same, and nothing that is stored opens a page", async () => {
  const asked: string[] = [];
  const around = (ports: Ports): Ports => ({
    ...ports,
    store: { ...ports.store, get: (key) => (asked.push(`${key.pk} ${key.sk}`), ports.store.get(key)) },
  });
  const site = await open({ around });
  const secret = site.secret(MAYOR);
  expect(Buffer.from(secret, "base64url")).toHaveLength(32);
  const browser = new FormBrowser(site.origin);
  const last = secret.endsWith("A") ? "E" : "A";
  const readsOf = async (guess: string): Promise<string[]> => {
    asked.length = 0;
    expect((await browser.get(`/a/${guess}`)).status).toBe(404);
    return [...asked];
  };
  const [near, far] = [await readsOf(secret.slice(0, -1) + last), await readsOf("B".repeat(43))];
  for (const reads of [near, far]) expect(reads).toEqual([expect.stringMatching(/^link#[0-9a-f]{64} link$/)]);
  expect(near).not.toEqual(far);
  const rows = JSON.stringify([[...site.written.keys()], await storeContent(site)]);
  expect(rows).not.toContain(secret);
  for (const [, hash] of rows.matchAll(/link#([0-9a-f]{64})/g))
    expect((await browser.get(`/a/${Buffer.from(hash!, "hex").toString("base64url")}`)).status).toBe(404);
});

test("the log of the runtime, errors included, holds no link and no code", async () => {
  const folder = mkdtempSync(join(tmpdir(), "gruenverbund-log-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "log.jsonl");
  const log = fileLog(file, systemClock);
  const site = await open({ around: (ports) => ({ ...ports, log }) });
  const path = site.path(MAYOR);
  const browser = new FormBrowser(site.origin);
  const [amount] = formsOf((await browser.get(path)).body);
  const [confirm] = formsOf((await browser.submit(amount!, { amount: SHARE })).body);
  const code = site.code(BERGHEIM);
  const { query } = site.ports.store;
  Object.assign(site.ports.store, {
    query: () => Promise.reject(new Error(`broken at ${path}`, { cause: new Error(site.origin + path) })),
  });
  expect((await browser.get(path)).status).toBe(500);
  Object.assign(site.ports.store, { query });
  expect((await browser.submit(confirm!, { code })).body).toContain("/pruefen/");
  await site.idle();
  log.close();
  const written = readFileSync(file, "utf8");
  expect(written).toContain("broken at /a/[secret]");
  expect(written).toContain("ballot decided");
  for (const mail of site.mails)
    for (const [, secret] of mail.text.matchAll(/\/a\/([\w-]{43})/g)) expect(written).not.toContain(secret);
  expect(written).not.toContain(code);
});

test.each([
  ["in winter", {}, "2026-12-09T22:59:58Z", "2026-12-09T22:59:59Z"],
  [
    "on the day on which summer time begins",
    {
      createdAt: "2027-03-22T08:00:00+01:00",
      commentUntil: "2027-03-23T16:00:00+01:00",
      deadline: "2027-03-28T23:59:59+02:00",
    },
    "2027-03-28T21:59:58Z",
    "2027-03-28T21:59:59Z",
  ],
  [
    "on the day on which it ends",
    {
      createdAt: "2027-10-25T08:00:00+02:00",
      commentUntil: "2027-10-26T16:00:00+02:00",
      deadline: "2027-10-31T23:59:59+01:00",
    },
    "2027-10-31T22:59:58Z",
    "2027-10-31T22:59:59Z",
  ],
] as const)("the deadline %s is met to the second", async (_, change, before, after) => {
  const site = await open({ stage: "informed" });
  if ("createdAt" in change) {
    await site.advanceTo(change.createdAt);
    await site.propose(change);
    await site.advanceTo(change.commentUntil);
  }
  await site.advanceTo("deadline" in change ? change.commentUntil : "2026-11-25T16:00:00+01:00");
  const browser = new FormBrowser(site.origin);
  const [amount] = formsOf((await browser.get(site.path(MAYOR))).body);
  await site.advanceTo(new Date(Date.parse(before) - 60_000).toISOString());
  const [confirm] = formsOf((await browser.submit(amount!, { amount: SHARE })).body);
  const late = new FormBrowser(site.origin);
  const [lateAmount] = formsOf((await late.get(site.path("mayor-10001003"))).body);
  const [lateConfirm] = formsOf((await late.submit(lateAmount!, { amount: "149,50" })).body);
  const lateCode = site.code("10001003");
  await site.advanceTo(before);
  expect((await browser.submit(confirm!, { code: site.code(BERGHEIM) })).body).toContain("/pruefen/");
  site.clock.milliseconds = Date.parse(after);
  expect((await late.submit(lateConfirm!, { code: lateCode })).status).toBe(409);
  expect(await decisions(site)).toBe(1);
});

test("a clock that is set back between code and decision harms neither: decided once, and the files check offline", async () => {
  const site = await open();
  const browser = new FormBrowser(site.origin);
  const [amount] = formsOf((await browser.get(site.path(MAYOR))).body);
  const [confirm] = formsOf((await browser.submit(amount!, { amount: SHARE })).body);
  site.clock.milliseconds -= 90_000;
  expect((await browser.submit(confirm!, { code: site.code(BERGHEIM) })).body).toContain("/pruefen/");
  await site.idle();
  const keys = { keys: (await site.ports.signer.publicKeys()).map((key) => ({ ...key })) };
  const { body } = await browser.get(`${site.path(MAYOR)}/beleg.json`);
  expect((await verifyAgreement(body, "beleg.json", keys)).findings).toEqual([]);
  expect(await decisions(site)).toBe(1);
});
