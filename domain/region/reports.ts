/** What people saw and what the weighbridge said. Volume is reported, mass is settled. */
import * as z from "zod";
import { flag, Kg, optionalCell, nonNegative, positive, text } from "../units.ts";
import { Id, sourced } from "./common.ts";

/** A heap may stand over its edges; half as much again as the storage's room is no heap but a slip of the pen. */
export const MOST_FILL = 1.5;

/** RFC 3339 with an offset: `2026-11-20T09:30:00+01:00`. */
export const Timestamp = z.iso.datetime({ offset: true, error: "expected a time such as 2026-11-20T09:30:00+01:00" });

/** How much of it is no green waste (Störstoffe: plastic, rubble, soil). Empty is not looked at. */
export const Contamination = z.enum(["none", "some", "much"]);
export type Contamination = z.infer<typeof Contamination>;

/**
 * A fill level seen at one storage: quarters of the whole storage (0 empty … 4 full, 5 overflowing), cubic metres, or per cent of
 * the room, which is what sensors give.
 */
export const Report = z
  .strictObject({
    id: Id,
    storageId: Id,
    observedAt: Timestamp,
    reportedBy: text,
    quarters: optionalCell(nonNegative.pipe(z.number().int().max(5))),
    volumeM3: optionalCell(nonNegative),
    percent: optionalCell(nonNegative.pipe(z.number().max(100 * MOST_FILL))).describe(
      "of the room, as a sensor measures",
    ),
    errorPercent: optionalCell(positive.pipe(z.number().max(50))).describe(
      "standard deviation of the sensor that measured percent, in per cent of the room; 4 when left out",
    ),
    contamination: optionalCell(Contamination).describe("none, some or much; empty is not looked at"),
    heapBeside: optionalCell(flag).describe("whether material lies beside the storage"),
    ...sourced,
  })
  .refine((r) => [r.quarters, r.volumeM3, r.percent].filter((one) => one !== undefined).length === 1, {
    error: "give quarters, volumeM3 or percent: one of them, and only one",
    path: ["quarters"],
    params: { code: "report.measure" },
  });
export type Report = z.infer<typeof Report>;

/** A weighbridge ticket (Wiegeschein). */
export const Weighing = z.strictObject({
  id: Id,
  storageId: Id,
  facilityId: Id,
  weighedAt: Timestamp,
  netKg: Kg,
  volumeM3: optionalCell(nonNegative),
  ...sourced,
});
export type Weighing = z.infer<typeof Weighing>;
