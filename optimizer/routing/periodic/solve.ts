/** The entry of the periodic engine. */
import type { RoutingProblem } from "../../../domain/routing/problem.ts";
import type { Budget } from "../budget.ts";
import type { RoutingResult } from "../options.ts";
import type { PeriodicCase } from "./fromProblem.ts";
import { searchPeriodic } from "./search.ts";
import { toSolution } from "./toSolution.ts";

/** @param found what `asPeriodic` made of the problem */
export function solvePeriodic(
  problem: RoutingProblem,
  found: PeriodicCase,
  seed: number,
  budget: Budget,
): RoutingResult {
  const { plan, iterations } = searchPeriodic(found.instance, seed, budget);
  return { ...toSolution(problem, found, plan), iterations, trace: budget.trace };
}
