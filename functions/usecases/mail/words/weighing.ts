/** Words of the mail that asks back about weighbridge tickets. */
import type { Language } from "../../../../domain/region/contacts.ts";
import type { Question } from "../../../../domain/settlement/question.ts";

type Facts = Readonly<Record<string, string>>;

export interface WeighingWords {
  subject(count: number, region: string): string;
  readonly title: string;
  greeting(name: string): string;
  lead(until: string): string;
  /** What is asked, by code; facts as they are written in the language. */
  readonly questions: Readonly<Record<Question["code"], (facts: Facts) => string>>;
  readonly link: string;
  readonly why: string;
  /** To dispatch and finance, about what nobody answered in time. */
  readonly overdue: {
    subject(count: number, region: string): string;
    readonly title: string;
    readonly lead: string;
    asked(name: string, until: string): string;
    readonly link: string;
    readonly why: string;
  };
}

export const WEIGHING: Readonly<Record<Language, WeighingWords>> = {
  de: {
    subject: (count, region) =>
      `${count === 1 ? "Eine Rückfrage" : `${count} Rückfragen`} zu Wiegescheinen – ${region}`,
    title: "Rückfrage zu Wiegescheinen",
    greeting: (name) => `Guten Tag ${name},`,
    lead: (until) => `für die Abrechnung fehlt eine Auskunft. Bitte bis ${until} antworten:`,
    questions: {
      "ticket.outlier": (f) =>
        `Schein ${f["number"]} vom ${f["date"]}: Das Gewicht weicht weit vom Plan ab (geplant ${f["plannedKg"]} kg). Was steht als Netto auf dem Papier?`,
      "ticket.unmatched": (f) =>
        `Schein ${f["number"]} (${f["weighbridge"]}) vom ${f["date"]}, ${f["netKg"]} kg: Zu welcher Fahrt gehört er?`,
      "tour.withoutWeighing": (f) =>
        `${f["vehicle"]}, ${f["date"]}, Anlage ${f["facility"]}: Zu dieser Fahrt gibt es keinen Wiegeschein. Fiel sie aus, oder liegt der Schein noch bei Ihnen?`,
      "ticket.refused": (f) =>
        `Schein ${f["number"]} vom ${f["date"]}, ${f["netKg"]} kg: Die Ladung wurde abgelehnt. Warum, und was geschah mit ihr?`,
      "ticket.contradiction": (f) =>
        `Schein ${f["number"]} (${f["weighbridge"]}) vom ${f["date"]} kam zweimal mit verschiedenem Inhalt. Was steht als Netto auf dem Papier?`,
    },
    link: "Antworten",
    why: "Der Zeitraum lässt sich erst abrechnen, wenn das geklärt ist. Anmelden müssen Sie sich zum Antworten nicht.",
    overdue: {
      subject: (count, region) =>
        `${count === 1 ? "Eine Rückfrage" : `${count} Rückfragen`} zu Wiegescheinen ohne Antwort – ${region}`,
      title: "Rückfragen ohne Antwort",
      lead: "Hier hat niemand rechtzeitig geantwortet. Bitte anrufen und die Sache in der Arbeitsliste entscheiden:",
      asked: (name, until) => `Gefragt: ${name}, Frist war der ${until}.`,
      link: "Zur Arbeitsliste",
      why: "Jede Sache wird Ihnen einmal gemeldet. Der Zeitraum lässt sich erst abrechnen, wenn nichts mehr offen ist.",
    },
  },
  en: {
    subject: (count, region) =>
      `${count === 1 ? "A question" : `${count} questions`} on weighbridge tickets – ${region}`,
    title: "Question on weighbridge tickets",
    greeting: (name) => `Hello ${name},`,
    lead: (until) => `the settlement needs to know something. Please answer by ${until}:`,
    questions: {
      "ticket.outlier": (f) =>
        `Ticket ${f["number"]} of ${f["date"]}: the weight is far from what was planned (${f["plannedKg"]} kg). Which net weight does the paper say?`,
      "ticket.unmatched": (f) =>
        `Ticket ${f["number"]} (${f["weighbridge"]}) of ${f["date"]}, ${f["netKg"]} kg: which trip does it belong to?`,
      "tour.withoutWeighing": (f) =>
        `${f["vehicle"]}, ${f["date"]}, facility ${f["facility"]}: there is no ticket for this trip. Did it not take place, or do you still have the ticket?`,
      "ticket.refused": (f) =>
        `Ticket ${f["number"]} of ${f["date"]}, ${f["netKg"]} kg: the load was refused. Why, and what became of it?`,
      "ticket.contradiction": (f) =>
        `Ticket ${f["number"]} (${f["weighbridge"]}) of ${f["date"]} came twice with different content. Which net weight does the paper say?`,
    },
    link: "Answer",
    why: "The period cannot be settled before this is clear. You need not sign in to answer.",
    overdue: {
      subject: (count, region) =>
        `${count === 1 ? "A question" : `${count} questions`} on weighbridge tickets without an answer – ${region}`,
      title: "Questions without an answer",
      lead: "Nobody answered these in time. Please call, and decide the matter in the work list:",
      asked: (name, until) => `Asked: ${name}; the deadline was ${until}.`,
      link: "To the work list",
      why: "You hear of each matter once. The period cannot be settled before nothing is open any more.",
    },
  },
  fr: {
    subject: (count, region) =>
      `${count === 1 ? "Une question" : `${count} questions`} sur des bons de pesée – ${region}`,
    title: "Question sur des bons de pesée",
    greeting: (name) => `Bonjour ${name},`,
    lead: (until) => `il manque une information pour le décompte. Merci de répondre avant le ${until} :`,
    questions: {
      "ticket.outlier": (f) =>
        `Bon ${f["number"]} du ${f["date"]} : le poids s’écarte beaucoup du prévu (${f["plannedKg"]} kg). Quel poids net figure sur le papier ?`,
      "ticket.unmatched": (f) =>
        `Bon ${f["number"]} (${f["weighbridge"]}) du ${f["date"]}, ${f["netKg"]} kg : à quel trajet appartient-il ?`,
      "tour.withoutWeighing": (f) =>
        `${f["vehicle"]}, ${f["date"]}, installation ${f["facility"]} : il n’y a pas de bon pour ce trajet. N’a-t-il pas eu lieu, ou avez-vous encore le bon ?`,
      "ticket.refused": (f) =>
        `Bon ${f["number"]} du ${f["date"]}, ${f["netKg"]} kg : le chargement a été refusé. Pourquoi, et qu’est-il devenu ?`,
      "ticket.contradiction": (f) =>
        `Le bon ${f["number"]} (${f["weighbridge"]}) du ${f["date"]} est venu deux fois avec un contenu différent. Quel poids net figure sur le papier ?`,
    },
    link: "Répondre",
    why: "La période ne peut être réglée avant que ce soit clair. Il n’est pas nécessaire de se connecter pour répondre.",
    overdue: {
      subject: (count, region) =>
        `${count === 1 ? "Une question" : `${count} questions`} sur des bons de pesée sans réponse – ${region}`,
      title: "Questions sans réponse",
      lead: "Personne n’a répondu à temps. Merci d’appeler et de décider dans la liste de travail :",
      asked: (name, until) => `Demandé à ${name}, délai passé le ${until}.`,
      link: "Vers la liste de travail",
      why: "Chaque point vous est signalé une fois. La période ne peut être réglée tant qu’il en reste un d’ouvert.",
    },
  },
};
