/**
 * A mail that asks for a decision did not arrive: the ballot says so, the dispatchers are told at once, and the deputy is asked,
 * where there is one.
 */
import type { Contact } from "../../../domain/region/contacts.ts";
import type { Mail } from "../../ports/mailer.ts";
import { asJson } from "../../ports/store.ts";
import { append } from "../audit/append.ts";
import { allContacts } from "../records/contacts.ts";
import { memberOf } from "./asked.ts";
import { deputyAsk } from "./deputies.ts";
import { undeliverableMail } from "./mail/alertMails.ts";
import { invitationMail, type BallotMail } from "./mail/ballotMails.ts";
import { readProposal, readRecord, versionOf } from "./readAgreement.ts";
import { agreementKey, type BallotKey } from "./records.ts";
import { sendAsked, tell, type Ask, type TellPorts } from "./tell.ts";
import { subjectOf } from "./transitions.ts";

export interface Undelivered {
  /** Whom it did not reach. */
  readonly contact: Contact;
  readonly occasion: string;
  /** In the words of the service, without addresses. */
  readonly cause: string;
}

/**
 * Sends a mail that asks for a decision; a mailbox that does not take it is noted at the ballot.
 *
 * @throws Error when the service is not to be reached for now: asked again it goes on
 */
export async function tellAsked(ports: TellPorts, ask: Ask, occasion: string, make: (to: BallotMail) => Mail) {
  const outcome = await sendAsked(ports, ask, occasion, make);
  if (outcome.kind === "sent") return;
  await noteUndeliverable(ports, ask.key, { contact: ask.contact, occasion, cause: outcome.cause });
}

export async function noteUndeliverable(ports: TellPorts, key: BallotKey, undelivered: Undelivered): Promise<void> {
  const { contact, occasion, cause } = undelivered;
  const { region, ags, role } = key;
  const at = ports.clock.now();
  const put = { ...agreementKey.undeliverable(key, contact.id), data: asJson({ contactId: contact.id, at, cause }) };
  await append(
    ports,
    region,
    { kind: "agreement.undeliverable", subject: subjectOf(key), data: { ags, role, contactId: contact.id, occasion } },
    {
      once: `agreement.undeliverable ${key.agreement} ${key.version} ${ags} ${role} ${contact.id}`,
      also: [{ put, expected: "any" }],
    },
  );
  const { agreement } = await readProposal(ports.store, key);
  const { record } = await readRecord(ports.store, region, key.agreement);
  const open = versionOf(record, key.version).state === "open";
  const contacts = await allContacts(ports.store, region);
  const ask = deputyAsk(agreement, key, contacts, at);
  // A deputy whose own mailbox is at fault has none in turn.
  const deputy = open && ask !== undefined && ask.contact.id !== contact.id ? ask : undefined;
  if (deputy !== undefined) await tellAsked(ports, deputy, "ballot", invitationMail);
  for (const dispatcher of contacts.filter((one) => one.role === "dispatcher")) {
    const mail = undeliverableMail({
      ...{ agreement, member: memberOf(agreement, ags), role, contact: dispatcher, occasion, cause },
      addressee: contact.name,
      ...(deputy === undefined ? {} : { deputy: deputy.contact.name }),
    });
    await tell(ports, agreement, dispatcher, "bounce", mail);
  }
}
