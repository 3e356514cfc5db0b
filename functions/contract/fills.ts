/** What a plan's forecast says of a storage: how full, how sure, how likely it overflows. Parts of the room; 1 is full. */
import * as z from "zod";
import { Plausibility, UsedDensity } from "../../domain/plan/flowPlan.ts";

const part = z.number().min(0);

export const FillForecast = z
  .strictObject({
    fill: z.strictObject({ low: part, mean: part, high: part }).meta({
      description:
        "am Montagmorgen der Woche, als Teil des Raums; in einem von zwanzig Fällen liegt es darunter, darüber",
    }),
    overflowChance: z
      .array(z.number().min(0).max(1))
      .meta({ description: "je Tag von Montag an: Wahrscheinlichkeit, dass es abends überläuft, wenn niemand leert" }),
    plausibility: Plausibility.meta({
      description:
        "ok; suspect: die letzte Meldung passt nicht zu allem davor; contradicted: zwei Angaben schließen einander aus; stale: zu lange nichts gemeldet",
    }),
    reportValueCents: z.int().min(0).meta({ description: "was eine weitere Meldung vor der Woche im Mittel spart" }),
    density: UsedDensity.pick({ kgPerM3: true, sdKgPerM3: true, weighings: true, listedKgPerM3: true })
      .optional()
      .meta({
        description: "was ein Kubikmeter lose nach so vielen gewogenen Ladungen wiegt; fehlt, wo die Stammdaten gelten",
      }),
  })
  .meta({ id: "FillForecast" });
export type FillForecast = z.infer<typeof FillForecast>;

export const StorageFill = z.strictObject({ storageId: z.string(), ...FillForecast.shape });
export type StorageFill = z.infer<typeof StorageFill>;

/** Of the newest planned week. */
export const PlannedFill = z.strictObject({
  week: z.string(),
  knownUntil: z.string().nullable().meta({ description: "spätere Meldungen sind nicht darin" }),
  ...FillForecast.shape,
});
export type PlannedFill = z.infer<typeof PlannedFill>;
