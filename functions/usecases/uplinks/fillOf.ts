/** From a sensor's number to what a report says. */
import type { Sensor } from "../../../domain/region/sensors.ts";

/** Names under which decoders give the number, in the order in which they are looked for. */
const FIELDS: Readonly<Record<Sensor["measure"], readonly string[]>> = {
  distanceMm: ["distanceMm", "distance_mm", "distance"],
  percent: ["percent", "fillLevelPercent", "fill_level", "fillLevel"],
  quarters: ["quarters"],
};

/** A heap may stand over the edge of its storage, but no sensor sees it twice as high. */
const MOST_FILL = 1.25;

export type Fill =
  | { readonly kind: "fill"; readonly quarters: number }
  | { readonly kind: "fill"; readonly percent: number }
  | { readonly kind: "none"; readonly cause: string };

export function fillOf(sensor: Sensor, values: Readonly<Record<string, unknown>>): Fill {
  const fields = FIELDS[sensor.measure];
  const field = fields.find((name) => name in values);
  if (field === undefined) return { kind: "none", cause: `Keines der Felder ${fields.join(", ")} ist in der Meldung.` };
  const value = Number(values[field]);
  if (typeof values[field] === "boolean" || values[field] === "" || !Number.isFinite(value))
    return { kind: "none", cause: `${field} ist keine Zahl.` };
  if (sensor.measure === "quarters")
    return Number.isInteger(value) && value >= 0 && value <= 5
      ? { kind: "fill", quarters: value }
      : { kind: "none", cause: `${value} ist kein Füllstand in Vierteln (0 bis 5).` };
  const part = sensor.measure === "percent" ? value / 100 : partByDistance(sensor, value);
  if (part === undefined || part < -0.1 || part > 2)
    return { kind: "none", cause: `${field} = ${value} kann an diesem Lagerplatz kein Füllstand sein.` };
  return { kind: "fill", percent: Math.round(1000 * Math.min(MOST_FILL, Math.max(0, part))) / 10 };
}

function partByDistance({ emptyMm, fullMm }: Sensor, distance: number): number | undefined {
  if (emptyMm === undefined || fullMm === undefined || emptyMm <= fullMm) return undefined;
  return (emptyMm - distance) / (emptyMm - fullMm);
}
