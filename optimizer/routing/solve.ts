/** The entry of the solver: check, choose the path, search, explain. */
import type { RoutingProblem } from "../../domain/routing/problem.ts";
import { Budget } from "./budget.ts";
import { explain } from "./explain/index.ts";
import { fillNearestFirst } from "./greedy.ts";
import { Inserter } from "./insertion.ts";
import { buildModel } from "./model.ts";
import type { RoutingResult, SolveOptions } from "./options.ts";
import { asPeriodicCase } from "./periodic/fromProblem.ts";
import { solvePeriodic } from "./periodic/solve.ts";
import { asPlain } from "./plain/recognise.ts";
import { searchPlain } from "./plain/search.ts";
import { plainSolution } from "./plain/toSolution.ts";
import { Plan } from "./plan.ts";
import { usesRichRules } from "./richRules.ts";
import { improve } from "./search.ts";
import { toSolution } from "./solution.ts";
import { assertValid } from "./validate.ts";

/**
 * Routes for the whole horizon, never dearer than `greedy` on the same problem.
 *
 * Deterministic in (problem, seed, iterations). A required client that nothing can serve does not throw: it comes back
 * in `solution.unserved` with its reason; in the search it counts `requiredPenaltyCents`, in `objectiveCents` nothing.
 * Throws `InputError` with every fault when the problem is malformed, `Error` when the options name no end.
 */
export function solve(problem: RoutingProblem, options: SolveOptions): RoutingResult {
  assertValid(problem);
  const budget = new Budget(options);
  const periodic = asPeriodicCase(problem);
  if (periodic !== null) return solvePeriodic(problem, periodic, options.seed, budget);
  const plain = usesRichRules(problem) ? null : asPlain(problem);
  if (plain !== null) {
    const result = searchPlain(plain, options.seed, budget);
    const solution = plainSolution(problem, plain, result);
    return { solution, iterations: result.iterations, reasons: explain(problem, solution), trace: budget.trace };
  }
  const plan = new Plan(buildModel(problem));
  fillNearestFirst(plan, new Inserter(plan));
  const iterations = improve(plan, options.seed, budget);
  const solution = toSolution(plan);
  return { solution, iterations, reasons: explain(problem, solution), trace: budget.trace };
}
