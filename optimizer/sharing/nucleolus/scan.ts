/**
 * Finds the coalitions whose excess is largest, over the whole table.
 *
 * A mask is split into a high and a low part, so `x(S)` is the sum of two table entries and the loop reads `values` once
 * in order: 2^20 coalitions in 2 ms, 2^24 in 25 ms. Each block of equal high part offers its worst coalition only, which
 * keeps the list short and the coalitions unlike.
 */
import { Span } from "./span.ts";

export interface Violations {
  /** Bitmasks, the worst first. */
  readonly coalitions: readonly number[];
  /** `x(S) − c(S)`, one per coalition. */
  readonly excesses: readonly number[];
}

export interface Scan {
  /**
   * Coalitions with `x(S) − c(S)` above `limit`, at most `most` of them, neither empty nor everybody, none in `settled`.
   *
   * @param shares one per player; per capita measures pass `x_i − ε`
   */
  above(shares: ArrayLike<number>, limit: number, most: number, settled: Span | null): Violations;
}

export function openScan(values: Float64Array, players: number): Scan {
  const lowBits = Math.max(1, Math.min(12, players - 6));
  const low = new Float64Array(2 ** lowBits);
  const high = new Float64Array(2 ** (players - lowBits));
  const residues: Residues = [new Int32Array(2 ** lowBits), new Int32Array(2 ** lowBits)];
  const highResidues: Residues = [new Int32Array(high.length), new Int32Array(high.length)];
  const worst = new Float64Array(high.length);
  const at = new Int32Array(high.length);
  return {
    above(shares, limit, most, settled) {
      fillSums(low, shares, 0);
      fillSums(high, shares, lowBits);
      settled?.probes().forEach((probe, k) => {
        fillResidues(residues[k]!, probe, 0);
        fillResidues(highResidues[k]!, probe, lowBits);
      });
      for (let h = 0; h < high.length; h++) {
        const start = h === 0 ? 1 : 0;
        const end = h === high.length - 1 ? low.length - 1 : low.length;
        const block = values.subarray(h * low.length, h * low.length + end);
        const l =
          settled === null
            ? worstOfBlock(block, low, high[h]!, limit, start)
            : worstOpen(block, low, high[h]!, limit, start, residues, highResidues[0][h]!, highResidues[1][h]!);
        at[h] = l < 0 ? -1 : h * low.length + l;
        worst[h] = l < 0 ? limit : high[h]! + low[l]! - block[l]!;
      }
      return select(worst, at, most);
    },
  };
}

type Residues = readonly [Int32Array, Int32Array];

/** Index of the largest `base + low[l] − block[l]` above the limit, −1 when there is none. Hot loop. */
function worstOfBlock(block: Float64Array, low: Float64Array, base: number, limit: number, start: number): number {
  let best = limit - base;
  let found = -1;
  for (let l = start; l < block.length; l++) {
    const excess = low[l]! - block[l]!;
    if (excess > best) {
      best = excess;
      found = l;
    }
  }
  return found;
}

/** The same among coalitions outside the settled span, whose residues do not both vanish. Hot loop. */
function worstOpen(
  block: Float64Array,
  low: Float64Array,
  base: number,
  limit: number,
  start: number,
  [first, second]: Residues,
  firstBase: number,
  secondBase: number,
): number {
  const modulus = Span.modulus;
  let best = limit - base;
  let found = -1;
  for (let l = start; l < block.length; l++) {
    const excess = low[l]! - block[l]!;
    if (excess <= best) continue;
    const a = firstBase + first[l]!;
    if (a === 0 || a === modulus) {
      const b = secondBase + second[l]!;
      if (b === 0 || b === modulus) continue;
    }
    best = excess;
    found = l;
  }
  return found;
}

/** Sums over all subsets of the players from `start` on, as many as `sums` has room for. */
function fillSums(sums: Float64Array, shares: ArrayLike<number>, start: number): void {
  sums[0] = 0;
  for (let size = 1, i = start; size < sums.length; size *= 2, i++) {
    const share = shares[i]!;
    for (let s = 0; s < size; s++) sums[size + s] = sums[s]! + share;
  }
}

function fillResidues(sums: Int32Array, entries: Int32Array, start: number): void {
  sums[0] = 0;
  for (let size = 1, i = start; size < sums.length; size *= 2, i++) {
    const entry = entries[i]!;
    for (let s = 0; s < size; s++) {
      const sum = sums[s]! + entry;
      sums[size + s] = sum >= Span.modulus ? sum - Span.modulus : sum;
    }
  }
}

function select(worst: Float64Array, at: Int32Array, most: number): Violations {
  const blocks: number[] = [];
  for (let h = 0; h < at.length; h++) if (at[h]! >= 0) blocks.push(h);
  blocks.sort((a, b) => worst[b]! - worst[a]! || at[a]! - at[b]!);
  const chosen = blocks.slice(0, most);
  return { coalitions: chosen.map((h) => at[h]!), excesses: chosen.map((h) => worst[h]!) };
}
