import type { OpenWords } from "./shape.ts";

const counted = (count: number, one: string, many: string): string => (count === 1 ? `1 ${one}` : `${count} ${many}`);

export const DE: OpenWords = {
  title: "Was die Zusammenarbeit bringt",
  trail: "Öffentlich",
  home: "Zur Startseite",
  choose: { label: "Region wählen", region: "Region", show: "Anzeigen" },
  municipalities: (count) => counted(count, "Kommune", "Kommunen"),
  points: (count) => counted(count, "Sammelstelle", "Sammelstellen"),
  head: {
    saves: (name, amount, weeks) => `${name} spart gemeinsam ${amount} (${weeks})`,
    level: (name, weeks) => `${name}: gemeinsam entsorgen (${weeks})`,
  },
  lead: "Die Kommunen planen die Abfuhr ihres Grünabfalls zusammen. Verglichen wird mit dem, was herauskäme, wenn jede Kommune allein plante; beides rechnet dasselbe Programm mit demselben Aufwand.",
  figures: {
    money: "Kosten",
    distance: "Fahrstrecke",
    co2: "Treibhausgase (CO₂e)",
    less: "weniger",
    more: "mehr",
    instead: (joint, alone) => `gemeinsam ${joint}, allein ${alone}`,
    part: (percent) => `Unterschied: ${percent}`,
    noSaving: "keine nachweisbare Einsparung",
    fewer: (sharing, planned) =>
      `Die Aufteilung gilt für ${sharing} von ${planned} Kommunen. Die Kosten sind die dieser ${sharing}; Strecke und Treibhausgase sind nur für alle ${planned} gerechnet und stehen darum nicht hier.`,
    unknown: "nicht gerechnet",
  },
  how: {
    head: "Wie es geht",
    sentences: [
      "Die Bauhöfe melden, wie voll ihre Container und Haufen sind.",
      "Daraus plant ein Programm jede Woche, was wohin fährt, und zeigt jeder Kommune, was sie allein zahlen würde.",
      "Die Kosten werden nach einem vereinbarten Schlüssel geteilt; keine Kommune zahlt mehr als allein, und jede stimmt selbst zu.",
    ],
  },
  months: {
    head: "Mengen je Monat",
    chart: "Gewogene und erwartete Mengen je Monat",
    caption: "Grünabfall aller Kommunen je Monat",
    month: "Monat",
    weighed: "gewogen",
    expected: "erwartet",
    weeks: "geplante Wochen",
    note: "Gewogen haben die Verwertungsanlagen, was angeliefert wurde. Erwartet ist, was nach den Plänen an den Sammelstellen anfällt; ein Monat ist oft nur zum Teil geplant. Eine Woche zählt in dem Monat, in dem ihr Donnerstag liegt.",
    names: [
      ...["Januar", "Februar", "März", "April", "Mai", "Juni"],
      ...["Juli", "August", "September", "Oktober", "November", "Dezember"],
    ],
    said: (weighed, expected) =>
      [weighed === null ? "" : `${weighed} gewogen`, expected === null ? "" : `${expected} erwartet`]
        .filter((part) => part !== "")
        .join(", "),
    none: "–",
  },
  plans: {
    head: "Jeder veröffentlichte Plan",
    caption: "Einsparung je Plan gegenüber allein",
    members: "Kommunen",
    of: (sharing, planned) => `${sharing} von ${planned}`,
    period: "Zeitraum",
    money: "Kosten",
    distance: "Strecke",
    co2: "CO₂e",
    hash: "Prüfsumme der plan.json (SHA-256)",
    note: "Ein Plan reicht über mehrere Wochen. Die Zeiträume überschneiden sich; die Einsparungen dürfen nicht zusammengezählt werden.",
  },
  map: {
    head: "Wo gesammelt wird",
    title: "Kommunen, Sammelstellen und Verwertungsanlagen",
    areas: "Kommunen",
    points: "Sammelstellen",
    facilities: "Verwertungsanlagen",
    municipality: "Kommune",
    status: "Zustand",
    kind: "Art",
    statuses: { open: "offen", closed: "geschlossen" },
    kinds: {
      composting: "Kompostierung",
      digestion: "Vergärung",
      biomassHeat: "Biomasseheizwerk",
      transfer: "Umschlagplatz",
    },
  },
  check: {
    head: "Daten und Nachprüfen",
    text: "Alle Zahlen dieser Seite gibt es als Dateien. Jeder Plan wird vor der Veröffentlichung von einem zweiten, eigens geschriebenen Programm nachgerechnet und unterschrieben; Mitglieder und ihre Räte bekommen die unterschriebene Datei und können sie ohne dieses System prüfen.",
    data: "Offene Daten",
    keys: "Öffentliche Schlüssel der Unterschriften",
    shares:
      "Was die einzelnen Kommunen zahlen, steht hier nicht: Darüber entscheiden erst ihre Räte und Bürgermeister.",
  },
  empty: {
    noRegion: "Hier ist noch keine Region",
    noRegionLead: "Sobald die Verwaltung eine Region aufgenommen hat, steht sie hier.",
    noPlan: "Noch ist kein Plan veröffentlicht. Sobald es einen gibt, stehen hier Kosten, Kilometer und CO₂.",
  },
  unknown: { head: "Diese Region gibt es hier nicht", back: "Zu den Regionen" },
  data: {
    title: "Offene Daten",
    head: "Offene Daten",
    lead: "Dieselben Zahlen wie auf der öffentlichen Seite, für Tabellenprogramme, für Programme und für Karten.",
    licence: "Lizenz",
    publisher: "Herausgeber",
    unnamed: "vom Betreiber auszufüllen",
    stable:
      "Die Adressen bleiben; jede Datei sagt mit ETag und Last-Modified, ob sie sich geändert hat, und darf von anderen Seiten gelesen werden (CORS).",
    catalog: "Beschreibung für Datenportale (DCAT-AP.de)",
    caption: "Dateien",
    dataset: "Datensatz",
    file: "Dateien",
    datasets: {
      einsparungen: "Einsparungen",
      mengen: "Mengen je Monat",
      sammelstellen: "Sammelstellen",
      gemeindegrenzen: "Gemeindegrenzen",
    },
    about: {
      einsparungen: "Kosten, Strecken und Treibhausgase je Plan",
      mengen: "gewogen und erwartet, alle Kommunen",
      sammelstellen: "Name, Kommune, Lage, Zustand",
      gemeindegrenzen: "vereinfachte Umrisse",
    },
    formats: {
      csv: "CSV (Excel)",
      "machine.csv": "CSV (Programme)",
      json: "JSON",
      geojson: "GeoJSON",
    },
    none: "Noch ist keine Region aufgenommen.",
    sources: "Quellen",
    german: "",
  },
};
