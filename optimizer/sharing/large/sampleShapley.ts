/**
 * The Shapley value by sampling, for groups without a table: random orders of joining, each used with all its cyclic
 * shifts, so that every member stands once at every place (stratified by size), and with the reverse order (antithetic).
 * One block of `2n` orders is one observation; blocks are independent, so their spread gives a t-interval.
 *
 * Sources: J. Castro, D. Gómez and J. Tejada, Polynomial calculation of the Shapley value based on sampling, 2009,
 * DOI 10.1016/j.cor.2008.04.004; R. Mitchell, J. Cooper, E. Frank and G. Holmes, Sampling permutations for Shapley value
 * estimation, 2022, arXiv 2104.12199 (antithetic orders).
 */
import { Random, shuffle } from "../../random.ts";
import type { FunctionGame } from "./coalitionStore.ts";

export interface ShapleySample {
  /** Sum to the joint cost, as every order does. */
  readonly shares: readonly number[];
  /** Half the width of the confidence interval of each share. */
  readonly halfWidths: readonly number[];
  readonly confidence: number;
  readonly blocks: number;
  /** Coalitions asked for. */
  readonly evaluations: number;
}

export interface ShapleySampleOptions {
  readonly seed: number;
  /** Independent observations, at least 2. One asks for about `2n²` coalitions. */
  readonly blocks: number;
  /** Default 0.95. */
  readonly confidence?: 0.9 | 0.95 | 0.99;
}

export function sampleShapley(
  game: FunctionGame,
  { seed, blocks, confidence = 0.95 }: ShapleySampleOptions,
): ShapleySample {
  if (!Number.isInteger(blocks) || blocks < 2)
    throw new RangeError(`an interval needs at least 2 blocks, not ${blocks}`);
  const n = game.players;
  const random = new Random(seed);
  const order = Int32Array.from({ length: n }, (_, i) => i);
  const mean = new Float64Array(n);
  const squares = new Float64Array(n);
  let evaluations = 0;
  for (let b = 1; b <= blocks; b++) {
    shuffle(order, n, random);
    const block = marginalsOfBlock(game, order);
    evaluations += block.evaluations;
    for (let i = 0; i < n; i++) {
      // Welford: the mean and the sum of squared deviations, without cancellation.
      const deviation = block.mean[i]! - mean[i]!;
      mean[i]! += deviation / b;
      squares[i]! += deviation * (block.mean[i]! - mean[i]!);
    }
  }
  const quantile = studentQuantile(confidence, blocks - 1);
  return {
    shares: Array.from(mean),
    halfWidths: Array.from(squares, (sum) => quantile * Math.sqrt(sum / (blocks - 1) / blocks)),
    confidence,
    blocks,
    evaluations,
  };
}

/** Mean marginal cost of each member over all cyclic shifts of an order and of its reverse. */
function marginalsOfBlock(game: FunctionGame, order: Int32Array) {
  const n = order.length;
  const mean = new Float64Array(n);
  let evaluations = 0;
  for (const direction of [1, -1]) {
    for (let shift = 0; shift < n; shift++) {
      let before = 0;
      const inside: number[] = [];
      for (let k = 0; k < n; k++) {
        const player = order[(((shift + direction * k) % n) + n) % n]!;
        insertSorted(inside, player);
        const cost = game.cost(inside);
        evaluations++;
        mean[player]! += (cost - before) / (2 * n);
        before = cost;
      }
    }
  }
  return { mean, evaluations };
}

function insertSorted(list: number[], value: number): void {
  let at = list.length;
  while (at > 0 && list[at - 1]! > value) at--;
  list.splice(at, 0, value);
}

const NORMAL_QUANTILE = { 0.9: 1.6448536269514722, 0.95: 1.959963984540054, 0.99: 2.5758293035489004 } as const;

/**
 * Two-sided quantile of Student's t. Exact for 1 and 2 degrees of freedom; above, the expansion of Cornish and Fisher
 * (Abramowitz and Stegun 26.7.5), within 0.5 % from 3 degrees on.
 */
export function studentQuantile(confidence: 0.9 | 0.95 | 0.99, degrees: number): number {
  const p = (1 + confidence) / 2;
  if (degrees === 1) return Math.tan(Math.PI * (p - 0.5));
  if (degrees === 2) return (2 * p - 1) * Math.sqrt(2 / (4 * p * (1 - p)));
  const z = NORMAL_QUANTILE[confidence];
  const v = degrees;
  const g1 = (z ** 3 + z) / 4;
  const g2 = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96;
  const g3 = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384;
  const g4 = (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92160;
  return z + g1 / v + g2 / v ** 2 + g3 / v ** 3 + g4 / v ** 4;
}
