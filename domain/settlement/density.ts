/** What a cubic metre weighs, learnt from tickets: by point, fraction, form and season, with its uncertainty. */
import * as z from "zod";
import { Form, Fraction } from "../region/common.ts";

/** Quarters of the year by month: winter is December to February. */
export const Quarter = z.enum(["winter", "spring", "summer", "autumn"]);
export type Quarter = z.infer<typeof Quarter>;

/** @param date ISO date or timestamp, as the clock on the wall stood */
export const quarterOf = (date: string): Quarter => Quarter.options[Math.floor((Number(date.slice(5, 7)) % 12) / 3)]!;

export const DensityEstimate = z.strictObject({
  pointId: z.string(),
  fraction: Fraction,
  form: Form,
  quarter: Quarter,
  kgPerM3: z.number().positive(),
  sdKgPerM3: z.number().positive().describe("standard deviation of the estimate"),
  low90KgPerM3: z.number(),
  high90KgPerM3: z.number(),
  weighings: z.int().min(0),
  priorKgPerM3: z.number().positive().describe("of the stream in streams.csv"),
  priorWeight: z.number().min(0).max(1).describe("how much of the estimate is the prior"),
  ticketIds: z.array(z.string()),
});
export type DensityEstimate = z.infer<typeof DensityEstimate>;
