import type { LegalWords } from "./shape.ts";

export const DE: LegalWords = {
  trail: "Rechtliches",
  toFill: "vom Betreiber auszufüllen",
  template: "Diese Seite ist eine Vorlage: Was markiert ist, muss der Betreiber noch ausfüllen.",
  fields: {
    name: "Betreiber",
    street: "Straße",
    city: "Ort",
    representative: "Vertreten durch",
    email: "E-Mail",
    phone: "Telefon",
    vatId: "Umsatzsteuer-ID",
    supervisor: "Aufsichtsbehörde",
    editor: "Verantwortlich für den Inhalt (§ 18 Abs. 2 MStV)",
    hosting: "Betrieb der Server",
    dataProtectionOfficer: "Datenschutzbeauftragte Person",
    dataProtectionEmail: "E-Mail zum Datenschutz",
    dataProtectionAuthority: "Zuständige Aufsicht für den Datenschutz",
    accessibilityEmail: "Barriere melden",
    accessibilityBody: "Durchsetzungsstelle",
    accessibilityBodyUrl: "Adresse der Durchsetzungsstelle",
    accessibilityCheckedOn: "Zuletzt geprüft am",
  },
  imprint: {
    title: "Impressum",
    provider: "Anbieter",
    responsible: "Verantwortlich",
    sources: {
      head: "Quellen",
      paragraphs: ["Woher Gemeindedaten und Grenzen stammen, steht bei jeder Karte und bei den offenen Daten."],
    },
  },
  privacy: {
    title: "Datenschutz",
    lead: "Diese Seiten laden nichts von anderen Anbietern und zählen niemanden. Gespeichert wird nur, was für die Planung und ihre Freigabe nötig ist.",
    responsible: "Verantwortlich",
    sections: [
      {
        head: "Beim Lesen der Seiten",
        paragraphs: [
          "Öffentliche Seiten setzen keinen Cookie. Wer eine Sprache wählt, bekommt den Cookie „lang“ für ein Jahr; wer sich anmeldet, Cookies für die Sitzung; wer ein Formular öffnet, einen, der vor gefälschten Formularen schützt. Alle sind für den Betrieb nötig; andere gibt es nicht. Eine Meldung ohne Netz bleibt auf dem Gerät, bis sie gesendet ist.",
          "Das Protokoll der Anfragen enthält weder IP-Adressen noch Namen, Adressen, Kennwörter oder Links zu Freigaben.",
          "Hat der Betreiber einen Kartendienst eingestellt, lädt der Browser dessen Kartenbilder; der Dienst ist dann unter der Karte genannt und erfährt die IP-Adresse. Ohne diese Einstellung wird die Karte allein von hier gezeichnet.",
        ],
      },
      {
        head: "Wer meldet, plant oder freigibt",
        paragraphs: [
          "Gespeichert werden Meldungen mit Zeit und meldender Stelle, Kontakte der Mitglieder (Name, Amt, E-Mail, Sprache), Freigaben mit Amt, Antwort und Zeit, Anmeldungen und gesendete Mails.",
          "Das Prüfprotokoll nennt Personen nur mit Kennung oder Rolle. Seine Prüfsummen bleiben länger als alles andere, weil sie beweisen, dass nichts nachträglich geändert wurde; sie enthalten keine Personendaten.",
          "Fahrerinnen und Fahrer werden nicht verglichen und nicht bewertet; Pläne nennen Fahrzeuge, keine Personen.",
        ],
      },
      {
        head: "Rechtsgrundlage und Empfänger",
        paragraphs: [
          "Grundlage ist die Erfüllung der öffentlichen Aufgabe Entsorgung (Art. 6 Abs. 1 Buchst. e DSGVO mit dem Landesrecht). Daten gehen an die Mitglieder der Zusammenarbeit und an den Betrieb der Server, an niemanden sonst.",
        ],
      },
    ],
    retention: {
      head: "Wie lange etwas bleibt",
      caption: "Aufbewahrung",
      what: "Was",
      term: "Wie lange",
      rows: {
        records: "Stammdaten, Meldungen, Wochen, Pläne",
        photos: "Fotos von Meldungen",
        ticketPhotos: "Fotos von Wiegescheinen",
        recovery: "Wiederherstellbarer Stand der Datenbank",
        links: "Links zu Freigaben, Schlüssel gegen doppeltes Senden",
        superseded: "Überholte Fassungen von Plänen und Stammdaten",
        auditHeads: "Prüfsummen des Prüfprotokolls",
        sessions: "Anmeldung",
        logs: "Protokolle des Betriebs",
        workflows: "Abläufe der Planung",
        failedEvents: "Ereignisse, die nicht verarbeitet werden konnten",
        mails: "Mails im Posteingang dieser Maschine",
      },
      untilDeleted: "bis zur Löschung durch den Betreiber",
      ownMoment: "bis zu ihrem eigenen Ablauf",
      hours: (count) => `${count} Stunden`,
      days: (count) => (count === 1 ? "1 Tag" : `${count} Tage`),
      years: (count) => `${count} Jahre`,
      megabytes: (count) => `die letzten ${count} MB`,
    },
    rights: {
      head: "Ihre Rechte",
      paragraphs: [
        "Sie haben das Recht auf Auskunft, Berichtigung, Löschung, Einschränkung und Widerspruch (Art. 15 bis 21 DSGVO) und können sich bei der Aufsicht beschweren.",
      ],
    },
  },
  accessibility: {
    title: "Erklärung zur Barrierefreiheit",
    lead: "Diese Erklärung gilt für alle Seiten dieser Anwendung. Maßstab sind die WCAG 2.2, Stufe AA, und die Barrierefreiheit der Informationstechnik nach BITV 2.0 und Landesrecht.",
    state: {
      head: "Stand",
      paragraphs: [
        "Jede Seite wird bei jeder Änderung mit einem Prüfprogramm (axe) in drei Sprachen, hell und dunkel, auf schmalen und breiten Bildschirmen geprüft und hat dabei keinen Fehler. Ein solches Programm findet nicht alles; eine Prüfung durch Menschen ersetzt es nicht.",
        "Jede Karte hat eine Liste mit demselben Inhalt, jedes Diagramm eine Tabelle; alles lässt sich mit der Tastatur bedienen, und gelesen werden kann ohne JavaScript.",
      ],
    },
    limits: {
      head: "Was noch nicht barrierefrei ist",
      items: [
        "Es gibt keine Fassungen in Leichter Sprache und in Gebärdensprache.",
        "Texte aus den Daten (Namen, Quellen, Hinweise) sind immer deutsch und in anderen Sprachen als deutsch ausgezeichnet.",
        "Die Kartenbilder eines eingestellten Kartendienstes haben keinen Text; die Liste der Karte hat ihn.",
      ],
    },
    made: "Grundlage der Erklärung: Selbstbewertung mit Prüfprogramm.",
    feedback: {
      head: "Eine Barriere melden",
      paragraphs: ["Schreiben Sie uns, was nicht geht und womit Sie arbeiten. Wir antworten innerhalb eines Monats."],
    },
    enforcement: {
      head: "Durchsetzung",
      paragraphs: ["Bleibt eine Antwort aus oder hilft sie nicht, können Sie sich an die Durchsetzungsstelle wenden."],
    },
  },
};
