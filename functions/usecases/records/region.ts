/** What requests need to know of a region without reading its whole folder: storages, who is served, sensors. */
import * as z from "zod";
import { Fraction } from "../../../domain/region/common.ts";
import { AgreementTerms } from "../../../domain/region/settings.ts";
import { Sensor } from "../../../domain/region/sensors.ts";
import type { Region } from "../../../domain/region/tables.ts";
import type { Store } from "../../ports/store.ts";
import { ApiProblem } from "../apiProblem.ts";
import { key } from "./keys.ts";

const StorageRecord = z.strictObject({
  id: z.string(),
  pointId: z.string(),
  streamId: z.string(),
  kind: z.string(),
  units: z.number(),
  volumeLitres: z.number(),
});
export type StorageRecord = z.infer<typeof StorageRecord>;

export const RegionIndex = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** What in the region's data is made up; said wherever its figures are shown. */
  synthetic: z.string().nullable(),
  horizonWeeks: z.int(),
  municipalities: z.array(z.strictObject({ ags: z.string(), name: z.string() })),
  storages: z.array(StorageRecord),
  /** Absent in regions that were taken in before this was kept. */
  streams: z.array(z.strictObject({ id: z.string(), name: z.string(), fraction: Fraction })).optional(),
  points: z.record(z.string(), z.strictObject({ served: z.array(z.string()) })),
  sensors: z.array(Sensor),
  /** Absent where agreements are not approved here. */
  agreements: AgreementTerms.optional(),
});
export type RegionIndex = z.infer<typeof RegionIndex>;

export function indexOf(region: Region): RegionIndex {
  const served = (point: string): string[] =>
    region.serviceShares.filter((one) => one.pointId === point).map((one) => one.ags);
  return {
    id: region.settings.id,
    name: region.settings.name,
    synthetic: region.settings.synthetic ?? null,
    horizonWeeks: region.settings.horizonWeeks,
    municipalities: region.municipalities.map(({ ags, name }) => ({ ags, name })),
    storages: region.storages.map(({ id, pointId, streamId, kind, units, volumeLitres }) => ({
      ...{ id, pointId, streamId, kind, units, volumeLitres },
    })),
    streams: region.streams.map(({ id, name, fraction }) => ({ id, name, fraction })),
    sensors: [...region.sensors],
    ...(region.settings.agreements === undefined ? {} : { agreements: region.settings.agreements }),
    points: Object.fromEntries(region.collectionPoints.map(({ id }) => [id, { served: served(id) }])),
  };
}

/** @throws ApiProblem 404 for a region that is not there */
export async function readIndex(store: Store, region: string): Promise<RegionIndex> {
  const item = await store.get(key.index(region));
  if (item === undefined) throw new ApiProblem(404, `Eine Region „${region}“ gibt es hier nicht.`);
  // Written by importRegion from a region that was validated.
  return item.data as RegionIndex;
}
