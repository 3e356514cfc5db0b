/** Fill-level sensors: which storage a device looks at, and how its number becomes a fill level. */
import * as z from "zod";
import { optionalCell, positive, nonNegative, text } from "../units.ts";
import { Id, sourced } from "./common.ts";

const DEV_EUI = /^[0-9a-f]{16}$/;

/** One spelling for a device: a DevEUI without separators in small letters, any other id as it stands. */
export function canonicalDeviceId(id: string | undefined): string {
  if (id === undefined) return "";
  const bare = id
    .trim()
    .toLowerCase()
    .replaceAll(/[-:\s]/g, "");
  return DEV_EUI.test(bare) ? bare : id.trim();
}

/** distanceMm: from the sensor down to the material · percent: of the storage · quarters: 0 empty … 4 full, 5 overflowing. */
export const SensorMeasure = z.enum(["distanceMm", "percent", "quarters"]);
export type SensorMeasure = z.infer<typeof SensorMeasure>;

export const Sensor = z.strictObject({
  deviceId: text
    .transform(canonicalDeviceId)
    .pipe(z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, "it must be a DevEUI of 16 hex digits or a device id"))
    .describe("DevEUI, or the device's id at The Things Stack or ChirpStack"),
  storageId: Id,
  measure: SensorMeasure.describe("distanceMm, percent or quarters"),
  emptyMm: optionalCell(positive).describe("distance seen over an empty storage, for distanceMm"),
  fullMm: optionalCell(nonNegative).describe("distance seen over a full storage, for distanceMm"),
  errorPercent: optionalCell(positive.pipe(z.number().max(50))).describe(
    "standard deviation of the sensor, in per cent of the room; 4 when left out",
  ),
  ...sourced,
});
export type Sensor = z.infer<typeof Sensor>;
