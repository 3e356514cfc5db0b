/** A mail came back: that is written down, and the dispatchers are told at once. */
import type { Mail } from "../../ports/mailer.ts";
import type { Ports } from "../ports.ts";
import { contactsOf } from "../records/contacts.ts";
import { markBounce } from "./markBounce.ts";
import { mailId, type MailAbout } from "./mailRecord.ts";
import { sendOnce } from "./sendOnce.ts";

const OCCASIONS: Readonly<Record<string, string>> = {
  tours: "die Touren der Woche",
  report: "die Bitte um Meldungen",
  auditHead: "die Prüfsumme des Protokolls",
};

export interface Bounce {
  /** Of the mail that came back: `<id@domain>`. */
  readonly messageId: string;
  /** In the words of the service. */
  readonly cause: string;
}

export async function recordBounce(
  ports: Pick<Ports, "store" | "mailer" | "clock" | "log">,
  { messageId, cause }: Bounce,
): Promise<{ kind: string; told: number }> {
  const outcome = await markBounce(ports.store, messageId, cause, ports.clock.now());
  if (outcome.kind === "unknown") return { kind: "unknown", told: 0 };
  const { about } = outcome;
  // An alert that comes back itself must not start another.
  if (about.occasion === "bounce") return { kind: "marked", told: 0 };
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
