import type { YardWords } from "./shape.ts";

const KINDS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  heap: ["Lagerfläche", "Lagerflächen"],
  rollOff: ["Abrollcontainer", "Abrollcontainer"],
  skip: ["Absetzmulde", "Absetzmulden"],
};

export const DE: YardWords = {
  title: "Füllstand melden",
  fills: {
    "0": "leer",
    "1": "ein Viertel",
    "2": "halb voll",
    "3": "drei Viertel",
    "4": "voll",
    "5": "übervoll",
    heap: "Haufen daneben",
  },
  fillQuestion: "Wie voll ist es?",
  contaminationQuestion: "Störstoffe darin?",
  contamination: { none: "keine", some: "etwas", much: "viel" },
  photo: {
    label: "Foto (freiwillig)",
    hint: "Bitte ohne Personen und Kennzeichen. Es wird ohne Ort und Gerät gespeichert und nach 30 Tagen gelöscht.",
    shown: (moment) => `Foto zur Meldung vom ${moment}`,
    attached: "mit Foto",
    refused: "Das Foto wurde nicht angenommen: Es muss ein JPEG von höchstens 400 KB sein. Die Meldung zählt trotzdem.",
  },
  send: "Melden",
  storage(kind, units, cubicMetres) {
    const [one, many] = KINDS[kind] ?? [kind, kind];
    return units === 1 ? `${one}, ${cubicMetres} m³` : `${units} ${many} zu ${cubicMetres} m³`;
  },
  nextPickup: (day) => `Nächste Abholung: ${day}`,
  noPickup: "Im veröffentlichten Plan ist noch keine Abholung vorgesehen.",
  thanks: { head: "Danke, die Meldung ist da.", text: "Sie zählt für den nächsten Plan." },
  history: "Was aus den Meldungen wurde",
  noHistory: "Hier wurde noch nichts gemeldet.",
  volume: (cubicMetres) => `${cubicMetres} m³`,
  heapBeside: "Haufen daneben",
  contaminationSeen: (kind) => (kind === "much" ? "viele Störstoffe" : "etwas Störstoffe"),
  sources: {
    sticker: "vor Ort gemeldet",
    sensor: "vom Sensor",
    person: (name) => `von ${name}`,
  },
  inPlan: (week) => `in den Plan der ${week} eingegangen`,
  notYetInPlan: "wartet auf den nächsten Plan",
  problems: {
    fill: "Bitte antippen, wie voll es ist.",
    key: "Unter diesem Formular wurde schon etwas gemeldet. Bitte noch einmal antippen und melden.",
    late: "Die Meldung ist älter als sieben Tage und zählt nicht mehr. Bitte neu nachsehen.",
    busy: "Für diesen Platz kamen gerade sehr viele Meldungen. Bitte in einer Stunde noch einmal.",
    elsewhere: "Das kam nicht von dieser Seite. Gemeldet ist nichts.",
    stale:
      "Die Seite war zu lange offen. Bitte noch einmal melden; dafür muss der Browser Cookies dieser Seite annehmen.",
    form: "Das war kein Formular dieser Seite. Gemeldet ist nichts.",
    refused: "Die Meldung wurde nicht angenommen.",
  },
  unknown: {
    head: "Diesen Aufkleber gibt es nicht.",
    text: "Vielleicht fehlt am Ende ein Stück der Adresse. Bitte den Code noch einmal scannen oder im Bauhof Bescheid sagen.",
  },
  withdrawn: {
    head: "Dieser Aufkleber gilt nicht mehr.",
    text: "Er wurde durch einen neuen ersetzt. Bitte den neuen scannen oder im Bauhof Bescheid sagen.",
  },
  outbox: {
    offline: "Kein Netz. Melden geht trotzdem: Es wird gesendet, sobald wieder Netz da ist.",
    saved: "Gespeichert.",
    waitingOne: "1 Meldung wartet auf Netz.",
    waitingMany: "{n} Meldungen warten auf Netz.",
    sending: "Wird gesendet …",
    sentOne: "1 Meldung ist angekommen.",
    sentMany: "{n} Meldungen sind angekommen.",
    dropped: "Nicht angenommen: {storage}. {cause}",
    signIn: "Bitte anmelden, damit wartende Meldungen gesendet werden.",
  },
  footer: "Der Aufkleber am Behälter ist der Ausweis: Wer davor steht, darf melden. Gespeichert wird, was hier steht.",
  list: {
    title: "Meine Sammelstellen",
    lead: "Antippen, nachsehen, melden.",
    nothing: {
      head: "Für Ihre Gemeinde ist keine Sammelstelle eingetragen.",
      text: "Die Verwaltung Ihrer Region pflegt die Liste.",
    },
    notYours: {
      head: "Diese Seite ist für Bauhof, Disposition und Verwaltung.",
      text: "Mit dieser Anmeldung gibt es hier nichts zu melden.",
    },
    never: "noch nie gemeldet",
    stickers: "Aufkleber drucken",
    paper: "Meldezettel drucken",
    back: "Alle Sammelstellen",
  },
  stickers: {
    title: "Aufkleber",
    lead: "Je Behälter einer, gut sichtbar auf Augenhöhe, nicht in der prallen Sonne. Wer scannt, kommt ohne Anmeldung zum Formular.",
    print: "Drucken geht über das Menü des Browsers; auf das Papier kommen nur die Aufkleber.",
    scan: "Scannen, antippen, melden",
    qr: "QR-Code zum Formular",
    replace: "Ersetzen",
    replaceHint: "Alte Aufkleber dieses Behälters gelten danach nicht mehr.",
    replaced: (storage) => `${storage}: Der alte Aufkleber gilt nicht mehr. Bitte den neuen drucken und aufkleben.`,
  },
  paper: {
    title: "Meldezettel",
    lead: "Zum Ankreuzen, wenn kein Telefon zur Hand ist. Danach hier eintragen oder der Disposition geben.",
    date: "Datum, Uhrzeit",
    name: "Name",
    back: "Zur Liste",
  },
};
