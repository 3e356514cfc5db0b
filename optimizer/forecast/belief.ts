/**
 * What is believed about a storage: a chance for every pair of fill cell and regime (how fast it fills), as in a hidden
 * Markov model (Rabiner 1989, doi:10.1109/5.18626). Chances lie cell by cell, `belief[cell * regimes + regime]`, and sum to 1.
 */
export interface Lattice {
  readonly cells: number;
  readonly regimes: number;
}
export type Belief = Float64Array;

/** Nothing is known. */
export function evenBelief({ cells, regimes }: Lattice): Belief {
  return new Float64Array(cells * regimes).fill(1 / (cells * regimes));
}

/**
 * Scales to a sum of 1, in place.
 *
 * @returns the sum before; 0 leaves the belief as it is
 */
export function normalise(belief: Belief): number {
  let sum = 0;
  for (const chance of belief) sum += chance;
  if (sum > 0) for (let i = 0; i < belief.length; i++) belief[i]! /= sum;
  return sum;
}

export interface Update {
  readonly belief: Belief;
  /** How likely the reading was before it was made. */
  readonly evidence: number;
}

/** Bayes' rule. @param likelihood of the reading, by cell; not all of it 0 where the belief is not */
export function update({ cells, regimes }: Lattice, belief: Belief, likelihood: Float64Array): Update {
  const next = new Float64Array(cells * regimes);
  for (let cell = 0, i = 0; cell < cells; cell++)
    for (let regime = 0; regime < regimes; regime++, i++) next[i] = belief[i]! * likelihood[cell]!;
  return { belief: next, evidence: normalise(next) };
}

/** Chances by cell, whatever the regime. */
export function cellChances({ cells, regimes }: Lattice, belief: Belief): Float64Array {
  const chances = new Float64Array(cells);
  for (let i = 0; i < belief.length; i++) chances[Math.floor(i / regimes)]! += belief[i]!;
  return chances;
}

/** Chances by regime, whatever the fill. */
export function regimeChances({ regimes }: Lattice, belief: Belief): Float64Array {
  const chances = new Float64Array(regimes);
  for (let i = 0; i < belief.length; i++) chances[i % regimes]! += belief[i]!;
  return chances;
}

/** The first cell at which the chances reach `q`; 0.5 is the median. */
export function quantileCell(chances: Float64Array, q: number): number {
  let sum = 0;
  for (let cell = 0; cell < chances.length; cell++) {
    sum += chances[cell]!;
    if (sum >= q - 1e-12) return cell;
  }
  return chances.length - 1;
}

/** Chance that the fill lies in `cell` or above. */
export function chanceFrom(chances: Float64Array, cell: number): number {
  let sum = 0;
  for (let i = Math.max(0, cell); i < chances.length; i++) sum += chances[i]!;
  return Math.min(1, sum);
}

/** Raises chances to a power and scales them to a sum of 1: below 1 widens, above 1 sharpens (Guo and others 2017, temperature). */
export function temper(chances: Float64Array, power: number): Float64Array {
  const tempered = chances.map((chance) => chance ** power);
  normalise(tempered);
  return tempered;
}
