/**
 * The nucleolus family by a sequence of linear programs: each lowers the largest excess that is not settled yet, settles
 * the coalitions that prove it, and goes on until the shares are fixed.
 *
 * Sources: D. Schmeidler, The nucleolus of a characteristic function game, 1969, DOI 10.1137/0117107; M. Maschler,
 * B. Peleg and L. S. Shapley, Geometric properties of the kernel, nucleolus and related solution concepts, 1979,
 * DOI 10.1287/moor.4.4.303; R. G. Young, Cost allocation in water resources development, 1982 (per capita).
 */
import type { LpSolver } from "../../lp/index.ts";
import { openExcessProgram, type ProgramOptions, type SettledLevel } from "./excessProgram.ts";
import type { Separator } from "./separator.ts";

export interface SequentialResult {
  readonly shares: number[];
  /** In the order of settlement; the excess of the first is the least-core ε. */
  readonly levels: readonly SettledLevel[];
  /** A point of the least core: the first program's solution. */
  readonly leastCorePoint: number[];
  readonly effort: { readonly solves: number; readonly rows: number };
}

/** The unique shares that make the sorted excesses lexicographically smallest. Needs at least two players. */
export function lexicographicShares(separator: Separator, solver: LpSolver, options: ProgramOptions): SequentialResult {
  const program = openExcessProgram(separator, solver, options);
  try {
    let { shares } = program.minimise();
    const leastCorePoint = shares;
    const levels = [program.settle()];
    while (!program.span.complete) {
      ({ shares } = program.minimise());
      levels.push(program.settle());
    }
    return { shares, levels, leastCorePoint, effort: program.effort() };
  } finally {
    program.dispose();
  }
}
