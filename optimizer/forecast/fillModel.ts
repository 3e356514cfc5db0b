/**
 * How a storage that reports often fills and is emptied, learned from its own past: transitions between a few fill levels
 * and hidden regimes (quiet, usual, busy) from one day to the next. Nothing is assumed about when it is emptied.
 */
import { normalise, type Belief, type Lattice } from "./belief.ts";

export interface FillModel extends Lattice {
  /** Row by row: chance of each pair of level and regime tomorrow, given today's. Rows sum to 1. */
  readonly transition: Float64Array;
}

/** Levels a day that arrive in a quiet, usual and busy regime, before anything is learned. */
const ARRIVALS = [0.2, 0.9, 2];
/** Variance over mean of a day's arrivals. */
const DISPERSION = 1.5;
const REGIME_STAYS = 0.85;
/** Chance of being emptied within a day: when four fifths full, and below. */
const EMPTIED = { full: 0.8, below: 0.1, fullFrom: 0.8 };

export const LEVELS = 6;
export const REGIMES = ARRIVALS.length;

/** What is believed of any container before its first report. */
export function initialModel(): FillModel {
  const size = LEVELS * REGIMES;
  const transition = new Float64Array(size * size);
  const arriving = ARRIVALS.map((mean) => arrivalChances(mean, LEVELS));
  for (let level = 0; level < LEVELS; level++)
    for (let regime = 0; regime < REGIMES; regime++) {
      const row = transition.subarray((level * REGIMES + regime) * size, (level * REGIMES + regime + 1) * size);
      const emptied = level / (LEVELS - 1) >= EMPTIED.fullFrom ? EMPTIED.full : EMPTIED.below;
      for (let next = 0; next < REGIMES; next++) {
        const moves = next === regime ? REGIME_STAYS : (1 - REGIME_STAYS) / (REGIMES - 1);
        // Who empties a container may do so at a turn of its use: half keep the regime, half draw a new one.
        const after = 0.5 * moves + 0.5 / REGIMES;
        arriving[next]!.forEach((chance, rise) => {
          row[Math.min(LEVELS - 1, level + rise) * REGIMES + next]! += (1 - emptied) * moves * chance;
          row[Math.min(LEVELS - 1, rise) * REGIMES + next]! += emptied * after * chance;
        });
      }
      normalise(row);
    }
  return { cells: LEVELS, regimes: REGIMES, transition };
}

/** Negative binomial, the tail in the last entry. */
function arrivalChances(mean: number, most: number): Float64Array {
  const chances = new Float64Array(most + 1);
  const shape = mean / (DISPERSION - 1);
  let chance = (1 / DISPERSION) ** shape;
  let rest = 1;
  for (let rise = 0; rise < most; rise++) {
    chances[rise] = chance;
    rest -= chance;
    chance *= ((rise + shape) / (rise + 1)) * (1 - 1 / DISPERSION);
  }
  chances[most] = Math.max(0, rest);
  return chances;
}

/** One day on. */
export function predict({ transition }: FillModel, belief: Belief): Belief {
  const size = belief.length;
  const next = new Float64Array(size);
  for (let from = 0; from < size; from++) {
    const chance = belief[from]!;
    if (chance < 1e-12) continue;
    const row = from * size;
    for (let to = 0; to < size; to++) next[to]! += chance * transition[row + to]!;
  }
  return next;
}
