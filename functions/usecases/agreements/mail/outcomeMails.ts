/** The mails after a decision: the receipt for who decided, the result for everybody. */
import type { Agreement, AgreementMember } from "../../../../domain/agreement/agreement.ts";
import type { Ballot } from "../../../../domain/agreement/ballot.ts";
import type { Attachment, Mail } from "../../../ports/mailer.ts";
import type { Recipient } from "../../mail/dispatcherMail.ts";
import { factsOf, threeFigures } from "./facts.ts";
import { letterMail, link, say, small } from "./letter.ts";
import { oneLine } from "./safeText.ts";
import type { Result } from "./words/shape.ts";

export interface ReceiptMail {
  readonly agreement: Agreement;
  readonly member: AgreementMember;
  readonly contact: Recipient;
  readonly ballot: Ballot;
  /** SHA-256 of the proposal that was decided on. */
  readonly proposalSha256: string;
  /** The public page that confirms the decision. */
  readonly verifyUrl: string;
  /** The receipt as PDF. */
  readonly attachments?: readonly Attachment[];
}

export function receiptMail(receipt: ReceiptMail): Mail {
  const { agreement, member, contact, ballot, proposalSha256, verifyUrl, attachments } = receipt;
  const facts = factsOf(agreement, contact.language);
  const { words } = facts;
  const verdict = words.receipt.verdict[ballot.decision];
  return letterMail(agreement, contact, {
    occasion: ["receipt", ballot.role],
    subject: words.receipt.subject(verdict, facts.period),
    title: words.receipt.title(verdict),
    figures: threeFigures(facts, member),
    parts: [
      say(words.receipt.lead(verdict, oneLine(member.name), facts.euros(ballot.amountCents), facts.moment(ballot.at))),
      ...(ballot.reason === null ? [] : [say(words.receipt.reason), { kind: "quote" as const, text: ballot.reason }]),
      link(verifyUrl, words.receipt.verify),
      small(words.receipt.hash(proposalSha256)),
      small(words.receipt.notYou),
    ],
    ...(attachments === undefined ? {} : { attachments }),
  });
}

export interface ResultMail {
  readonly agreement: Agreement;
  readonly member: AgreementMember;
  readonly contact: Recipient;
  readonly result: Result;
  /** Names of members that refused, or said nothing until the deadline. */
  readonly members: readonly string[];
  /** What follows: the proposal without them, or nothing, since too few stay. */
  readonly next: "fallback" | "tooFew" | "none";
}

export function resultMail({ agreement, member, contact, result, members, next }: ResultMail): Mail {
  const facts = factsOf(agreement, contact.language);
  const { words } = facts;
  const names = members.map((name) => oneLine(name)).join(", ");
  return letterMail(agreement, contact, {
    occasion: ["result", result],
    subject: words.result.subject[result](facts.period),
    title: words.result.subject[result](facts.period),
    figures: result === "approved" || result === "inForce" ? threeFigures(facts, member) : [],
    parts: [
      say(words.result.lead[result](facts.region, facts.period, names)),
      say(next === "none" ? words.result.next[result] : words.result[next]),
    ],
  });
}
