/** The entries of the audit log in words, by language. */
import type { InEachLanguage } from "../../language/speech.ts";
import type { EntryFacts, EntryWords } from "./entryShape.ts";
import { SETTLING_ENTRIES } from "./settlingEntries.ts";

type Sentences = EntryWords["sentences"];

const of = (facts: EntryFacts): string => `„${facts.agreement}“, Fassung ${facts.version}`;
const DE: Sentences = {
  "plan.started": (f) => `Planung der ${f.week()} gestartet`,
  "plan.published": (f) =>
    `Plan der ${f.week()} veröffentlicht: gemeinsam ${f.money("jointCostCents")}, gespart ${f.money("savingCents")}`,
  "plan.trial": (f) => `${f.week()} zur Probe geplant, ohne Mails und Vorschlag`,
  "agreement.proposed": (f) => `Vereinbarung ${of(f)}, vorgeschlagen`,
  "agreement.informed": (f) => `Vereinbarung ${of(f)}: alle Mitglieder informiert`,
  "agreement.opened": (f) => `Vereinbarung ${of(f)}: Abstimmung eröffnet`,
  "agreement.decided": (f) => `Vereinbarung ${of(f)}: ${f.municipality} (${f.role}) hat entschieden`,
  "agreement.reminded": (f) => `Vereinbarung ${of(f)}: ${f.municipality} (${f.role}) erinnert`,
  "agreement.escalated": (f) => `Vereinbarung ${of(f)}: Stellvertretung von ${f.municipality} (${f.role}) gefragt`,
  "agreement.undeliverable": (f) => `Vereinbarung ${of(f)}: Mail an ${f.municipality} (${f.role}) kam nicht an`,
  "agreement.approved": (f) => `Vereinbarung ${of(f)}: angenommen`,
  "agreement.refused": (f) => `Vereinbarung ${of(f)}: abgelehnt`,
  "agreement.lapsed": (f) => `Vereinbarung ${of(f)}: Frist ohne alle Stimmen verstrichen`,
  "agreement.withdrawn": (f) => `Vereinbarung ${of(f)}: zurückgezogen`,
  "agreement.paper": (f) => `Vereinbarung ${of(f)}: unterschriebene Fassung aufgenommen`,
  "agreement.inForce": (f) => `Vereinbarung ${of(f)}: in Kraft getreten`,
  "region.imported": (f) => `Region eingelesen: ${f.count("points")} Sammelstellen, ${f.count("reports")} Meldungen`,
  "region.changed": (f) =>
    `Stammdaten geändert (Stand ${f.count("version")}): ${f.count("added")} Zeilen neu, ${f.count("changed")} geändert, ${f.count("removed")} entfernt`,
  "region.restored": (f) => `Stammdaten auf Stand ${f.count("restored")} zurückgesetzt`,
  "contact.added": (f) => `Kontakt „${f.subject}“ eingetragen`,
  "contact.changed": (f) => `Kontakt „${f.subject}“ geändert`,
  "contact.removed": (f) => `Kontakt „${f.subject}“ entfernt`,
  "contact.deputyAdded": (f) => `Stellvertretung „${f.subject}“ eingetragen`,
  "contact.deputyEnded": (f) => `Stellvertretung „${f.subject}“ beendet`,
  "contact.imported": (f) =>
    `Kontakte als Datei eingelesen: ${f.count("added")} neu, ${f.count("changed")} geändert, ${f.count("removed")} entfernt`,
  "passkey.registered": (f) => `Passkey von „${f.contact}“ eingerichtet`,
  "passkey.removed": (f) => `Passkey von „${f.contact}“ entfernt`,
  "apiKey.created": (f) => `API-Schlüssel ${f.subject} angelegt`,
  "apiKey.revoked": (f) => `API-Schlüssel ${f.subject} gesperrt`,
  "point.changed": (f) => `Sammelstelle „${f.subject}“ geändert (Fassung ${f.count("version")})`,
  "billing.changed": () => "Rechnungsangaben geändert",
  "invoices.issued": (f) => `Rechnungen gestellt: ${f.count("count")}`,
  "invoice.sent": (f) => `Rechnung ${f.subject} verschickt`,
  "invoice.undelivered": (f) => `Rechnung ${f.subject} nicht zugestellt`,
  "invoice.acknowledged": (f) => `Eingang der Rechnung ${f.subject} bestätigt`,
  "sticker.replaced": (f) => `Aufkleber von „${f.subject}“ ersetzt; der alte gilt nicht mehr`,
};

const fr = (facts: EntryFacts): string => `« ${facts.agreement} », version ${facts.version}`;
const FR: Sentences = {
  "plan.started": (f) => `Planification lancée, ${f.week()}`,
  "plan.published": (f) =>
    `Plan publié, ${f.week()} : ensemble ${f.money("jointCostCents")}, économie ${f.money("savingCents")}`,
  "plan.trial": (f) => `Semaine planifiée à blanc, ${f.week()}, sans messages ni proposition`,
  "agreement.proposed": (f) => `Convention ${fr(f)} : proposée`,
  "agreement.informed": (f) => `Convention ${fr(f)} : tous les membres informés`,
  "agreement.opened": (f) => `Convention ${fr(f)} : vote ouvert`,
  "agreement.decided": (f) => `Convention ${fr(f)} : ${f.municipality} (${f.role}) a décidé`,
  "agreement.reminded": (f) => `Convention ${fr(f)} : rappel à ${f.municipality} (${f.role})`,
  "agreement.escalated": (f) => `Convention ${fr(f)} : suppléance de ${f.municipality} (${f.role}) sollicitée`,
  "agreement.undeliverable": (f) => `Convention ${fr(f)} : message à ${f.municipality} (${f.role}) non remis`,
  "agreement.approved": (f) => `Convention ${fr(f)} : approuvée`,
  "agreement.refused": (f) => `Convention ${fr(f)} : refusée`,
  "agreement.lapsed": (f) => `Convention ${fr(f)} : délai écoulé sans toutes les voix`,
  "agreement.withdrawn": (f) => `Convention ${fr(f)} : retirée`,
  "agreement.paper": (f) => `Convention ${fr(f)} : version signée enregistrée`,
  "agreement.inForce": (f) => `Convention ${fr(f)} : entrée en vigueur`,
  "region.imported": (f) => `Région importée : ${f.count("points")} points de collecte, ${f.count("reports")} relevés`,
  "region.changed": (f) =>
    `Données de base modifiées (état ${f.count("version")}) : ${f.count("added")} lignes ajoutées, ${f.count("changed")} modifiées, ${f.count("removed")} supprimées`,
  "region.restored": (f) => `Données de base remises à l’état ${f.count("restored")}`,
  "contact.added": (f) => `Contact « ${f.subject} » ajouté`,
  "contact.changed": (f) => `Contact « ${f.subject} » modifié`,
  "contact.removed": (f) => `Contact « ${f.subject} » supprimé`,
  "contact.deputyAdded": (f) => `Suppléance « ${f.subject} » ajoutée`,
  "contact.deputyEnded": (f) => `Suppléance « ${f.subject} » terminée`,
  "contact.imported": (f) =>
    `Contacts repris d’un fichier : ${f.count("added")} nouveaux, ${f.count("changed")} modifiés, ${f.count("removed")} retirés`,
  "passkey.registered": (f) => `Clé d’accès de « ${f.contact} » enregistrée`,
  "passkey.removed": (f) => `Clé d’accès de « ${f.contact} » supprimée`,
  "apiKey.created": (f) => `Clé d’API ${f.subject} créée`,
  "apiKey.revoked": (f) => `Clé d’API ${f.subject} révoquée`,
  "point.changed": (f) => `Point de collecte « ${f.subject} » modifié (version ${f.count("version")})`,
  "billing.changed": () => "Données de facturation modifiées",
  "invoices.issued": (f) => `Factures émises : ${f.count("count")}`,
  "invoice.sent": (f) => `Facture ${f.subject} envoyée`,
  "invoice.undelivered": (f) => `Facture ${f.subject} non remise`,
  "invoice.acknowledged": (f) => `Réception de la facture ${f.subject} confirmée`,
  "sticker.replaced": (f) => `Autocollant de « ${f.subject} » remplacé ; l’ancien n’est plus valable`,
};

const en = (facts: EntryFacts): string => `“${facts.agreement}”, version ${facts.version}`;
const EN: Sentences = {
  "plan.started": (f) => `Planning of ${f.week()} started`,
  "plan.published": (f) =>
    `Plan of ${f.week()} published: jointly ${f.money("jointCostCents")}, saved ${f.money("savingCents")}`,
  "plan.trial": (f) => `${f.week()} planned as a trial, without mails and proposal`,
  "agreement.proposed": (f) => `Agreement ${en(f)}: proposed`,
  "agreement.informed": (f) => `Agreement ${en(f)}: all members informed`,
  "agreement.opened": (f) => `Agreement ${en(f)}: vote opened`,
  "agreement.decided": (f) => `Agreement ${en(f)}: ${f.municipality} (${f.role}) has decided`,
  "agreement.reminded": (f) => `Agreement ${en(f)}: ${f.municipality} (${f.role}) reminded`,
  "agreement.escalated": (f) => `Agreement ${en(f)}: deputy of ${f.municipality} (${f.role}) asked`,
  "agreement.undeliverable": (f) => `Agreement ${en(f)}: mail to ${f.municipality} (${f.role}) did not arrive`,
  "agreement.approved": (f) => `Agreement ${en(f)}: approved`,
  "agreement.refused": (f) => `Agreement ${en(f)}: refused`,
  "agreement.lapsed": (f) => `Agreement ${en(f)}: the deadline passed without all votes`,
  "agreement.withdrawn": (f) => `Agreement ${en(f)}: withdrawn`,
  "agreement.paper": (f) => `Agreement ${en(f)}: signed version recorded`,
  "agreement.inForce": (f) => `Agreement ${en(f)}: entered into force`,
  "region.imported": (f) => `Region taken in: ${f.count("points")} collection points, ${f.count("reports")} reports`,
  "region.changed": (f) =>
    `Master data changed (state ${f.count("version")}): ${f.count("added")} rows added, ${f.count("changed")} changed, ${f.count("removed")} removed`,
  "region.restored": (f) => `Master data put back to state ${f.count("restored")}`,
  "contact.added": (f) => `Contact “${f.subject}” added`,
  "contact.changed": (f) => `Contact “${f.subject}” changed`,
  "contact.removed": (f) => `Contact “${f.subject}” removed`,
  "contact.deputyAdded": (f) => `Deputy “${f.subject}” added`,
  "contact.deputyEnded": (f) => `Deputy “${f.subject}” ended`,
  "contact.imported": (f) =>
    `Contacts taken from a file: ${f.count("added")} new, ${f.count("changed")} changed, ${f.count("removed")} removed`,
  "passkey.registered": (f) => `Passkey of “${f.contact}” registered`,
  "passkey.removed": (f) => `Passkey of “${f.contact}” removed`,
  "apiKey.created": (f) => `API key ${f.subject} created`,
  "apiKey.revoked": (f) => `API key ${f.subject} revoked`,
  "point.changed": (f) => `Collection point “${f.subject}” changed (version ${f.count("version")})`,
  "billing.changed": () => "Billing details changed",
  "invoices.issued": (f) => `Invoices issued: ${f.count("count")}`,
  "invoice.sent": (f) => `Invoice ${f.subject} sent`,
  "invoice.undelivered": (f) => `Invoice ${f.subject} not delivered`,
  "invoice.acknowledged": (f) => `Receipt of invoice ${f.subject} confirmed`,
  "sticker.replaced": (f) => `Sticker of “${f.subject}” replaced; the old one no longer works`,
};

export const ENTRY_WORDS: InEachLanguage<EntryWords> = {
  de: {
    sentences: { ...DE, ...SETTLING_ENTRIES.de },
    by: (subject) => `durch ${subject}`,
    decided: { approved: "zugestimmt", rejected: "abgelehnt" },
    other: (kind) => `Eintrag der Art ${kind}`,
  },
  fr: {
    sentences: { ...FR, ...SETTLING_ENTRIES.fr },
    by: (subject) => `par ${subject}`,
    decided: { approved: "approuvé", rejected: "refusé" },
    other: (kind) => `Entrée du type ${kind}`,
  },
  en: {
    sentences: { ...EN, ...SETTLING_ENTRIES.en },
    by: (subject) => `by ${subject}`,
    decided: { approved: "approved", rejected: "rejected" },
    other: (kind) => `Entry of the kind ${kind}`,
  },
};
