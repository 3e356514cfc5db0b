/** Words of the alert about mails that wait. */
import type { Language } from "../../../../domain/region/contacts.ts";

export interface WaitingWords {
  subject(count: number, region: string): string;
  readonly title: string;
  greeting(name: string): string;
  lead(count: number): string;
  /** What mails are about, by occasion. */
  readonly occasions: Readonly<Record<string, string>>;
  mail(occasion: string, name: string): string;
  about(week: string): string;
  tried(attempts: number, since: string): string;
  cause(cause: string): string;
  next(at: string): string;
  readonly todo: string;
}

export const WAITING: Readonly<Record<Language, WaitingWords>> = {
  de: {
    subject: (count, region) => `${count === 1 ? "Eine Mail wartet" : `${count} Mails warten`} im Verbund ${region}`,
    title: "Mails gehen nicht hinaus",
    greeting: (name) => `Guten Tag ${name},`,
    lead: (count) =>
      `${count === 1 ? "diese Mail ist" : "diese Mails sind"} noch nicht zugestellt. Der Versand wird weiter versucht, in wachsendem Abstand; Sie müssen nichts auslösen. Fristen laufen weiter.`,
    occasions: {
      ballot: "Bitte um eine Entscheidung",
      reminder: "Erinnerung an eine Entscheidung",
      information: "Information vorab",
      notice: "Mitteilung über eine Woche",
      result: "Ergebnis der Abstimmung",
      receipt: "Beleg einer Entscheidung",
      question: "Frage zum Vorschlag",
      guessing: "Hinweis auf falsche Beträge",
      codes: "Hinweis auf viele Einmalcodes",
      bounce: "Hinweis auf eine Mail, die nicht ankam",
      notProposed: "Hinweis, dass eine Aufteilung nicht vorgeschlagen ist",
      passkeyRemoved: "Hinweis auf einen entfernten Passkey",
      tours: "Touren der Woche",
      report: "Bitte um Meldungen",
      auditHead: "Prüfsumme des Protokolls",
      weighing: "Rückfrage zu Wiegescheinen",
      invoice: "Rechnung",
    },
    mail: (occasion, name) => `${occasion} an ${name}`,
    about: (week) => `Woche: ${week}`,
    tried: (attempts, since) => `Versuche: ${attempts}, seit ${since} Uhr`,
    cause: (cause) => `Der Mailserver sagt: ${cause}`,
    next: (at) => `Nächster Versuch: frühestens ${at} Uhr`,
    todo: "Eilt es, rufen Sie die Person bitte an. Stehen viele Mails hier, ist meist der Mailserver nicht erreichbar: Sagen Sie es der Technik.",
  },
  fr: {
    subject: (count, region) =>
      `${count === 1 ? "Un courriel est" : `${count} courriels sont`} en attente dans le groupement ${region}`,
    title: "Des courriels ne partent pas",
    greeting: (name) => `Bonjour ${name},`,
    lead: (count) =>
      `${count === 1 ? "ce courriel n’est pas encore remis" : "ces courriels ne sont pas encore remis"}. L’envoi est réessayé à intervalles croissants ; vous n’avez rien à déclencher. Les délais continuent de courir.`,
    occasions: {
      ballot: "Demande de décision",
      reminder: "Rappel d’une décision",
      information: "Information préalable",
      notice: "Avis sur une semaine",
      result: "Résultat du vote",
      receipt: "Reçu d’une décision",
      question: "Question sur la proposition",
      guessing: "Signalement de montants faux",
      codes: "Signalement de nombreux codes",
      bounce: "Signalement d’un courriel non remis",
      notProposed: "Signalement d’une répartition non proposée",
      passkeyRemoved: "Avis d’une clé d’accès supprimée",
      tours: "Tournées de la semaine",
      report: "Demande de relevés",
      auditHead: "Empreinte du journal",
      weighing: "Question sur des bons de pesée",
      invoice: "Facture",
    },
    mail: (occasion, name) => `${occasion} à ${name}`,
    about: (week) => `Semaine : ${week}`,
    tried: (attempts, since) => `Essais : ${attempts}, depuis le ${since}`,
    cause: (cause) => `Le serveur dit : ${cause}`,
    next: (at) => `Prochain essai : au plus tôt le ${at}`,
    todo: "Si c’est urgent, appelez la personne. Si la liste est longue, le serveur de courriel est sans doute injoignable : prévenez la technique.",
  },
  en: {
    subject: (count, region) => `${count === 1 ? "A mail is" : `${count} mails are`} waiting in the group ${region}`,
    title: "Mails do not go out",
    greeting: (name) => `Hello ${name},`,
    lead: (count) =>
      `${count === 1 ? "this mail is not delivered yet. It is" : "these mails are not delivered yet. They are"} tried again at growing distance; you need not do anything for that. Deadlines run on.`,
    occasions: {
      ballot: "Request for a decision",
      reminder: "Reminder of a decision",
      information: "Early information",
      notice: "Notice of a week",
      result: "Result of the vote",
      receipt: "Receipt of a decision",
      question: "Question on the proposal",
      guessing: "Alert about wrong amounts",
      codes: "Alert about many one-time codes",
      bounce: "Alert about a mail that did not arrive",
      notProposed: "Alert that a split is not proposed",
      passkeyRemoved: "Notice of a removed passkey",
      tours: "Tours of the week",
      report: "Request for reports",
      auditHead: "Hash of the log",
      weighing: "Question on weighbridge tickets",
      invoice: "Invoice",
    },
    mail: (occasion, name) => `${occasion} to ${name}`,
    about: (week) => `Week: ${week}`,
    tried: (attempts, since) => `Attempts: ${attempts}, since ${since}`,
    cause: (cause) => `The mail server says: ${cause}`,
    next: (at) => `Next attempt: not before ${at}`,
    todo: "If it is urgent, please call the person. If there are many, the mail server is probably not to be reached: tell whoever runs it.",
  },
};
