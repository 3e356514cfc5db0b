/** The weekly mail that tells where the audit log of a region ends, in each language that the system writes. */
import type { Language } from "../../../../domain/region/contacts.ts";

export interface AuditHeadWords {
  subject(region: string, seq: string): string;
  readonly title: string;
  greeting(name: string): string;
  lead(region: string): string;
  readonly seq: string;
  readonly at: string;
  readonly hash: string;
  readonly keep: string;
  readonly check: string;
}

export const AUDIT_HEAD: Readonly<Record<Language, AuditHeadWords>> = {
  de: {
    subject: (region, seq) => `Prüfsumme des Protokolls ${region}: ${seq} Einträge`,
    title: "Prüfsumme des Protokolls",
    greeting: (name) => `Guten Tag ${name},`,
    lead: (region) => `jede Entscheidung im Verbund ${region} steht im Protokoll. Heute endet es so:`,
    seq: "Einträge",
    at: "Letzter Eintrag",
    hash: "Prüfsumme (SHA-256)",
    keep: "Bitte bewahren Sie diese Mail auf. Wer das Protokoll später ändert oder kürzt, passt nicht mehr zu dieser Prüfsumme.",
    check: "Prüfen, auch ohne Netz und ohne unser Programm (docs/audit.md):",
  },
  fr: {
    subject: (region, seq) => `Empreinte du journal ${region} : ${seq} entrées`,
    title: "Empreinte du journal",
    greeting: (name) => `Bonjour ${name},`,
    lead: (region) =>
      `chaque décision du groupement ${region} figure dans le journal. Aujourd'hui, il se termine ainsi :`,
    seq: "Entrées",
    at: "Dernière entrée",
    hash: "Empreinte (SHA-256)",
    keep: "Merci de conserver ce courriel. Un journal modifié ou raccourci par la suite ne correspond plus à cette empreinte.",
    check: "Vérifier, même hors ligne et sans notre programme (docs/audit.md) :",
  },
  en: {
    subject: (region, seq) => `Hash of the audit log of ${region}: ${seq} entries`,
    title: "Hash of the audit log",
    greeting: (name) => `Dear ${name},`,
    lead: (region) => `every decision of ${region} stands in the audit log. Today it ends like this:`,
    seq: "Entries",
    at: "Last entry",
    hash: "Hash (SHA-256)",
    keep: "Please keep this mail. A log that is changed or cut short later no longer fits this hash.",
    check: "To check, offline and without our program too (docs/audit.md):",
  },
};
