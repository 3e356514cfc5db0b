// The mails of the planning and of the audit log hold no decision. A filter that does with them all that it does with others finds
// nothing to follow, and nothing changes.
import { afterEach, beforeEach, expect, test } from "vitest";
import { startPlan } from "../../../functions/usecases/weeks/startPlan.ts";
import { BERGHEIM } from "../../support/approval.ts";
import { OPENED } from "../../support/approvalSite.ts";
import { FormBrowser, formsOf } from "../../support/formBrowser.ts";
import { mailedSite, type MailedSite } from "../../support/mailedSite.ts";
import { linksOf, scan } from "../../support/mailScanner.ts";
import { storeContent } from "../../support/storeContent.ts";

let site: MailedSite;
beforeEach(async () => {
  site = await mailedSite();
});
afterEach(() => site.close());

test(
  "tours of the week and heads of the log, scanned three times while a vote is open, change no row",
  { timeout: 180_000 },
  async () => {
    await site.advanceTo(OPENED);
    const options = { seed: 1, iterations: 50 };
    const { execution } = await startPlan(site.ports, { region: "tiny", week: "2026-W48", options });
    const planned = async (): Promise<string | undefined> => (await site.ports.workflows.describe(execution))?.status;
    while ((await planned()) === "RUNNING") await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await planned()).toBe("SUCCEEDED");
    await site.call("mailAuditHeads", {});
    await site.idle();
    const mails = (await site.received()).filter(({ messageId }) => /-tours-|audit-head/.test(messageId));
    expect(mails.filter(({ messageId }) => messageId.includes("-tours-"))).toHaveLength(1);
    expect(mails.filter(({ messageId }) => messageId.includes("audit-head")).length).toBeGreaterThan(5);
    for (const { subject, text, html } of mails) {
      expect([subject, linksOf({ text, html })]).toEqual([subject, []]);
      expect(html).not.toMatch(/<(img|script|link|iframe|object|form|video|audio)\b|url\(|(src|href|action)=/i);
    }
    const before = await storeContent(site);
    // What a filter makes up from what it has read: the pages that a mail of ours could have led to.
    const made = mails.map(({ text, html }) => ({ text: `${text} ${site.origin}/ ${site.origin}/api/keys`, html }));
    await scan(site.origin, made);
    await site.idle();
    expect(await storeContent(site)).toEqual(before);
    // And the vote goes on.
    const browser = new FormBrowser(site.origin);
    const [amount] = formsOf((await browser.get(await site.receivedPath(`mayor-${BERGHEIM}`))).body);
    const [confirm] = formsOf((await browser.submit(amount!, { amount: "250,50" })).body);
    expect((await browser.submit(confirm!, { code: await site.receivedCode(BERGHEIM) })).body).toContain("/pruefen/");
  },
);
