// Administration and finance read and comment before anybody decides, through a link that never decides anything.
import { afterEach, beforeEach, expect, test } from "vitest";
import { decide } from "../../functions/usecases/agreements/decide.ts";
import { ALTDORF, BERGHEIM, CRONAU, signedIn } from "../support/approval.ts";
import { approvalSite, OPENED, whatCounts, type ApprovalSite } from "../support/approvalSite.ts";
import { FormBrowser, formsOf, type Shown } from "../support/formBrowser.ts";

let site: ApprovalSite;
let browser: FormBrowser;
beforeEach(async () => {
  site = await approvalSite({ stage: "informed" });
  browser = new FormBrowser(site.origin);
});
afterEach(() => site.close());

const finance = (): string => site.path(`finance-${BERGHEIM}`);

/** Signs in and says something through the link of a contact. */
async function comment(contactId: string, group: string, amount: string, text: string): Promise<Shown> {
  const own = new FormBrowser(site.origin);
  own.cookies.set("gv_session", await site.issuer.token({ groups: [group], name: "Amt" }));
  const [first] = formsOf((await own.get(site.path(contactId))).body);
  const step = await own.submit(first!, { amount });
  return own.submit(formsOf(step.body)[0]!, { text });
}

test("the early information leads to the figures and to a form that only comments", async () => {
  const page = await browser.get(finance());
  expect([page.status, page.body.includes("Noch wird nicht entschieden")]).toEqual([200, true]);
  const forms = formsOf(page.body);
  expect(forms.map(({ action, fields, buttons }) => [action, fields, buttons])).toEqual([
    [`${finance()}/weiter#entscheiden`, ["amount"], [["intent", "ask"]]],
  ]);
  const before = await whatCounts(site);
  await browser.get(finance());
  await new FormBrowser(site.origin).get(finance(), "HEAD");
  // The amount that the page shows, as a scanner copies it, gets nobody further; nor does another button.
  for (const intent of ["ask", "approve"]) {
    const step = await browser.submit(forms[0]!, { amount: "250,50" }, ["intent", intent]);
    expect(step.body).toContain("Mit dem eigenen Konto anmelden");
    const posted = await browser.post(`${finance()}/frage`, {
      ...{ ...forms[0]!.hidden, amount: "250,50", intent, text: "Von niemandem." },
    });
    expect(posted.status).toBe(422);
  }
  expect(await whatCounts(site)).toEqual(before);
});

test("a comment is logged, mailed to dispatcher and administration, and shown to all who read the proposal", async () => {
  const said = "Die Menge <b>im Dezember</b> ist zu hoch.";
  const done = await comment(`finance-${BERGHEIM}`, `finance:tiny:${BERGHEIM}`, "250,50", said);
  expect(done.body).toContain("Ihre Stellungnahme ist abgeschickt.");
  expect(done.body).toContain("Die Menge &lt;b&gt;im Dezember&lt;/b&gt; ist zu hoch.");
  const [mail] = site.mailsTo("dora").filter(({ id }) => id.includes("question"));
  expect(mail!.subject).toContain("Stellungnahme aus Bergheim");
  // Ada is Altdorf's administration, not Bergheim's.
  expect(site.mailsTo("ada").filter(({ id }) => id.includes("question"))).toEqual([]);
  expect((await site.logKinds()).filter((kind) => kind === "agreement.comment")).toHaveLength(1);
  for (const reader of ["ada", `finance-${CRONAU}`])
    expect((await browser.get(site.path(reader))).body).toContain("im Dezember");
  await comment("ada", "admin:tiny", "600,00", "Einverstanden.");
  expect(site.mailsTo("ada").filter(({ id }) => id.includes("question"))).toHaveLength(1);
  // Somebody else's account does not speak for an office.
  const other = await comment(`finance-${CRONAU}`, `finance:tiny:${BERGHEIM}`, "149,50", "Für Cronau.");
  expect(other.status).toBe(422);
  // Who decides later sees what was said.
  await site.advanceTo(OPENED);
  expect((await browser.get(site.path(`mayor-${CRONAU}`))).body).toContain("im Dezember");
});

test("what is wrong is said, and what was typed stays", async () => {
  const [form] = formsOf((await browser.get(finance())).body);
  const missed = await browser.submit(form!, { amount: "1,00" });
  expect([missed.status, missed.body.includes('id="amount-miss"')]).toEqual([422, true]);
  const empty = await comment(`finance-${BERGHEIM}`, `finance:tiny:${BERGHEIM}`, "250,50", "");
  expect([empty.status, empty.body.includes('id="text-miss"')]).toEqual([422, true]);
  expect((await site.logKinds()).filter((kind) => kind === "agreement.comment")).toEqual([]);
});

test("the link decides nothing, before the opening or after, and takes no comment once voting has begun", async () => {
  const secret = site.secret(`finance-${ALTDORF}`);
  const deciding = () =>
    decide(site.ports, secret, {
      ...{ client: "c", version: 1, decision: "approved", amount: "600,00" },
      identity: { kind: "signIn", principal: signedIn("finance", ALTDORF) },
    });
  expect((await deciding()).kind).toBe("closed");
  const [form] = formsOf((await browser.get(`/a/${secret}`)).body);
  await site.advanceTo(OPENED);
  // The office has another link now, by which it decides.
  expect(site.secret(`finance-${ALTDORF}`)).not.toBe(secret);
  expect((await deciding()).kind).toBe("closed");
  const late = await browser.submit(form!, { amount: "600,00" });
  expect([late.status, late.body.includes("Über diesen Link wird nicht entschieden")]).toEqual([409, true]);
  expect(formsOf(late.body)).toEqual([]);
  expect((await site.logKinds()).filter((kind) => /comment|question|decided/.test(kind))).toEqual([]);
});
