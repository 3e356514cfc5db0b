/**
 * The directions in which shares can still move once some coalitions' sums are fixed: whole-number vectors, each
 * orthogonal to every fixed coalition. A coalition's sum is fixed exactly when no direction changes it.
 */

export class OpenDirections {
  private directions: bigint[][];

  /** At first every share may move. */
  constructor(players: number) {
    this.directions = Array.from({ length: players }, (_, i) =>
      Array.from({ length: players }, (_, k) => (k === i ? 1n : 0n)),
    );
  }

  get count(): number {
    return this.directions.length;
  }

  /** How much each direction changes a weighted sum of the shares. */
  private changes(weights: readonly bigint[]): bigint[] {
    return this.directions.map((direction) => {
      let change = 0n;
      for (let i = 0; i < weights.length; i++) if (weights[i] !== 0n) change += weights[i]! * direction[i]!;
      return change;
    });
  }

  isFixed(weights: readonly bigint[]): boolean {
    return this.changes(weights).every((change) => change === 0n);
  }

  isCoalitionFixed(coalition: number): boolean {
    for (const direction of this.directions) {
      let change = 0n;
      for (let rest = coalition, i = 0; rest > 0; rest >>= 1, i++) if (rest & 1) change += direction[i]!;
      if (change !== 0n) return false;
    }
    return true;
  }

  /** Holds one weighted sum: the direction that changes it is taken out of all others and dropped. */
  fix(weights: readonly bigint[]): void {
    const changes = this.changes(weights);
    const pivot = changes.findIndex((change) => change !== 0n);
    if (pivot < 0) return;
    const leaving = this.directions[pivot]!;
    const lead = changes[pivot]!;
    this.directions = this.directions.flatMap((direction, d) => {
      if (d === pivot) return [];
      if (changes[d] === 0n) return [direction];
      return [shorten(direction.map((entry, i) => lead * entry - changes[d]! * leaving[i]!))];
    });
  }
}

function shorten(vector: readonly bigint[]): bigint[] {
  let common = 0n;
  for (const entry of vector) {
    let [a, b] = [common, entry < 0n ? -entry : entry];
    while (b !== 0n) [a, b] = [b, a % b];
    common = a;
  }
  return common > 1n ? vector.map((entry) => entry / common) : [...vector];
}
