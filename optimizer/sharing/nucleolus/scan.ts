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
  const probes = [0, 1].map(() => ({ low: new Int32Array(low.length), high: new Int32Array(high.length) }));
  const [first, second] = [probes[0]!, probes[1]!];
  const worst = new Float64Array(high.length);
  const at = new Int32Array(high.length);
  return {
    above(shares, limit, most, settled) {
      fillSums(low, shares, 0);
      fillSums(high, shares, lowBits);
      if (settled !== null) {
        settled.probes().forEach((probe, k) => {
          fillResidues(probes[k]!.low, probe, 0);
          fillResidues(probes[k]!.high, probe, lowBits);
        });
      }
      scanBlocks();
      return select(worst, at, most);

      function scanBlocks(): void {
        const size = low.length;
        const last = values.length - 1;
        for (let h = 0; h < high.length; h++) {
          const base = high[h]!;
          const offset = h * size;
          let best = limit;
          let found = -1;
          for (let l = 0; l < size; l++) {
            const excess = base + low[l]! - values[offset + l]!;
            if (excess <= best) continue;
            const coalition = offset + l;
            if (coalition === 0 || coalition === last) continue;
            if (settled !== null && isSettled(h, l)) continue;
            best = excess;
            found = coalition;
          }
          worst[h] = best;
          at[h] = found;
        }
      }
    },
  };

  function isSettled(h: number, l: number): boolean {
    const a = first.high[h]! + first.low[l]!;
    if (a !== 0 && a !== Span.modulus) return false;
    const b = second.high[h]! + second.low[l]!;
    return b === 0 || b === Span.modulus;
  }
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
