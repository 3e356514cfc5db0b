/** Tells the dispatchers of what somebody tries at a link: once for each occasion of a ballot, however often it is tried. */
import { markAndSend, type DueOf } from "../mail/dueMails.ts";
import { contactsOf } from "../records/contacts.ts";
import { memberOf } from "./asked.ts";
import { guessingMail, manyCodesMail } from "./mail/alertMails.ts";
import { readProposal } from "./readAgreement.ts";
import type { LinkRecord } from "./records.ts";
import { all, tell, type TellPorts } from "./tell.ts";

/** Without a mailer it is only written down. */
export type TryPorts = Omit<TellPorts, "mailer"> & Partial<Pick<TellPorts, "mailer">>;

/** That an alert could not be sent for now must not help who tries; it is sent later. */
export async function alertDispatchers(
  { mailer, ...ports }: TryPorts,
  { region, agreement, version, ags, role }: LinkRecord,
  occasion: "guessing" | "codes",
  count: number,
): Promise<void> {
  if (mailer === undefined) return;
  const due: DueOf<"tries"> = { kind: "tries", region, agreement, version, ags, role, occasion, count };
  await markAndSend(ports, due, () => tellOfTries({ ...ports, mailer }, due));
}

/** @throws Error when it cannot be sent for now */
export async function tellOfTries(ports: TellPorts, due: DueOf<"tries">): Promise<void> {
  const { region, ags, role, occasion, count } = due;
  const { agreement } = await readProposal(ports.store, due);
  const member = memberOf(agreement, ags);
  const make = occasion === "guessing" ? guessingMail : manyCodesMail;
  await all(
    (await contactsOf(ports.store, region, "dispatcher")).map(
      (contact) => () => tell(ports, agreement, contact, occasion, make({ agreement, member, role, contact }, count)),
    ),
  );
}
