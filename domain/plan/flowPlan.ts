/**
 * What a group of municipalities does with its material over the weeks of a period, and what that costs.
 *
 * Decisions are whole kilograms, so that anyone can re-add them. For each storage and week:
 * `loose(w) = loose(w-1) + arrivals(w) - shredded(w) - hauledLoose(w)`,
 * `shredded(w) = shredded(w-1) + shredded today(w) - hauledShredded(w)`.
 */
import * as z from "zod";
import { Capability, Form } from "../region/common.ts";
import { Quarter } from "../settlement/density.ts";

const kg = z.number().int().min(0);
const week = z.string();

/** The lines a bill is made of. `gate` may be negative (revenue). */
export const COST_LINES = [
  "haulage",
  "toll",
  "shredding",
  "gate",
  "minimumQuantity",
  "sites",
  "overflow",
  "closingStock",
  "contributions",
  "co2",
] as const;
export const CostLineName = z.enum(COST_LINES);
export type CostLineName = z.infer<typeof CostLineName>;

export const CostLines = z.record(CostLineName, z.number().int());
export type CostLines = z.infer<typeof CostLines>;

export const EMISSION_LINES = ["transport", "shredding", "treatment"] as const;
export const EmissionLineName = z.enum(EMISSION_LINES);
export const EmissionLines = z.record(EmissionLineName, z.number());
export type EmissionLines = z.infer<typeof EmissionLines>;

/** Material hauled in one week from a storage to a facility by vehicles of one capability. */
export const Haul = z.strictObject({
  week,
  storageId: z.string(),
  facilityId: z.string(),
  form: Form,
  capability: Capability,
  massKg: kg,
});
export type Haul = z.infer<typeof Haul>;

export const Shredding = z.strictObject({ week, storageId: z.string(), shredderId: z.string(), massKg: kg });
export type Shredding = z.infer<typeof Shredding>;

/** A shredder at work at a point in a week (part of a Häckselkampagne). */
export const Campaign = z.strictObject({
  week,
  pointId: z.string(),
  shredderId: z.string(),
  members: z
    .array(z.string())
    .describe("AGS of those who have their part of the material shredded; they pay for it by their part of the point"),
});
export type Campaign = z.infer<typeof Campaign>;

/** What a vehicle does in a week, over all its hauls. */
export const VehicleWeek = z.strictObject({
  week,
  vehicleId: z.string(),
  capability: Capability,
  durationSeconds: z.number().int().min(0),
  distanceMetres: z.number().int().min(0),
});
export type VehicleWeek = z.infer<typeof VehicleWeek>;

/** Stock at the end of a week. `overflowKg` is what lies beyond the room of the storage less what is kept free of it. */
export const Stock = z.strictObject({ week, storageId: z.string(), looseKg: kg, shreddedKg: kg, overflowKg: kg });
export type Stock = z.infer<typeof Stock>;

export const FlowPlan = z.strictObject({
  members: z.array(z.string()).describe("AGS of the group"),
  hauls: z.array(Haul),
  shreddings: z.array(Shredding),
  campaigns: z.array(Campaign),
  vehicleWeeks: z.array(VehicleWeek),
  openedSites: z.array(z.string()),
  stocks: z.array(Stock),
  costLines: CostLines,
  costCents: z.number().int(),
  emissionLines: EmissionLines,
  lowerBoundCents: z.number().int().describe("proven: no plan of this group costs less in the same model"),
});
export type FlowPlan = z.infer<typeof FlowPlan>;

/** One in twenty lies below, one in twenty above. */
export const KgRange = z.strictObject({ lowKg: kg, highKg: kg });
export type KgRange = z.infer<typeof KgRange>;

/** How far what is known of a storage can be trusted (docs/forecast.md). */
export const Plausibility = z.enum(["ok", "suspect", "stale", "contradicted"]);
export type Plausibility = z.infer<typeof Plausibility>;

export const ForecastSpread = z.strictObject({
  openingKg: KgRange,
  arrivalsKg: z.array(KgRange).describe("one per week of the period"),
  overflowChance: z
    .array(z.number().min(0).max(1))
    .describe("one per day of the period: that it stands over its room in the evening, if nobody empties it"),
  plausibility: Plausibility,
  emptiedOn: z
    .array(z.string())
    .describe("days of the last months on which tickets or reports show an emptying; of a report the day it was seen"),
  reportValueCents: z
    .number()
    .int()
    .min(0)
    .describe(
      "what one more report would be worth before the first week: less driven in vain, less left over the brim",
    ),
});
export type ForecastSpread = z.infer<typeof ForecastSpread>;

/** What a cubic metre weighs where tickets have told; plans reckon with it in the place of the stream's density. */
export const UsedDensity = z.strictObject({
  storageId: z.string(),
  form: Form,
  quarter: Quarter.describe("of the first week"),
  kgPerM3: z.number().positive(),
  sdKgPerM3: z.number().positive().describe("standard deviation; ranges of the forecast are wider by it"),
  weighings: z.number().int().min(1).describe("loads that it was learned from"),
  listedKgPerM3: z.number().positive().describe("of the stream in streams.csv, which it stands for"),
});
export type UsedDensity = z.infer<typeof UsedDensity>;

/** What is known before the flow is planned: opening stock and forecast arrivals, whole kilograms, per storage. */
export const FlowForecast = z.strictObject({
  storageId: z.string(),
  openingKg: kg,
  arrivalsKg: z.array(kg).describe("one per week of the period"),
  keptFreeKg: z
    .array(kg)
    .optional()
    .describe(
      "room kept free at the end of each week, as loose material, so that more than expected overflows with the accepted chance; absent in plans that reckon with the means alone",
    ),
  observedAt: z.string().nullable().describe("time of the report that the opening stock rests on"),
  spread: ForecastSpread.optional().describe("absent in plans made before forecasts had one"),
});
export type FlowForecast = z.infer<typeof FlowForecast>;
