/**
 * A linear program over the stable shares: `x(N) = c(N)` and `x(S) ≤ c(S) + ε` for every coalition, whose rows are
 * generated as they are violated. `ε` is 0 where the core is not empty, else the least-core ε.
 */
import {
  expectSolution,
  lpBuilder,
  type LpBuilder,
  type LpSession,
  type LpSolution,
  type LpSolver,
} from "../../lp/index.ts";
import type { Cut, Separator } from "../nucleolus/separator.ts";
import type { Bounds } from "./constraints.ts";

/** Costs are scaled so that the largest is about this; tolerances below are in these units. */
const SCALED_LARGEST = 1000;
const LP_TOLERANCE = 1e-9;
const VIOLATION = 2e-9;
/** What was fixed by an earlier solve is held this loosely, so that rounding does not make the next one infeasible. */
export const HOLD = 1e-8;
/** Where it does so nevertheless, all coalitions' rows are loosened by so much, at most this often. */
const LOOSEN = 1e-8;
const MOST_LOOSENINGS = 5;

export interface CoreProgram {
  readonly session: LpSession;
  /** Amounts inside the model are amounts outside divided by this. */
  readonly unit: number;
  /** Solves and generates rows until no coalition is violated. */
  minimise(): LpSolution;
  shares(solution: LpSolution): number[];
  dispose(): void;
}

/** Adds the columns and rows that make up the objective; share columns are `0 … players − 1`. */
export type Objective = (builder: LpBuilder, unit: number) => void;

export function openCoreProgram(
  separator: Separator,
  solver: LpSolver,
  epsilon: number,
  bounds: Bounds,
  objective: Objective,
): CoreProgram {
  const { players: n, jointCost, scale } = separator;
  const unit = 2 ** Math.round(Math.log2(scale / SCALED_LARGEST));
  // The least core has no inside: without this slack, rounding of ε makes it empty.
  const relaxed = epsilon > 0 ? epsilon + HOLD * unit : 0;
  const builder = lpBuilder();
  for (let i = 0; i < n; i++)
    builder.column({ cost: 0, lower: bounds.lower[i]! / unit, upper: bounds.upper[i]! / unit });
  const everybody = Array.from({ length: n }, (_, i) => [i, 1] as const);
  builder.row(jointCost / unit, jointCost / unit, everybody);
  objective(builder, unit);
  const known = new Set<number>();
  const costs: number[] = [];
  let firstRow = -1;
  for (const cut of separator.initial()) {
    known.add(cut.id);
    costs.push(cut.cost);
    const row = builder.row(
      -Infinity,
      (cut.cost + relaxed) / unit,
      cut.members.map((i) => [i, 1] as const),
    );
    if (firstRow < 0) firstRow = row;
  }
  const session = solver.open(builder.build(), { tolerance: LP_TOLERANCE });
  let slack = relaxed;
  const shares = ({ colValue }: LpSolution) => Array.from(colValue.subarray(0, n), (x) => x * unit);
  return {
    session,
    unit,
    shares,
    minimise() {
      for (;;) {
        const solution = solve();
        const fresh = separator
          .above(shares(solution), slack + VIOLATION * unit, 2 * n + 12, null)
          .filter((cut) => !known.has(cut.id));
        if (fresh.length === 0) return solution;
        append(fresh);
      }
    },
    dispose: () => session.dispose(),
  };

  function solve(): LpSolution {
    for (let k = 1; ; k++) {
      const outcome = session.solve();
      if (outcome.status !== "infeasible" || k > MOST_LOOSENINGS)
        return expectSolution(outcome, "shares inside the core");
      slack = relaxed + k * LOOSEN * unit;
      session.setRowBounds(
        Int32Array.from(costs, (_, r) => firstRow + r),
        new Float64Array(costs.length).fill(-Infinity),
        Float64Array.from(costs, (cost) => (cost + slack) / unit),
      );
    }
  }

  function append(cuts: readonly Cut[]): void {
    const starts = new Int32Array(cuts.length + 1);
    cuts.forEach((cut, r) => {
      starts[r + 1] = starts[r]! + cut.members.length;
      known.add(cut.id);
      costs.push(cut.cost);
    });
    const indices = Int32Array.from(cuts.flatMap((cut) => cut.members));
    session.addRows({
      lower: new Float64Array(cuts.length).fill(-Infinity),
      upper: Float64Array.from(cuts, (cut) => (cut.cost + slack) / unit),
      starts,
      indices,
      values: new Float64Array(indices.length).fill(1),
    });
  }
}
