/** What a run does when nothing else is asked for. */
import type { PlanOptions } from "../../contract/startPlan.ts";
import type { RunOptions } from "./run.ts";

export const DEFAULT_OPTIONS: RunOptions = { seed: 1, iterations: 20_000 };

export function optionsOf({ seed, iterations }: PlanOptions): RunOptions {
  return { seed: seed ?? DEFAULT_OPTIONS.seed, iterations: iterations ?? DEFAULT_OPTIONS.iterations };
}
