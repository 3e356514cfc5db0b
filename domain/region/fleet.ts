/** What moves and shreds the material, and what members bring in. */
import * as z from "zod";
import {
  count,
  Latitude,
  Longitude,
  nonNegative,
  NonNegativeCents,
  positive,
  PositiveKg,
  PositiveLitres,
  text,
} from "../units.ts";
import { Ags, Capability, Id, OpeningHoursText, sourced, wordList } from "./common.ts";

/** One vehicle with its driver. Capacities include the trailer where `capabilities` names one. */
export const FleetVehicle = z.strictObject({
  id: Id,
  name: text,
  ownerId: text.describe("AGS, or id of a contractor"),
  capabilities: wordList(Capability).describe("hookLift walkingFloor grab trailer; separated by spaces"),
  capacityKg: PositiveKg,
  capacityLitres: PositiveLitres,
  containerSlots: count,
  depotLatitude: Latitude,
  depotLongitude: Longitude,
  shiftHours: OpeningHoursText,
  centsPerKm: nonNegative,
  centsPerHour: nonNegative,
  fixedCentsPerShift: NonNegativeCents,
  tollCentsPerKm: nonNegative.describe("on tolled roads"),
  tollShare: nonNegative.pipe(z.number().max(1)).describe("share of its kilometres on tolled roads"),
  ...sourced,
});
export type FleetVehicle = z.infer<typeof FleetVehicle>;

export const Shredder = z.strictObject({
  id: Id,
  name: text,
  ownerId: text,
  tonnesPerHour: positive,
  hoursPerWeek: positive,
  centsPerHour: NonNegativeCents,
  setupCentsPerSite: NonNegativeCents.describe("each time it works at a site"),
  mobilisationCentsPerWeek: NonNegativeCents.describe("each week in which it comes at all"),
  ...sourced,
});
export type Shredder = z.infer<typeof Shredder>;

/** Staff, equipment or ground that a member brings in; recorded and credited (paying alone is no cooperation). */
export const Contribution = z.strictObject({
  id: Id,
  ags: Ags,
  kind: z.enum(["staff", "equipment", "site"]),
  description: text,
  quantityPerWeek: positive,
  unit: text,
  centsPerUnit: NonNegativeCents,
  ...sourced,
});
export type Contribution = z.infer<typeof Contribution>;
