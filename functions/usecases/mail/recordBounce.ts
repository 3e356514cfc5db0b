/** A mail came back: that is written down, and the dispatchers are told at once. */
import type { Mail } from "../../ports/mailer.ts";
import type { TellPorts } from "../agreements/tell.ts";
import { noteUndeliverable } from "../agreements/undeliverable.ts";
import { allContacts, contactsOf } from "../records/contacts.ts";
import { markBounce } from "./markBounce.ts";
import { mailId, type MailAbout } from "./mailRecord.ts";
import { sendOnce } from "./sendOnce.ts";

const OCCASIONS: Readonly<Record<string, string>> = {
  tours: "die Touren der Woche",
  report: "die Bitte um Meldungen",
  auditHead: "die Prüfsumme des Protokolls",
  information: "die Information zur Vereinbarung",
  result: "das Ergebnis der Abstimmung",
  receipt: "die Quittung einer Entscheidung",
  code: "ein Einmalcode",
};

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
  // An alert that comes back itself must not start another.
  if (about.occasion === "bounce") return { kind: "marked", told: 0 };
  if (about.ballot !== undefined) return ballotBounced(ports, { ...about, ballot: about.ballot }, outcome.cause);
  let told = 0;
  for (const contact of await contactsOf(ports.store, about.region, "dispatcher")) {
    const mail: Mail = {
      id: mailId(about.region, about.week, "bounce", about.occasion, about.contactId, contact.id),
      to: [{ name: contact.name, address: contact.email }],
      ...alertText(about, outcome.cause),
    };
    const sent = await sendOnce(ports, mail, { ...about, occasion: "bounce", contactId: contact.id });
    if (sent.kind === "sent") told++;
  }
  return { kind: "marked", told };
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

function alertText({ week, occasion, contactId }: MailAbout, cause: string): Pick<Mail, "subject" | "text"> {
  const what = OCCASIONS[occasion] ?? occasion;
  return {
    subject: `Nicht zugestellt: ${what} (${week}) an ${contactId}`,
    text: [
      `Die Mail „${what}“ für ${week} an den Kontakt „${contactId}“ kam zurück.`,
      `Grund: ${cause}`,
      "",
      "Bitte die Adresse in contacts.csv prüfen und den Kontakt auf anderem Weg verständigen.",
      "",
    ].join("\n"),
  };
}
