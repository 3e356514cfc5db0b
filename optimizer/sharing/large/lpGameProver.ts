/**
 * The exact separation for games from linear production and flow (core/owen.ts), as one mixed-integer programme:
 *
 *   minimise  cost·y − Σ x_i z_i   with  A y ≥ Σ need_i z_i,  1 ≤ Σ z_i ≤ n − 1,  z whole, y ≥ 0.
 *
 * Its optimum is minus the largest excess; its bound proves an honest "no group can gain more than …".
 */
import { lpBuilder, type LpSolver } from "../../lp/index.ts";
import type { LpGame } from "../core/owen.ts";
import type { ExcessProver } from "./oracleSeparator.ts";

export interface ProverOptions {
  /** Deterministic limit on branch-and-bound nodes for one proof. Default 2000. */
  readonly maxNodes?: number;
  /** Wall-clock limit for one proof; makes the result depend on the machine. Default: none. */
  readonly seconds?: number;
}

export interface LpGameProver extends ExcessProver {
  dispose(): void;
}

export function lpGameProver(game: LpGame, solver: LpSolver, options: ProverOptions = {}): LpGameProver {
  const { maxNodes = 2000, seconds } = options;
  const n = game.players;
  const builder = lpBuilder();
  for (let i = 0; i < n; i++) builder.column({ cost: 0, upper: 1, integer: true });
  for (const cost of game.costs) builder.column({ cost });
  for (const row of game.rows) {
    const needs = row.need.flatMap((need, i) => (need === 0 ? [] : [[i, -need] as const]));
    builder.row(0, Infinity, [...needs, ...row.entries.map(([v, a]) => [n + v, a] as const)]);
  }
  builder.row(
    1,
    n - 1,
    Array.from({ length: n }, (_, i) => [i, 1] as const),
  );
  const session = solver.open(builder.build());
  session.relax(false);
  const choices = Int32Array.from({ length: n }, (_, i) => i);
  return {
    worst(shares) {
      session.setColumnCosts(
        choices,
        Float64Array.from(choices, (i) => -shares[i]!),
      );
      const outcome = session.solve({ maxNodes, ...(seconds === undefined ? {} : { seconds }) });
      if (outcome.status !== "optimal" && outcome.status !== "feasible") return { members: null, bound: Infinity };
      const members = Array.from(choices).filter((i) => outcome.colValue[i]! > 0.5);
      return { members, bound: -outcome.bound };
    },
    dispose: () => session.dispose(),
  };
}
