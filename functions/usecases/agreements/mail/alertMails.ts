/** The mails to the dispatcher: what did not arrive, who asks something, and where somebody guesses. */
import type { Agreement, AgreementMember, ReaderRole } from "../../../../domain/agreement/agreement.ts";
import type { Mail } from "../../../ports/mailer.ts";
import type { Recipient } from "../../mail/dispatcherMail.ts";
import { factsOf } from "./facts.ts";
import { letterMail, say, small, type Part } from "./letter.ts";
import { oneLine } from "./safeText.ts";

export interface Alert {
  readonly agreement: Agreement;
  readonly member: AgreementMember;
  readonly role: ReaderRole;
  /** Of the dispatcher. */
  readonly contact: Recipient;
}

export interface Undeliverable extends Alert {
  /** Whom the mail did not reach, by name. */
  readonly addressee: string;
  /** What the mail was about: `ballot`, `reminder`. */
  readonly occasion: string;
  /** What the service said, without addresses. */
  readonly cause: string;
  /** The deputy who was asked instead; absent where there is none. */
  readonly deputy?: string;
}

export function undeliverableMail(alert: Undeliverable): Mail {
  const { agreement, member, role, contact, addressee, deputy } = alert;
  const { words, period, moment } = factsOf(agreement, contact.language);
  const who = oneLine(addressee);
  return letterMail(agreement, contact, {
    occasion: ["undeliverable", alert.occasion, member.ags, role],
    subject: words.undeliverable.subject(who, oneLine(member.name)),
    title: words.undeliverable.title,
    figures: [
      [words.alert.member, oneLine(member.name)],
      [words.alert.role, words.roles[role]],
      [words.alert.deadline, moment(agreement.deadline)],
    ],
    parts: [
      say(words.undeliverable.lead(who, period)),
      say(words.undeliverable.cause),
      { kind: "quote", text: alert.cause },
      { kind: "head", text: words.undeliverable.todoHead },
      {
        kind: "list",
        items: [
          words.undeliverable.call,
          words.undeliverable.correct,
          deputy === undefined ? words.undeliverable.noDeputy : words.undeliverable.deputy(oneLine(deputy)),
        ],
      },
    ],
  });
}

export interface Question extends Alert {
  readonly questionId: string;
  /** Who asks, by name; whoever holds the link may have written it. */
  readonly from: string;
  readonly text: string;
  /** A comment, before anybody decides. */
  readonly early?: boolean;
}

export function questionMail({ agreement, member, role, contact, questionId, from, text, early }: Question): Mail {
  const { words, period } = factsOf(agreement, contact.language);
  const name = oneLine(member.name);
  const said = early === true ? words.comment : words.question;
  return letterMail(agreement, contact, {
    occasion: ["question", questionId],
    subject: said.subject(name, period),
    title: said.title,
    figures: [],
    parts: [
      say(said.lead(oneLine(from), words.roles[role], name)),
      { kind: "quote", text },
      small(words.question.unchecked),
    ],
  });
}

/** Somebody typed many wrong amounts; sent once for a link. */
export function guessingMail(alert: Alert, tries: number): Mail {
  return triesMail(alert, "guessing", tries);
}

/** So many codes were asked for in an hour that no more are sent for now; sent once for a link. */
export function manyCodesMail(alert: Alert, codes: number): Mail {
  return triesMail(alert, "codes", codes);
}

function triesMail({ agreement, member, role, contact }: Alert, occasion: "guessing" | "codes", count: number): Mail {
  const { words, period, moment } = factsOf(agreement, contact.language);
  const said = words[occasion];
  const parts: Part[] = [say(said.lead(count, oneLine(member.name), period)), say(said.meaning)];
  return letterMail(agreement, contact, {
    occasion: [occasion, member.ags, role],
    subject: said.subject(oneLine(member.name)),
    title: said.title,
    figures: [
      [words.alert.member, oneLine(member.name)],
      [words.alert.role, words.roles[role]],
      [words.alert.deadline, moment(agreement.deadline)],
    ],
    parts,
  });
}
