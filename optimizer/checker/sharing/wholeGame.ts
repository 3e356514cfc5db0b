/**
 * A cost game on one common denominator, so that every comparison is one of whole numbers.
 *
 * Numbers are read by their decimal digits (0.1 is 1/10), texts as `a/b` or decimals. Profit games become cost games by
 * their sign.
 */

export interface StatedGame {
  readonly players: number;
  readonly kind: "cost" | "profit";
  /** By bitmask; numbers, or fractions as text. */
  readonly values: ArrayLike<number | string>;
}

/** A fraction that is not reduced; the denominator is above 0. */
export interface Ratio {
  readonly top: bigint;
  readonly bottom: bigint;
}

/** `null` for anything but a finite number. */
export function readRatio(stated: number | string): Ratio | null {
  const [top = "", bottom, ...more] = String(stated).split("/");
  if (more.length > 0) return null;
  const upper = readDecimal(top);
  if (upper === null || bottom === undefined) return upper;
  const lower = readDecimal(bottom);
  if (lower === null || lower.top === 0n) return null;
  const sign = lower.top < 0n ? -1n : 1n;
  return { top: sign * upper.top * lower.bottom, bottom: sign * upper.bottom * lower.top };
}

function readDecimal(text: string): Ratio | null {
  const found = /^\s*([+-]?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?\s*$/.exec(text);
  if (found === null) return null;
  const decimals = found[3] ?? "";
  const power = Number(found[4] ?? 0) - decimals.length;
  const digits = BigInt(`${found[2]}${decimals}`) * (found[1] === "-" ? -1n : 1n);
  return power < 0
    ? { top: digits, bottom: 10n ** BigInt(-power) }
    : { top: digits * 10n ** BigInt(power), bottom: 1n };
}

export function commonDenominator(ratios: Iterable<Ratio>, start = 1n): bigint {
  let common = start;
  for (const { bottom } of ratios) if (common % bottom !== 0n) common = (common / gcd(common, bottom)) * bottom;
  return common;
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b);
}

/** The numerator over the common denominator. */
export function scaled({ top, bottom }: Ratio, denominator: bigint): bigint {
  return top * (denominator / bottom);
}

/** Excess of every coalition under given shares, as whole numbers over `denominator`. */
export interface Excesses {
  readonly denominator: bigint;
  /** `x(S) − c(S)` by bitmask; 0 for nobody. */
  readonly of: readonly bigint[];
  readonly shares: readonly bigint[];
  readonly costs: readonly bigint[];
}

/** `null` when the table or a share is not readable, or their numbers do not fit. */
export function excessesUnder(game: StatedGame, shares: readonly string[], also: readonly Ratio[]): Excesses | null {
  const sign = game.kind === "cost" ? 1n : -1n;
  const costs = readAll(game.values);
  const paid = readAll(shares);
  if (costs?.length !== 2 ** game.players || paid?.length !== game.players) return null;
  const denominator = commonDenominator([...paid, ...also], commonDenominator(costs));
  const whole = paid.map((ratio) => scaled(ratio, denominator));
  const wholeCosts = costs.map((ratio) => sign * scaled(ratio, denominator));
  const sums: bigint[] = [0n];
  for (let player = 0; player < game.players; player++) {
    const before = sums.length;
    for (let coalition = 0; coalition < before; coalition++) sums.push(sums[coalition]! + whole[player]!);
  }
  return { denominator, of: sums.map((sum, s) => sum - wholeCosts[s]!), shares: whole, costs: wholeCosts };
}

/** `null` when one of them cannot be read. */
export function readAll(stated: ArrayLike<number | string>): readonly Ratio[] | null {
  const read: Ratio[] = [];
  for (let i = 0; i < stated.length; i++) {
    const ratio = readRatio(stated[i]!);
    if (ratio === null) return null;
    read.push(ratio);
  }
  return read;
}

export function isIn(coalition: number, player: number): boolean {
  return ((coalition >> player) & 1) === 1;
}

export function sizeOf(coalition: number): number {
  let size = 0;
  for (let rest = coalition; rest > 0; rest >>= 1) size += rest & 1;
  return size;
}
