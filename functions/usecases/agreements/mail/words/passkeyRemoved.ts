/** Words of the mail about a removed passkey; by themselves, since pages do not carry them. */
import type { Language } from "../../../../../domain/region/contacts.ts";

export interface PasskeyRemovedWords {
  subject(region: string): string;
  readonly title: string;
  lead(created: string, removed: string, region: string): string;
  readonly after: string;
  readonly notYou: string;
}

export const PASSKEY_REMOVED: Readonly<Record<Language, PasskeyRemovedWords>> = {
  de: {
    subject: (region) => `Ihr Passkey im Verbund ${region} wurde entfernt`,
    title: "Ein Passkey wurde entfernt",
    lead: (created, removed, region) =>
      `die Verwaltung des Verbunds ${region} hat am ${removed} Ihren Passkey vom ${created} entfernt. Mit ihm kann nichts mehr entschieden werden.`,
    after:
      "Was Sie schon entschieden haben, gilt weiter. Einen neuen Passkey richten Sie auf der Seite des nächsten Vorschlags ein; bis dahin weisen Sie sich mit Anmeldung oder Einmalcode aus.",
    notYou: "Wussten Sie davon nichts? Dann rufen Sie bitte die Verwaltung Ihres Verbunds an.",
  },
  fr: {
    subject: (region) => `Votre clé d’accès dans le groupement ${region} a été supprimée`,
    title: "Une clé d’accès a été supprimée",
    lead: (created, removed, region) =>
      `l’administration du groupement ${region} a supprimé le ${removed} votre clé d’accès du ${created}. Elle ne permet plus de décider.`,
    after:
      "Ce que vous avez déjà décidé reste valable. Vous pourrez créer une nouvelle clé d’accès sur la page de la prochaine proposition ; d’ici là, identifiez-vous par votre compte ou par un code à usage unique.",
    notYou: "Vous n’en saviez rien ? Appelez alors l’administration de votre groupement.",
  },
  en: {
    subject: (region) => `Your passkey in the group ${region} was removed`,
    title: "A passkey was removed",
    lead: (created, removed, region) =>
      `the administration of the group ${region} removed your passkey of ${created} on ${removed}. Nothing can be decided with it any more.`,
    after:
      "What you have decided stands. You can set up a new passkey on the page of the next proposal; until then you prove who you are by signing in or with a one-time code.",
    notYou: "Did you not know of this? Then please call the administration of your group.",
  },
};
