/** The entry of the periodic engine. */
import { InputError } from "../../../domain/problem.ts";
import type { RoutingProblem } from "../../../domain/routing/problem.ts";
import type { Budget } from "../budget.ts";
import type { RoutingResult } from "../options.ts";
import { asPeriodic } from "./fromProblem.ts";
import { searchPeriodic } from "./search.ts";
import { toSolution } from "./toSolution.ts";

/** Throws `InputError` when the problem has day sets and, beside them, something this engine does not know. */
export function solvePeriodic(problem: RoutingProblem, seed: number, budget: Budget): RoutingResult {
  const found = asPeriodic(problem);
  if (typeof found === "string") {
    const cause = `Day sets are planned by an engine that does not know everything this problem asks for: ${found}`;
    const place = { id: "problem", field: "daySets" };
    const action = "Leave out the day sets, or what is named here.";
    throw new InputError([{ code: "daySetsAlone", severity: "error", place, cause, action }]);
  }
  const { plan, iterations } = searchPeriodic(found.instance, seed, budget);
  return { ...toSolution(problem, found, plan), iterations, trace: budget.trace };
}
