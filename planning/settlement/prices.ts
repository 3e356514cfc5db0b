/** What a plant asks for on a day. Dated prices come before the tariff that was in force when the week was planned. */
import type { Tariff } from "../../domain/region/facilities.ts";
import type { DatedPrice } from "../../domain/settlement/terms.ts";
import { tariffFor } from "../../domain/region/rules.ts";

export interface Prices {
  /** As frozen for the week. */
  readonly tariffs: readonly Tariff[];
  readonly dated: readonly DatedPrice[];
}

export type Price = Pick<Tariff, "gateFeeCents" | "per">;
type Material = Parameters<typeof tariffFor>[2];

/**
 * @param date `YYYY-MM-DD`
 * @returns undefined when there is no price: dated ones exist for the material and none is valid, or nothing is stated at all
 */
export function priceOn(
  { tariffs, dated }: Prices,
  facilityId: string,
  material: Material,
  date: string,
): Price | undefined {
  const priced = dated.map((one) => one as unknown as Tariff & DatedPrice);
  if (tariffFor(priced, facilityId, material) === undefined) return tariffFor(tariffs, facilityId, material);
  const valid = priced.filter(
    ({ validFrom, validUntil }) =>
      (validFrom === undefined || validFrom <= date) && (validUntil === undefined || date <= validUntil),
  );
  return tariffFor(valid, facilityId, material);
}
