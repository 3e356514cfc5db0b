/** Facilities of the Saarland: the known ones, and two assumed ones without which the tonnes would find no room. */
import type { CsvRow } from "./files.ts";
import { assumedPlant, knownPlant, tariffs, volumeTariffs, type PlantSpec } from "./plants.ts";
import { CANDIDATE_FEE, EVS_CHARGE, KNOWN_PLANTS, OWN_HEAT } from "./saarlouisPlants.ts";

/** Tonnes a year for the whole state instead of what is free for one Landkreis. No source states any of them. */
const CAPACITIES: Readonly<Record<string, number>> = {
  "lisdorfer-berg": 6000,
  "nbs-boiler": 1400,
  arweiler: 30_000,
  "ris-reisbach": 18_000,
  gersweiler: 15_000,
  ormesheim: 25_000,
  schmeer: 6000,
  "bmz-velsen": 5000,
};

const GAP = "Annahme: frei erfunden, damit die Mengen des Nordens und Ostens eine Anlage in Reichweite haben";
const ASSUMED: readonly (PlantSpec & { readonly at: readonly [number, number] })[] = [
  {
    id: "kompost-nord",
    name: "Kompostplatz Nord (angenommen)",
    kind: "composting",
    status: "operating",
    terms: { capacityTonnesPerYear: 15_000 },
    termsSource: GAP,
    at: [49.51, 7.03],
  },
  {
    id: "kompost-ost",
    name: "Kompostplatz Ost (angenommen)",
    kind: "composting",
    status: "operating",
    terms: { capacityTonnesPerYear: 20_000 },
    termsSource: GAP,
    at: [49.33, 7.26],
  },
  {
    id: "umschlag-mitte",
    name: "Umschlag- und Häckselplatz Mitte (Vorschlag)",
    kind: "transfer",
    status: "candidate",
    terms: { capacityTonnesPerYear: 12_000, yearlyCostCents: 11_000_000 },
    termsSource: "Annahme: Standort und Kosten frei gewählt (Bau nach cost.siteRebuild)",
    at: [49.34, 7.02],
  },
];

export function saarlandPlants(): { rows: CsvRow[]; sources: CsvRow[] } {
  const known = KNOWN_PLANTS.map((plant) => knownPlant(withCapacity(plant)));
  return {
    rows: [...known.map(({ row }) => row), ...ASSUMED.map(({ at, ...plant }) => assumedPlant(plant, ...at))],
    sources: known.flatMap(({ sources }) => sources),
  };
}

/** The contract of the Landkreis stays in the Landkreis. */
function withCapacity(plant: PlantSpec): PlantSpec {
  const capacityTonnesPerYear = CAPACITIES[plant.id];
  if (capacityTonnesPerYear === undefined) return plant;
  return {
    ...plant,
    terms: { capacityTonnesPerYear },
    termsSource: "Annahme: die genehmigte Kapazität und die Annahmezeiten nennt keine Quelle",
  };
}

const ALL = { "woody loose": 46, "woody shredded": 33, "mixed loose": 52, "mixed shredded": 39 };

export function saarlandTariffs(): CsvRow[] {
  return [
    ...tariffs("lisdorfer-berg", "any", { ...ALL, "woody loose": 43, "woody shredded": 30 }),
    ...tariffs("nbs-boiler", "any", { "woody shredded": -30 }, OWN_HEAT),
    ...tariffs("arweiler", "any", ALL),
    ...tariffs("ris-reisbach", "any", { "woody loose": 43, "woody shredded": 30 }),
    ...tariffs("gersweiler", "any", {
      "woody loose": 56,
      "woody shredded": 43,
      "mixed loose": 62,
      "mixed shredded": 49,
    }),
    ...volumeTariffs("ormesheim", "authority", ["woody", "mixed"], 8, EVS_CHARGE),
    ...tariffs("ormesheim", "authority", { "woody shredded": 40, "mixed shredded": 40 }),
    ...tariffs("schmeer", "municipality", { "woody loose": 43, "woody shredded": 30 }),
    ...tariffs("kompost-nord", "any", { ...ALL, "mixed loose": 54, "mixed shredded": 41 }),
    ...tariffs("kompost-ost", "any", { ...ALL, "mixed loose": 53, "mixed shredded": 40 }),
    ...tariffs(
      "umschlag-mitte",
      "any",
      { "woody loose": 28, "woody shredded": 16, "mixed loose": 36, "mixed shredded": 24 },
      CANDIDATE_FEE,
    ),
  ];
}
