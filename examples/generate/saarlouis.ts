/** examples/saarlouis: the 13 municipalities of the Landkreis. */
import { billingExample } from "./billing.ts";
import { emissionFactors, fieldSources, HANDLING, PRICES, seasonRows, TRAVEL } from "./common.ts";
import { MUNICIPALITIES, rule, type Place } from "./data.ts";
import type { CsvRow, RegionFiles } from "./files.ts";
import { shredder, vehicle } from "./fleet.ts";
import { outlinesOf } from "./outlines.ts";
import { pointTables } from "./points.ts";
import { saarlouisContacts, saarlouisSensors } from "./saarlouisPeople.ts";
import { saarlouisPlants, saarlouisTariffs } from "./saarlouisPlants.ts";
import { SAARLOUIS_STREAMS, saarlouisPoints } from "./saarlouisPoints.ts";

const SEED = 20261123;

export function saarlouis(): RegionFiles {
  const members = MUNICIPALITIES.filter(({ inLandkreisSaarlouis }) => inLandkreisSaarlouis);
  const points = pointTables(saarlouisPoints(), SAARLOUIS_STREAMS, SEED);
  const plants = saarlouisPlants();
  return {
    tables: {
      municipalities: members.map(municipalityRow),
      authorities: AUTHORITIES,
      collectionPoints: points.collectionPoints,
      serviceShares: points.serviceShares,
      seasons: seasonRows(),
      streams: STREAMS,
      storages: points.storages,
      reports: points.reports,
      weighings: points.weighings,
      facilities: plants.rows,
      tariffs: saarlouisTariffs(),
      vehicles: vehicles(),
      shredders: [
        shredder("sued-shredder", "Mobilhäcksler Lohnunternehmer", "fuhr-sued"),
        shredder("nbs-shredder", "Mobilhäcksler NBS", "10044115"),
      ],
      weather: [],
      densities: [],
      contributions: CONTRIBUTIONS,
      contacts: saarlouisContacts(),
      sensors: saarlouisSensors(),
      fieldSources: [...points.fieldSources, ...STREAM_SOURCES, ...plants.sources],
    },
    settings: SETTINGS,
    emissionFactors: emissionFactors(),
    outlines: outlinesOf(
      members.map(({ ags }) => ags),
      1e-5,
    ),
    billing: billingExample(members),
  };
}

export function municipalityRow({ ags, name, population, areaKm2, lat, lon, source, verified }: Place): CsvRow {
  return { ags, name, population, areaKm2, latitude: lat, longitude: lon, source, verified };
}

const AUTHORITIES: CsvRow[] = [
  { id: "evs", name: "Entsorgungsverband Saar (EVS)", kind: "authority", ...rule("sl.responsibility") },
  {
    id: "zke",
    name: "Zentraler Kommunaler Entsorgungsbetrieb Saarbrücken (ZKE)",
    kind: "authority",
    ...rule("sl.ownGreen"),
  },
  {
    id: "fuhr-nord",
    name: "Fuhrunternehmen Nord (angenommen)",
    kind: "contractor",
    source: "Annahme: frei erfunden",
    verified: false,
  },
  {
    id: "fuhr-sued",
    name: "Fuhrunternehmen Süd (angenommen)",
    kind: "contractor",
    source: "Annahme: frei erfunden",
    verified: false,
  },
];

const STREAM_BASE = { looseKgPerM3: 150, shreddedKgPerM3: 330 };
const PRIVATE = { owner: "authority", authorityId: "evs", ...rule("sl.responsibility") };
const MUNICIPAL = { owner: "municipality", ...rule("sl.ownGreen") };
const STREAMS: CsvRow[] = [
  {
    id: "private-woody",
    name: "Privates Grün, holzig",
    ...PRIVATE,
    fraction: "woody",
    ...STREAM_BASE,
    shreddable: true,
  },
  {
    id: "private-herbaceous",
    name: "Privates Grün, krautig mit Gras und Laub",
    ...PRIVATE,
    fraction: "herbaceous",
    ...STREAM_BASE,
    looseKgPerM3: 200,
    shreddable: false,
  },
  {
    id: "municipal-woody",
    name: "Kommunales Grün, holzig",
    ...MUNICIPAL,
    fraction: "woody",
    ...STREAM_BASE,
    shreddable: true,
  },
  {
    id: "municipal-mixed",
    name: "Kommunales Grün, gemischt",
    ...MUNICIPAL,
    fraction: "mixed",
    ...STREAM_BASE,
    shreddable: true,
  },
];

const STREAM_SOURCES: CsvRow[] = STREAMS.flatMap(({ id, fraction }) => {
  const file = "streams.csv";
  const loose = {
    woody: "dens.brush.loose: 0,15 t/m³",
    mixed: "dens.mixed.loose: 0,15 t/m³ nach drei unabhängigen Quellen",
    herbaceous: "Annahme: wie Laub lose, 0,2 t/m³ (dens.leaves.loose)",
  }[String(fraction)];
  return [
    ...fieldSources(file, String(id), ["looseKgPerM3"], { source: String(loose), verified: fraction !== "herbaceous" }),
    ...fieldSources(file, String(id), ["shreddedKgPerM3"], {
      source: "Annahme: 0,33 t/m³ (dens.mixed.shredded)",
      verified: false,
    }),
    ...fieldSources(file, String(id), ["shreddable"], { source: "Annahme: übliche Praxis", verified: false }),
  ];
});

function vehicles(): CsvRow[] {
  const yard = (id: string, name: string, ownerId: string, lat: number, lon: number) => ({
    id,
    name,
    ownerId,
    lat,
    lon,
  });
  const nbs = yard("nbs", "NBS Saarlouis", "10044115", 49.309, 6.738);
  const north = yard("nord", "Fuhrunternehmen Nord", "fuhr-nord", 49.425, 6.89);
  const south = yard("sued", "Fuhrunternehmen Süd", "fuhr-sued", 49.28, 6.79);
  return [
    vehicle(nbs, "hookLift", 1),
    vehicle(nbs, "hookLift", 2),
    vehicle(yard("dillingen", "Bauhof Dillingen", "10044111", 49.3516, 6.7268), "hookLift"),
    vehicle(yard("lebach", "LAZ Lebach", "10044112", 49.402, 6.905), "hookLift"),
    vehicle(yard("schmelz", "Bauhof Schmelz", "10044117", 49.4407, 6.8579), "hookLift"),
    vehicle(yard("wadgassen", "Bauhof Wadgassen", "10044120", 49.2616, 6.8053), "hookLift"),
    vehicle(north, "walkingFloor"),
    vehicle(north, "hookLiftTrailer"),
    vehicle(south, "walkingFloor"),
    vehicle(south, "hookLiftTrailer"),
    vehicle(south, "hookLift"),
    vehicle(south, "grab"),
  ];
}

const hour = { unit: "Stunde", source: "Annahme: Umfang; Satz cost.driver.perHour (34 €/h)", verified: false };
const CONTRIBUTIONS: CsvRow[] = [
  {
    id: "saarwellingen-staff",
    ags: "10044116",
    kind: "staff",
    description: "Annahmepersonal für den gemeinsamen Platz",
    quantityPerWeek: 6,
    centsPerUnit: 3400,
    ...hour,
  },
  {
    id: "dillingen-loader",
    ags: "10044111",
    kind: "equipment",
    description: "Radlader mit Fahrer für die Häckselkampagne",
    quantityPerWeek: 4,
    centsPerUnit: 6500,
    ...hour,
  },
  {
    id: "saarlouis-site",
    ags: "10044115",
    kind: "site",
    description: "Fläche für die gemeinsame Aufbereitung am Lisdorfer Berg",
    quantityPerWeek: 500,
    unit: "m²",
    centsPerUnit: 20,
    source: "Annahme: Umfang und Satz",
    verified: false,
  },
];

/**
 * No days to comment, so that whoever tries the example can decide at once; a county would take some. The limits are such that
 * both kinds of release occur.
 */
const AGREEMENTS = {
  commentWorkingDays: 0,
  decisionWorkingDays: 10,
  reminderWorkingDays: [5, 8],
  valueLimitCents: 450_000,
};

const SETTINGS = {
  $schema: "../../docs/schema/region.schema.json",
  schema: "gruenverbund/region/1",
  id: "saarlouis",
  name: "Landkreis Saarlouis",
  timeZone: "Europe/Berlin",
  synthetic:
    "Füllstandsmeldungen und Wiegescheine sind künstlich: ein Programm mit festem Startwert hat sie aus angenommenen Mengen und Jahresgängen erzeugt. Niemand hat sie gemessen.",
  attribution: [
    "Gemeindedaten: © Statistisches Bundesamt (Destatis)",
    "Gemeindegrenzen: © GeoBasis-DE / BKG 2017 (VG250, Daten verändert: Auswahl, gerundet)",
  ],
  boundingBox: { south: 49.15, west: 6.5, north: 49.52, east: 7.25 },
  horizonWeeks: 4,
  allocation: { rule: "nearestStable", nearestTo: "tonnes", capacityShare: 0.4 },
  agreements: AGREEMENTS,
  travel: TRAVEL,
  handling: HANDLING,
  prices: PRICES,
};
