/** Exact money: integer cents in, integer cents out, nothing lost to rounding. */

/**
 * Divides an amount in proportion to weights so that the parts sum exactly to it (largest remainder, Hamilton).
 *
 * Ties of the remainder go to the lower index. All weights zero means equal parts.
 *
 * @param totalCents integer amount, may be negative
 * @param weights non-negative, finite, at least one
 * @returns integer parts in the order of `weights`
 */
export function distributeCents(totalCents: number, weights: readonly number[]): number[] {
  if (!Number.isInteger(totalCents)) throw new RangeError(`amount must be whole cents, got ${totalCents}`);
  if (weights.length === 0) throw new RangeError("there is nobody to distribute to");
  if (weights.some((w) => !(w >= 0) || !Number.isFinite(w)))
    throw new RangeError("weights must be finite and at least 0");
  const sum = weights.reduce((a, b) => a + b, 0);
  const fair = sum > 0 ? weights : weights.map(() => 1);
  const fairSum = sum > 0 ? sum : weights.length;
  return roundToTotal(
    fair.map((w) => (totalCents * w) / fairSum),
    totalCents,
  );
}

/**
 * Rounds real shares to whole cents with the given exact sum (largest remainder; ties to the lower index).
 *
 * @param shares real amounts in cents whose sum is within `shares.length` of `totalCents`
 */
export function roundToTotal(shares: readonly number[], totalCents: number): number[] {
  const parts = shares.map(Math.floor);
  const missing = totalCents - parts.reduce((a, b) => a + b, 0);
  const order = shares.map((s, i) => ({ i, rest: s - Math.floor(s) })).sort((a, b) => b.rest - a.rest || a.i - b.i);
  const step = Math.sign(missing);
  for (let k = 0; k < Math.abs(missing); k++) {
    const at = order[step > 0 ? k % order.length : order.length - 1 - (k % order.length)]!;
    parts[at.i]! += step;
  }
  return parts;
}

/** `1234567` to `12.345,67 €` (German); works the same on every machine, whatever its locale data. */
export function formatEuros(cents: number): string {
  const sign = cents < 0 ? "−" : "";
  const digits = Math.abs(Math.round(cents)).toString().padStart(3, "0");
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ".");
  return `${sign}${whole},${digits.slice(-2)} €`;
}

/** `12345.6` to `12.345,6` (German); `decimals` defaults to 0. */
export function formatNumber(value: number, decimals = 0): string {
  const fixed = Math.abs(value).toFixed(decimals);
  const [whole = "0", rest] = fixed.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ".");
  const sign = value < 0 && Number(fixed) !== 0 ? "−" : "";
  return `${sign}${grouped}${rest === undefined ? "" : `,${rest}`}`;
}
