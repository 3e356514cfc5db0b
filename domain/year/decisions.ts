/** What a yearly plan decides and costs. Positions refer to the lists of its problem. */
import * as z from "zod";
import { count, nonNegative } from "../units.ts";

export const YearDecisions = z.strictObject({
  hauls: z.array(z.strictObject({ week: count, option: count, massKg: count })),
  shreds: z.array(z.strictObject({ week: count, store: count, shredder: count, massKg: count })),
  rounds: z
    .array(
      z.strictObject({
        week: count,
        shredder: count,
        stops: z.array(
          z.strictObject({ point: count, hours: nonNegative.describe("of shredding, setting up left out") }),
        ),
      }),
    )
    .describe("a machine's week: from the depot by the stops in order and back"),
  openSites: z.array(count).describe("facilities that are opened or stay open; only those the plan may decide about"),
  closedPoints: z.array(count),
  sales: z.array(z.strictObject({ period: count, facility: count, buyer: count, massKg: count })),
});
export type YearDecisions = z.infer<typeof YearDecisions>;

export const YEAR_COST_LINES = [
  "haulage",
  "gate",
  "separation",
  "shredding",
  "setup",
  "mobilisation",
  "shredderWay",
  "minimumQuantity",
  "sites",
  "closedPoints",
  "surplus",
  "sales",
  "closingStock",
  "co2",
] as const;
export type YearCostLine = (typeof YEAR_COST_LINES)[number];

const cents = z.number().int();
export const YearCostLines = z.strictObject(
  Object.fromEntries(YEAR_COST_LINES.map((line) => [line, cents])) as Record<YearCostLine, typeof cents>,
);
export type YearCostLines = z.infer<typeof YearCostLines>;
