/** What a region agreed on for settling; part of region.json. */
import * as z from "zod";
import { Form, Fraction, Id } from "../region/common.ts";

/** A gate fee from one day to another, both included; it comes before the tariff that was in force when the week was planned. */
export const DatedPrice = z
  .strictObject({
    id: Id,
    facilityId: Id,
    fraction: Fraction,
    form: Form,
    owner: z.enum(["municipality", "authority", "any"]),
    validFrom: z.iso.date().optional().describe("open when left out"),
    validUntil: z.iso.date().optional(),
    gateFeeCents: z.number().int().describe("negative is revenue"),
    per: z.enum(["tonne", "m3"]),
    source: z.string().optional(),
  })
  .refine((one) => one.validFrom === undefined || one.validUntil === undefined || one.validFrom <= one.validUntil, {
    error: "validUntil lies before validFrom",
    path: ["validUntil"],
  });
export type DatedPrice = z.infer<typeof DatedPrice>;

export const SettlementTerms = z.strictObject({
  estimationCentsPerTonne: z
    .number()
    .int()
    .min(0)
    .default(1000)
    .describe("price of a tonne by which an estimate was off (score); 0 leaves the account out"),
  taxable: z.boolean().default(false).describe("§ 2b UStG: whether what members do for one another is taxable"),
  prices: z
    .array(DatedPrice)
    .default([])
    .describe("gate fees by date; where a material has any, a day that none covers has no price"),
  vatRatePercent: z.number().min(0).max(100).default(19),
  asking: z
    .enum(["automatic", "byHand"])
    .default("automatic")
    .describe("whether what the work list needs to know is asked by mail every working day, or when somebody says so"),
});
export type SettlementTerms = z.infer<typeof SettlementTerms>;

export const DEFAULT_TERMS: SettlementTerms = SettlementTerms.parse({});
