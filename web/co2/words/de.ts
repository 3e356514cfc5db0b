import type { Co2Words } from "./shape.ts";

export const DE: Co2Words = {
  head: "Treibhausgase",
  set: (name) => `Gerechnet mit dem Faktorensatz „${name}“; Diesel nach Litern, von der Quelle bis zum Rad.`,
  range: (diesel, all) => `Fahrten und Häcksler: ${diesel}. Mit der Behandlung nach diesem Satz: ${all}.`,
  between: (low, high) => `Je nach Verfahren liegt das Ergebnis zwischen ${low} und ${high}.`,
  oneMethod: "Der Satz nennt kein anderes Verfahren; eine Spanne steht deshalb nicht hier.",
  method:
    "Transport und Häckseln folgen der Logik der DIN EN ISO 14083. Was eine Anlage mit dem Material macht, gehört nicht dazu und steht für sich: Dort liegen die Verfahren um ein Vielfaches auseinander, und ein anderer Satz kann mehr ändern als der ganze Transport ausmacht.",
  less: "weniger",
  more: "mehr",
  caption: "Treibhausgase in kg CO₂e",
  line: "Quelle",
  alone: "allein",
  joint: "gemeinsam",
  saving: "weniger",
  driving: "Fahrten",
  shredding: "Häckseln",
  transport: "Transport nach ISO 14083",
  treatment: (kind) => `Behandlung: ${kind}`,
  total: "Summe",
  figures: "Was dahinter steht",
  litres: "Diesel in Litern",
  kilometres: "Gefahrene Kilometer",
  tonneKilometres: "Tonnenkilometer (Luftlinie)",
  perTonneKilometre: "g CO₂e je Tonnenkilometer",
  perTonne: "kg CO₂e je gehäckselter Tonne",
  methods: "Dasselbe nach anderen Verfahren, in kg CO₂e",
  methodName: "Verfahren",
  none: "–",
  kinds: {
    composting: "Kompostierung",
    digestion: "Vergärung",
    biomassHeat: "Biomasseheizwerk",
    transfer: "Umschlagplatz",
  },
  factors: "Die Faktoren und ihre Quellen",
  factorNames: {
    diesel: "Diesel",
    truck: "Verbrauch der Lkw",
    shredder: "Verbrauch der Häcksler",
    facility: (kind) => `Behandlung: ${kind}`,
  },
  units: {
    diesel: "kg CO₂e je Liter",
    truck: "Liter je 100 km",
    shredder: "Liter je Tonne",
    facility: "kg CO₂e je Tonne",
  },
  factor: "Faktor",
  value: "Wert",
  source: "Quelle",
  unverified: "ungeprüfte Annahme",
  settled: {
    head: (span) => `Treibhausgase, abgerechnet: ${span}`,
    basis: (driven, all) =>
      driven === all
        ? "Gezählt sind die gefahrenen Kilometer und die gewogenen Tonnen, wie abgeschlossen."
        : driven === 0
          ? "Gezählt sind die gewogenen Tonnen, wie abgeschlossen; gefahrene Kilometer sind nicht erfasst, es gelten die geplanten."
          : `Gezählt sind die gewogenen Tonnen, wie abgeschlossen; von ${driven} der ${all} Touren die gefahrenen Kilometer, von den anderen die geplanten.`,
    corrected: (count) =>
      count === 1 ? "Eine Berichtigung ist eingerechnet." : `${count} Berichtigungen sind eingerechnet.`,
    between: (low, high) => `Je nach Verfahren sind es zwischen ${low} und ${high}.`,
    planned: "geplant",
    settled: "abgerechnet",
    difference: "Unterschied",
    tonnes: "Behandelte Tonnen",
  },
};
