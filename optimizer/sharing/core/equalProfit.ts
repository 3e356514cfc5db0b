/**
 * The Equal Profit Method: stable shares whose relative savings differ as little as possible,
 * `f = max_{i,j} (x_i / c(i) − x_j / c(j))`. Only `f` is unique, the shares may not be.
 *
 * Source: M. Frisk, M. Göthe-Lundgren, K. Jörnsten and M. Rönnqvist, Cost allocation in collaborative forest
 * transportation, 2010, DOI 10.1016/j.ejor.2010.01.015.
 */
import type { LpSolver } from "../../lp/index.ts";
import type { Separator } from "../nucleolus/separator.ts";
import type { Bounds } from "./constraints.ts";
import { openCoreProgram } from "./coreProgram.ts";

export interface EqualProfit {
  readonly shares: number[];
  readonly f: number;
}

/** Stand-alone costs must be above 0. */
export function equalProfit(separator: Separator, solver: LpSolver, epsilon: number, bounds: Bounds): EqualProfit {
  const { players: n, standAlone } = separator;
  const program = openCoreProgram(separator, solver, epsilon, bounds, (builder, unit) => {
    const highest = builder.column({ cost: 1, lower: -Infinity });
    const lowest = builder.column({ cost: -1, lower: -Infinity });
    for (let i = 0; i < n; i++) {
      const alone = standAlone[i]! / unit;
      builder.row(-Infinity, 0, [
        [i, 1 / alone],
        [highest, -1],
      ]);
      builder.row(0, Infinity, [
        [i, 1 / alone],
        [lowest, -1],
      ]);
    }
  });
  try {
    const solution = program.minimise();
    return { shares: program.shares(solution), f: Math.max(0, solution.objective) };
  } finally {
    program.dispose();
  }
}
