/**
 * The stable shares that spare those who pay most, then those who pay next most, and so on: lexicographic minimum of the
 * sorted `x_i / a_i` over the core. With `a = 1` this is the egalitarian core point (Lorenz-undominated), with `a_i = c(i)`
 * the same relative to what each would pay alone. Unique.
 *
 * Source: B. Dutta and D. Ray, A concept of egalitarianism under participation constraints, 1989, DOI 10.2307/1911055;
 * J. Arin and E. Inarra, Egalitarian solutions in the core, 2001, DOI 10.1007/s001820100077.
 */
import type { LpSolver } from "../../lp/index.ts";
import type { Separator } from "../nucleolus/separator.ts";
import type { Bounds } from "./constraints.ts";
import { HOLD, openCoreProgram } from "./coreProgram.ts";

/** Prices of `x_i ≤ a_i z` satisfy `Σ a_i · price = 1`; a real one is far above this part of it. */
const POSITIVE_DUAL = 1e-6;

/** @param weights `a`, above 0, one per player */
export function leximinShares(
  separator: Separator,
  solver: LpSolver,
  epsilon: number,
  bounds: Bounds,
  weights: readonly number[],
): number[] {
  const n = separator.players;
  const average = weights.reduce((a, b) => a + b, 0) / n;
  const relative = weights.map((weight) => weight / average);
  // Row 0 is efficiency; row 1 + i is x_i − a_i z ≤ 0.
  const program = openCoreProgram(separator, solver, epsilon, bounds, (builder) => {
    const z = builder.column({ cost: 1, lower: -Infinity });
    for (let i = 0; i < n; i++)
      builder.row(-Infinity, 0, [
        [i, 1],
        [z, -relative[i]!],
      ]);
  });
  const open = new Set(relative.keys());
  try {
    for (;;) {
      const solution = program.minimise();
      const settled = [...open].filter((i) => Math.abs(solution.rowDual[1 + i]!) * relative[i]! > POSITIVE_DUAL);
      if (settled.length === 0) throw new Error("no share has a dual price; the LP engine's solution is not usable");
      for (const i of settled) {
        open.delete(i);
        const highest = relative[i]! * solution.objective + HOLD;
        program.session.setRowBounds(Int32Array.of(1 + i), Float64Array.of(-Infinity), Float64Array.of(highest));
        program.session.setCoefficient(1 + i, n, 0);
      }
      if (open.size === 0) return program.shares(solution);
    }
  } finally {
    program.dispose();
  }
}
