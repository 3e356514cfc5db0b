/** What a plant asks for on a day. Dated prices come before the tariff that was in force when the week was planned. */
import type { Tariff } from "../../domain/region/facilities.ts";
import { tariffFor } from "../../domain/region/rules.ts";

/** A tariff from one day (inclusive) to another (inclusive); open where there is none. */
export interface DatedTariff extends Tariff {
  readonly validFrom?: string | undefined;
  readonly validUntil?: string | undefined;
}

export interface Prices {
  /** As frozen for the week. */
  readonly tariffs: readonly Tariff[];
  readonly dated: readonly DatedTariff[];
}

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
): Tariff | undefined {
  if (tariffFor(dated, facilityId, material) === undefined) return tariffFor(tariffs, facilityId, material);
  const valid = dated.filter(
    ({ validFrom, validUntil }) =>
      (validFrom === undefined || validFrom <= date) && (validUntil === undefined || date <= validUntil),
  );
  return tariffFor(valid, facilityId, material);
}
