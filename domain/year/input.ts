/**
 * `year.json` of a region folder: what a yearly plan must know beyond the weekly one. The file may be missing, and every part of
 * it: then the assumptions of `DEFAULT_YEAR` hold and are named in the plan.
 */
import * as z from "zod";
import { Form, Fraction, Id, sourcedValue } from "../region/common.ts";
import { USUAL_OVERFLOW_CHANCE } from "../region/settings.ts";
import { count, Latitude, Longitude, nonNegative, positive, share, text } from "../units.ts";

const percent = nonNegative.pipe(z.number().max(99));
const weeks = sourcedValue(count.nullable()).describe("null: no limit");

/** How a fraction keeps. */
export const Keeping = z.strictObject({
  looseLossPercentPerWeek: sourcedValue(percent).describe("mass lost by rotting and drying"),
  shreddedLossPercentPerWeek: sourcedValue(percent),
  looseWeeks: weeks,
  shreddedWeeks: weeks.describe("against fire and rot"),
  shreddedRoomM3: sourcedValue(nonNegative.nullable()).describe("fire limit of one heap; null: no limit"),
});
export type Keeping = z.infer<typeof Keeping>;

export const ForecastSpread = z.strictObject({
  weeklyVariation: sourcedValue(nonNegative).describe("standard deviation of a week's arrivals over their mean"),
  correlation: sourcedValue(share).describe("of one week with the next"),
  reactionWeeks: sourcedValue(count.pipe(z.number().min(1).max(8))).describe(
    "how long a surge lasts before a vehicle comes",
  ),
  overflowChance: sourcedValue(z.number().min(0.001).max(0.5)).describe("accepted, per store and week"),
});
export type ForecastSpread = z.infer<typeof ForecastSpread>;

export const YearShredding = z.strictObject({
  setupHours: sourcedValue(nonNegative).describe("of a machine's week, per campaign"),
  crewCentsPerHour: sourcedValue(nonNegative).describe("loader and helper beside the machine"),
  centsPerKm: sourcedValue(nonNegative).describe("of the machine on the road"),
  kmPerHour: sourcedValue(positive),
  litresPer100Km: sourcedValue(nonNegative),
});

const Product = z.strictObject({
  id: Id,
  name: text,
  surplusCentsPerTonne: nonNegative.default(0).describe("what nobody buys costs this"),
});

/** What a plant makes of a material, where the region sells it. */
const Yield = z.strictObject({
  facilityId: Id,
  fraction: Fraction,
  form: Form,
  productId: Id,
  share: share.describe("tonnes of product per tonne delivered"),
});

const Buyer = z.strictObject({
  id: Id,
  name: text,
  productId: Id,
  priceCentsPerTonne: nonNegative,
  demandTonnesPerQuarter: z.array(nonNegative).length(4).describe("January to March first"),
  latitude: Latitude,
  longitude: Longitude,
  source: z.string().optional(),
  verified: z.boolean().optional(),
});

/** Taking a fraction apart at the point. */
const Separation = z.strictObject({
  pointIds: z.array(Id).optional().describe("all points with a loader when left out"),
  from: Fraction,
  to: z.array(z.strictObject({ fraction: Fraction, share })).min(1),
  centsPerTonne: nonNegative,
});

/** A collection point that may be closed; its arrivals go to the same streams of another. */
const ClosablePoint = z.strictObject({
  pointId: Id,
  receiverId: Id,
  runningCentsPerYear: count,
  avoidedRebuildingCents: count.default(0),
  rebuildingYears: positive.default(20).describe("over which the avoided rebuilding is spread"),
  centsPerTonne: nonNegative.default(0).describe("the longer way of those who bring it"),
});

/** A plant or transfer site that may be given up. */
const ClosableFacility = z.strictObject({ facilityId: Id, runningCentsPerYear: count });

export const YearInput = z.strictObject({
  $schema: z.string().optional(),
  schema: z.literal("gruenverbund/year-input/1"),
  keeping: z.partialRecord(Fraction, Keeping).optional(),
  forecast: ForecastSpread.optional(),
  shredding: YearShredding.optional(),
  productHaulageCentsPerTonneKm: sourcedValue(nonNegative).optional(),
  products: z.array(Product).default([]),
  yields: z.array(Yield).default([]),
  buyers: z.array(Buyer).default([]),
  separation: z.array(Separation).default([]),
  closablePoints: z.array(ClosablePoint).default([]),
  closableFacilities: z.array(ClosableFacility).default([]),
});
export type YearInput = z.infer<typeof YearInput>;

const assumed = <T>(value: T, note: string) => ({ value, source: `Annahme: ${note}`, verified: false });

const keeping = (looseLoss: number, shreddedLoss: number, loose: number | null, shredded: number): Keeping => ({
  looseLossPercentPerWeek: assumed(looseLoss, "Masseverlust beim Liegen, lose"),
  shreddedLossPercentPerWeek: assumed(shreddedLoss, "Masseverlust beim Liegen, gehäckselt"),
  looseWeeks: assumed(loose, "längste Lagerdauer, lose"),
  shreddedWeeks: assumed(shredded, "längste Lagerdauer, gehäckselt (Selbsterhitzung)"),
  shreddedRoomM3: assumed(500, "größte gehäckselte Miete wegen Brandgefahr"),
});

/** Assumptions where `year.json` says nothing. */
export const DEFAULT_YEAR = {
  keeping: {
    woody: keeping(0.3, 1, null, 4),
    herbaceous: keeping(1.5, 3, 6, 2),
    grassLeaves: keeping(3, 4, 3, 1),
    mixed: keeping(1, 2, 12, 2),
  } satisfies Record<z.infer<typeof Fraction>, Keeping>,
  forecast: {
    weeklyVariation: assumed(0.3, "Streuung einer Woche"),
    correlation: assumed(0.4, "Zusammenhang aufeinanderfolgender Wochen"),
    reactionWeeks: assumed(1, "Zeit bis zur Abholung"),
    overflowChance: assumed(
      USUAL_OVERFLOW_CHANCE,
      "hingenommene Wahrscheinlichkeit eines Überlaufs je Lager und Woche",
    ),
  } satisfies ForecastSpread,
  shredding: {
    setupHours: assumed(1, "Aufbau und Abbau"),
    crewCentsPerHour: assumed(6000, "Radlader mit Fahrer"),
    centsPerKm: assumed(250, "Häckselzug auf der Straße"),
    kmPerHour: assumed(40, "Häckselzug auf der Straße"),
    litresPer100Km: assumed(38, "Häckselzug auf der Straße"),
  } satisfies z.infer<typeof YearShredding>,
  productHaulageCentsPerTonneKm: assumed(18, "Abgabe von Produkten im vollen Zug"),
} as const;
