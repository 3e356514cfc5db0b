/**
 * Sends the mails of an agreement, each once. Whoever is asked for a decision gets a link of their own.
 */
import type { Agreement, AgreementMember } from "../../../domain/agreement/agreement.ts";
import type { Contact } from "../../../domain/region/contacts.ts";
import type { Mail } from "../../ports/mailer.ts";
import type { Secrets } from "../../ports/secrets.ts";
import { markAndSend } from "../mail/dueMails.ts";
import type { MailAbout } from "../mail/mailRecord.ts";
import { tellOfReturned } from "../mail/returned.ts";
export { sendEach as all } from "../mail/sendEach.ts";
import { sendOnce, type SendOnceOutcome } from "../mail/sendOnce.ts";
import type { Ports } from "../ports.ts";
import { memberOf } from "./asked.ts";
import { makeLink } from "./links.ts";
import type { BallotMail } from "./mail/ballotMails.ts";
import { ballotPath } from "./paths.ts";
import type { BallotKey } from "./records.ts";

export interface TellPorts extends Pick<Ports, "store" | "clock" | "mailer" | "log"> {
  readonly secrets: Secrets;
  readonly site: Pick<Ports["site"], "origin">;
}

export interface Ask {
  readonly key: BallotKey;
  readonly agreement: Agreement;
  /** Approver or deputy. */
  readonly contact: Contact;
  /** Name of the approver in whose place the deputy is asked. */
  readonly deputyFor?: string;
}

/**
 * Sends a mail that asks for a decision.
 *
 * @throws Error when the service is not to be reached for now: asked again it goes on
 */
export async function sendAsked(
  ports: TellPorts,
  ask: Ask,
  occasion: string,
  make: (to: BallotMail) => Mail,
): Promise<SendOnceOutcome> {
  const { key, agreement, contact, deputyFor } = ask;
  const member = memberOf(agreement, key.ags);
  const { region, agreement: id, version, ags, role } = key;
  const secret = await makeLink(ports, {
    ...{ region, agreement: id, version, ags, role, level: member.level, contactId: contact.id },
    deputy: deputyFor !== undefined,
    expiresAt: agreement.deadline,
  });
  const url = `${ports.site.origin}${ballotPath(secret)}`;
  const mail = make({
    ...{ agreement, member, role, contact, url },
    ...(deputyFor === undefined ? {} : { deputyFor }),
  });
  const about = { ...aboutOf(agreement, occasion, contact.id), ballot: { agreement: id, version, ags, role } };
  return sendOnce(ports, mail, about);
}

/** Address of the page on which administration or finance may comment until voting begins. */
export async function commentUrl(
  ports: TellPorts,
  { region, id, version, commentUntil }: Agreement,
  { ags, level }: AgreementMember,
  contact: Contact,
): Promise<string> {
  const secret = await makeLink(ports, {
    ...{ region, agreement: id, version, ags, level, contactId: contact.id, expiresAt: commentUntil, comment: true },
    role: contact.role === "admin" ? "admin" : "finance",
  });
  return `${ports.site.origin}${ballotPath(secret)}`;
}

/** Sends a mail that asks for nothing; of one that is not taken the dispatchers hear. */
export async function tell(ports: TellPorts, agreement: Agreement, contact: Contact, occasion: string, mail: Mail) {
  const about = aboutOf(agreement, occasion, contact.id);
  const outcome = await sendOnce(ports, mail, about);
  if (outcome.kind === "sent") return true;
  const { cause } = outcome;
  await markAndSend(ports, { kind: "returned", region: agreement.region, about, cause }, () =>
    tellOfReturned(ports, about, cause),
  );
  return false;
}

function aboutOf({ region, id, period }: Agreement, occasion: string, contactId: string): MailAbout {
  return { region, week: period.firstWeek, occasion, contactId, agreement: id };
}
