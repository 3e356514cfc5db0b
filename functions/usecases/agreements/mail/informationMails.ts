/** The mails that ask for no decision: the early information, the notice of a plan inside the frame, and the one-time code. */
import type { Agreement, AgreementMember } from "../../../../domain/agreement/agreement.ts";
import type { Mail } from "../../../ports/mailer.ts";
import type { Recipient } from "../../mail/dispatcherMail.ts";
import { factsOf, threeFigures } from "./facts.ts";
import { letterMail, link, say, small } from "./letter.ts";
import { oneLine } from "./safeText.ts";

export interface InformationMail {
  readonly agreement: Agreement;
  readonly member: AgreementMember;
  readonly contact: Recipient;
  /** Where the figures can be seen and comments are written. */
  readonly url?: string;
}

/** To administration and finance before anybody is asked to decide. */
export function informationMail({ agreement, member, contact, url }: InformationMail): Mail {
  const facts = factsOf(agreement, contact.language);
  const { words } = facts;
  const until = facts.moment(agreement.commentUntil);
  return letterMail(agreement, contact, {
    occasion: ["information", member.ags],
    subject: words.information.subject(facts.period, until),
    title: words.information.title,
    figures: threeFigures(facts, member),
    parts: [
      say(words.information.lead(facts.region, facts.period, oneLine(member.name))),
      say(words.information.comment(until)),
      ...(url === undefined ? [] : [link(url, words.information.open)]),
      small(words.information.after(facts.moment(agreement.deadline))),
    ],
  });
}

/** L0: a weekly plan inside the frame needs no consent, and nobody is asked for one. */
export function noticeMail({ agreement, member, contact, url }: InformationMail): Mail {
  const facts = factsOf(agreement, contact.language);
  const { words } = facts;
  return letterMail(agreement, contact, {
    occasion: ["notice", member.ags],
    subject: words.notice.subject(facts.period),
    title: words.notice.subject(facts.period),
    figures: threeFigures(facts, member),
    parts: [
      say(words.notice.lead(facts.region, facts.period, oneLine(member.name))),
      ...(url === undefined ? [] : [link(url, words.information.open)]),
    ],
  });
}

export interface CodeMail {
  readonly agreement: Agreement;
  /** With the address of the second channel. */
  readonly contact: Recipient;
  /** Tells codes asked for one after the other apart. */
  readonly codeId: string;
  /** Digits. */
  readonly code: string;
  readonly minutesValid: number;
}

/** Holds no figure and no link: it is of use only to who has the page open. */
export function codeMail({ agreement, contact, codeId, code, minutesValid }: CodeMail): Mail {
  const { words, period } = factsOf(agreement, contact.language);
  return letterMail(agreement, contact, {
    occasion: ["code", codeId],
    subject: words.code.subject(period),
    title: words.code.title,
    figures: [],
    parts: [
      say(words.code.lead(period)),
      { kind: "code", text: code },
      say(words.code.valid(minutesValid)),
      small(words.code.notYou),
    ],
  });
}
