/** What a county may ask of a year: what would be different in it. */
import * as z from "zod";
import { Ags, Id } from "../region/common.ts";
import { FacilityKind } from "../region/facilities.ts";
import { Latitude, Longitude, text } from "../units.ts";

const MOST_CENTS = 10_000_000_000;

/** A site that is not there yet. The plan opens it, and pays what it costs a year, only if that is cheaper. */
export const NewSite = z.strictObject({
  name: text.max(100).refine((name) => !/\p{Cc}/u.test(name), "no control characters"),
  kind: FacilityKind,
  latitude: Latitude,
  longitude: Longitude,
  capacityTonnesPerWeek: z.number().positive().max(1_000_000),
  yearlyCostCents: z.int().min(0).max(MOST_CENTS),
  gateFeeCents: z
    .int()
    .min(-10_000_000)
    .max(10_000_000)
    .describe("a tonne, whatever is delivered; negative is revenue"),
});
export type NewSite = z.infer<typeof NewSite>;

export const LEAST_PERCENT = -90;
export const MOST_PERCENT = 300;
export const MOST_CO2_CENTS = 1_000_000;
const percent = z.int().min(LEAST_PERCENT).max(MOST_PERCENT);

export const YearChange = z.strictObject({
  without: Ags.nullable().default(null).describe("a member that does not take part"),
  site: NewSite.nullable().default(null).describe("a site more that the plan may open"),
  closed: Id.nullable().default(null).describe("a plant or site that takes nothing any more"),
  gatePercent: percent.default(0).describe("by how much gate fees and revenues change"),
  haulagePercent: percent.default(0),
  co2CentsPerTonne: z.int().min(0).max(MOST_CO2_CENTS).nullable().default(null).describe("null: the region's own"),
  overflowChance: z
    .number()
    .min(0.001)
    .max(0.5)
    .nullable()
    .default(null)
    .describe("accepted, per storage and week; null: the region's own"),
});
export type YearChange = z.infer<typeof YearChange>;

/** The year as it is. */
export const NO_CHANGE: YearChange = YearChange.parse({});

export const isBase = (change: YearChange): boolean =>
  Object.entries(NO_CHANGE).every(([name, value]) => change[name as keyof YearChange] === value);
