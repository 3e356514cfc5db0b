import type { BillingWords } from "./shape.ts";

export const DE: BillingWords = {
  title: "Rechnungsangaben",
  lead: "Unter diesen Namen, Anschriften und Konten stellen die Kommunen einander Rechnungen, und so werden die Beträge gebucht.",
  synthetic: "Beispielangaben",
  list: {
    head: "Kommunen",
    municipality: "Kommune",
    invoices: "Rechnungen",
    accounts: "Konten",
    complete: "vollständig",
    none: "noch keine Angaben",
    missing: "es fehlt:",
    missingParts: { iban: "IBAN", contact: "Ansprechperson", leitwegId: "Leitweg-ID" },
    profile: { own: "eigene", shared: "wie alle", example: "Beispielkonten" },
  },
  terms: {
    head: "Für alle",
    lead: "Gilt für jede Rechnung dieser Region.",
    days: {
      label: "Zahlungsziel in Tagen",
      fault: "Bitte eine ganze Zahl von 1 bis 90 angeben.",
    },
    synthetic: {
      label: "Hinweis auf Beispielangaben",
      help: "Steht auf jeder Rechnung. Leeren, wenn alle Angaben echt sind.",
      fault: "Höchstens 300 Zeichen.",
    },
    save: "Speichern",
  },
  party: {
    head: (name) => `Rechnungsangaben ${name}`,
    lead: "Anschrift und elektronische Adresse braucht jede Kommune. IBAN und Ansprechperson braucht, wer Rechnungen stellt; die Leitweg-ID, wer welche bekommt.",
    groups: { address: "Anschrift", payment: "Zahlung und Zustellung", tax: "Umsatzsteuer", contact: "Ansprechperson" },
    fields: {
      name: {
        label: "Name auf Rechnungen",
        help: "Etwa Stadt Saarlouis.",
        fault: "Der Name fehlt oder ist zu lang. Bitte 1 bis 120 Zeichen angeben.",
      },
      street: {
        label: "Straße und Nummer",
        fault: "Die Straße fehlt oder ist zu lang. Bitte 1 bis 120 Zeichen angeben.",
      },
      postalCode: { label: "Postleitzahl", fault: "Die Postleitzahl hat fünf Ziffern." },
      city: { label: "Ort", fault: "Der Ort fehlt oder ist zu lang. Bitte 1 bis 120 Zeichen angeben." },
      email: {
        label: "E-Mail für Rechnungen",
        fault: "Das ist keine E-Mail-Adresse. Bitte wie rechnung@stadt.example angeben.",
      },
      iban: {
        label: "IBAN",
        help: "Leerzeichen sind erlaubt.",
        fault: "Die IBAN stimmt nicht: Länge oder Prüfziffern passen nicht. Bitte mit dem Kontoauszug vergleichen.",
      },
      leitwegId: {
        label: "Leitweg-ID",
        help: "Ziffern, Bindestrich, Kennung, Bindestrich, zwei Prüfziffern.",
        fault:
          "Die Leitweg-ID stimmt nicht: Form oder Prüfziffern passen nicht. Bitte bei der Rechnungsstelle nachsehen.",
      },
      vatId: {
        label: "Umsatzsteuer-ID",
        help: "Oder die Steuernummer; nötig nur, wenn die Leistungen steuerbar sind.",
        fault: "Eine Umsatzsteuer-ID hat die Buchstaben DE und neun Ziffern.",
      },
      taxNumber: { label: "Steuernummer", fault: "Die Steuernummer ist zu lang. Bitte höchstens 120 Zeichen angeben." },
      contactName: {
        label: "Name oder Stelle",
        help: "Etwa Kämmerei. Name, Telefon und E-Mail gehören zusammen: alle drei oder keins.",
        fault: "Name oder Stelle fehlt. Bitte angeben oder alle drei Felder leeren.",
      },
      contactPhone: {
        label: "Telefon",
        fault: "Die Telefonnummer fehlt oder hat weniger als drei Ziffern. Bitte angeben oder alle drei Felder leeren.",
      },
      contactEmail: {
        label: "E-Mail",
        fault: "Das ist keine E-Mail-Adresse. Bitte angeben oder alle drei Felder leeren.",
      },
    },
    save: "Speichern",
  },
  profile: {
    head: (format) => `Konten für ${format}`,
    all: "alle Kommunen",
    lead: "Auf diese Konten wird gebucht, was eine Abrechnung ergibt. Ohne eigene Angaben gelten die aller Kommunen, ohne diese Beispielkonten.",
    formats: { datev: "DATEV", csv: "CSV" },
    groups: { batch: "Buchungsstapel", lines: "Aufwand je Kostenart", others: "Übrige Konten" },
    fields: {
      consultantNumber: { label: "Beraternummer", fault: "Die Beraternummer ist eine Zahl von 1001 bis 9999999." },
      clientNumber: { label: "Mandantennummer", fault: "Die Mandantennummer ist eine Zahl von 1 bis 99999." },
      fiscalYearStart: {
        label: "Beginn des Wirtschaftsjahres",
        help: "Monat und Tag wie 01-01.",
        fault: "Bitte Monat und Tag wie 01-01 angeben.",
      },
      accountLength: { label: "Länge der Sachkonten", fault: "Sachkonten haben 4 bis 8 Ziffern." },
      costCentre: {
        label: "Kostenstelle",
        help: "Für {ags} steht der Gemeindeschlüssel.",
        fault: "Eine Kostenstelle hat höchstens 36 Zeichen.",
      },
    },
    others: {
      estimation: "Schätzgüte-Konto",
      contribution: "Eingebrachte Leistungen (Ertrag)",
      provided: "Eigene Fahrzeuge, Häcksler, Anlagen (Ertrag)",
      correction: "Korrekturen",
      clearing: "Verrechnung (Gegenkonto)",
    },
    accountFault: "Ein Konto hat 1 bis 9 Ziffern.",
    tooLong: "Das Konto hat mehr Ziffern als die Sachkonten lang sind.",
    save: "Speichern",
    remove: "Eigene Konten löschen",
    removeLead: "Danach gelten wieder die Konten aller Kommunen, oder die Beispielkonten.",
  },
  invoices: {
    head: "Rechnungen zwischen Kommunen",
    none: "Keine Kommune hat für eine andere gefahren, gehäckselt oder Material angenommen; es gibt nichts in Rechnung zu stellen.",
    lead: "Wer mit eigenen Fahrzeugen, Häckslern oder Anlagen für andere gearbeitet hat, bekommt deren Teil von ihnen bezahlt, als XRechnung.",
    issueLead:
      "Jede Rechnung bekommt die nächste Nummer ihres Ausstellers und ändert sich danach nie mehr. Kommt eine Berichtigung, folgt eine berichtigte Rechnung.",
    issue: (count) => (count === 1 ? "1 Rechnung stellen" : `${count} Rechnungen stellen`),
    done: "Die Rechnungen sind gestellt und gehen per Mail hinaus. Wie sie ankommen, steht in der Tabelle.",
    missing: (count) =>
      `${count === 0 ? "Nichts ist gestellt" : count === 1 ? "1 Rechnung ist gestellt, andere nicht" : `${count} Rechnungen sind gestellt, andere nicht`}: In den Rechnungsangaben fehlt`,
    open: "noch nicht gestellt",
    kinds: { first: "Rechnung", corrected: "berichtigte Rechnung" },
    columns: { number: "Nummer", kind: "Art", from: "von", to: "an", net: "netto", sending: "Versand" },
    paper: "zum Lesen (PDF)",
  },
  sending: {
    states: {
      open: "nicht verschickt",
      waiting: "wird verschickt",
      sent: "verschickt",
      noAddress: "ohne E-Mail-Adresse",
      returned: "nicht zugestellt",
      acknowledged: "Eingang bestätigt",
    },
    sent: (date, to) => `verschickt am ${date} an ${to}`,
    returned: (date, cause) => `nicht zugestellt (${date}): ${cause}`,
    noAddress: "Die Kommune hat keine E-Mail für Rechnungen.",
    mend: "In den Rechnungsangaben eintragen, dann erneut senden",
    acknowledged: (date) => `Eingang bestätigt am ${date}`,
    due: (date) => `zahlbar bis ${date}`,
    overdue: (date) => `Zahlungsziel ${date} ist vorbei, Eingang nicht bestätigt: bitte nachfragen.`,
    replaced: "durch eine spätere ersetzt",
    buttons: { send: "Senden", again: "Erneut senden", acknowledge: "Eingang bestätigen" },
    done: {
      versandt: "Die Rechnung ist verschickt.",
      spaeter: "Die Mail geht gerade nicht hinaus; sie wird von selbst weiter versucht.",
      schon: "Das hat schon jemand anderes getan; so steht es jetzt.",
      eingang: "Der Eingang ist bestätigt.",
    },
  },
  summary: "Noch nicht gespeichert. Bitte berichtigen:",
  conflict:
    "Inzwischen hat jemand anderes diese Angaben geändert. Ihre Eingaben stehen noch hier; wer sie jetzt speichert, überschreibt die anderen:",
  back: "Zu allen Rechnungsangaben",
  done: { saved: "Die Angaben sind gespeichert.", removed: "Die eigenen Konten sind gelöscht." },
};
