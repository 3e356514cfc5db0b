/**
 * javascript-lp-solver behind a guarded port: the second engine, for small models and for cross-checking HiGHS in tests.
 *
 * It was seen to run without end on some models, so it works in a thread of its own that is stopped after a time limit.
 */
import { Worker } from "node:worker_threads";
import type { JsLpAnswer, JsLpModel } from "./jsLpMessages.ts";
import { assertWellFormed, type LpModel } from "./model.ts";
import type { LpOutcome } from "./solver.ts";

/**
 * Solves one model. Row duals are not offered by this engine.
 *
 * @param seconds the thread is stopped after this; default 5
 */
export async function solveWithJsLp(model: LpModel, seconds = 5): Promise<LpOutcome> {
  assertWellFormed(model);
  const worker = new Worker(new URL("./jsLpWorker.ts", import.meta.url), { workerData: toJsLp(model) });
  try {
    const answer = await answerWithin(worker, seconds * 1000);
    return answer === "limit" ? { status: "limit", detail: `stopped after ${seconds} s` } : toOutcome(model, answer);
  } finally {
    await worker.terminate();
  }
}

function answerWithin(worker: Worker, milliseconds: number): Promise<JsLpAnswer | "limit"> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve("limit"), milliseconds);
    worker.once("message", (answer: JsLpAnswer) => (clearTimeout(timer), resolve(answer)));
    worker.once("error", (error) => (clearTimeout(timer), reject(error)));
  });
}

/** Columns become variables `x0…`, rows and finite column bounds become constraints. */
export function toJsLp(model: LpModel): JsLpModel {
  const constraints: JsLpModel["constraints"] = {};
  const variables: JsLpModel["variables"] = {};
  const ints: JsLpModel["ints"] = {};
  const unrestricted: JsLpModel["unrestricted"] = {};
  for (let c = 0; c < model.columns; c++) {
    const variable: Record<string, number> = { objective: model.colCost[c]! };
    variables[`x${c}`] = variable;
    if (model.integer[c] === 1) ints[`x${c}`] = 1;
    const [lower, upper] = [model.colLower[c]!, model.colUpper[c]!];
    if (lower < 0) unrestricted[`x${c}`] = 1;
    const bound = limits(lower === 0 ? -Infinity : lower, upper);
    if (bound === undefined) continue;
    variable[`b${c}`] = 1;
    constraints[`b${c}`] = bound;
  }
  for (let r = 0; r < model.rows; r++) {
    const bound = limits(model.rowLower[r]!, model.rowUpper[r]!);
    if (bound === undefined) continue;
    constraints[`r${r}`] = bound;
    for (let k = model.starts[r]!; k < model.starts[r + 1]!; k++)
      variables[`x${model.indices[k]!}`]![`r${r}`] = model.values[k]!;
  }
  return { optimize: "objective", opType: "min", constraints, variables, ints, unrestricted };
}

function limits(lower: number, upper: number): { min?: number; max?: number; equal?: number } | undefined {
  if (lower === upper) return { equal: lower };
  if (lower === -Infinity && upper === Infinity) return undefined;
  return { ...(lower === -Infinity ? {} : { min: lower }), ...(upper === Infinity ? {} : { max: upper }) };
}

function toOutcome(model: LpModel, answer: JsLpAnswer): LpOutcome {
  if (!answer.feasible) return { status: "infeasible" };
  if (!answer.bounded) return { status: "unbounded" };
  const colValue = Float64Array.from({ length: model.columns }, (_, c) => answer.values[`x${c}`] ?? 0);
  const objective = colValue.reduce((sum, value, c) => sum + value * model.colCost[c]!, 0);
  return {
    status: "optimal",
    objective,
    bound: objective,
    colValue,
    rowDual: new Float64Array(0),
    colDual: new Float64Array(0),
  };
}
