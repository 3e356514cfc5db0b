/** Words of the mail that brings an invoice. */
import type { Language } from "../../../../domain/region/contacts.ts";

export interface InvoiceWords {
  subject(number: string, seller: string, corrected: boolean): string;
  title(number: string, corrected: boolean): string;
  greeting(name: string): string;
  lead(seller: string, region: string): string;
  readonly corrects: string;
  readonly figures: { readonly amount: string; readonly due: string; readonly period: string };
  span(first: string, last: string): string;
  readonly attached: string;
  readonly ask: string;
  readonly link: string;
}

export const INVOICE: Readonly<Record<Language, InvoiceWords>> = {
  de: {
    subject: (number, seller, corrected) => `${corrected ? "Berichtigte Rechnung" : "Rechnung"} ${number} – ${seller}`,
    title: (number, corrected) => `${corrected ? "Berichtigte Rechnung" : "Rechnung"} ${number}`,
    greeting: (name) => `Guten Tag ${name},`,
    lead: (seller, region) =>
      `${seller} hat für Sie bei der gemeinsamen Grüngutentsorgung (${region}) gearbeitet und stellt das in Rechnung.`,
    corrects: "Diese Rechnung ersetzt im Ganzen die Rechnung",
    figures: { amount: "Zu zahlen", due: "Zahlbar bis", period: "Zeitraum" },
    span: (first, last) => `${first} bis ${last}`,
    attached:
      "Im Anhang: die XRechnung (XML) für Ihr Rechnungsprogramm und dieselbe Rechnung zum Lesen (PDF). Es gilt die XML-Datei.",
    ask: "Bitte bestätigen Sie auf der Seite der Abrechnung, dass die Rechnung angekommen ist.",
    link: "Eingang bestätigen",
  },
  en: {
    subject: (number, seller, corrected) => `${corrected ? "Corrected invoice" : "Invoice"} ${number} – ${seller}`,
    title: (number, corrected) => `${corrected ? "Corrected invoice" : "Invoice"} ${number}`,
    greeting: (name) => `Hello ${name},`,
    lead: (seller, region) =>
      `${seller} has worked for you in the joint disposal of green waste (${region}) and sends its invoice.`,
    corrects: "This invoice replaces as a whole the invoice",
    figures: { amount: "To pay", due: "Payable until", period: "Period" },
    span: (first, last) => `${first} to ${last}`,
    attached:
      "Attached: the XRechnung (XML) for your accounting software, and the same invoice to read (PDF). The XML file is what counts.",
    ask: "Please confirm on the page of the settlement that the invoice has arrived.",
    link: "Confirm receipt",
  },
  fr: {
    subject: (number, seller, corrected) => `${corrected ? "Facture rectificative" : "Facture"} ${number} – ${seller}`,
    title: (number, corrected) => `${corrected ? "Facture rectificative" : "Facture"} ${number}`,
    greeting: (name) => `Bonjour ${name},`,
    lead: (seller, region) =>
      `${seller} a travaillé pour vous dans l’élimination commune des déchets verts (${region}) et vous adresse sa facture.`,
    corrects: "Cette facture remplace entièrement la facture",
    figures: { amount: "À payer", due: "Payable jusqu’au", period: "Période" },
    span: (first, last) => `du ${first} au ${last}`,
    attached:
      "En pièce jointe : la XRechnung (XML) pour votre logiciel et la même facture à lire (PDF). Le fichier XML fait foi.",
    ask: "Merci de confirmer sur la page du décompte que la facture est arrivée.",
    link: "Confirmer la réception",
  },
};
