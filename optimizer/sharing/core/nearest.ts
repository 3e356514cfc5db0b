/**
 * The stable split nearest to an agreed key: as few euros as possible change hands against the key; among those splits
 * the one whose largest change for a single member is smallest.
 */
import type { LpSolver } from "../../lp/index.ts";
import type { Separator } from "../nucleolus/separator.ts";
import type { Bounds } from "./constraints.ts";
import { HOLD, openCoreProgram } from "./coreProgram.ts";

export interface NearestSplit {
  readonly shares: number[];
  /** Half the sum of all changes: what some pay more is what others pay less. */
  readonly moved: number;
}

/** @param target the key's shares, summing to the joint cost */
export function nearestShares(
  separator: Separator,
  solver: LpSolver,
  epsilon: number,
  bounds: Bounds,
  target: readonly number[],
): NearestSplit {
  const n = separator.players;
  const change = (i: number) => n + i;
  const largest = 2 * n;
  const sumRow = 1 + 3 * n;
  const program = openCoreProgram(separator, solver, epsilon, bounds, (builder, unit) => {
    for (let i = 0; i < n; i++) builder.column({ cost: 1 });
    builder.column({ cost: 0 });
    for (let i = 0; i < n; i++) {
      const goal = target[i]! / unit;
      builder.row(-Infinity, goal, [
        [i, 1],
        [change(i), -1],
      ]);
      builder.row(goal, Infinity, [
        [i, 1],
        [change(i), 1],
      ]);
      builder.row(-Infinity, 0, [
        [change(i), 1],
        [largest, -1],
      ]);
    }
    builder.row(
      -Infinity,
      Infinity,
      Array.from({ length: n }, (_, i) => [change(i), 1] as const),
    );
  });
  try {
    const { objective } = program.minimise();
    program.session.setRowBounds(Int32Array.of(sumRow), Float64Array.of(-Infinity), Float64Array.of(objective + HOLD));
    program.session.setColumnCosts(
      Int32Array.from({ length: n + 1 }, (_, i) => n + i),
      Float64Array.from({ length: n + 1 }, (_, i) => (i === n ? 1 : 0)),
    );
    const shares = program.shares(program.minimise());
    const moved = shares.reduce((sum, share, i) => sum + Math.abs(share - target[i]!), 0) / 2;
    return { shares, moved };
  } finally {
    program.dispose();
  }
}
