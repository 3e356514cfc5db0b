/**
 * The yearly material flow of a region in numbers (docs/flow.md): what arrives where and in which week, who may take it, and
 * at which price. It is part of the plan's file, so that anybody can re-add the plan without the region.
 *
 * Lists refer to each other by position. Mass kg, volume m³, distance metres, money cents, emissions kg CO2e.
 */
import * as z from "zod";
import { count, nonNegative, positive, share, text } from "../units.ts";
import { Id } from "../region/common.ts";

const perWeek = z.array(nonNegative);
const limit = positive.nullable().describe("null: no limit");

/** Room for one kind of material at one point. */
export const YearStore = z.strictObject({
  id: Id,
  point: count,
  material: Id.describe("the stream"),
  roomM3: nonNegative,
  safetyM3: perWeek.describe(
    "kept free at the end of the week, so that a surge overflows with the agreed chance at most",
  ),
  looseKgPerM3: positive,
  shreddedKgPerM3: positive,
  shreddable: z.boolean(),
  openingKg: count,
  arrivalsKg: z.array(count),
  looseLossPerWeek: share.describe("part of the mass that rots away in a week"),
  shreddedLossPerWeek: share,
  looseWeeks: count.nullable().describe("at the end of a week nothing is older, counted in weeks; null: no limit"),
  shreddedWeeks: count.nullable(),
  shreddedRoomM3: nonNegative.nullable().describe("fire limit of the heap that a campaign leaves; null: no limit"),
});
export type YearStore = z.infer<typeof YearStore>;

/** A point that may be closed sends its arrivals to the same materials of another one. */
export const YearPoint = z.strictObject({
  id: Id,
  name: text,
  closing: z
    .strictObject({
      receiver: count,
      savedCents: count.describe("in the planned weeks: running cost and avoided rebuilding"),
      centsPerTonne: nonNegative.describe("what the longer way costs the citizens"),
    })
    .nullable(),
});
export type YearPoint = z.infer<typeof YearPoint>;

export const YearFacility = z.strictObject({
  id: Id,
  name: text,
  yearlyCapacityKg: limit.describe("in all planned weeks together"),
  weeklyCapacityKg: limit,
  minimumKg: count,
  penaltyCentsPerTonne: nonNegative,
  site: z
    .strictObject({ fixedCents: count, now: z.enum(["open", "absent"]) })
    .nullable()
    .describe("a site that the plan may open (now absent) or close (now open); null: open whatever the plan says"),
});
export type YearFacility = z.infer<typeof YearFacility>;

/** Where a part of the material goes. */
export const YearOptionPart = z.strictObject({
  facility: count,
  share: share.describe("of the mass; the parts of an option sum to 1"),
  gateCentsPerTonne: z.number(),
  haulageCentsPerTonne: nonNegative,
  kgCo2ePerTonne: z.number(),
  yields: z.array(z.strictObject({ product: count, share })).describe("products that are sold by the region"),
});
export type YearOptionPart = z.infer<typeof YearOptionPart>;

/** One way to get rid of a tonne: to one facility, or taken apart at the point and to several. */
export const YearOption = z.strictObject({
  store: count,
  shredded: z.boolean(),
  separationCentsPerTonne: nonNegative,
  parts: z.array(YearOptionPart).min(1),
});
export type YearOption = z.infer<typeof YearOption>;

export const YearShredder = z.strictObject({
  id: Id,
  name: text,
  kgPerHour: positive,
  hoursPerWeek: positive.describe("of one machine: setting up, driving and shredding"),
  centsPerHour: nonNegative.describe("machine and crew"),
  setupCents: nonNegative,
  setupHours: nonNegative,
  mobilisationCents: nonNegative.describe("per machine and week in which it comes"),
  centsPerKm: nonNegative.describe("between depot and points"),
  metresPerHour: positive,
  depotMetres: z.array(nonNegative).describe("by point, one way"),
});
export type YearShredder = z.infer<typeof YearShredder>;

export const YearProduct = z.strictObject({
  id: Id,
  name: text,
  surplusCentsPerTonne: nonNegative.describe("what nobody buys costs this"),
});
export type YearProduct = z.infer<typeof YearProduct>;

export const YearBuyer = z.strictObject({
  id: Id,
  name: text,
  product: count,
  priceCentsPerTonne: nonNegative,
  demandKg: z.array(count).describe("by period, at most"),
  haulageCentsPerTonne: z.array(nonNegative).describe("by facility"),
});
export type YearBuyer = z.infer<typeof YearBuyer>;

export const YearProblem = z.strictObject({
  weeks: z.array(text).min(1),
  periods: z.array(text).min(1),
  periodOfWeek: z.array(count).describe("ascending"),
  points: z.array(YearPoint),
  pointMetres: z.array(z.array(nonNegative)).describe("between points, the same both ways"),
  stores: z.array(YearStore),
  facilities: z.array(YearFacility),
  options: z.array(YearOption),
  shredders: z.array(YearShredder),
  products: z.array(YearProduct),
  buyers: z.array(YearBuyer),
  closingCentsPerTonne: nonNegative.describe("left at the end beyond the opening stock"),
  shreddingKgCo2ePerTonne: nonNegative,
  kgCo2ePerShredderKm: nonNegative,
  co2CentsPerTonne: nonNegative,
});
export type YearProblem = z.infer<typeof YearProblem>;
