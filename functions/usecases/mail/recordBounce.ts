/** A mail came back: that is written down, and the dispatchers are told at once. */
import type { TellPorts } from "../agreements/tell.ts";
import { noteUndeliverable } from "../agreements/undeliverable.ts";
import { allContacts } from "../records/contacts.ts";
import { markBounce } from "./markBounce.ts";
import type { MailAbout } from "./mailRecord.ts";
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
  if (about.ballot !== undefined) return ballotBounced(ports, { ...about, ballot: about.ballot }, outcome.cause);
  return { kind: "marked", told: await tellOfReturned(ports, about, outcome.cause) };
}

/** Who is to decide was not reached: the ballot says so, and the deputy is asked, where there is one. */
async function ballotBounced(
  ports: TellPorts,
  { region, occasion, contactId, ballot }: MailAbout & { readonly ballot: NonNullable<MailAbout["ballot"]> },
  cause: string,
): Promise<{ kind: string; told: number }> {
  const contacts = await allContacts(ports.store, region);
  const contact = contacts.find(({ id }) => id === contactId);
  if (contact === undefined) return { kind: "marked", told: 0 };
  await noteUndeliverable(ports, { region, ...ballot }, { contact, occasion, cause });
  return { kind: "marked", told: contacts.filter(({ role }) => role === "dispatcher").length };
}
