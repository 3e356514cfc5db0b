/** Rounding of exact fractions to whole cents; floating point would break ties by noise. */

/**
 * Rounds `numerators[i] / denominator` to whole numbers that keep their exact sum (largest remainder, Hamilton).
 * Ties go to the lower index.
 *
 * @param denominator above 0, a divisor of the sum of the numerators
 * @throws RangeError when the sum is not whole
 */
export function roundFractions(numerators: readonly bigint[], denominator: bigint): number[] {
  const total = numerators.reduce((sum, numerator) => sum + numerator, 0n);
  if (total % denominator !== 0n) throw new RangeError("the shares do not sum to whole cents");
  const parts = numerators.map((numerator) => floorDivide(numerator, denominator));
  const rests = numerators.map((numerator, i) => numerator - parts[i]! * denominator);
  const missing = Number(total / denominator - parts.reduce((sum, part) => sum + part, 0n));
  const order = rests.map((_, i) => i).sort((a, b) => compare(rests[b]!, rests[a]!) || a - b);
  for (const i of order.slice(0, missing)) parts[i]! += 1n;
  return parts.map(Number);
}

/** Towards minus infinity; `/` on bigint cuts towards zero. */
function floorDivide(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  return numerator % denominator < 0n ? quotient - 1n : quotient;
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
