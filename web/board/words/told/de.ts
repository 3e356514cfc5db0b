/** What the board tells, in German. */
import { figuresOf } from "../../../../domain/language/figures.ts";
import type { ToldNames, ToldWords } from "./shape.ts";

const { tonnes, date } = figuresOf("de");

export const NAMES_DE: ToldNames = {
  load: ({ massKg, point }) => `${tonnes(massKg)} in ${point}`,
  tour: (tour) => `${tour.vehicle} am ${date(tour.date)}`,
};
const { load, tour } = NAMES_DE;

export const TOLD_DE: ToldWords = {
  planning: "Die Planung",
  somebody: "Jemand",
  deeds: {
    move: (deed) => `hat ${load(deed.load)} auf ${tour(deed.tour)} gelegt, als ${deed.place}. Ladung`,
    remove: (deed) => `hat ${load(deed.load)} von der Tour genommen`,
    lock: (deed) => `hat ${load(deed.load)} festgelegt`,
    unlock: (deed) => `hat die Festlegung von ${load(deed.load)} gelöst`,
    lockTour: (deed) => `hat die Tour ${tour(deed.tour)} festgelegt`,
    unlockTour: (deed) => `hat die Festlegung der Tour ${tour(deed.tour)} gelöst`,
    set: () => "hat neue Touren suchen lassen",
    discard: () => "hat den Entwurf verworfen",
    published: () => "hat den Entwurf veröffentlicht",
    planned: () => "hat für diese Woche einen neuen Plan veröffentlicht",
    changed: () => "hat den Entwurf geändert",
  },
  undone: (what) => `hat zurückgenommen: ${what}`,
  redone: (what) => `hat wiederholt: ${what}`,
  changes: {
    left: (change) => `${change.load}: bleibt stehen, bisher ${change.from}.`,
    added: (change) => `${change.load}: neu auf ${change.to}.`,
    moved: (change) => `${change.load}: jetzt ${change.to}, bisher ${change.from}.`,
    newTour: (change) => `${change.to}: neue Tour, Abfahrt ${change.departs} Uhr.`,
    retimed: (change) => `${change.to}: andere Reihenfolge oder andere Zeiten, Abfahrt ${change.departs} Uhr.`,
    droppedTour: (change) => `${change.to}: fährt nicht mehr.`,
  },
  news: {
    starting: () => "Wird gestartet.",
    writing: () => "Der Plan wird geprüft und geschrieben.",
    searching: ({ round, rounds }) => `Sucht bessere Touren, Durchgang ${round} von ${rounds}`,
    found: () => "Die neuen Touren liegen im Entwurf.",
    nothingBetter: () => "Es wurde nichts gefunden, das den Wechsel lohnt. Der Entwurf bleibt, wie er ist.",
    locksBroken: () =>
      "Die Festlegungen lassen sich nicht alle einhalten: eine festgelegte Ladung oder Tour bricht eine Regel. Erst das beheben oder die Festlegung lösen.",
    stopped: ({ by }) => `${by} hat die Suche angehalten; der Entwurf ist unverändert.`,
    published({ untold }) {
      if (untold === 0) return "Veröffentlicht; wer fährt, hat Post.";
      const mails = untold < 0 ? "Nicht alle Mails gingen" : untold === 1 ? "Eine Mail ging" : `${untold} Mails gingen`;
      return `Veröffentlicht. ${mails} nicht hinaus: bitte den Fahrenden selbst Bescheid geben.`;
    },
    searchOvertaken: () =>
      "Der Entwurf wurde während der Suche geändert; ihr Ergebnis wurde nicht übernommen. Bei Bedarf noch einmal suchen lassen.",
    publishingOvertaken: () =>
      "Entwurf oder Wochenplan wurden inzwischen geändert; es wurde nichts veröffentlicht. Bitte ansehen und noch einmal veröffentlichen.",
    searchFailed: () =>
      "Die Suche ist gescheitert; der Entwurf ist unverändert. Noch einmal versuchen, sonst der Verwaltung Bescheid geben.",
    publishingFailed: () =>
      "Das Veröffentlichen ist gescheitert, der bisherige Plan gilt weiter. Noch einmal versuchen; bleibt der Fehler, der Verwaltung Bescheid geben oder die Woche neu planen.",
    tooLong: () => "Das hat zu lange gedauert. Bitte noch einmal versuchen.",
  },
  hindrances: {
    noPlan: () =>
      "Für diese Woche gibt es gerade keinen veröffentlichten Plan. Wird sie neu geplant, das Ende abwarten.",
    nothingToUndo: () => "Es gibt nichts zurückzunehmen.",
    nothingToRedo: () => "Es gibt nichts zu wiederholen.",
    nothingToPublish: () => "Der Entwurf ist der veröffentlichte Plan; es gibt nichts zu veröffentlichen.",
    loadLocked: () => "Diese Ladung ist festgelegt. Erst die Festlegung lösen, dann verschieben.",
    onNoTour: () => "Diese Ladung liegt auf keiner Tour.",
    publishing: ({ by }) => `${by} veröffentlicht diesen Entwurf gerade. Danach kann er wieder geändert werden.`,
    searching: ({ by }) => `Es wird schon gesucht, für einen früheren Stand (${by}). Erst anhalten, dann neu suchen.`,
    unknownLoad: (one) => `Eine Ladung „${one.load}“ gibt es in dieser Woche nicht.`,
    unknownTour: (one) => `Ein Fahrzeug „${one.tour.vehicleId}“ am ${one.tour.date} gibt es in dieser Woche nicht.`,
    tourLocked: (one) =>
      `Die Tour ${tour(one.tour)} ist festgelegt. ${one.way === "from" ? "Von ihr geht nichts weg" : "Auf sie kommt nichts dazu"}, bis die Festlegung gelöst ist.`,
    noPlace: ({ others, position }) =>
      `Die Tour hat ${others} andere Ladungen; einen Platz hinter ${position} von ihnen gibt es nicht.`,
  },
};
