/**
 * The files of a region folder: one row schema each. The single list from which reading, validation, the JSON Schemas
 * under docs/schema and the assumptions are made.
 */
import * as z from "zod";
import { flag } from "../units.ts";
import { Contact } from "./contacts.ts";
import { LearnedDensity } from "./densities.ts";
import { Authority, CollectionPoint, Municipality, Season, ServiceShare, Storage, Stream } from "./places.ts";
import { Facility, Tariff } from "./facilities.ts";
import { Contribution, FleetVehicle, Shredder } from "./fleet.ts";
import { Report, Weighing } from "./reports.ts";
import { canonicalDeviceId, Sensor } from "./sensors.ts";
import { EmissionFactors, RegionSettings } from "./settings.ts";
import { Weather } from "./weather.ts";

/** Corrects the row-level source for one field: `streams.csv, private-woody, looseKgPerM3`. */
export const FieldSource = z.strictObject({
  file: z.string(),
  id: z.string(),
  field: z.string(),
  source: z.string(),
  verified: flag,
});
export type FieldSource = z.infer<typeof FieldSource>;

interface TableSpec<T extends z.ZodType> {
  readonly file: string;
  readonly schema: T;
  /** Makes the id under which problems and sources name the row. */
  readonly rowId: (row: z.infer<T>) => string;
  readonly required: boolean;
}

function table<T extends z.ZodType>(
  file: string,
  schema: T,
  rowId: (row: z.infer<T>) => string,
  required = true,
): TableSpec<T> {
  return { file, schema, rowId, required };
}

export const TABLES = {
  municipalities: table("municipalities.csv", Municipality, (r) => r.ags),
  authorities: table("authorities.csv", Authority, (r) => r.id, false),
  collectionPoints: table("collection-points.csv", CollectionPoint, (r) => r.id),
  serviceShares: table("service-shares.csv", ServiceShare, (r) => `${r.pointId}/${r.ags}`),
  seasons: table("seasons.csv", Season, (r) => r.id),
  streams: table("streams.csv", Stream, (r) => r.id),
  storages: table("storages.csv", Storage, (r) => r.id),
  reports: table("reports.csv", Report, (r) => r.id),
  weighings: table("weighings.csv", Weighing, (r) => r.id, false),
  facilities: table("facilities.csv", Facility, (r) => r.id),
  tariffs: table("tariffs.csv", Tariff, (r) => r.id),
  vehicles: table("vehicles.csv", FleetVehicle, (r) => r.id),
  shredders: table("shredders.csv", Shredder, (r) => r.id, false),
  contributions: table("contributions.csv", Contribution, (r) => r.id, false),
  contacts: table("contacts.csv", Contact, (r) => r.id, false),
  sensors: table("sensors.csv", Sensor, (r) => canonicalDeviceId(r.deviceId), false),
  weather: table("weather.csv", Weather, (r) => r.date, false),
  densities: table("densities.csv", LearnedDensity, (r) => `${r.pointId}/${r.fraction}/${r.form}/${r.quarter}`, false),
  fieldSources: table("sources.csv", FieldSource, (r) => `${r.file}/${r.id}/${r.field}`, false),
} as const;

export type TableName = keyof typeof TABLES;

/** Tables that no figure of a plan depends on: they are in no plan, no report and not in the hash of a plan's inputs. */
export const OUTSIDE_PLANS: ReadonlySet<TableName> = new Set<TableName>(["contacts", "sensors"]);

export type Row<N extends TableName> = z.infer<(typeof TABLES)[N]["schema"]>;

/** JSON documents of a region folder. `municipalities.geojson` is optional and passed through for drawing. */
export const DOCUMENTS = {
  settings: { file: "region.json", schema: RegionSettings },
  emissionFactors: { file: "emission-factors.json", schema: EmissionFactors },
} as const;

export const OUTLINES_FILE = "municipalities.geojson";

type Tables = { readonly [N in TableName]: readonly Row<N>[] };

/** A whole region, valid by construction: only `validateRegion` makes one. */
export interface Region extends Tables {
  readonly settings: RegionSettings;
  readonly emissionFactors: EmissionFactors;
}
