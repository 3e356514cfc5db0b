/** A mail came back: that is written down, and the dispatchers are told at once. */
import type { TellPorts } from "../agreements/tell.ts";
import { noteInvoiceReturned } from "../documents/sendInvoice.ts";
import { noteUndeliverable } from "../agreements/undeliverable.ts";
import { allContacts } from "../records/contacts.ts";
import { markAndSend, type DueOf } from "./dueMails.ts";
import { markBounce } from "./markBounce.ts";
import { tellOfReturned } from "./returned.ts";

export interface Bounce {
  /** Of the mail that came back: `<id@domain>`. */
  readonly messageId: string;
  /** In the words of the service. */
  readonly cause: string;
}

export async function recordBounce(
  ports: TellPorts,
  { messageId, cause }: Bounce,
): Promise<{ kind: string; told: number }> {
  const outcome = await markBounce(ports.store, messageId, cause, ports.clock.now());
  if (outcome.kind === "unknown") return { kind: "unknown", told: 0 };
  const { about } = outcome;
  const { cause: kept } = outcome;
  let told = 0;
  const { region, occasion, contactId, ballot, invoice } = about;
  if (invoice !== undefined) await noteInvoiceReturned(ports, region, invoice, kept);
  if (ballot !== undefined) {
    const due: DueOf<"undeliverable"> = { kind: "undeliverable", region, ...ballot, contactId, occasion, cause: kept };
    await markAndSend(ports, due, async () => (told = await tellOfBallot(ports, due)));
  } else
    await markAndSend(
      ports,
      { kind: "returned", region, about, cause: kept },
      async () => (told = await tellOfReturned(ports, about, kept)),
    );
  return { kind: "marked", told };
}

/**
 * Who is to decide was not reached: the ballot says so, and the deputy is asked, where there is one.
 *
 * @returns how many dispatchers hear of it
 */
export async function tellOfBallot(
  ports: TellPorts,
  { kind: _, contactId, occasion, cause, ...key }: DueOf<"undeliverable">,
): Promise<number> {
  const contacts = await allContacts(ports.store, key.region);
  const contact = contacts.find(({ id }) => id === contactId);
  if (contact === undefined) return 0;
  await noteUndeliverable(ports, key, { contact, occasion, cause });
  return contacts.filter(({ role }) => role === "dispatcher").length;
}
