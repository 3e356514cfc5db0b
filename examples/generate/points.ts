/** From a list of sites to the tables of points, shares, storages, and to a year of history. */
import { fieldSources, LAST_WEEK, roomFor, seasonValues, type SeasonId, type SiteKind } from "./common.ts";
import type { CsvRow } from "./files.ts";
import { simulate, type StoredStream } from "./history.ts";

export interface StreamSpec {
  readonly id: string;
  readonly season: SeasonId;
  readonly kgPerM3: number;
  /** Where the made-up tickets were weighed. */
  readonly weighedAt: string;
}

export interface PointSpec {
  readonly id: string;
  readonly name: string;
  readonly ags: string;
  readonly serves: readonly { readonly ags: string; readonly share: number }[];
  readonly sharesSource: string;
  readonly lat: number;
  readonly lon: number;
  readonly coordinateSource: string;
  /** Absent when no source names the site: then everything about it is assumed. */
  readonly source?: string;
  readonly kind: SiteKind;
  readonly reportedBy: string;
  readonly tonnes: readonly { readonly streamId: string; readonly perYear: number; readonly source: string }[];
}

export interface PointTables {
  readonly collectionPoints: readonly CsvRow[];
  readonly serviceShares: readonly CsvRow[];
  readonly storages: readonly CsvRow[];
  readonly reports: readonly CsvRow[];
  readonly weighings: readonly CsvRow[];
  readonly fieldSources: readonly CsvRow[];
}

const ASSUMED_SITE = "Annahme: keine Quelle nennt den Platz; er liegt hier am Bezugspunkt der Gemeinde";
const UNKNOWN_SITE_FIELDS = ["latitude", "longitude", "accessHours", "equipment"];

export function pointTables(points: readonly PointSpec[], streams: readonly StreamSpec[], seed: number): PointTables {
  const storages = points.flatMap((point) => point.tonnes.map((tonnes) => storage(point, tonnes, streams)));
  const { reports, weighings } = simulate(
    storages.map(({ stored }) => stored),
    LAST_WEEK,
    seed,
  );
  return {
    collectionPoints: points.map(pointRow),
    serviceShares: points.flatMap(shareRows),
    storages: storages.map(({ row }) => row),
    reports,
    weighings,
    fieldSources: points.flatMap(siteSources),
  };
}

function pointRow(point: PointSpec): CsvRow {
  return {
    id: point.id,
    name: point.name,
    municipalityAgs: point.ags,
    latitude: point.lat,
    longitude: point.lon,
    accessHours: "Mo-Fr 07:00-17:00",
    equipment: point.kind === "heap" ? "loader staff" : "staff",
    status: "open",
    source: point.source ?? ASSUMED_SITE,
    verified: point.source !== undefined,
  };
}

/** What the source of a known site does not say. */
function siteSources(point: PointSpec): CsvRow[] {
  if (point.source === undefined) return [];
  const file = "collection-points.csv";
  const rest = "Annahme: übliche Zeiten und Ausstattung eines Platzes dieser Größe";
  return [
    ...fieldSources(file, point.id, UNKNOWN_SITE_FIELDS.slice(0, 2), {
      source: point.coordinateSource,
      verified: false,
    }),
    ...fieldSources(file, point.id, UNKNOWN_SITE_FIELDS.slice(2), { source: rest, verified: false }),
  ];
}

function shareRows(point: PointSpec): CsvRow[] {
  // A site of one municipality needs no agreement on shares.
  const verified = point.serves.length === 1 && point.source !== undefined;
  return point.serves.map(({ ags, share }) => ({
    pointId: point.id,
    ags,
    share,
    source: point.sharesSource,
    verified,
  }));
}

function storage(
  point: PointSpec,
  { streamId, perYear, source }: PointSpec["tonnes"][number],
  streams: readonly StreamSpec[],
): { row: CsvRow; stored: StoredStream } {
  const stream = streams.find(({ id }) => id === streamId)!;
  const expectedTonnesPerYear = Math.round(perYear);
  const base = {
    id: `${point.id}-${streamId}`,
    kind: point.kind,
    ...roomFor(point.kind, expectedTonnesPerYear, stream.kgPerM3),
    expectedTonnesPerYear,
  };
  const row = { ...base, pointId: point.id, streamId, seasonId: stream.season, source, verified: false };
  const { kgPerM3, weighedAt: facilityId } = stream;
  return {
    row,
    stored: { ...base, season: seasonValues(stream.season), kgPerM3, facilityId, reportedBy: point.reportedBy },
  };
}
