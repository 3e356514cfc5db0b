/** What people compare of a planned year, taken from the plan's own file: small enough for a page and an answer of the API. */
import * as z from "zod";
import { FacilityKind } from "../region/facilities.ts";
import { count, nonNegative, text } from "../units.ts";
import { YearCostLines } from "./decisions.ts";

const kg = z.number().min(0);

export const YearFigures = z.strictObject({
  firstWeek: text,
  lastWeek: text,
  weeks: count,
  members: z.array(text).describe("AGS"),
  points: count.describe("collection points with material of the members"),
  costLines: YearCostLines,
  costCents: z.int(),
  lowerBoundCents: z.int().describe("no plan of this year costs less"),
  plants: z.array(
    z.strictObject({
      id: text,
      name: text,
      kind: FacilityKind,
      looseKg: kg,
      shreddedKg: kg,
      capacityKg: nonNegative.nullable().describe("in all weeks together; null: none is stated for the year"),
    }),
  ),
  products: z.array(
    z.strictObject({
      id: text,
      name: text,
      made: z.array(z.strictObject({ plantId: text, kg })),
      soldKg: kg,
      revenueCents: z.int().describe("at the buyers' prices, the way there not taken off"),
    }),
  ),
  sites: z.array(
    z.strictObject({ id: text, name: text, now: z.enum(["open", "absent"]), open: z.boolean(), fixedCents: count }),
  ),
  closings: z.array(z.strictObject({ id: text, name: text, receiver: text, closed: z.boolean(), savedCents: count })),
  campaigns: z.strictObject({ stops: count, machines: count, kg }),
  co2: z.strictObject({
    factorSet: text,
    centsPerTonne: nonNegative.describe("price inside the plan"),
    kgCo2e: z.number(),
    transportKgCo2e: z.number().describe("trucks and shredders"),
    treatmentKgCo2e: z.number(),
    methods: z.array(z.strictObject({ name: text, kgCo2e: z.number() })).describe("the set's own first"),
  }),
  overflow: z.strictObject({
    accepted: z.number().describe("chance per storage and week that the plan keeps room for"),
    highest: z.number().describe("chance of a storage in its worst week"),
    expected: z.number().describe("overflows in all weeks together, by the forecast's spread"),
    storages: count.describe(
      "with some week above the accepted chance: too small for their surges even when emptied weekly",
    ),
  }),
  haulage: z.strictObject({ calibration: nonNegative, origin: text.describe("German") }),
  assumptions: z.array(text).describe("German sentences"),
  notices: z.array(text),
});
export type YearFigures = z.infer<typeof YearFigures>;
