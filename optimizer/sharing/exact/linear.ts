/** Exact linear algebra for the small systems of certificates. */
import { divide, multiply, negate, ONE, signOf, subtract, ZERO, type Fraction } from "./fraction.ts";

/** Rows in reduced echelon form, grown one by one. */
export interface Echelon {
  readonly rank: number;
  /** Returns what is left of a vector when the rows are taken out of it; all zero when it lies in their span. */
  residual(vector: readonly Fraction[]): Fraction[];
  /** Returns whether the rank rose. */
  add(vector: readonly Fraction[]): boolean;
}

export function echelon(): Echelon {
  const rows: { readonly pivot: number; entries: Fraction[] }[] = [];
  const residual = (vector: readonly Fraction[]): Fraction[] => {
    let rest = [...vector];
    for (const { pivot, entries } of rows) rest = without(rest, entries, rest[pivot]!);
    return rest;
  };
  return {
    get rank() {
      return rows.length;
    },
    residual,
    add(vector) {
      const rest = residual(vector);
      const pivot = rest.findIndex((entry) => entry.n !== 0n);
      if (pivot < 0) return false;
      const lead = rest[pivot]!;
      const entries = rest.map((entry) => (entry.n === 0n ? ZERO : divide(entry, lead)));
      for (const row of rows) row.entries = without(row.entries, entries, row.entries[pivot]!);
      rows.push({ pivot, entries });
      return true;
    },
  };
}

/** `from − factor · row`. */
function without(from: Fraction[], row: readonly Fraction[], factor: Fraction): Fraction[] {
  if (factor.n === 0n) return from;
  return from.map((entry, i) => (row[i]!.n === 0n ? entry : subtract(entry, multiply(factor, row[i]!))));
}

/**
 * The one solution of a linear system, each row holding its right-hand side last; more rows than unknowns are welcome.
 *
 * @returns `null` when the rows contradict each other or leave an unknown open
 */
export function solveExactly(rows: readonly (readonly Fraction[])[], unknowns: number): Fraction[] | null {
  const system = echelon();
  for (const row of rows) {
    const rest = system.residual(row);
    if (rest.slice(0, unknowns).some((entry) => entry.n !== 0n)) system.add(rest);
    else if (rest[unknowns]!.n !== 0n) return null;
    if (system.rank === unknowns) break;
  }
  if (system.rank < unknowns) return null;
  // The residual of unit vector e_j with 0 on the right is −x_j on the right.
  const solution = Array.from({ length: unknowns }, (_, j) => {
    const unit = Array.from({ length: unknowns + 1 }, (_, k) => (k === j ? ONE : ZERO));
    return negate(system.residual(unit)[unknowns]!);
  });
  return rows.every((row) => system.residual(row).every((entry) => entry.n === 0n)) ? solution : null;
}

/**
 * Weights at least 0 with `Σ weight · column = right`, found by the simplex method in fractions (Bland's rule, so it ends).
 *
 * @param columns each of the length of `right`
 * @returns `null` when there are none (Farkas)
 */
export function nonNegativeWeights(
  columns: readonly (readonly Fraction[])[],
  right: readonly Fraction[],
): Fraction[] | null {
  const count = columns.length;
  // One row each; the sign is turned so that the right-hand side is at least 0, and an artificial unknown starts basic.
  const table = right.map((target, r) => {
    const row = [...columns.map((column) => column[r]!), target];
    return signOf(target) < 0 ? row.map(negate) : row;
  });
  const basis = table.map((_, r) => count + r);
  let cost = Array.from({ length: count + 1 }, (_, c) => table.reduce((sum, row) => subtract(sum, row[c]!), ZERO));
  for (;;) {
    const entering = cost.findIndex((reduced, c) => c < count && signOf(reduced) < 0);
    if (entering < 0) break;
    const leaving = ratioTest(table, basis, entering);
    if (leaving < 0) break;
    const lead = table[leaving]![entering]!;
    const row = table[leaving]!.map((entry) => (entry.n === 0n ? ZERO : divide(entry, lead)));
    table.forEach((other, r) => (table[r] = r === leaving ? row : without(other, row, other[entering]!)));
    cost = without(cost, row, cost[entering]!);
    basis[leaving] = entering;
  }
  if (cost[count]!.n !== 0n) return null;
  const weights = Array.from({ length: count }, () => ZERO);
  basis.forEach((column, r) => {
    if (column < count) weights[column] = table[r]![count]!;
  });
  return weights;
}

/** Smallest ratio; ties to the smallest basic unknown (Bland). */
function ratioTest(table: readonly Fraction[][], basis: readonly number[], entering: number): number {
  let leaving = -1;
  let smallest = ZERO;
  table.forEach((row, r) => {
    if (signOf(row[entering]!) <= 0) return;
    const ratio = divide(row[row.length - 1]!, row[entering]!);
    const difference = leaving < 0 ? -1 : signOf(subtract(ratio, smallest));
    if (difference < 0 || (difference === 0 && basis[r]! < basis[leaving]!)) {
      leaving = r;
      smallest = ratio;
    }
  });
  return leaving;
}
