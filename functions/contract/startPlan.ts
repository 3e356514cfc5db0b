/** Starts the planning of a week. Apart from reading it: what starts a plan should be small. */
import * as z from "zod";
import { RegionId, Week } from "./common.ts";
import type { Route } from "./route.ts";

export const WeekOfRegion = z.strictObject({ region: RegionId, week: Week });

export const PlanOptions = z
  .strictObject({
    seed: z
      .int()
      .min(0)
      .max(2 ** 31 - 1)
      .optional()
      .meta({ description: "Startwert des Zufalls; Vorgabe 1" }),
    iterations: z
      .int()
      .min(1)
      .max(10_000_000)
      .optional()
      .meta({ description: "Aufwand der Tourensuche; Vorgabe 20.000" }),
  })
  .meta({ id: "PlanOptions" });
export type PlanOptions = z.infer<typeof PlanOptions>;

export const startPlan = {
  name: "startPlan",
  method: "POST",
  path: "/api/regions/{region}/weeks/{week}/plan",
  summary: "Woche planen",
  description:
    "Startet die Planung der Woche mit dem Stand der Meldungen von jetzt. Mit unverändertem Stand gibt ein zweiter Start " +
    "die erste Planung zurück.",
  access: { kind: "roles", roles: ["dispatcher", "admin"] },
  parameters: WeekOfRegion,
  body: { "application/json": PlanOptions },
  responses: {
    202: {
      description: "die Planung läuft, oder lief schon mit diesem Stand",
      schema: z.strictObject({ execution: z.string(), started: z.boolean(), status: z.string() }),
    },
  },
} as const satisfies Route;
