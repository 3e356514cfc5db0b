/** The split is put to the vote: twelve mayors approve from their mails and one refuses; without that one it goes through. */
import assert from "node:assert/strict";
import type { Agreement } from "../../../domain/agreement/agreement.ts";
import type { Contact } from "../../../domain/region/contacts.ts";
import type { AgreementStatus, AgreementSummary } from "../../../functions/contract/agreements.ts";
import { allContacts } from "../../../functions/usecases/records/contacts.ts";
import { FormBrowser, formsOf, type FoundForm } from "../../support/formBrowser.ts";
import { euros } from "../euros.ts";
import type { Chapter, Stage, StoryMail } from "../stage.ts";

const LINK = /\/a\/[A-Za-z0-9_-]{43}/;
/** Wallerfangen. */
const REFUSES = "10044121";
/** Lebach: this mayor is watched. */
const WATCHED = "10044112";

export const vote: Chapter = {
  title: "Twelve mayors approve and one refuses; the split without that one goes through",
  async play(stage) {
    const first = await opened(stage, 1);
    const { members } = first.agreement;
    stage.say(
      `${members.length} members are asked whether they pay their part of ${euros(first.agreement.jointCostCents)}.`,
    );
    await everybody(stage, first, REFUSES);
    const second = await opened(stage, first.agreement.version + 1);
    const left = second.agreement.members.map(({ ags }) => ags);
    assert.deepEqual(
      left,
      members.map(({ ags }) => ags).filter((ags) => ags !== REFUSES),
    );
    stage.say("One has refused. The split without it is proposed at once.");
    await everybody(stage, second);
    const { id, agreement } = await stage.until("the agreement of the twelve", async () => {
      const now = await status(stage);
      const state = now?.versions.at(-1)?.state;
      return state === "approved" || state === "inForce" ? now : undefined;
    });
    const { version, jointCostCents } = agreement;
    const aloneCents = agreement.members.reduce((sum, one) => sum + one.standAloneCostCents, 0);
    stage.notes.agreed = { id, version, jointCostCents, aloneCents };
    stage.say(`Approved: ${agreement.members.length} members pay ${euros(agreement.jointCostCents)} together.`);
  },
};

/** Of the week's agreement, once there is one. */
async function status(stage: Stage): Promise<AgreementStatus | undefined> {
  const base = `/api/regions/${stage.region}/agreements`;
  const { agreements } = (await (await stage.api("admin.saarlouis", base)).json()) as {
    agreements: AgreementSummary[];
  };
  const ours = agreements.find(({ id }) => id.includes(stage.notes.week!));
  if (ours === undefined) return undefined;
  return (await (await stage.api("admin.saarlouis", `${base}/${ours.id}`)).json()) as AgreementStatus;
}

/** The version, once it can be voted on. */
async function opened(stage: Stage, version: number): Promise<AgreementStatus> {
  return stage.until(`version ${version} to be open`, async () => {
    const now = await status(stage);
    const current = now?.versions.at(-1);
    return current !== undefined && current.version >= version && current.state === "open" ? now : undefined;
  });
}

/** Everybody who is asked decides by the link in the mail; who refuses does so last. */
async function everybody(stage: Stage, { agreement, ballots }: AgreementStatus, refuses?: string): Promise<void> {
  const asked = [...ballots].sort((a, b) => Number(a.ags === refuses) - Number(b.ags === refuses));
  for (const { ags, role } of asked) {
    const path = await stage.until(`the link of the ${role} of ${ags}`, () => linkOf(stage, agreement, ags, role));
    const intent = ags === refuses ? "reject" : "approve";
    const vote = { agreement, ags, role, path, intent } as const;
    if (ags === WATCHED && role === "mayor" && refuses !== undefined) await decideWatched(stage, vote);
    else await decide(stage, vote);
    if (intent === "reject") return;
  }
}

interface Vote {
  readonly agreement: Agreement;
  readonly ags: string;
  readonly role: "mayor" | "finance";
  /** Of the page that the mail leads to. */
  readonly path: string;
  readonly intent: "approve" | "reject";
}

/** The newest link mailed to somebody that opens this version. */
async function linkOf(stage: Stage, agreement: Agreement, ags: string, role: string): Promise<string | undefined> {
  const contact = await contactOf(stage, ags, role);
  const mail = await newestTo(stage, contact.email, (text) => LINK.test(text));
  const path = mail === undefined ? undefined : LINK.exec(mail.text)?.[0];
  if (path === undefined) return undefined;
  const { body } = await new FormBrowser(stage.runtime.url).get(path);
  const shown = body.includes(share(agreement, ags)) && formsOf(body).some(({ fields }) => fields.includes("amount"));
  return shown ? path : undefined;
}

/** Whoever decides; not the deputy. */
async function contactOf({ runtime, region }: Stage, ags: string, role: string): Promise<Contact> {
  const contacts = await allContacts(runtime.ports.store, region);
  return contacts.find((one) => one.municipalityAgs === ags && one.role === role && one.deputyOf === undefined)!;
}

/** @param after so many mails, which do not count */
async function newestTo(
  stage: Stage,
  address: string,
  says: (text: string) => boolean,
  after = 0,
): Promise<StoryMail | undefined> {
  const isTo = ({ to }: StoryMail): boolean => to.includes(`<${address}>`) || to === address;
  return (await stage.mails()).slice(after).findLast((mail) => isTo(mail) && says(mail.text));
}

/** `1.234,56` */
function share(agreement: Agreement, ags: string): string {
  const { shareCents } = agreement.members.find((one) => one.ags === ags)!;
  return (shareCents / 100).toLocaleString("de-DE", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

async function decide(stage: Stage, vote: Vote): Promise<void> {
  const { ags, role, intent } = vote;
  const browser = new FormBrowser(stage.runtime.url);
  const contact = await contactOf(stage, ags, role);
  const before = (await stage.mails()).length;
  let second = await secondStep(browser, vote);
  const byCode = second.fields.includes("code");
  // Above the limit of value, and without a second address, one signs in.
  if (!byCode) {
    browser.cookies.set("gv_session", await stage.session(`${role}.${stage.region}.${ags}`));
    second = await secondStep(browser, vote);
  }
  const done = await browser.submit(second, {
    ...(byCode ? { code: await codeOf(stage, contact.codeEmail!, before) } : {}),
    ...(intent === "reject" ? { text: "Der Rat will noch ein Jahr allein weitermachen." } : {}),
  });
  assert.equal(done.status, 200, textOf(done.body));
  assert.match(done.body, /\/pruefen\//, textOf(done.body));
}

/** What stands after the amount was typed. */
async function secondStep(browser: FormBrowser, { agreement, ags, path, intent }: Vote): Promise<FoundForm> {
  const first = formsOf((await browser.get(path)).body).find(({ fields }) => fields.includes("amount"))!;
  const asked = await browser.submit(first, { amount: share(agreement, ags) }, ["intent", intent]);
  const second = formsOf(asked.body).find(({ action }) => action.includes("/entscheidung"));
  assert.ok(second !== undefined, `${ags}: ${asked.status} ${textOf(asked.body)}`);
  return second;
}

function codeOf(stage: Stage, address: string, before: number): Promise<string> {
  return stage.until(`the code for ${address}`, async () => {
    const mail = await newestTo(stage, address, () => true, before);
    return mail === undefined ? undefined : /^ {4}(\d{6})$/m.exec(mail.text)?.[1];
  });
}

/** As `decide`, in a browser that whoever watches sees. */
async function decideWatched(stage: Stage, { agreement, ags, path }: Vote): Promise<void> {
  const contact = await contactOf(stage, ags, "mayor");
  const page = await stage.page();
  const mail = (await newestTo(stage, contact.email, (text) => text.includes(path)))!;
  await page.goto(stage.runtime.url + mail.url);
  await stage.picture(page, "06-einladung");
  await page.goto(stage.runtime.url + path);
  await stage.picture(page, "07-entscheiden");
  await page.getByLabel("Unser Anteil in Euro").fill(share(agreement, ags));
  const before = (await stage.mails()).length;
  await page.locator('button[value="approve"]').click();
  await page.getByLabel("Einmalcode").fill(await codeOf(stage, contact.codeEmail!, before));
  await stage.picture(page, "08-unterschreiben");
  await page.locator('form[action*="/entscheidung"] button').first().click();
  await page.locator('a[href^="/pruefen/"]').first().waitFor();
  await stage.picture(page, "09-beleg");
}

/** What a page complains about, or how it begins. */
function textOf(body: string): string {
  const misses = [...body.matchAll(/<p class="miss"[^]*?<\/p>/g)].join(" ");
  return (misses === "" ? body.replaceAll(/<style[^]*?<\/style>/g, "") : misses)
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ")
    .slice(0, 600);
}
