/** Where material goes: plants, their opening hours, limits, contracts and tariffs. */
import * as z from "zod";
import { Cents, Latitude, Longitude, NonNegativeCents, nonNegative, optionalCell, positive, text } from "../units.ts";
import { Form, Fraction, Id, OpeningHoursText, sourced } from "./common.ts";

export const FacilityKind = z.enum(["composting", "digestion", "biomassHeat", "transfer"]);
export type FacilityKind = z.infer<typeof FacilityKind>;

/**
 * A plant. `candidate` sites may be opened by the plan and then cost `yearlyCostCents`; `planned` and `closed` ones are
 * known but take nothing. A minimum quantity binds whoever holds the contract (`contractHolders`).
 */
export const Facility = z.strictObject({
  id: Id,
  name: text,
  kind: FacilityKind,
  ownerId: optionalCell(text).describe("AGS or authority id"),
  access: z.enum(["public", "owner"]).describe("owner: only coalitions with the owner may deliver"),
  latitude: Latitude,
  longitude: Longitude,
  status: z.enum(["operating", "candidate", "planned", "closed"]),
  openingHours: OpeningHoursText.describe("Annahmezeiten"),
  capacityTonnesPerDay: optionalCell(positive),
  capacityTonnesPerWeek: optionalCell(positive),
  capacityTonnesPerYear: optionalCell(positive),
  minimumTonnesPerYear: optionalCell(nonNegative),
  minimumPenaltyCentsPerTonne: optionalCell(NonNegativeCents),
  contractHolders: optionalCell(z.string()).describe("AGS separated by spaces"),
  yearlyCostCents: optionalCell(NonNegativeCents),
  ...sourced,
});
export type Facility = z.infer<typeof Facility>;

/** What a facility takes and at which price. Negative is revenue. No row means it does not take it. */
export const Tariff = z.strictObject({
  id: Id,
  facilityId: Id,
  fraction: Fraction,
  form: Form,
  owner: z
    .enum(["municipality", "authority", "any"])
    .describe("whose material; surrender duty can bind the authority's"),
  gateFeeCents: Cents,
  per: z.enum(["tonne", "m3"]),
  ...sourced,
});
export type Tariff = z.infer<typeof Tariff>;
