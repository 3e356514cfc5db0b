/**
 * A region folder for any county: its municipalities are real, everything else is scaled from the Landkreis Saarlouis by
 * inhabitants, with the same figures a head and the same seed for the same county. Fit for measuring, for nothing else.
 */
import { emissionFactors, HANDLING, PRICES, seasonRows, TRAVEL } from "../../../examples/generate/common.ts";
import { toCsv, type CsvRow } from "../../../examples/generate/files.ts";
import { shredder, vehicle, type VehicleKind } from "../../../examples/generate/fleet.ts";
import { assumedPlant, tariffs } from "../../../examples/generate/plants.ts";
import { pointTables, type PointSpec, type StreamSpec } from "../../../examples/generate/points.ts";
import { DOCUMENTS, TABLES, type TableName } from "../../../domain/region/tables.ts";
import type { County, Member } from "./counties.ts";

const STREAMS: readonly StreamSpec[] = [
  { id: "private-woody", season: "private", kgPerM3: 150, weighedAt: "kompost" },
  { id: "private-mixed", season: "private", kgPerM3: 150, weighedAt: "kompost" },
  { id: "municipal-woody", season: "municipal", kgPerM3: 150, weighedAt: "kompost" },
];
const SYNTHETIC = { source: "Synthetisch: für Messungen erzeugt", verified: false };

/** Tonnes a head and year: 67 kg private, 30 % municipal on top, as in the examples. */
const PRIVATE_TONNES = 0.067;
const MUNICIPAL_TONNES = 0.3 * PRIVATE_TONNES;
/** Inhabitants a site, and from which size a site has a loader and a heap. */
const SITE_INHABITANTS = 30_000;
const HEAP_INHABITANTS = 14_000;
/** The Landkreis Saarlouis has twelve vehicles for 205,000 inhabitants. */
const VEHICLE_INHABITANTS = 17_000;
const HIRED: readonly VehicleKind[] = ["walkingFloor", "hookLiftTrailer", "hookLift", "hookLift", "grab"];

export function regionId({ key }: County): string {
  return `kreis-${key}`;
}

/** File name to content. */
export function countyFolder(county: County): Record<string, string> {
  const tables = tablesOf(county);
  const csv = Object.entries(tables).map(([name, rows]): [string, string] => {
    const { file, schema } = TABLES[name as TableName];
    return [file, toCsv(Object.keys(schema.shape), rows)];
  });
  return Object.fromEntries([
    ...csv,
    [DOCUMENTS.settings.file, JSON.stringify(settingsOf(county))],
    [DOCUMENTS.emissionFactors.file, JSON.stringify(emissionFactors())],
  ]) as Record<string, string>;
}

function tablesOf(county: County): Partial<Record<TableName, readonly CsvRow[]>> {
  const points = pointTables(county.members.flatMap(sitesOf), STREAMS, Number(county.key));
  const largest = [...county.members].sort((a, b) => b.population - a.population)[0]!;
  return {
    municipalities: county.members.map((member) => ({ ...member, ...SYNTHETIC })),
    authorities: [
      { id: "verband", name: "Abfallverband (angenommen)", kind: "authority", ...SYNTHETIC },
      { id: "fuhr", name: "Fuhrunternehmen (angenommen)", kind: "contractor", ...SYNTHETIC },
    ],
    collectionPoints: points.collectionPoints,
    serviceShares: points.serviceShares,
    seasons: seasonRows(),
    streams: streams(),
    storages: points.storages,
    reports: points.reports,
    weighings: points.weighings,
    facilities: plantsOf(county, largest),
    tariffs: [
      ...tariffs("kompost", "any", {
        "woody loose": 46,
        "woody shredded": 33,
        "mixed loose": 52,
        "mixed shredded": 39,
      }),
      ...tariffs("kompost-fern", "any", {
        "woody loose": 40,
        "woody shredded": 28,
        "mixed loose": 45,
        "mixed shredded": 33,
      }),
      ...tariffs("kessel", "any", { "woody shredded": -30 }),
    ],
    vehicles: vehiclesOf(county, largest),
    shredders: [shredder("haecksler", "Mobilhäcksler Lohnunternehmer", "fuhr")],
    contacts: [
      {
        ...{ id: "disposition", role: "dispatcher", name: "Alex Disponent" },
        ...{ email: `disposition.${county.key}@example.org`, language: "de", ...SYNTHETIC },
      },
    ],
  };
}

function streams(): CsvRow[] {
  const dense = { looseKgPerM3: 150, shreddedKgPerM3: 330, shreddable: true, ...SYNTHETIC };
  const verband = { owner: "authority", authorityId: "verband" };
  return [
    { id: "private-woody", name: "Privates Grün, holzig", ...verband, fraction: "woody", ...dense },
    { id: "private-mixed", name: "Privates Grün, gemischt", ...verband, fraction: "mixed", ...dense },
    { id: "municipal-woody", name: "Kommunales Grün, holzig", owner: "municipality", fraction: "woody", ...dense },
  ];
}

/** A town has several sites on a ring around its middle. */
function sitesOf(member: Member): PointSpec[] {
  const count = Math.max(1, Math.round(member.population / SITE_INHABITANTS));
  const inhabitants = member.population / count;
  const radius = count === 1 ? 0 : Math.sqrt(member.areaKm2 / Math.PI) / 2 / 111;
  return Array.from({ length: count }, (_, i): PointSpec => {
    const angle = (2 * Math.PI * i) / count;
    const tonnes = (streamId: string, perYear: number) => ({
      streamId,
      perYear: Math.max(1, perYear),
      source: SYNTHETIC.source,
    });
    const isHeap = inhabitants > HEAP_INHABITANTS;
    return {
      id: `platz-${member.ags}-${i + 1}`,
      name: `Sammelstelle ${member.name} ${i + 1}`,
      ags: member.ags,
      serves: [{ ags: member.ags, share: 1 }],
      sharesSource: SYNTHETIC.source,
      lat: round(member.latitude + radius * Math.sin(angle)),
      lon: round(member.longitude + (radius * Math.cos(angle)) / Math.cos((member.latitude * Math.PI) / 180)),
      coordinateSource: SYNTHETIC.source,
      kind: isHeap ? "heap" : "rollOff",
      reportedBy: `Bauhof ${member.name}`,
      tonnes: [
        ...(isHeap ? [tonnes("private-woody", 0.4 * inhabitants * PRIVATE_TONNES)] : []),
        tonnes("private-mixed", (isHeap ? 0.6 : 1) * inhabitants * PRIVATE_TONNES),
        tonnes("municipal-woody", inhabitants * MUNICIPAL_TONNES),
      ],
    };
  });
}

function plantsOf(county: County, largest: Member): CsvRow[] {
  const yearly = county.population * (PRIVATE_TONNES + MUNICIPAL_TONNES);
  const plant = (id: string, name: string, kind: "composting" | "biomassHeat", share: number, north: number) =>
    assumedPlant(
      {
        ...{ id, name, kind, status: "operating", termsSource: SYNTHETIC.source },
        terms: { capacityTonnesPerYear: Math.max(500, Math.round(share * yearly)) },
      },
      round(largest.latitude + north),
      round(largest.longitude + north),
    );
  return [
    plant("kompost", "Kompostwerk", "composting", 1.5, 0.03),
    plant("kompost-fern", "Kompostwerk jenseits der Grenze", "composting", 1, -0.15),
    plant("kessel", "Heizwerk", "biomassHeat", 0.1, 0.01),
  ];
}

function vehiclesOf(county: County, largest: Member): CsvRow[] {
  const count = Math.max(5, Math.round(county.population / VEHICLE_INHABITANTS));
  const contractor = {
    id: "fuhr",
    name: "Fuhrunternehmen",
    ownerId: "fuhr",
    lat: largest.latitude,
    lon: largest.longitude,
  };
  const hired = Array.from({ length: count }, (_, i) =>
    vehicle(
      contractor,
      HIRED[i % HIRED.length]!,
      1 + Math.floor(i / HIRED.length) * 2 + (i % HIRED.length === 3 ? 1 : 0),
    ),
  );
  const yard = { id: `hof-${largest.ags}`, name: `Bauhof ${largest.name}`, ownerId: largest.ags };
  return [...hired, vehicle({ ...yard, lat: largest.latitude, lon: largest.longitude }, "hookLift")];
}

function settingsOf(county: County): object {
  const latitudes = county.members.map(({ latitude }) => latitude);
  const longitudes = county.members.map(({ longitude }) => longitude);
  return {
    schema: "gruenverbund/region/1",
    id: regionId(county),
    name: county.name,
    timeZone: "Europe/Berlin",
    synthetic: "Alles außer den Gemeinden ist für Messungen erzeugt.",
    attribution: ["Gemeindedaten: © Statistisches Bundesamt (Destatis)"],
    boundingBox: {
      south: round(Math.min(...latitudes) - 0.5),
      west: round(Math.min(...longitudes) - 0.5),
      north: round(Math.max(...latitudes) + 0.5),
      east: round(Math.max(...longitudes) + 0.5),
    },
    horizonWeeks: 4,
    allocation: { rule: "nearestStable", nearestTo: "tonnes", capacityShare: 0.4 },
    ...{ travel: TRAVEL, handling: HANDLING, prices: PRICES },
  };
}

const round = (degrees: number): number => Number(degrees.toFixed(5));
