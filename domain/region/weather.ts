/** Weather by day, for regions that have it: one row a day, past days and, where a weather service tells of them, days to come. */
import * as z from "zod";
import { decimal, nonNegative } from "../units.ts";
import { sourced } from "./common.ts";

/** As Deutscher Wetterdienst has it in its daily values: `TMK` and `RSK`. */
export const Weather = z.strictObject({
  date: z.iso.date(),
  temperatureC: decimal.pipe(z.number().min(-60).max(60)).describe("mean of the day, °C (DWD: TMK)"),
  rainMm: nonNegative.describe("sum of the day, mm (DWD: RSK)"),
  ...sourced,
});
export type Weather = z.infer<typeof Weather>;
