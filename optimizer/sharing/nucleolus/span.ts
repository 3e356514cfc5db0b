/**
 * The linear span of coalitions (as 0/1 vectors), to tell which excess is already settled: `x(S)` is fixed by the
 * settled equalities exactly when `S` lies in their span.
 *
 * Works modulo a prime, so no tolerance decides. A coalition outside a span is orthogonal to two random vectors of the
 * span's complement with probability p⁻² = 2e-16; a rank that drops modulo p would show when the result is verified.
 */

/** The largest prime below 2^26: products stay exact in a double. */
const P = 67_108_859;

export class Span {
  readonly players: number;
  /** Reduced row echelon form; row `r` has its leading 1 at `pivots[r]`. */
  private readonly rows: Float64Array[] = [];
  private readonly pivots: number[] = [];
  private probeCache: readonly [Int32Array, Int32Array] | null = null;

  constructor(players: number) {
    this.players = players;
  }

  get rank(): number {
    return this.rows.length;
  }

  get complete(): boolean {
    return this.rank === this.players;
  }

  /** Returns whether the rank rose. */
  add(members: Iterable<number>): boolean {
    const rest = this.reduce(members);
    const pivot = rest.findIndex((entry) => entry !== 0);
    if (pivot < 0) return false;
    scale(rest, inverse(rest[pivot]!));
    for (const row of this.rows) if (row[pivot] !== 0) subtractMultiple(row, rest, row[pivot]!);
    this.rows.push(rest);
    this.pivots.push(pivot);
    this.probeCache = null;
    return true;
  }

  has(members: Iterable<number>): boolean {
    return this.reduce(members).every((entry) => entry === 0);
  }

  /**
   * Two random vectors orthogonal to the span, entries in [0, P): a coalition whose entries sum to 0 modulo
   * `Span.modulus` under both lies in the span.
   */
  probes(): readonly [Int32Array, Int32Array] {
    return (this.probeCache ??= [this.orthogonal(0x9e3779b9), this.orthogonal(0x85ebca6b)]);
  }

  static readonly modulus = P;

  private orthogonal(seed: number): Int32Array {
    const vector = new Int32Array(this.players);
    const pivots = new Set(this.pivots);
    let state = (seed ^ Math.imul(this.rank + 1, 0x27d4eb2f)) | 0;
    for (let i = 0; i < this.players; i++) {
      state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5;
      if (!pivots.has(i)) vector[i] = (state >>> 0) % P;
    }
    this.rows.forEach((row, r) => {
      let dot = 0;
      for (let i = 0; i < this.players; i++) if (!pivots.has(i)) dot = (dot + row[i]! * vector[i]!) % P;
      vector[this.pivots[r]!] = (P - dot) % P;
    });
    return vector;
  }

  private reduce(members: Iterable<number>): Float64Array {
    const vector = new Float64Array(this.players);
    for (const member of members) vector[member] = 1;
    this.rows.forEach((row, r) => {
      const factor = vector[this.pivots[r]!]!;
      if (factor !== 0) subtractMultiple(vector, row, factor);
    });
    return vector;
  }
}

function scale(vector: Float64Array, factor: number): void {
  for (let i = 0; i < vector.length; i++) vector[i] = (vector[i]! * factor) % P;
}

function subtractMultiple(vector: Float64Array, row: Float64Array, factor: number): void {
  for (let i = 0; i < vector.length; i++) vector[i] = (vector[i]! + (P - factor) * row[i]!) % P;
}

/** a^(P−2) modulo P (Fermat). */
function inverse(a: number): number {
  let result = 1;
  let base = a;
  for (let exponent = P - 2; exponent > 0; exponent = Math.floor(exponent / 2)) {
    if (exponent % 2 === 1) result = (result * base) % P;
    base = (base * base) % P;
  }
  return result;
}
