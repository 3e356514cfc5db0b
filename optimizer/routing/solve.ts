/** The entry of the solver: check, choose the path, search, explain. */
import type { RoutingProblem } from "../../domain/routing/problem.ts";
import type { RoutingSolution, UnservedReason } from "../../domain/routing/solution.ts";
import { Budget } from "./budget.ts";
import { explain } from "./explain/index.ts";
import { fillGreedily } from "./greedy.ts";
import { hasDayRules } from "./landfill/fromProblem.ts";
import { solveLandfill } from "./landfill/solve.ts";
import { buildModel } from "./model.ts";
import type { RoutingResult, SolveOptions } from "./options.ts";
import { asPeriodic, hasDaySets } from "./periodic/fromProblem.ts";
import { solvePeriodic } from "./periodic/solve.ts";
import { asPlain } from "./plain/recognise.ts";
import { searchPlain } from "./plain/search.ts";
import { plainSolution } from "./plain/toSolution.ts";
import { Plan } from "./plan.ts";
import { withMatrices } from "./plane.ts";
import { usesRichRules } from "./richRules.ts";
import { improve } from "./search.ts";
import { loadRoutes, toSolution } from "./solution.ts";
import { asTimed } from "./timed/instance.ts";
import { searchTimed } from "./timed/search.ts";
import { timedSolution } from "./timed/solution.ts";
import { assertValid } from "./validate.ts";

/**
 * Routes for the whole horizon. The general engine begins with the plan of `greedy` and is never dearer, whatever the
 * budget. The engines for special cases begin with constructions of their own, which may be dearer until the first few
 * iterations are done.
 *
 * Deterministic in (problem, seed, iterations). A required client that nothing can serve does not throw: it comes back
 * in `solution.unserved` with its reason; in the search it counts `requiredPenaltyCents`, in `objectiveCents` nothing.
 * Throws `InputError` with every fault when the problem is malformed, `Error` when the options name no end.
 */
export function solve(problem: RoutingProblem, options: SolveOptions): RoutingResult {
  assertValid(problem);
  const budget = new Budget(options);
  if (hasDayRules(problem)) return solveLandfill(withMatrices(problem), options.seed, budget);
  const rich = usesRichRules(problem);
  const released = problem.clients.some((client) => (client.releaseSeconds ?? 0) > 0);
  const plain = rich || released || hasDaySets(problem) ? null : asPlain(problem);
  if (plain !== null) {
    const result = searchPlain(plain, options.seed, budget);
    const solution = plainSolution(problem, plain, result);
    return { solution, iterations: result.iterations, reasons: reasonsFor(problem, solution), trace: budget.trace };
  }
  const full = withMatrices(problem);
  const periodic = hasDaySets(problem) && !rich ? asPeriodic(full) : "no day sets alone";
  if (typeof periodic !== "string") return solvePeriodic(full, periodic, options.seed, budget);
  const timed = rich || hasDaySets(problem) ? null : asTimed(full);
  if (timed !== null) {
    const { days, iterations } = searchTimed(timed, options.seed, budget);
    const solution = timedSolution(full, days);
    return { solution, iterations, reasons: explain(full, solution), trace: budget.trace };
  }
  const plan = new Plan(buildModel(full));
  if (options.start === undefined) fillGreedily(plan);
  else loadRoutes(plan, options.start);
  const iterations = improve(plan, options.seed, budget);
  const solution = toSolution(plan);
  return { solution, iterations, reasons: explain(full, solution), trace: budget.trace };
}

function reasonsFor(problem: RoutingProblem, solution: RoutingSolution): UnservedReason[] {
  return solution.unserved.length === 0 ? [] : explain(withMatrices(problem), solution);
}
