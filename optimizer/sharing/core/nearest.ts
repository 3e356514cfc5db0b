/**
 * The stable split nearest to an agreed key: as few euros as possible change hands against the key; among those splits
 * the one whose changes are as even as possible (lexicographically smallest sorted changes), which is unique.
 */
import type { LpSolver } from "../../lp/index.ts";
import type { Separator } from "../nucleolus/separator.ts";
import type { Bounds } from "./constraints.ts";
import { HOLD, openCoreProgram, type CoreProgram, type Objective } from "./coreProgram.ts";

export interface NearestSplit {
  readonly shares: number[];
  /** Half the sum of all changes: what some pay more is what others pay less. */
  readonly moved: number;
}

/** Prices of `change_i ≤ largest` sum to 1; a real one is far above this. */
const POSITIVE_DUAL = 1e-6;

/** @param target the key's shares, summing to the joint cost */
export function nearestShares(
  separator: Separator,
  solver: LpSolver,
  epsilon: number,
  bounds: Bounds,
  target: readonly number[],
): NearestSplit {
  const program = openCoreProgram(separator, solver, epsilon, bounds, changes(target));
  try {
    const { objective } = program.minimise();
    const shares = evenChanges(program, target.length, objective);
    const moved = shares.reduce((sum, share, i) => sum + Math.abs(share - target[i]!), 0) / 2;
    return { shares, moved };
  } finally {
    program.dispose();
  }
}

/**
 * Columns `n + i` are the changes, `2n` the largest of those not settled. After efficiency come three rows a player:
 * two that bound the change from below and `change − largest ≤ 0`; then the sum of all changes.
 */
function changes(target: readonly number[]): Objective {
  const n = target.length;
  return (builder, unit) => {
    for (let i = 0; i < n; i++) builder.column({ cost: 1 });
    builder.column({ cost: 0 });
    for (let i = 0; i < n; i++) {
      const goal = target[i]! / unit;
      builder.row(-Infinity, goal, [
        [i, 1],
        [n + i, -1],
      ]);
      builder.row(goal, Infinity, [
        [i, 1],
        [n + i, 1],
      ]);
      builder.row(-Infinity, 0, [
        [n + i, 1],
        [2 * n, -1],
      ]);
    }
    builder.row(
      -Infinity,
      Infinity,
      Array.from({ length: n }, (_, i) => [n + i, 1] as const),
    );
  };
}

/** Holds the sum of the changes, then lowers the largest, settles it where its price is above 0, and goes on. */
function evenChanges(program: CoreProgram, n: number, sum: number): number[] {
  const { session } = program;
  const hold = (row: number, most: number) =>
    session.setRowBounds(Int32Array.of(row), Float64Array.of(-Infinity), Float64Array.of(most));
  hold(1 + 3 * n, sum + HOLD);
  session.setColumnCosts(
    Int32Array.from({ length: n + 1 }, (_, i) => n + i),
    Float64Array.from({ length: n + 1 }, (_, i) => (i === n ? 1 : 0)),
  );
  const largestRow = (i: number) => 1 + 3 * i + 2;
  let open = Array.from({ length: n }, (_, i) => i);
  for (;;) {
    const solution = program.minimise();
    const settled = open.filter((i) => Math.abs(solution.rowDual[largestRow(i)]!) > POSITIVE_DUAL);
    open = open.filter((i) => !settled.includes(i));
    // A largest change of 0 has no price: nothing is left to even out.
    if (settled.length === 0 || open.length === 0) return program.shares(solution);
    for (const i of settled) {
      session.setCoefficient(largestRow(i), 2 * n, 0);
      hold(largestRow(i), solution.objective + HOLD);
    }
  }
}
