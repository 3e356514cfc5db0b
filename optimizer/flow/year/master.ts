/**
 * The restricted master of the Dantzig-Wolfe decomposition: of each cluster's plans found so far it mixes those that
 * together keep to the plants, buyers and shredders at the lowest cost; its duals are the prices of those. Dantzig & Wolfe 1960, doi:10.1287/opre.8.1.101
 */
import { expectSolution, lpBuilder, type Entry, type LpSolver } from "../../lp/index.ts";
import type { Coupling } from "./coupling.ts";

/** One plan of one cluster as the master sees it. */
export interface MasterColumn {
  readonly cluster: number;
  readonly cost: number;
  readonly entries: readonly Entry[];
}

export interface MasterSolution {
  readonly objective: number;
  /** By coupling row. */
  readonly duals: Float64Array;
  /** By column handed in, in order. */
  readonly weights: Float64Array;
  /** By static column. */
  readonly statics: Float64Array;
}

export interface Master {
  add(columns: readonly MasterColumn[]): void;
  /** Bounds of a static column. */
  fix(column: number, lower: number, upper: number): void;
  solve(): MasterSolution;
  dispose(): void;
}

export function openMaster(
  engine: LpSolver,
  coupling: Coupling,
  clusters: number,
  first: readonly MasterColumn[],
): Master {
  const lp = lpBuilder();
  const byRow = coupling.rows.map((): Entry[] => []);
  const convexity = Array.from({ length: clusters }, (): Entry[] => []);
  for (const { cost, lower, upper, entries } of coupling.statics) {
    const column = lp.column({ cost, lower, upper });
    for (const [row, factor] of entries) byRow[row]!.push([column, factor]);
  }
  for (const { cluster, cost, entries } of first) {
    const column = lp.column({ cost });
    for (const [row, factor] of entries) byRow[row]!.push([column, factor]);
    convexity[cluster]!.push([column, 1]);
  }
  coupling.rows.forEach(({ lower, upper }, r) => lp.row(lower, upper, byRow[r]!));
  convexity.forEach((entries) => lp.row(1, 1, entries));
  const session = engine.open(lp.build());
  const rows = coupling.rows.length;
  const statics = coupling.statics.length;
  return {
    add(columns) {
      if (columns.length === 0) return;
      const entries = columns.map((c): Entry[] => [...c.entries, [rows + c.cluster, 1]]);
      const starts = [0];
      for (const list of entries) starts.push(starts.at(-1)! + list.length);
      session.addColumns({
        cost: Float64Array.from(columns, (c) => c.cost),
        lower: new Float64Array(columns.length),
        upper: new Float64Array(columns.length).fill(Infinity),
        starts: Int32Array.from(starts),
        indices: Int32Array.from(entries.flat(), ([row]) => row),
        values: Float64Array.from(entries.flat(), ([, factor]) => factor),
      });
    },
    fix: (column, lower, upper) =>
      session.setColumnBounds(Int32Array.of(column), Float64Array.of(lower), Float64Array.of(upper)),
    solve() {
      const { objective, rowDual, colValue } = expectSolution(session.solve(), "master of the year");
      return {
        objective,
        // Noise of the wrong sign would make the bound worthless.
        duals: Float64Array.from(coupling.rows, ({ lower, upper }, r) => {
          const dual = rowDual[r]!;
          return (dual > 0 && lower === -Infinity) || (dual < 0 && upper === Infinity) ? 0 : dual;
        }),
        weights: colValue.slice(statics),
        statics: colValue.slice(0, statics),
      };
    },
    dispose: () => session.dispose(),
  };
}

/** What the coupling rows and static columns contribute to the Lagrangian bound at these duals (Geoffrion 1974, doi:10.1007/BFb0120690). */
export function staticBound(
  coupling: Coupling,
  duals: Float64Array,
  bounds: readonly { readonly lower: number; readonly upper: number }[],
): number {
  let bound = 0;
  coupling.rows.forEach(({ lower, upper }, r) => {
    const dual = duals[r]!;
    if (dual !== 0) bound += dual * (dual > 0 ? lower : upper);
  });
  coupling.statics.forEach(({ cost, entries }, c) => {
    const reduced = entries.reduce((sum, [row, factor]) => sum - duals[row]! * factor, cost);
    bound += reduced * (reduced > 0 ? bounds[c]!.lower : bounds[c]!.upper);
  });
  return bound;
}
