/** Exact rational numbers over BigInt: always reduced, the denominator above 0. */

export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

export const ZERO: Fraction = { n: 0n, d: 1n };
export const ONE: Fraction = { n: 1n, d: 1n };

/** Throws RangeError when the denominator is 0. */
export function fraction(n: bigint, d = 1n): Fraction {
  if (d === 0n) throw new RangeError("a fraction needs a denominator other than 0");
  if (d === 1n) return { n, d };
  const common = greatestCommonDivisor(n < 0n ? -n : n, d < 0n ? -d : d);
  const sign = d < 0n ? -1n : 1n;
  return { n: (sign * n) / common, d: (sign * d) / common };
}

export function whole(n: number): Fraction {
  return { n: BigInt(n), d: 1n };
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

export function add(a: Fraction, b: Fraction): Fraction {
  return a.d === b.d ? fraction(a.n + b.n, a.d) : fraction(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  return a.d === b.d ? fraction(a.n - b.n, a.d) : fraction(a.n * b.d - b.n * a.d, a.d * b.d);
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.n, a.d * b.d);
}

export function divide(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.d, a.d * b.n);
}

export function negate(a: Fraction): Fraction {
  return { n: -a.n, d: a.d };
}

/** Negative, zero or positive as `a` is below, at or above `b`. */
export function compare(a: Fraction, b: Fraction): number {
  const left = a.n * b.d;
  const right = b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

export function signOf(a: Fraction): number {
  return a.n < 0n ? -1 : a.n > 0n ? 1 : 0;
}

export function sumOf(list: Iterable<Fraction>): Fraction {
  let total = ZERO;
  for (const one of list) total = add(total, one);
  return total;
}

/** `"a"` or `"a/b"`. */
export function formatFraction({ n, d }: Fraction): string {
  return d === 1n ? `${n}` : `${n}/${d}`;
}

const DECIMAL = /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i;

/**
 * Reads `"a/b"`, a decimal, or a number by its shortest decimal form: 0.1 is 1/10 and not the nearest binary fraction,
 * because a value table is written in decimals.
 *
 * @returns `null` for anything that is not a finite number
 */
export function parseFraction(value: number | string): Fraction | null {
  const text = String(value).trim();
  const slash = text.indexOf("/");
  if (slash >= 0) {
    const numerator = parseDecimal(text.slice(0, slash));
    const denominator = parseDecimal(text.slice(slash + 1));
    return numerator === null || denominator === null || denominator.n === 0n ? null : divide(numerator, denominator);
  }
  return parseDecimal(text);
}

function parseDecimal(text: string): Fraction | null {
  const parts = DECIMAL.exec(text.trim());
  if (parts === null) return null;
  const [, sign = "", before = "", after = "", exponent = "0"] = parts;
  if (before === "" && after === "") return null;
  const shift = Number(exponent) - after.length;
  if (Math.abs(shift) > 400) return null;
  const digits = BigInt(sign + before + after);
  return shift >= 0 ? fraction(digits * 10n ** BigInt(shift)) : fraction(digits, 10n ** BigInt(-shift));
}

/** The nearest double, also where numerator and denominator are far beyond one. */
export function toNumber({ n, d }: Fraction): number {
  const excess = Math.max(bits(n < 0n ? -n : n), bits(d)) - 1000;
  if (excess <= 0) return nearest(n, d);
  return nearest(n >> BigInt(excess), d >> BigInt(excess) || 1n);
}

/** Whole part exactly, remainder to double precision. */
function nearest(n: bigint, d: bigint): number {
  const quotient = n / d;
  return Number(quotient) + Number(n - quotient * d) / Number(d);
}

function bits(n: bigint): number {
  return n.toString(16).length * 4;
}
