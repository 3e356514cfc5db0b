import { FORMATS } from "../../../../domain/language/format.ts";
import type { LanguageWords } from "./shape.ts";

const two = (count: number, figure: string, one: string, many: string): string =>
  `${figure} ${count === 1 ? one : many}`;

export const DE: LanguageWords = {
  format: FORMATS.de,
  dispatcher: {
    title: (week) => `Touren ${week}`,
    subject: (week, facts, region) => `Touren ${week}: ${facts.join(", ")} – ${region}`,
    tours: (count, figure) => two(count, figure, "Tour", "Touren"),
    loads: (count, figure) => two(count, figure, "Ladung", "Ladungen"),
    greeting: (name) => `Guten Tag ${name},`,
    lead: (region, week, from, to) => `die Touren für ${region} in der ${week} (${from} bis ${to}) stehen fest.`,
    figures: {
      tours: "Touren",
      loads: "Ladungen",
      distance: "Strecke",
      cost: "Kosten der Touren",
      unserved: "Bleiben stehen",
    },
    toursHead: "Die Touren",
    tour: (id) => `Tour ${id}`,
    unservedHead: "Was stehen bleibt und warum",
    nothingUnserved: "Alles, was diese Woche abgeholt werden soll, ist eingeplant.",
    unserved: (mass, place, reason) => `${mass} in ${place} bleiben stehen: ${reason}`,
    // German reasons stand in the plan as sentences.
    reason: () => "",
    attached:
      "Im Anhang: je Tour ein Tourenblatt (PDF) und die Strecke für das Navigationsgerät (GPX), für den Kalender alle Touren (ICS).",
    tooLarge:
      "Tourenblätter und Strecken sind zusammen zu groß für eine Mail; sie liegen beim Plan. Im Anhang ist der Kalender (ICS).",
    planLink: "Plan öffnen",
    noticesHead: "Hinweise",
    noTours: "In dieser Woche fährt keine Tour.",
  },
  changedTours: {
    title: (week) => `Geänderte Touren ${week}`,
    subject: (week, region, changed, cancelled) =>
      `Geänderte Touren ${week}: ${changed} neu, ${cancelled} entfallen – ${region}`,
    lead: (region, week) =>
      `die Disposition hat Touren für ${region} in der ${week} geändert. Was hier nicht steht, bleibt, wie es war.`,
    changedHead: "Neu oder geändert",
    cancelledHead: "Entfallen",
    attached:
      "Im Anhang: je geänderter Tour Tourenblatt (PDF) und Strecke (GPX); die Kalenderdateien (ICS) ersetzen geänderte Termine und nehmen entfallene heraus.",
  },
  request: {
    title: (until) => `Füllstand melden bis ${until}`,
    subject: (week, count, until) =>
      `${count === 1 ? "Eine Meldung fehlt" : `${count} Meldungen fehlen`} für die ${week} – bitte bis ${until}`,
    greeting: (name) => `Guten Tag ${name},`,
    lead: (week, until) => `für den Plan der ${week} fehlt noch der Füllstand. Bitte melden Sie bis ${until}:`,
    listHead: "Diese Füllstände fehlen",
    last: (date) => `zuletzt gemeldet am ${date}`,
    never: "noch nie gemeldet",
    doubt: "Die letzte Meldung passt nicht zu den früheren.",
    overflow: (tenths) => `In ${tenths} von 10 Fällen wäre der Platz bis Sonntag übervoll.`,
    worth: (euros) => `Eine Meldung erspart im Mittel etwa ${euros} (vergebliche Fahrten, Überfüllung).`,
    why: "Gefragt wird nur dort, wo die Antwort den Plan ändern kann. Ohne Meldung plant das Programm mit einer Schätzung aus den letzten Wochen.",
    link: "Füllstand melden",
    withoutLink: "Bitte melden Sie wie gewohnt, über den Aufkleber am Container oder das Meldeformular.",
    until: (day, date, clock) => `${day} ${date}, ${clock} Uhr`,
  },
  footer: "Diese Mail hat das Programm Grünverbund verschickt.",
  storages: { heap: "Haufen", rollOff: "Abrollcontainer", skip: "Absetzmulde" },
};
