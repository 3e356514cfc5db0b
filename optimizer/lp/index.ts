export { assertWellFormed, lpBuilder, type Entry, type LpBuilder, type LpModel } from "./model.ts";
export {
  expectSolution,
  type LpOutcome,
  type LpSession,
  type LpSolution,
  type LpSolver,
  type SessionOptions,
  type SolveOptions,
  type SparseColumns,
  type SparseRows,
} from "./solver.ts";
export { highsSolver } from "./highs.ts";
export { solveWithJsLp } from "./jsLp.ts";
