/** The mails that ask somebody for a decision: the invitation, the reminder, and the one that says what changed. */
import type { Agreement, AgreementMember, ApproverRole } from "../../../../domain/agreement/agreement.ts";
import type { Mail } from "../../../ports/mailer.ts";
import type { Recipient } from "../../mail/dispatcherMail.ts";
import { differenceOf, differenceSentences } from "./difference.ts";
import { factsOf, threeFigures, type Facts } from "./facts.ts";
import { letterMail, link, say, small, type Part } from "./letter.ts";
import { oneLine } from "./safeText.ts";

export interface BallotMail {
  readonly agreement: Agreement;
  readonly member: AgreementMember;
  readonly role: ApproverRole;
  readonly contact: Recipient;
  /** The approver in whose place the deputy is asked. */
  readonly deputyFor?: string;
  /** The approval page, with the link's secret. */
  readonly url: string;
}

/** Who is asked for the first time. */
export function invitationMail(ask: BallotMail): Mail {
  const { agreement, member, contact } = ask;
  const facts = factsOf(agreement, contact.language);
  const { words } = facts;
  return letterMail(agreement, contact, {
    occasion: ["ballot", ask.role],
    subject: words.invitation.subject(facts.period, facts.euros(member.shareCents)),
    title: words.invitation.title(facts.period),
    figures: threeFigures(facts, member),
    parts: [
      say(words.invitation.lead(facts.region, facts.period, oneLine(member.name))),
      ...deputyPart(facts, ask),
      say(words.deadline(facts.moment(agreement.deadline))),
      ...askParts(facts, ask),
    ],
  });
}

export interface Reminder {
  /** 1 for the first. */
  readonly number: number;
  readonly workingDaysLeft: number;
  /** The approver has not decided, and now the deputy is asked too. */
  readonly escalated?: boolean;
}

export function reminderMail(ask: BallotMail, { number, workingDaysLeft, escalated = false }: Reminder): Mail {
  const { agreement, member, contact } = ask;
  const facts = factsOf(agreement, contact.language);
  const { words } = facts;
  const left = words.reminder.left(workingDaysLeft);
  return letterMail(agreement, contact, {
    occasion: ["reminder", String(number), ask.role],
    subject: words.reminder.subject(left, facts.period),
    title: words.reminder.title(left),
    figures: threeFigures(facts, member),
    parts: [
      say(words.reminder.lead(facts.region, facts.period, oneLine(member.name))),
      ...deputyPart(facts, ask),
      ...(escalated ? [say(words.reminder.escalated)] : []),
      say(words.deadline(facts.moment(agreement.deadline))),
      ...askParts(facts, ask),
    ],
  });
}

/** A new version takes the place of the one somebody was asked about; says what is other than before. */
export function changedMail(ask: BallotMail, before: Agreement): Mail {
  const { agreement, member, contact } = ask;
  const facts = factsOf(agreement, contact.language);
  const { words } = facts;
  return letterMail(agreement, contact, {
    occasion: ["changed", ask.role],
    subject: words.changed.subject(facts.period, agreement.version),
    title: words.changed.title(agreement.version),
    figures: threeFigures(facts, member),
    parts: [
      say(words.changed.lead(facts.region, facts.period, before.version)),
      { kind: "head", text: words.changed.head },
      { kind: "list", items: differenceSentences(differenceOf(before, agreement, member.ags), facts) },
      ...deputyPart(facts, ask),
      say(words.deadline(facts.moment(agreement.deadline))),
      ...askParts(facts, ask),
    ],
  });
}

function deputyPart({ words }: Facts, { deputyFor }: BallotMail): Part[] {
  return deputyFor === undefined ? [] : [say(words.deputy(oneLine(deputyFor)))];
}

function askParts({ words }: Facts, { url, member }: BallotMail): Part[] {
  return [link(url, words.open), say(words.levels[member.level]), small(words.safety), small(words.silence)];
}
