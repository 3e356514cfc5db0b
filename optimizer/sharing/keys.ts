/** Keys that practice uses: by tonnes, and by capacity and tonnes. Whole cents in and out; the parts sum exactly. */
import { distributeCents, roundToTotal } from "../../domain/money.ts";

/** Finer than any cent, coarser than floating-point noise: equal members stay equal, so ties are broken by order alone. */
const STEPS_PER_CENT = 1e6;

/**
 * In proportion to tonnes.
 *
 * @param massKg arrivals of the period, one per player
 */
export function byTonnes(totalCents: number, massKg: readonly number[]): number[] {
  return distributeCents(totalCents, massKg);
}

/**
 * Two-part key: `capacityShare` of the cost by storage room, the rest by tonnes. Rounded once, at the end.
 *
 * @param roomLitres storage room, one per player
 * @param massKg arrivals of the period, one per player
 * @param capacityShare from 0 to 1
 */
export function twoPart(
  totalCents: number,
  roomLitres: readonly number[],
  massKg: readonly number[],
  capacityShare: number,
): number[] {
  if (!(capacityShare >= 0 && capacityShare <= 1))
    throw new RangeError(`a share lies between 0 and 1, not ${capacityShare}`);
  if (roomLitres.length !== massKg.length) throw new RangeError("room and mass must name the same players");
  const byRoom = fractions(roomLitres);
  const byMass = fractions(massKg);
  const shares = byRoom.map((room, i) => totalCents * (capacityShare * room + (1 - capacityShare) * byMass[i]!));
  return roundToTotal(
    shares.map((share) => Math.round(share * STEPS_PER_CENT) / STEPS_PER_CENT),
    totalCents,
  );
}

/** Parts of one; equal parts when all weights are 0. */
function fractions(weights: readonly number[]): number[] {
  if (weights.some((weight) => !(weight >= 0) || !Number.isFinite(weight)))
    throw new RangeError("weights must be finite and at least 0");
  const sum = weights.reduce((a, b) => a + b, 0);
  return sum > 0 ? weights.map((weight) => weight / sum) : weights.map(() => 1 / weights.length);
}
