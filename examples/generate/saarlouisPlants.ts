/** Facilities in reach of the Landkreis Saarlouis, and their (mostly assumed) prices. */
import type { CsvRow } from "./files.ts";
import { assumedPlant, knownPlant, tariffs, volumeTariffs, type PlantSpec } from "./plants.ts";

const NO_CAPACITY = "Annahme: die genehmigte Kapazität und die Annahmezeiten nennt keine Quelle";
const SAARLOUIS = "10044115";

const CONTRACT =
  "Annahme: Rahmenvertrag von Dillingen, Rehlingen-Siersburg und Saarwellingen mit Mindestmenge und Ausgleich für Mindermengen, frei erfunden; die Kapazität ebenso";

export const KNOWN_PLANTS: readonly PlantSpec[] = [
  {
    id: "lisdorfer-berg",
    name: "Kompostierungsanlage Lisdorfer Berg",
    kind: "composting",
    status: "operating",
    ownerId: SAARLOUIS,
    terms: { capacityTonnesPerYear: 6000 },
    termsSource: NO_CAPACITY,
  },
  {
    id: "nbs-boiler",
    name: "Biomassefeuerungsanlage Neuer Betriebshof Saarlouis",
    kind: "biomassHeat",
    status: "operating",
    ownerId: SAARLOUIS,
    access: "owner",
    openingHours: "Mo-Do 07:00-15:30; Fr 07:00-12:00",
    terms: { capacityTonnesPerYear: 1400 },
    termsSource: "Annahme: rund 1.400 t im Jahr bei 550 kW und 3.000 Volllaststunden (eigene Schätzung)",
  },
  {
    id: "arweiler",
    name: "Gebrüder Arweiler (Auftragnehmer des EVS)",
    kind: "composting",
    status: "operating",
    terms: {
      capacityTonnesPerYear: 14_000,
      minimumTonnesPerYear: 1500,
      minimumPenaltyCentsPerTonne: 1200,
      contractHolders: "10044111 10044114 10044116",
    },
    termsSource: CONTRACT,
  },
  {
    id: "ris-reisbach",
    name: "RIS, ehemalige Grube Schäfer, Reisbach",
    kind: "composting",
    status: "operating",
    openingHours: "Mo-Fr 08:00-16:00",
    known: ["openingHours"],
    terms: { capacityTonnesPerYear: 7000 },
    termsSource: NO_CAPACITY,
  },
  {
    id: "gersweiler",
    name: "Kompostieranlage Gersweiler",
    kind: "composting",
    status: "operating",
    ownerId: "zke",
    terms: { capacityTonnesPerYear: 5000 },
    termsSource: "Annahme: freie Kapazität für andere Gemeinden; die Anlage setzt selbst rund 800 t im Monat um",
  },
  {
    id: "ormesheim",
    name: "EVS Kompost- und Erdenwerk Ormesheim",
    kind: "composting",
    status: "operating",
    ownerId: "evs",
    terms: { capacityTonnesPerYear: 10_000 },
    termsSource: NO_CAPACITY,
  },
  {
    id: "schmeer",
    name: "Kieswerk Schmeer, Püttlingen",
    kind: "composting",
    status: "operating",
    terms: { capacityTonnesPerYear: 4000 },
    termsSource: NO_CAPACITY,
  },
  {
    id: "bmz-velsen",
    name: "EVS BioMasseZentrum Velsen (Start geplant 2027)",
    kind: "digestion",
    status: "planned",
    ownerId: "evs",
    known: ["capacityTonnesPerYear"],
    terms: { capacityTonnesPerYear: 5000 },
  },
  {
    id: "hkw-warndt",
    name: "Biomasse-Heizkraftwerk Warndt (Annahme von Grüngut ungeklärt)",
    kind: "biomassHeat",
    status: "planned",
  },
];

const SITE_COST =
  "Annahme: Bau 450.000 € (cost.siteRebuild) auf zehn Jahre, dazu 45.000 € Betrieb im Jahr; Standort frei gewählt. Umschlag und Häckselplatz des Kreises gibt es nicht";

const CANDIDATE: PlantSpec = {
  id: "kreis-umschlag",
  name: "Umschlag- und Häckselplatz des Kreises (Vorschlag)",
  kind: "transfer",
  status: "candidate",
  openingHours: "Mo-Fr 07:00-17:00",
  terms: { capacityTonnesPerYear: 8000, yearlyCostCents: 9_000_000 },
  termsSource: SITE_COST,
};

export function saarlouisPlants(): { rows: CsvRow[]; sources: CsvRow[] } {
  const plants = KNOWN_PLANTS.map(knownPlant);
  return {
    rows: [...plants.map(({ row }) => row), assumedPlant(CANDIDATE, 49.318, 6.79)],
    sources: plants.flatMap(({ sources }) => sources),
  };
}

export const EVS_CHARGE =
  "cost.evs.perM3.charge: 8 €/m³ berechnete der EVS den Gemeinden 2020 im Mittel, einschließlich Transport; dass Ormesheim so abrechnet, ist angenommen";
export const OWN_HEAT = "Annahme: ersparter Brennstoff im eigenen Kessel, 30 €/t (cost.gate.ownHeat)";
export const CANDIDATE_FEE =
  "Annahme: Häckseln und Abgabe als Brennstoff oder zur Kompostierung, Weitertransport enthalten";

/** Material of the authority only at its own plants, at its contractors and at Lisdorfer Berg (surrender duty, sl.responsibility). */
export function saarlouisTariffs(): CsvRow[] {
  return [
    ...tariffs("lisdorfer-berg", "any", {
      "woody loose": 43,
      "woody shredded": 30,
      "herbaceous loose": 52,
      "mixed loose": 50,
      "mixed shredded": 37,
    }),
    ...tariffs("nbs-boiler", "any", { "woody shredded": -30 }, OWN_HEAT),
    ...tariffs("arweiler", "any", {
      "woody loose": 46,
      "woody shredded": 33,
      "herbaceous loose": 55,
      "mixed loose": 52,
      "mixed shredded": 39,
    }),
    ...tariffs(
      "ris-reisbach",
      "any",
      { "woody loose": 43, "woody shredded": 30 },
      "Annahme: nimmt holziges Grüngut auch für den EVS an; Preis innerhalb der Spanne cost.gate.compost",
    ),
    ...tariffs("gersweiler", "municipality", {
      "woody loose": 56,
      "woody shredded": 43,
      "mixed loose": 62,
      "mixed shredded": 49,
    }),
    ...volumeTariffs("ormesheim", "authority", ["woody", "herbaceous"], 8, EVS_CHARGE),
    ...tariffs("schmeer", "municipality", {
      "woody loose": 43,
      "woody shredded": 30,
      "mixed loose": 48,
      "mixed shredded": 35,
    }),
    ...tariffs(
      "kreis-umschlag",
      "any",
      { "woody loose": 28, "woody shredded": 16, "mixed loose": 35, "mixed shredded": 23 },
      CANDIDATE_FEE,
    ),
  ];
}
