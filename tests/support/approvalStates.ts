/** Every state of the approval's pages in a language, for tests that look at all of them. */
import type { Agreement } from "../../domain/agreement/agreement.ts";
import { STATES } from "../../domain/agreement/stateMachine.ts";
import type { Language } from "../../domain/region/contacts.ts";
import type { ActionProblem } from "../../functions/usecases/agreements/ballotActions.ts";
import { problemOf } from "../../functions/usecases/agreements/problems.ts";
import { amountForm, commentForm, confirmForm } from "../../web/approval/forms.ts";
import { approvalPage, noticePage, unknownPage } from "../../web/approval/page.ts";
import { createPart, passkeyList, signPart } from "../../web/approval/passkey.ts";
import { PASSKEY_WORDS } from "../../web/approval/passkeyWords.ts";
import { missesOf } from "../../web/approval/present.ts";
import { certificatePage, unknownReceiptPage } from "../../web/approval/receipt.ts";
import type { Asked, Identity } from "../../web/approval/view.ts";
import { approvalSpeech, type ApprovalSpeech } from "../../web/approval/words/index.ts";
import type { Html, PageParts } from "../../web/page.ts";
import { sampleAgreement } from "./sampleAgreement.ts";

export const CSRF = "c".repeat(43);
export const RECEIPT_ID = "0".repeat(32);
const verifyUrl = `https://plan.example/pruefen/${RECEIPT_ID}`;
const AT = "2026-11-27T10:15:00Z";

export function askedBy(evil = "", change: Partial<Agreement> = {}): Asked {
  const agreement = sampleAgreement({ regionName: `Kreis Beispiel${evil}`, ...change });
  const members = agreement.members.map((one) => ({ ...one, name: one.name + evil }));
  const proposal = { ...agreement, members };
  return {
    ...{ agreement: proposal, member: members[1]!, role: "mayor", person: `Berta${evil}`, deputyFor: `Anna${evil}` },
    proposalSha256: "b".repeat(64),
    path: `/a/${"k".repeat(43)}`,
  };
}

const PROBLEMS: readonly (readonly ActionProblem[])[] = [
  [problemOf("amount", "amountUnreadable"), problemOf("reason", "reasonMissing"), problemOf("code", "codeWrong")],
  [problemOf("amount", "amountWrong"), problemOf("question", "questionMissing"), problemOf("code", "codeUsedUp")],
  [problemOf("code", "codeUsed"), problemOf("identity", "identityMissing"), problemOf("reason", "textTooLong", 2001)],
  [problemOf("identity", "otherAccount"), problemOf("question", "textTooLong", 2001)],
  [problemOf("identity", "passkeyWrong")],
  [problemOf("identity", "passkeyExpired")],
  [problemOf("identity", "codeNotEnough")],
];

/** What stands in the card about passkeys. */
function passkeyParts(speech: ApprovalSpeech, evil: string): Record<string, Html> {
  const words = PASSKEY_WORDS[speech.language];
  const at = { path: `/a/${"k".repeat(43)}`, csrf: CSRF };
  const row = { name: `Diensthandy${evil}`, id: `x${evil}`, createdAt: AT, lastUsedAt: AT, mine: true };
  const list = { ...at, signInUrl: "/sign-in?to=%2Fa" };
  const options = {
    rp: { id: "plan.example", name: "Grünverbund" },
    user: { id: "u", name: `Berta${evil}`, displayName: `Berta${evil}` },
    ...{ challenge: CSRF, pubKeyCredParams: [], excludeCredentials: [], attestation: "none" as const, timeout: 1 },
    authenticatorSelection: { residentKey: "preferred", userVerification: "required" } as const,
  };
  const request = { challenge: CSRF, rpId: `x${evil}`, allowCredentials: [], timeout: 1 };
  const signing = { nonce: CSRF, options: { ...request, userVerification: "required" as const } };
  return {
    passkeys: passkeyList({ ...list, passkeys: [row, { ...row, lastUsedAt: null, mine: false }] }, speech),
    passkeyNew: passkeyList({ ...list, passkeys: [], told: words.done.registered }, speech),
    passkeyGone: passkeyList({ ...list, passkeys: [], told: words.done.removed }, speech),
    passkeyNobody: passkeyList({ ...list, passkeys: undefined }, speech),
    passkeyCreate: createPart({ ...at, options, nonce: CSRF }, words),
    passkeyApprove: signPart(signing, "approve", words),
    passkeyReject: signPart(signing, "reject", words),
  };
}

/** @param evil stands in every name and text that people wrote */
export function everyState(language: Language, evil = ""): Record<string, PageParts> {
  const speech = approvalSpeech(language);
  const asked = askedBy(evil);
  const identity: Identity = {
    codeTo: `k…@b.example${evil}`,
    signInUrl: "/sign-in?to=%2Fa",
    wrongAccount: `Doris${evil}`,
  };
  const ballot = {
    ...({ ags: asked.member.ags, role: "mayor", decision: "rejected", contactId: "m", deputy: true } as const),
    ...{ amountCents: 25_050, reason: `Zu teuer${evil}`, at: AT },
  };
  const decided = { ballot, receiptId: RECEIPT_ID, verifyUrl };
  const context = { asked, csrf: CSRF, speech };
  const open = { kind: "open" } as const;
  const form = { amount: `1,00${evil}`, identity };
  const page = (standing: Parameters<typeof approvalPage>[1], inCard?: Parameters<typeof approvalPage>[3]): PageParts =>
    approvalPage(asked, standing, speech, inCard);
  const voiced: Asked = {
    ...asked,
    questions: [
      {
        from: `Carla${evil}`,
        memberName: "Cronau",
        at: AT,
        text: `Huh?${evil}`,
        answer: { at: AT, text: `Oh!${evil}` },
      },
      { from: `Carla${evil}`, memberName: "Cronau", at: AT, text: `Huh?${evil}`, answer: null },
    ],
    others: (["approved", "rejected", null] as const).map((decision) => ({
      ...{ name: `Cronau${evil}`, role: "finance" as const, decision },
    })),
  };
  const at = (level: "L0" | "L1" | "L2" | "L3", shareCents: number): Asked => ({
    ...asked,
    member: { ...asked.member, level, shareCents },
    role: "finance",
  });
  const now = { ...asked.agreement, version: 2, jointCostCents: 1, deadline: "2027-01-08T22:59:00Z", members: [] };
  const certificate = {
    ...{
      receiptId: RECEIPT_ID,
      regionName: `Kreis${evil}`,
      agreementId: "x",
      version: 1,
      memberName: `Bergheim${evil}`,
    },
    ...{ period: asked.agreement.period, role: "mayor" as const, at: AT, proposalSha256: "b".repeat(64) },
    state: "open" as const,
  };
  const entry = { seq: 4, sha256: "c".repeat(64) };
  return {
    open: page(open, amountForm(context, evil)),
    told: page({ ...open, told: speech.words.questionSent }, amountForm(context)),
    voices: approvalPage(voiced, open, speech),
    approve: page(open, confirmForm(context, { ...form, intent: "approve" })),
    reject: page(open, confirmForm(context, { ...form, intent: "reject", text: evil })),
    ask: page(open, confirmForm(context, { ...form, intent: "ask", text: evil })),
    signedIn: page(
      open,
      confirmForm(context, { ...form, intent: "approve", identity: { signedInAs: `Berta${evil}` } }),
    ),
    signIn: page(open, confirmForm(context, { ...form, intent: "approve", identity: { signInUrl: "/sign-in" } })),
    ...Object.fromEntries(
      PROBLEMS.flatMap((problems, index) => {
        const missed = { ...context, misses: missesOf(problems, speech.terms) };
        return [
          [`missed${index}`, page(open, amountForm(missed, evil))],
          [`missedReject${index}`, page(open, confirmForm(missed, { ...form, intent: "reject" }))],
          [`missedAsk${index}`, page(open, confirmForm(missed, { ...form, intent: "ask" }))],
        ] as const;
      }),
    ),
    ...Object.fromEntries(
      (["L0", "L1", "L2", "L3"] as const).map((level, index) => [
        `level${level}`,
        // Saves, costs the same, costs more.
        approvalPage(at(level, asked.member.standAloneCostCents + 1000 * (index - 1)), open, speech),
      ]),
    ),
    early: page({ kind: "early", comment: "over" }),
    comment: page({ kind: "early", comment: "open", told: evil }, commentForm(context, evil)),
    decided: page({ kind: "decided", decided, again: true, mine: true }),
    ...Object.fromEntries(
      (["code", "signIn", "passkey"] as const).map((identity) => [
        `decided ${identity}`,
        page({ kind: "decided", decided: { ...decided, identity }, again: false, mine: true }),
      ]),
    ),
    ...Object.fromEntries(Object.entries(passkeyParts(speech, evil)).map(([name, part]) => [name, page(open, part)])),
    ...Object.fromEntries(
      Object.entries(PASSKEY_WORDS[language].refused).map(([why, text]) => [
        `passkey ${why}`,
        noticePage(PASSKEY_WORDS[language].head, text, "/a/x", speech),
      ]),
    ),
    decidedByDeputy: page({ kind: "decided", decided, again: false, mine: false }),
    ...Object.fromEntries(
      STATES.map((state) => [
        `closed ${state}`,
        page({ kind: "closed", state, against: state === "draft" ? [] : [`Altdorf${evil}`, `Cronau${evil}`], next: 3 }),
      ]),
    ),
    expired: page({ kind: "expired" }),
    superseded: page({ kind: "superseded", now }),
    supersededWithin: page({ kind: "superseded", now: { ...now, members: asked.agreement.members.slice(0, 2) } }),
    unknown: unknownPage(speech),
    ...Object.fromEntries(
      Object.entries(speech.words.refused).map(([why, { title, text }]) => [
        `refused ${why}`,
        noticePage(title, text, "/a/x", speech),
      ]),
    ),
    throttled: noticePage(
      speech.words.throttled.title,
      speech.words.throttled.text(speech.figures.moment(AT)),
      "/a/x",
      speech,
    ),
    unknownReceipt: unknownReceiptPage(speech),
    certificate: certificatePage({ ...certificate, decision: "approved", entry: { ...entry, holds: true } }, speech),
    altered: certificatePage({ ...certificate, decision: "rejected", entry: { ...entry, holds: false } }, speech),
  };
}
