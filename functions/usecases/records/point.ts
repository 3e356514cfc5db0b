/** A collection point as it is kept: master data that people change one by one, with where its values come from. */
import type { CollectionPoint } from "../../../domain/region/places.ts";
import type { PlannedFill } from "../../contract/fills.ts";
import type { Point, PointFields } from "../../contract/points.ts";
import type { Item, NewItem, Store } from "../../ports/store.ts";
import { asJson } from "../../ports/store.ts";
import { allItems } from "./allItems.ts";
import { key, regionPk } from "./keys.ts";
import type { RegionIndex } from "./region.ts";
import type { ReportRecord } from "./report.ts";

export interface PointRecord extends PointFields {
  readonly source: string;
  readonly verified: boolean;
}

export function pointRecord(point: CollectionPoint): PointRecord {
  const { name, municipalityAgs, latitude, longitude, accessHours, equipment, status } = point;
  const fields = { name, municipalityAgs, latitude, longitude, accessHours, equipment: [...equipment], status };
  return { ...fields, source: point.source ?? "", verified: point.verified ?? false };
}

export const pointItem = (region: string, id: string, record: PointRecord): NewItem => ({
  ...key.point(region, id),
  data: asJson(record),
});

export async function readPoints(store: Store, region: string): Promise<{ id: string; item: Item }[]> {
  const items = await allItems(store, { pk: regionPk(region), prefix: "point#" });
  return items.map((item) => ({ id: item.sk.slice("point#".length), item }));
}

/** By storage: the newest report, and the forecast of the newest planned week. */
export interface StorageNews {
  readonly latest: ReadonlyMap<string, ReportRecord>;
  readonly fills: ReadonlyMap<string, PlannedFill>;
}

/** A point as the API shows it. */
export function shownPoint(
  id: string,
  { data, version }: Pick<Item, "data" | "version">,
  region: RegionIndex,
  { latest, fills }: StorageNews,
): Point {
  const { source: _, verified: __, ...fields } = data as unknown as PointRecord;
  const storages = region.storages
    .filter((one) => one.pointId === id)
    .map(({ pointId: ___, ...storage }) => ({
      ...storage,
      latestReport: shownReport(latest.get(storage.id)),
      forecast: fills.get(storage.id) ?? null,
    }));
  const servedMunicipalities = region.points[id]?.served ?? [];
  return { id, ...fields, etag: `"${version}"`, servedMunicipalities, storages };
}

function shownReport(report: ReportRecord | undefined): Point["storages"][number]["latestReport"] {
  if (report === undefined) return null;
  const { id, observedAt, reportedBy, quarters, volumeM3, percent, contamination, heapBeside } = report;
  return {
    ...{ id, observedAt, reportedBy },
    ...(quarters === undefined ? {} : { quarters }),
    ...(volumeM3 === undefined ? {} : { volumeM3 }),
    ...(percent === undefined ? {} : { percent }),
    ...(contamination === undefined ? {} : { contamination }),
    ...(heapBeside === undefined ? {} : { heapBeside }),
  };
}
