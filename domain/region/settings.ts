/** `region.json` and `emission-factors.json`: what holds for the whole region. */
import * as z from "zod";
import { Cents, nonNegative, positive, share, text, Latitude, Longitude } from "../units.ts";
import { Ags, Id, sourcedValue } from "./common.ts";
import type { FacilityKind } from "./facilities.ts";
import { AllocationRule, NearestKey } from "../sharing/keys.ts";
import { SettlementTerms } from "../settlement/terms.ts";

/** How agreements on the split are approved. */
export const AgreementTerms = z.strictObject({
  proposal: z
    .enum(["automatic", "byHand"])
    .default("automatic")
    .describe("whether the split is proposed when a week is published, or when somebody says so"),
  commentWorkingDays: z.number().int().min(0).max(60).default(3).describe("0: the ballots open at once"),
  decisionWorkingDays: z.number().int().min(1).max(120).default(10),
  reminderWorkingDays: z.array(z.number().int().min(1)).default([5, 8]).describe("after the ballot was opened"),
  valueLimitCents: z.number().int().min(0).describe("up to here a mayor may release a share alone"),
  valueLimits: z.record(Ags, z.number().int().min(0)).optional().describe("other limits, by AGS"),
});
export type AgreementTerms = z.infer<typeof AgreementTerms>;

/** Accepted where a region says nothing, per storage and week; also of a year (`domain/year/input.ts`). */
export const USUAL_OVERFLOW_CHANCE = 0.05;

export const RegionSettings = z.strictObject({
  $schema: z.string().optional(),
  schema: z.literal("gruenverbund/region/1"),
  id: Id,
  name: text,
  timeZone: z.literal("Europe/Berlin"),
  synthetic: z.string().optional().describe("what in this folder is made up, in a sentence shown in every report"),
  attribution: z.array(text).describe("shown wherever the data is shown"),
  boundingBox: z.strictObject({ south: Latitude, west: Longitude, north: Latitude, east: Longitude }),
  horizonWeeks: z.number().int().min(4).max(8),
  allocation: z.strictObject({
    rule: AllocationRule,
    capacityShare: share.describe("two-part key: part of the cost divided by storage capacity, the rest by tonnes"),
    nearestTo: NearestKey.optional().describe(
      "rule nearestStable: the agreed key it stays near to; tonnes when left out",
    ),
  }),
  agreements: AgreementTerms.optional().describe("how agreements on the split are approved"),
  settlement: SettlementTerms.optional().describe("what was agreed on for settling by weighed tonnes"),
  travel: z.strictObject({
    detourFactor: sourcedValue(positive).describe("road distance over great circle"),
    speedKmh: sourcedValue(positive).describe("mean truck speed"),
  }),
  handling: z.strictObject({
    loadSeconds: sourcedValue(positive).describe("to load or swap at a point, per visit"),
    unloadSeconds: sourcedValue(positive).describe("to tip at a facility, weighing included"),
  }),
  forecast: z
    .strictObject({
      overflowChance: sourcedValue(z.number().min(0.001).max(0.5)).describe(
        "accepted, per storage and week: room is kept free for it; 0.05 when left out, 0.5 reckons with the means alone",
      ),
    })
    .optional()
    .describe("how plans use the spread of the forecast"),
  learnedDensities: z
    .boolean()
    .optional()
    .describe(
      "whether plans reckon with the densities that weighbridge tickets show (densities.csv); true when left out, false keeps to streams.csv",
    ),
  prices: z.strictObject({
    overflowCentsPerTonneWeek: sourcedValue(Cents).describe("material beyond the storage, per week it lies there"),
    postponementCentsPerTonne: sourcedValue(Cents).describe("a planned pick-up that no tour takes"),
    deviationCents: sourcedValue(Cents)
      .optional()
      .describe(
        "what looking for better tours on the board must save for a published load to change vehicle or day; 2000 when left out",
      ),
    co2CentsPerTonne: sourcedValue(Cents).describe("price of a tonne CO2e inside the plan; 0 leaves it out"),
  }),
});
export type RegionSettings = z.infer<typeof RegionSettings>;

/** What another method puts in the place of the set's own factors; the rest stays. Plans never rest on it: it tells how far methods differ. */
const OtherMethod = z.strictObject({
  name: text,
  dieselKgCo2ePerLitre: sourcedValue(nonNegative).optional(),
  facilityKgCo2ePerTonne: z
    .strictObject({
      composting: sourcedValue(z.number()).optional(),
      digestion: sourcedValue(z.number()).optional(),
      biomassHeat: sourcedValue(z.number()).optional(),
      transfer: sourcedValue(z.number()).optional(),
    } satisfies Record<FacilityKind, z.ZodType>)
    .optional(),
});
export type OtherMethod = z.infer<typeof OtherMethod>;

/** A named, versioned set of CO2e factors; methods differ by more than transport weighs, so the set is an input. */
export const EmissionFactors = z.strictObject({
  $schema: z.string().optional(),
  schema: z.literal("gruenverbund/emission-factors/1"),
  id: Id,
  version: text,
  name: text,
  dieselKgCo2ePerLitre: sourcedValue(nonNegative),
  truckLitresPer100Km: sourcedValue(nonNegative),
  shreddingLitresPerTonne: sourcedValue(nonNegative),
  facilityKgCo2ePerTonne: z.strictObject({
    composting: sourcedValue(z.number()),
    digestion: sourcedValue(z.number()),
    biomassHeat: sourcedValue(z.number()),
    transfer: sourcedValue(z.number()),
  } satisfies Record<FacilityKind, z.ZodType>),
  otherMethods: z
    .array(OtherMethod)
    .optional()
    .describe("what other methods would give; balances show the range, plans are made without them"),
});
export type EmissionFactors = z.infer<typeof EmissionFactors>;

/** Under this name plans, pages and papers say which factors they were reckoned with. */
export const factorSetName = ({ name, version }: Pick<EmissionFactors, "name" | "version">): string =>
  `${name} (${version})`;
