/** HiGHS (WebAssembly) behind the LpSolver port: the engine of the house. https://highs.dev, Huangfu & Hall 2018, doi:10.1007/s12532-017-0130-5 */
import loadHighs from "highs";
import type { Highs, Model } from "highs";
import { assertWellFormed, type LpModel } from "./model.ts";
import type { LpOutcome, LpSession, LpSolver, SessionOptions, SolveOptions } from "./solver.ts";

// The package's types describe its CommonJS build; under ESM the default export is the loader itself.
const load = loadHighs as unknown as typeof loadHighs.default;

/** The engine wants finite option values; thirty years will do. */
const NO_LIMIT_SECONDS = 1_000_000_000;

/** Fewest pivots when a few bounds change; measured on coalition costs. */
const STEEPEST_EDGE = 2;

let runtime: Promise<Highs> | undefined;

/** Loads the engine once; every later call returns the same one. */
export async function highsSolver(): Promise<LpSolver> {
  const highs = await (runtime ??= load());
  return { name: `HiGHS ${highs.version.string}`, open: (model, options) => openSession(highs, model, options) };
}

function openSession(highs: Highs, model: LpModel, { tolerance }: SessionOptions = {}): LpSession {
  assertWellFormed(model);
  const instance = highs.createModel(modelData(highs, model));
  // Re-solves start from a basis, which presolve would throw away; a search for whole numbers turns it on again.
  instance.options.set({
    output_flag: false,
    random_seed: 0,
    simplex_dual_edge_weight_strategy: STEEPEST_EDGE,
    simplex_scale_strategy: 0,
  });
  if (tolerance !== undefined)
    instance.options.set({ primal_feasibility_tolerance: tolerance, dual_feasibility_tolerance: tolerance });
  const whole = model.integer.includes(1);
  const allColumns = Int32Array.from(model.integer.keys());
  const types = Int32Array.from(model.integer);
  let relaxed = !whole;
  let rows = model.rows;
  let columns = model.columns;
  return {
    setColumnBounds: (indices, lower, upper) => void instance.changeColsBounds({ kind: "set", indices }, lower, upper),
    setRowBounds: (rows, lower, upper) => void instance.changeRowsBounds({ kind: "set", indices: rows }, lower, upper),
    setColumnCosts: (indices, costs) => void instance.changeColsCost({ kind: "set", indices }, costs),
    setCoefficient: (row, column, value) => void instance.changeCoefficient(row, column, value),
    addRows({ lower, upper, starts, indices, values }) {
      const matrix = { format: "csr" as const, numRows: lower.length, numCols: columns, starts, indices, values };
      instance.addRows({ lower, upper, matrix });
      rows += lower.length;
    },
    addColumns({ cost, lower, upper, starts, indices, values }) {
      const matrix = { format: "csc" as const, numRows: rows, numCols: cost.length, starts, indices, values };
      instance.addCols({ cost, lower, upper, matrix });
      columns += cost.length;
    },
    relax(next) {
      if (!whole || next === relaxed) return;
      relaxed = next;
      if (next) instance.clearIntegrality();
      else instance.changeColsIntegrality({ kind: "set", indices: allColumns }, types);
    },
    solve: (options = {}) => solve(highs, instance, relaxed, options),
    dispose: () => instance.dispose(),
  };
}

function modelData(highs: Highs, model: LpModel) {
  return {
    numCols: model.columns,
    numRows: model.rows,
    colCost: model.colCost,
    colLower: model.colLower,
    colUpper: model.colUpper,
    rowLower: model.rowLower,
    rowUpper: model.rowUpper,
    matrix: {
      format: "csr" as const,
      numRows: model.rows,
      numCols: model.columns,
      starts: model.starts,
      indices: model.indices,
      values: model.values,
    },
    ...(model.integer.includes(1) ? { integrality: Int32Array.from(model.integer) } : {}),
  };
}

function solve(highs: Highs, instance: Model, relaxed: boolean, options: SolveOptions): LpOutcome {
  instance.options.set({
    presolve: relaxed ? "off" : "choose",
    mip_rel_gap: options.relativeGap ?? 0,
    mip_max_nodes: options.maxNodes ?? 2_147_483_647,
    // HiGHS counts the time of all runs of an instance together.
    time_limit: options.seconds === undefined ? NO_LIMIT_SECONDS : instance.getRunTime() + options.seconds,
  });
  const is = highs.constants.modelStatus;
  const status = runAgainIf(is.unknown, instance);
  if (status === is.infeasible) return { status: "infeasible" };
  if (status === is.unbounded || status === is.unboundedOrInfeasible) return { status: "unbounded" };
  if (status === is.optimal && relaxed) return lpOptimal(instance);
  return mipOutcome(instance, status === is.optimal, `model status ${status}`);
}

/** A warm start can end in numerical trouble; the same model from a cold start then does not. */
function runAgainIf(unknown: number, instance: Model): number {
  const first = instance.run().modelStatus;
  if (first !== unknown) return first;
  instance.clearSolver();
  instance.options.set("presolve", "choose");
  return instance.run().modelStatus;
}

function lpOptimal(instance: Model): LpOutcome {
  const objective = instance.getObjectiveValue();
  const { colValue, rowDual, colDual } = instance.getSolution();
  return { status: "optimal", objective, bound: objective, colValue, rowDual, colDual };
}

function mipOutcome(instance: Model, proven: boolean, detail: string): LpOutcome {
  const objective = instance.getObjectiveValue();
  const bound = Number(instance.info.get("mip_dual_bound"));
  const feasible = Number(instance.info.get("primal_solution_status")) === 2;
  if (!feasible || !Number.isFinite(objective) || !Number.isFinite(bound)) return { status: "limit", detail };
  const solution = {
    objective,
    bound,
    colValue: instance.getSolution().colValue,
    rowDual: new Float64Array(0),
    colDual: new Float64Array(0),
  };
  const gap = (objective - bound) / Math.max(1, Math.abs(objective));
  return proven && gap <= 1e-9 ? { status: "optimal", ...solution } : { status: "feasible", gap, ...solution };
}
