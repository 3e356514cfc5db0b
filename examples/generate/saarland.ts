/** examples/saarland: all 52 municipalities, for size. Three known joint sites, the others assumed. */
import { emissionFactors, fieldSources, HANDLING, PRICES, seasonRows, TRAVEL } from "./common.ts";
import { MUNICIPALITIES, rule } from "./data.ts";
import type { CsvRow, RegionFiles } from "./files.ts";
import { outlinesOf } from "./outlines.ts";
import { pointTables } from "./points.ts";
import { municipalityRow } from "./saarlouis.ts";
import { saarlandContributions, saarlandContractors, saarlandShredders, saarlandVehicles } from "./saarlandFleet.ts";
import { saarlandPlants, saarlandTariffs } from "./saarlandPlants.ts";
import { SAARLAND_STREAMS, saarlandPoints } from "./saarlandPoints.ts";

const SEED = 52_2026;

export function saarland(): RegionFiles {
  const points = pointTables(saarlandPoints(), SAARLAND_STREAMS, SEED);
  const plants = saarlandPlants();
  return {
    tables: {
      municipalities: MUNICIPALITIES.map(municipalityRow),
      authorities: [...AUTHORITIES, ...saarlandContractors()],
      collectionPoints: points.collectionPoints,
      serviceShares: points.serviceShares,
      seasons: seasonRows(),
      streams: STREAMS,
      storages: points.storages,
      reports: points.reports,
      weighings: points.weighings,
      facilities: plants.rows,
      tariffs: saarlandTariffs(),
      vehicles: saarlandVehicles(),
      shredders: saarlandShredders(),
      weather: [],
      densities: [],
      contributions: saarlandContributions(),
      contacts: [],
      sensors: [],
      fieldSources: [...points.fieldSources, ...STREAM_SOURCES, ...plants.sources],
    },
    settings: SETTINGS,
    emissionFactors: emissionFactors(),
    outlines: outlinesOf(
      MUNICIPALITIES.map(({ ags }) => ags),
      1e-3,
    ),
  };
}

const AUTHORITIES: CsvRow[] = [
  { id: "evs", name: "Entsorgungsverband Saar (EVS)", kind: "authority", ...rule("sl.responsibility") },
  {
    id: "zke",
    name: "Zentraler Kommunaler Entsorgungsbetrieb Saarbrücken (ZKE)",
    kind: "authority",
    ...rule("sl.ownGreen"),
  },
];

const DENSITY = { looseKgPerM3: 150, shreddedKgPerM3: 330, shreddable: true };
const PRIVATE = { owner: "authority", authorityId: "evs", ...rule("sl.responsibility") };
const STREAMS: CsvRow[] = [
  { id: "private-mixed", name: "Privates Grün, gemischt", ...PRIVATE, fraction: "mixed", ...DENSITY },
  { id: "private-woody", name: "Privates Grün, holzig", ...PRIVATE, fraction: "woody", ...DENSITY },
  {
    id: "municipal-woody",
    name: "Kommunales Grün, holzig",
    owner: "municipality",
    ...rule("sl.ownGreen"),
    fraction: "woody",
    ...DENSITY,
  },
];

const STREAM_SOURCES: CsvRow[] = STREAMS.flatMap(({ id }) => [
  ...fieldSources("streams.csv", String(id), ["looseKgPerM3"], {
    source: "dens.mixed.loose und dens.brush.loose: 0,15 t/m³",
    verified: true,
  }),
  ...fieldSources("streams.csv", String(id), ["shreddedKgPerM3"], {
    source: "Annahme: 0,33 t/m³ (dens.mixed.shredded)",
    verified: false,
  }),
  ...fieldSources("streams.csv", String(id), ["shreddable"], { source: "Annahme: übliche Praxis", verified: false }),
]);

const SETTINGS = {
  $schema: "../../docs/schema/region.schema.json",
  schema: "gruenverbund/region/1",
  id: "saarland",
  name: "Saarland",
  timeZone: "Europe/Berlin",
  synthetic:
    "Füllstandsmeldungen und Wiegescheine sind künstlich: ein Programm mit festem Startwert hat sie aus angenommenen Mengen und Jahresgängen erzeugt. Die meisten Sammelstellen, Fahrzeuge und zwei Anlagen sind angenommen.",
  attribution: [
    "Gemeindedaten: © Statistisches Bundesamt (Destatis)",
    "Gemeindegrenzen: © GeoBasis-DE / BKG 2017 (VG250, Daten verändert: Auswahl, vergröbert)",
  ],
  boundingBox: { south: 49.1, west: 6.35, north: 49.65, east: 7.42 },
  horizonWeeks: 4,
  allocation: { rule: "twoPart", capacityShare: 0.4 },
  travel: TRAVEL,
  handling: HANDLING,
  prices: PRICES,
};
