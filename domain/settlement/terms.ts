/** What a region agreed on for settling; part of region.json. */
import * as z from "zod";

export const SettlementTerms = z.strictObject({
  estimationCentsPerTonne: z
    .number()
    .int()
    .min(0)
    .default(1000)
    .describe("price of a tonne by which an estimate was off (score); 0 leaves the account out"),
  taxable: z.boolean().default(false).describe("§ 2b UStG: whether what members do for one another is taxable"),
  vatRatePercent: z.number().min(0).max(100).default(19),
});
export type SettlementTerms = z.infer<typeof SettlementTerms>;

export const DEFAULT_TERMS: SettlementTerms = SettlementTerms.parse({});
