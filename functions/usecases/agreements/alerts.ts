/** Tells the dispatchers of what somebody tries at a link: once for each occasion of a ballot, however often it is tried. */
import type { Agreement } from "../../../domain/agreement/agreement.ts";
import type { Contact } from "../../../domain/region/contacts.ts";
import type { Mail } from "../../ports/mailer.ts";
import { contactsOf } from "../records/contacts.ts";
import { tell, type TellPorts } from "./tell.ts";

/** Without a mailer it is only written down. */
export type TryPorts = Omit<TellPorts, "mailer"> & Partial<Pick<TellPorts, "mailer">>;

/** That an alert could not be sent is in the log, and must not help who tries. */
export async function alertDispatchers(
  { mailer, ...ports }: TryPorts,
  agreement: Agreement,
  occasion: "guessing" | "codes",
  make: (dispatcher: Contact) => Mail,
): Promise<void> {
  if (mailer === undefined) return;
  const { region, id } = agreement;
  for (const contact of await contactsOf(ports.store, region, "dispatcher"))
    await tell({ ...ports, mailer }, agreement, contact, occasion, make(contact)).catch((error: unknown) =>
      ports.log.error("alert not sent", error, { region, agreement: id }),
    );
}
