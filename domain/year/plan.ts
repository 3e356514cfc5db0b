/** `year.plan.json`: a planned year with the numbers it rests on, so that it can be re-added without the region. */
import * as z from "zod";
import { Ags } from "../region/common.ts";
import { count, nonNegative, text } from "../units.ts";
import { YearCostLines, YearDecisions } from "./decisions.ts";
import { YearProblem } from "./problem.ts";

export const YearPlan = z.strictObject({
  $schema: z.string().optional(),
  schema: z.literal("gruenverbund/year-plan/1"),
  region: text,
  regionName: text,
  members: z.array(Ags),
  haulage: z.strictObject({
    calibration: nonNegative.describe("what routed tours cost over what single trips would"),
    pointFactors: z.record(z.string(), nonNegative).optional().describe("what it is multiplied by at single points"),
    origin: text.describe("where the calibration comes from, German"),
  }),
  factorSet: text.describe("of the CO2e factors"),
  problem: YearProblem,
  decisions: YearDecisions,
  costLines: YearCostLines,
  costCents: z.number().int(),
  kgCo2e: z.number(),
  lowerBoundCents: z.number().int().describe("no plan of this problem costs less"),
  effort: z.strictObject({
    rounds: count.describe("of column generation"),
    nodes: count.describe("cases of open and closed sites"),
    gap: nonNegative.describe("at which the search was to end"),
  }),
  assumptions: z.array(text).describe("German sentences"),
  notices: z.array(text),
});
export type YearPlan = z.infer<typeof YearPlan>;
