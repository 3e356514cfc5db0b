/** What became of a planned tour: driven as recorded, or not driven at all. Without a record it counts as driven as planned. */
import * as z from "zod";
import { IsoWeek, metres, Moment, seconds } from "./common.ts";

export const TourFate = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("driven"), distanceMetres: metres, durationSeconds: seconds }),
  z.strictObject({ kind: z.literal("cancelled"), reason: z.string().trim().min(3).max(500) }),
]);
export type TourFate = z.infer<typeof TourFate>;

export const TourRecord = z.strictObject({
  tourId: z.string(),
  week: IsoWeek,
  fate: TourFate,
  at: Moment,
  by: z.string(),
});
export type TourRecord = z.infer<typeof TourRecord>;
