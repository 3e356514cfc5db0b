/** The collection points that someone may see, each storage with its newest report. */
import { reaches, type Reach } from "../../../domain/access.ts";
import type { Point } from "../../contract/points.ts";
import type { Store } from "../../ports/store.ts";
import { storageIndex } from "../records/keys.ts";
import { readPoints, shownPoint, type StorageNews } from "../records/point.ts";
import { readIndex, type RegionIndex } from "../records/region.ts";
import type { ReportRecord } from "../records/report.ts";
import { latestFills } from "../weeks/fills.ts";

export async function listPoints(store: Store, region: string, reach: Reach): Promise<Point[]> {
  const index = await readIndex(store, region);
  const points = (await readPoints(store, region)).filter(({ id }) => reaches(reach, index.points[id]?.served ?? []));
  const news = await storageNews(store, index, new Set(points.map(({ id }) => id)));
  return points.map(({ id, item }) => shownPoint(id, item, index, news));
}

/** The newest report and the forecast of each storage at the points. */
export async function storageNews(store: Store, index: RegionIndex, points: ReadonlySet<string>): Promise<StorageNews> {
  const [latest, fills] = await Promise.all([latestReports(store, index, points), latestFills(store, index.id)]);
  return { latest, fills };
}

/** The newest report of each storage at the points. */
export async function latestReports(
  store: Store,
  region: RegionIndex,
  points: ReadonlySet<string>,
): Promise<Map<string, ReportRecord>> {
  const storages = region.storages.filter(({ pointId }) => points.has(pointId));
  const found = await Promise.all(
    storages.map(async ({ id }) => {
      const { pk } = storageIndex(region.id, id);
      const { items } = await store.query({ pk, index: true, descending: true, limit: 1 });
      return items.map((item) => [id, item.data as unknown as ReportRecord] as const);
    }),
  );
  return new Map(found.flat());
}
