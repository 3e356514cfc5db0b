/**
 * The port to LP engines. An outcome is a value and not an exception: only misuse throws. Whoever calls decides what to
 * do with a limit; an engine accepts as a solution only what is proven optimal or has a stated gap.
 */
import type { LpModel } from "./model.ts";

export interface SolveOptions {
  /** Stops a mixed-integer search at this relative gap. Default 0. */
  readonly relativeGap?: number;
  /** Deterministic limit on branch-and-bound nodes. Default: none. */
  readonly maxNodes?: number;
  /** Wall-clock limit; makes the outcome depend on the machine. Default: none. */
  readonly seconds?: number;
}

export interface LpSolution {
  readonly objective: number;
  /** No solution is cheaper than this. Equal to `objective` when optimal. */
  readonly bound: number;
  readonly colValue: Float64Array;
  /** Change of the objective per unit of a row's active bound; only for pure LPs, otherwise empty. */
  readonly rowDual: Float64Array;
  /** The same for the bounds of columns. */
  readonly colDual: Float64Array;
}

export type LpOutcome =
  | ({ readonly status: "optimal" } & LpSolution)
  | ({ readonly status: "feasible"; readonly gap: number } & LpSolution)
  | { readonly status: "infeasible" }
  | { readonly status: "unbounded" }
  | { readonly status: "limit"; readonly detail: string };

/** Rows to append: the entries of row `r` are `indices[starts[r] .. starts[r + 1] - 1]`, columns of the open model. */
export interface SparseRows {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
}

/** Columns to append: the entries of column `c` are `indices[starts[c] .. starts[c + 1] - 1]`, rows of the open model. */
export interface SparseColumns {
  readonly cost: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
}

export interface SessionOptions {
  /** Absolute tolerance on rows and reduced costs. Default: the engine's own (1e-7). */
  readonly tolerance?: number;
}

/** One model kept inside the engine; changes cost little, and a re-solve starts from the last basis. */
export interface LpSession {
  setColumnBounds(columns: Int32Array, lower: Float64Array, upper: Float64Array): void;
  setRowBounds(rows: Int32Array, lower: Float64Array, upper: Float64Array): void;
  setColumnCosts(columns: Int32Array, costs: Float64Array): void;
  setCoefficient(row: number, column: number, value: number): void;
  /** Appends rows below the present ones; the basis stays. */
  addRows(rows: SparseRows): void;
  /** Appends continuous columns behind the present ones; the basis stays. */
  addColumns(columns: SparseColumns): void;
  /** Treats integer columns as continuous until called with `false`. */
  relax(relaxed: boolean): void;
  solve(options?: SolveOptions): LpOutcome;
  dispose(): void;
}

/** Engines that can change a model in place. */
export interface LpSolver {
  readonly name: string;
  /** Copies the model; the caller keeps its own. */
  open(model: LpModel, options?: SessionOptions): LpSession;
}

/** The columns' values and the objective, or an error that says which status came back. */
export function expectSolution(outcome: LpOutcome, what: string): LpSolution {
  if (outcome.status === "optimal" || outcome.status === "feasible") return outcome;
  const detail = outcome.status === "limit" ? ` (${outcome.detail})` : "";
  throw new Error(`${what}: the LP engine answered ${outcome.status}${detail}`);
}
