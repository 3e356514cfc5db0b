/**
 * The one source of chance in the optimizer: sfc32 (Chris Doty-Humphrey, PractRand), its state spread from one seed by
 * splitmix32. Whole-number arithmetic modulo 2^32 only, so the same seed gives the same numbers on any machine.
 */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private counter: number;

  constructor(seed: number) {
    let state = (seed ^ Math.floor(seed / 4294967296)) | 0;
    const spread = (): number => {
      state = (state + 0x9e3779b9) | 0;
      let z = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
      z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
      return (z ^ (z >>> 15)) | 0;
    };
    this.a = spread();
    this.b = spread();
    this.c = spread();
    this.counter = 1;
    for (let i = 0; i < 12; i++) this.bits();
  }

  /** 32 random bits as a signed whole number. */
  bits(): number {
    const sum = (this.a + this.b + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0;
    return sum;
  }

  /** In [0, 1), a multiple of 2^-32. */
  fraction(): number {
    return (this.bits() >>> 0) / 4294967296;
  }

  /** A whole number in [0, limit); `limit` at most 2^31. */
  below(limit: number): number {
    return Math.floor(((this.bits() >>> 0) / 4294967296) * limit);
  }

  /** How many trials pass before the first success of chance `p`: blinks drawn once instead of at every position. */
  geometric(p: number): number {
    return p <= 0 ? 0x3fffffff : Math.floor(Math.log(1 - this.fraction()) / Math.log(1 - p));
  }
}

/** Fisher and Yates, over the first `length` entries. */
export function shuffle(values: Int32Array, length: number, random: Random): void {
  for (let i = length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    const held = values[i]!;
    values[i] = values[j]!;
    values[j] = held;
  }
}
