/** The entry of the engine for one day with lunch, daily caps and landfills. */
import { InputError } from "../../../domain/problem.ts";
import type { RoutingProblem } from "../../../domain/routing/problem.ts";
import type { Budget } from "../budget.ts";
import type { RoutingResult } from "../options.ts";
import { asLandfill } from "./fromProblem.ts";
import { searchLandfill } from "./search.ts";
import { toSolution } from "./toSolution.ts";

/** Throws `InputError` when the problem has day rules and, beside them, something this engine does not know. */
export function solveLandfill(problem: RoutingProblem, seed: number, budget: Budget): RoutingResult {
  const instance = asLandfill(problem);
  if (typeof instance === "string") {
    const cause = `Lunch and daily caps are planned by an engine that does not know everything asked for: ${instance}`;
    const place = { id: "problem", field: "vehicles" };
    const action = "Leave out lunch and daily caps, or what is named here.";
    throw new InputError([{ code: "dayRulesAlone", severity: "error", place, cause, action }]);
  }
  const { plan, iterations } = searchLandfill(instance, seed, budget);
  return { ...toSolution(problem, instance, plan), iterations, trace: budget.trace };
}
