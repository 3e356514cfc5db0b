/** A region as it stands now: the master tables, with the points as people changed them, every report so far, and what matched tickets weighed, and taught. */
import type { Blobs } from "../../ports/blobs.ts";
import type { Store } from "../../ports/store.ts";
import { DOCUMENTS, TABLES } from "../../../domain/region/tables.ts";
import { csvLines, MACHINE, type Cell } from "../../../planning/report/csv.ts";
import { ApiProblem } from "../apiProblem.ts";
import { allItems } from "../records/allItems.ts";
import { masterPrefix, regionPk } from "../records/keys.ts";
import { readPoints, type PointRecord } from "../records/point.ts";
import type { ReportRecord } from "../records/report.ts";

/** File name to content. */
export type Folder = ReadonlyMap<string, Uint8Array>;

/** @throws ApiProblem 404 for a region that is not there */
export async function currentFolder(store: Store, blobs: Blobs, region: string): Promise<Folder> {
  const files = new Map(await folderWithoutTickets(store, blobs, region));
  const emptied = await allItems(store, { pk: regionPk(region), prefix: "emptied#" });
  if (emptied.length === 0) return files;
  const { emptiedRows, withDensities, withEmptied } = await import("./emptied.ts");
  const weighed = withEmptied(files.get(TABLES.weighings.file), emptiedRows(emptied));
  if (weighed !== undefined) files.set(TABLES.weighings.file, weighed);
  const points = files.get(TABLES.collectionPoints.file);
  const dense = withDensities(files.get(TABLES.densities.file), emptied, points);
  if (dense !== undefined) files.set(TABLES.densities.file, dense);
  return files;
}

/** As people change it: the table of weighings is the one that was taken in. */
export async function folderWithoutTickets(store: Store, blobs: Blobs, region: string): Promise<Folder> {
  const prefix = masterPrefix(region);
  const files = new Map<string, Uint8Array>();
  for (const name of await blobs.list(prefix)) files.set(name.slice(prefix.length), (await blobs.get(name))!);
  if (!files.has(DOCUMENTS.settings.file)) throw new ApiProblem(404, `Eine Region „${region}“ gibt es hier nicht.`);
  const encoder = new TextEncoder();
  files.set(TABLES.collectionPoints.file, encoder.encode(pointsCsv(await readPoints(store, region))));
  files.set(TABLES.reports.file, encoder.encode(reportsCsv(await readReports(store, region))));
  return files;
}

async function readReports(store: Store, region: string): Promise<ReportRecord[]> {
  const items = await allItems(store, { pk: regionPk(region), prefix: "report#" });
  return items.map((item) => item.data as unknown as ReportRecord);
}

const POINT_COLUMNS = ["id", "name", "municipalityAgs", "latitude", "longitude", "accessHours", "equipment", "status"];
const REPORT_COLUMNS = [
  "id",
  "storageId",
  "observedAt",
  "reportedBy",
  "quarters",
  "volumeM3",
  "percent",
  "errorPercent",
  "contamination",
  "heapBeside",
];

function pointsCsv(points: Awaited<ReturnType<typeof readPoints>>): string {
  const rows = points.map(({ id, item }): Cell[] => {
    const { equipment, source, verified, ...fields } = item.data as unknown as PointRecord;
    const { name, municipalityAgs, latitude, longitude, accessHours, status } = fields;
    const place = [String(latitude), String(longitude)];
    return [id, name, municipalityAgs, ...place, accessHours, equipment.join(" "), status, source, String(verified)];
  });
  return csvLines([[...POINT_COLUMNS, "source", "verified"], ...rows], MACHINE);
}

function reportsCsv(reports: readonly ReportRecord[]): string {
  const text = (value: number | boolean | string | undefined): Cell => (value === undefined ? null : String(value));
  const rows = reports.map(({ id, storageId, observedAt, reportedBy, ...seen }): Cell[] => [
    ...[id, storageId, observedAt, reportedBy],
    ...[seen.quarters, seen.volumeM3, seen.percent, seen.errorPercent, seen.contamination, seen.heapBeside].map(text),
  ]);
  return csvLines([REPORT_COLUMNS, ...rows], MACHINE);
}
