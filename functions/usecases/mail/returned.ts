/** A mail that did not arrive and asks for no decision: the dispatchers are told, once. */
import type { Mail } from "../../ports/mailer.ts";
import type { Ports } from "../ports.ts";
import type { Contact } from "../../../domain/region/contacts.ts";
import { contactsOf } from "../records/contacts.ts";
import { mailId, type MailAbout } from "./mailRecord.ts";
import { sendOnce } from "./sendOnce.ts";

/** What mails are about, in the words of the dispatchers. */
export const OCCASIONS: Readonly<Record<string, string>> = {
  ballot: "die Bitte um eine Entscheidung",
  reminder: "die Erinnerung an eine Entscheidung",
  notice: "die Mitteilung über eine Woche",
  notProposed: "der Hinweis, dass eine Aufteilung nicht vorgeschlagen ist",
  bounce: "der Hinweis auf eine Mail, die nicht ankam",
  waiting: "der Hinweis auf Mails, die warten",
  tours: "die Touren der Woche",
  report: "die Bitte um Meldungen",
  auditHead: "die Prüfsumme des Protokolls",
  information: "die Information zur Vereinbarung",
  result: "das Ergebnis der Abstimmung",
  receipt: "die Quittung einer Entscheidung",
  invoice: "eine Rechnung",
  code: "ein Einmalcode",
  question: "eine Frage zum Vorschlag",
  guessing: "der Hinweis auf falsche Beträge",
  codes: "der Hinweis auf viele Einmalcodes",
  passkeyRemoved: "der Hinweis auf einen entfernten Passkey",
};

/**
 * @param cause in the words of the service, without addresses
 * @returns how many dispatchers heard of it
 */
export async function tellOfReturned(
  ports: Pick<Ports, "store" | "mailer" | "clock" | "log">,
  about: MailAbout,
  cause: string,
): Promise<number> {
  // An alert that comes back itself must not start another.
  if (about.occasion === "bounce" || about.occasion === "waiting") return 0;
  let told = 0;
  // Two invoices to one buyer are two matters.
  const matter = about.invoice === undefined ? [] : [about.invoice.number, String(about.invoice.count)];
  for (const contact of await whoHears(ports.store, about)) {
    const mail: Mail = {
      id: mailId(about.region, about.week, "bounce", about.occasion, about.contactId, ...matter, contact.id),
      to: [{ name: contact.name, address: contact.email }],
      ...alertText(about, cause),
    };
    const sent = await sendOnce(ports, mail, { ...about, occasion: "bounce", contactId: contact.id });
    if (sent.kind === "sent") told++;
  }
  return told;
}

/** Of an invoice: the finance office of its seller, else that of all, else the dispatchers as of everything else. */
async function whoHears(store: Ports["store"], { region, invoice }: MailAbout): Promise<Contact[]> {
  const dispatchers = await contactsOf(store, region, "dispatcher");
  if (invoice === undefined) return dispatchers;
  const finance = await contactsOf(store, region, "finance");
  const of = (ags: string | undefined) => finance.filter(({ municipalityAgs }) => municipalityAgs === ags);
  return [of(invoice.sellerAgs), of(undefined), dispatchers].find(({ length }) => length > 0) ?? [];
}

function alertText({ week, occasion, contactId, invoice }: MailAbout, cause: string): Pick<Mail, "subject" | "text"> {
  if (invoice !== undefined)
    return {
      subject: `Nicht zugestellt: Rechnung ${invoice.number}`,
      text: [
        `Die Rechnung ${invoice.number} an die Kommune ${contactId} kam zurück.`,
        `Grund: ${cause}`,
        "",
        "Bitte in den Rechnungsangaben die E-Mail für Rechnungen dieser Kommune berichtigen und die Rechnung auf der Seite der Abrechnung erneut senden.",
        "",
      ].join("\n"),
    };
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
