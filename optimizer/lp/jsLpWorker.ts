/** The thread in which javascript-lp-solver runs; see jsLp.ts for why it has one. */
import { parentPort, workerData } from "node:worker_threads";
import packaged from "javascript-lp-solver";
import type { JsLpAnswer, JsLpModel } from "./jsLpMessages.ts";

// Types of the CommonJS build; under ESM the default export is the solver itself.
const solver = packaged as unknown as { Solve(model: JsLpModel): unknown };
const result = solver.Solve(workerData as JsLpModel) as Record<string, unknown>;
const values = Object.fromEntries(Object.entries(result).filter(([name]) => /^x\d+$/.test(name))) as Record<
  string,
  number
>;
const answer: JsLpAnswer = { feasible: result["feasible"] === true, bounded: result["bounded"] !== false, values };
parentPort?.postMessage(answer);
