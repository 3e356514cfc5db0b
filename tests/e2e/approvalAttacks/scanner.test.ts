// Mail filters open links before people do. Whatever they do there, nobody has decided, nobody is locked out, and the link works.
// One system, and one agreement from the first mail to the last, each read in the mailbox as it came by SMTP.
import { afterAll, beforeAll, expect, test } from "vitest";
import { decide } from "../../../functions/usecases/agreements/decide.ts";
import { recordBounce } from "../../../functions/usecases/mail/recordBounce.ts";
import { ALTDORF, BERGHEIM, CRONAU, signedIn } from "../../support/approval.ts";
import { OPENED } from "../../support/approvalSite.ts";
import { FormBrowser, formsOf } from "../../support/formBrowser.ts";
import { mailedSite, type MailedSite } from "../../support/mailedSite.ts";
import { linksOf, scan } from "../../support/mailScanner.ts";
import { storeContent, type StoreContent } from "../../support/storeContent.ts";

const AMOUNTS: Readonly<Record<string, string>> = { [ALTDORF]: "600,00", [BERGHEIM]: "250,50", [CRONAU]: "149,50" };

let site: MailedSite;
beforeAll(async () => {
  site = await mailedSite({ stage: "informed" });
});
afterAll(() => site.close());

async function everything(): Promise<StoreContent> {
  await site.idle();
  return storeContent(site);
}

/** Scans all that has arrived, three times, and finds every row of the store as it was. */
async function scanAll(): Promise<number> {
  const before = await everything();
  const requests = await scan(site.origin, await site.received());
  expect(await everything()).toEqual(before);
  return requests;
}

/** A person with the mail and the second mailbox. */
async function decideAsHuman(ags: string): Promise<string> {
  const browser = new FormBrowser(site.origin);
  const page = await browser.get(await site.receivedPath(`mayor-${ags}`));
  const [amount] = formsOf(page.body);
  const step = await browser.submit(amount!, { amount: AMOUNTS[ags]! });
  const done = await browser.submit(formsOf(step.body)[0]!, { code: await site.receivedCode(ags) });
  return done.body;
}

const signIn = (role: "mayor" | "finance", ags: string, version: number) =>
  decide(site.ports, site.secret(`${role}-${ags}`), {
    ...{ client: "c", version, decision: "approved", amount: AMOUNTS[ags]! },
    identity: { kind: "signIn", principal: signedIn(role, ags) },
  });

const kindsOf = async (): Promise<Set<string>> =>
  new Set((await site.received()).map(({ messageId }) => /-v\d-([a-z]+)/.exec(messageId)![1]!));

test("early information: nothing is to be decided yet, and nothing is", async () => {
  expect(await kindsOf()).toEqual(new Set(["information"]));
  await scanAll();
  expect(await site.state()).toBe("informed");
});

test("HTML and text of every mail lead to the same places, all of them here, and load nothing", async () => {
  await site.advanceTo(OPENED);
  const mails = await site.received();
  for (const { subject, text, html } of mails) {
    expect([subject, linksOf({ text }).sort()]).toEqual([subject, linksOf({ text: "", html }).sort()]);
    for (const [, address] of html.matchAll(/(?:src|href|action|background)\s*=\s*"([^"]*)"/g))
      expect(address!.startsWith(`${site.origin}/`)).toBe(true);
    expect(html).not.toMatch(/<(img|script|link|iframe|object|form|video|audio)\b|url\(/i);
  }
});

test("invitation, bounce alert, receipt and reminder: every link and form three times changes no row", async () => {
  const bounced = (await site.received()).find(({ to }) => to === `mayor-${ALTDORF}@example.org`)!;
  await recordBounce(site.ports, { messageId: bounced.messageId, cause: "550 no such mailbox" });
  expect(await decideAsHuman(CRONAU)).toContain("/pruefen/");
  await site.advanceTo("2026-12-02T08:10:00+01:00");
  for (const kind of ["ballot", "undeliverable", "receipt", "reminder"]) expect(await kindsOf()).toContain(kind);
  expect(await scanAll()).toBeGreaterThan(200);
});

test("changed version: the dead links and the new ones, and the human decides afterwards", async () => {
  await site.propose({ createdAt: "2026-12-02T09:00:00+01:00" });
  expect(await kindsOf()).toContain("changed");
  await scanAll();
  expect(await site.state(2)).toBe("open");
  expect(await decideAsHuman(BERGHEIM)).toContain("/pruefen/");
  expect(await decideAsHuman(CRONAU)).toContain("/pruefen/");
});

test("result: when all is over, the links of all mails still show and still change nothing", async () => {
  for (const role of ["mayor", "finance"] as const) expect((await signIn(role, ALTDORF, 2)).kind).toBe("decided");
  await site.idle();
  expect(await kindsOf()).toContain("result");
  await scanAll();
  expect(await site.state(2)).toBe("inForce");
});
