/**
 * Whole numbers that come from rounding real ones. Where the real number lies so near a half that the order of
 * multiplication decides, both neighbours are right; anywhere else there is exactly one answer.
 */

/** Both ends included, both whole. */
export interface WholeInterval {
  readonly low: number;
  readonly high: number;
}

const RELATIVE_NOISE = 1e-12;
const ABSOLUTE_NOISE = 1e-9;

/** `Math.round` of a value known to within floating-point noise. */
export function roundedBetween(value: number): WholeInterval {
  const noise = ABSOLUTE_NOISE + RELATIVE_NOISE * Math.abs(value);
  return { low: Math.round(value - noise), high: Math.round(value + noise) };
}

/** Sum of several rounded figures. */
export function sumOfRounded(values: readonly number[]): WholeInterval {
  return values
    .map(roundedBetween)
    .reduce((sum, { low, high }) => ({ low: sum.low + low, high: sum.high + high }), { low: 0, high: 0 });
}

export function holds({ low, high }: WholeInterval, stated: number): boolean {
  return stated >= low && stated <= high;
}

export function showInterval({ low, high }: WholeInterval): string {
  return low === high ? `${low}` : `${low} to ${high}`;
}
