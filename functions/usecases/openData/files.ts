/** The files of open data: the same figures for German Excel, for programs (RFC 4180, JSON) and for maps (RFC 7946). */
import { BYTE_ORDER_MARK, csvLines, euros, GERMAN, MACHINE, type Cell } from "../../../planning/report/csv.ts";
import type { Compared, PlanSaving, PublicFigures } from "./figures.ts";

export const DATASETS = ["einsparungen", "mengen", "sammelstellen", "gemeindegrenzen"] as const;
export type Dataset = (typeof DATASETS)[number];

export const FORMATS = {
  csv: { type: "text/csv; charset=utf-8", media: "text/csv", fileType: "CSV" },
  "machine.csv": { type: "text/csv; charset=utf-8", media: "text/csv", fileType: "CSV" },
  json: { type: "application/json; charset=utf-8", media: "application/json", fileType: "JSON" },
  geojson: { type: "application/geo+json", media: "application/geo+json", fileType: "GEOJSON" },
} as const;
export type FileFormat = keyof typeof FORMATS;

export interface OpenFile {
  readonly dataset: Dataset;
  readonly format: FileFormat;
  /** `einsparungen.machine.csv` */
  readonly name: string;
  readonly body: string;
}

/** What every file says of where it comes from. */
export interface Origin {
  readonly licence: { readonly uri: string; readonly name: string };
  readonly publisher: string;
}

/** All files of a region. Those of a dataset that has nothing to say yet are there too, with their header alone. */
export function openFiles(figures: PublicFigures, origin: Origin): OpenFile[] {
  const file = (dataset: Dataset, format: FileFormat, body: string): OpenFile => ({
    ...{ dataset, format, name: `${dataset}.${format}`, body },
  });
  const json = (value: object): string => `${JSON.stringify({ ...headOf(figures, origin), ...value }, null, 1)}\n`;
  const { plans, months, outlines } = figures;
  return [
    file("einsparungen", "csv", german(savingsGerman(figures), figures, origin)),
    file("einsparungen", "machine.csv", csvLines(savingsMachine(figures), MACHINE)),
    file("einsparungen", "json", json({ plans: plans.map(({ notices: _, arrivals: __, ...plan }) => plan) })),
    file("mengen", "csv", german(monthsGerman(figures), figures, origin)),
    file("mengen", "machine.csv", csvLines(monthsMachine(figures), MACHINE)),
    file("mengen", "json", json({ months })),
    file("sammelstellen", "csv", german(pointsTable(figures, "de"), figures, origin)),
    file("sammelstellen", "machine.csv", csvLines(pointsTable(figures, "machine"), MACHINE)),
    file("sammelstellen", "geojson", pointsGeoJson(figures, origin)),
    ...(outlines === null ? [] : [file("gemeindegrenzen", "geojson", `${JSON.stringify(outlines)}\n`)]),
  ];
}

function headOf({ region, name, synthetic, attribution }: PublicFigures, { licence, publisher }: Origin): object {
  return { schema: "gruenverbund/open-data/1", region, name, publisher, licence, synthetic, attribution };
}

/** A sheet says where it comes from below its table, so that the header stays its first line. */
function german(
  table: readonly (readonly Cell[])[],
  { synthetic, attribution }: PublicFigures,
  origin: Origin,
): string {
  const notes: Cell[][] = [
    ["Herausgeber", origin.publisher],
    ["Lizenz", origin.licence.name, origin.licence.uri],
    ...(synthetic === null ? [] : [["Hinweis", synthetic]]),
    ...attribution.map((text) => ["Quelle", text]),
  ];
  return `${BYTE_ORDER_MARK}${csvLines(table, GERMAN)}\r\n${csvLines(notes, GERMAN)}`;
}

/** Measures of a plan under the names of the machine file. */
function measures(plan: PlanSaving): readonly (readonly [name: string, unit: string, pair: Compared])[] {
  return [
    ["cost", "EUR_CENT", plan.costCents],
    ...(plan.distanceMetres === null ? [] : [["distance", "METRE", plan.distanceMetres] as const]),
    ...(plan.kgCo2e === null ? [] : [["co2e", "KILOGRAM", plan.kgCo2e] as const]),
    ...plan.emissionLines.map((one) => [`co2e.${one.line}`, "KILOGRAM", one] as const),
  ];
}

const SAVINGS_COLUMNS = [
  ...["region", "plan", "firstWeek", "lastWeek", "publishedAt", "measure", "unit", "alone", "joint", "saving"],
  ...["factorSet", "planSha256", "members", "membersPlanned"],
] as const;

/** Cents and metres are whole; kilograms of CO2e as the plan has them, to the gram. */
function savingsMachine({ region, plans }: PublicFigures): Cell[][] {
  const rows = plans.flatMap((plan) =>
    measures(plan).map(([name, unit, { alone, joint }]): Cell[] => {
      const amount = (value: number): Cell => (unit === "KILOGRAM" ? { value, decimals: 3 } : value);
      const { week, firstWeek, lastWeek, publishedAt, factorSet, planSha256, members } = plan;
      return [
        ...[region, week, firstWeek, lastWeek, publishedAt, name, unit],
        ...[alone, joint, alone - joint].map(amount),
        ...[unit === "KILOGRAM" ? factorSet : "", planSha256, members.sharing, members.planned],
      ];
    }),
  );
  return [[...SAVINGS_COLUMNS], ...rows];
}

function savingsGerman({ plans }: PublicFigures): Cell[][] {
  const three = (pair: Compared | null, cell: (value: number) => Cell): Cell[] =>
    pair === null ? ["", "", ""] : [pair.alone, pair.joint, pair.alone - pair.joint].map(cell);
  const kilometres = (metres: number): Cell => ({ value: metres / 1000, decimals: 3 });
  const kilograms = (value: number): Cell => ({ value, decimals: 3 });
  const heads = ["Kosten in €", "Fahrstrecke in km", "CO2e in kg"].flatMap((what) =>
    ["allein", "gemeinsam", "Einsparung"].map((side) => `${what}, ${side}`),
  );
  return [
    [
      "Plan",
      "erste Woche",
      "letzte Woche",
      ...heads,
      "Faktorensatz",
      "SHA-256 der plan.json",
      "Kommunen",
      "geplant für",
    ],
    ...plans.map((plan): Cell[] => [
      ...[plan.week, plan.firstWeek, plan.lastWeek],
      ...[...three(plan.costCents, euros), ...three(plan.distanceMetres, kilometres), ...three(plan.kgCo2e, kilograms)],
      ...[plan.factorSet, plan.planSha256, plan.members.sharing, plan.members.planned],
    ]),
  ];
}

function monthsMachine({ region, months }: PublicFigures): Cell[][] {
  return [
    ["region", "month", "weighedKg", "expectedKg", "expectedWeeks"],
    ...months.map(({ month, weighedKg, expectedKg, expectedWeeks }): Cell[] => [
      ...[region, month, weighedKg, expectedKg, expectedWeeks],
    ]),
  ];
}

function monthsGerman({ months }: PublicFigures): Cell[][] {
  const tonnes = (kg: number | null): Cell => (kg === null ? null : { value: kg / 1000, decimals: 3 });
  return [
    ["Monat", "gewogen in t", "erwartet in t", "geplante Wochen im Monat"],
    ...months.map(({ month, weighedKg, expectedKg, expectedWeeks }): Cell[] => [
      ...[month, tonnes(weighedKg), tonnes(expectedKg), expectedWeeks],
    ]),
  ];
}

const STATUS = { open: "offen", closed: "geschlossen" } as const;

function pointsTable({ points }: PublicFigures, dialect: "de" | "machine"): Cell[][] {
  const heads =
    dialect === "de"
      ? ["Kennung", "Name", "AGS", "Kommune", "Breite", "Länge", "Zustand"]
      : ["id", "name", "ags", "municipality", "latitude", "longitude", "status"];
  return [
    heads,
    ...points.map(({ id, name, ags, municipality, latitude, longitude, status }): Cell[] => [
      ...[id, name, ags, municipality, degrees(latitude), degrees(longitude)],
      dialect === "de" ? STATUS[status] : status,
    ]),
  ];
}

/** A tenth of a metre. */
const degrees = (value: number): Cell => ({ value, decimals: 6 });

function pointsGeoJson(figures: PublicFigures, origin: Origin): string {
  const features = figures.points.map(({ id, name, ags, municipality, latitude, longitude, status }) => ({
    ...{ type: "Feature", id, properties: { name, ags, municipality, status } },
    geometry: { type: "Point", coordinates: [longitude, latitude].map((one) => Number(one.toFixed(6))) },
  }));
  const collection = { type: "FeatureCollection", ...headOf(figures, origin), features };
  return `${JSON.stringify(collection)}\n`;
}
