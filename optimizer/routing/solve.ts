/** The entry of the solver: check, choose the path, search, explain. */
import type { RoutingProblem } from "../../domain/routing/problem.ts";
import { Budget } from "./budget.ts";
import { asCvrp, type Cvrp } from "./cvrp/instance.ts";
import { searchCvrp } from "./cvrp/search.ts";
import { explain } from "./explain.ts";
import { fillNearestFirst } from "./greedy.ts";
import { Inserter } from "./insertion.ts";
import { hasDayRules } from "./landfill/fromProblem.ts";
import { solveLandfill } from "./landfill/solve.ts";
import { buildModel } from "./model.ts";
import type { RoutingResult, SolveOptions } from "./options.ts";
import { hasDaySets } from "./periodic/fromProblem.ts";
import { solvePeriodic } from "./periodic/solve.ts";
import { Plan } from "./plan.ts";
import { improve } from "./search.ts";
import { loadDraft, newDraft, toSolution } from "./solution.ts";
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
  if (hasDaySets(problem)) return solvePeriodic(problem, options.seed, budget);
  if (hasDayRules(problem)) return solveLandfill(problem, options.seed, budget);
  const model = buildModel(problem);
  const plan = new Plan(model);
  fillNearestFirst(plan, new Inserter(plan));
  const plain = asCvrp(problem);
  const iterations =
    plain === null ? improve(plan, options.seed, budget) : improvePlain(plan, plain, options.seed, budget);
  const solution = toSolution(plan);
  return { solution, iterations, reasons: explain(problem, solution), trace: budget.trace };
}

/** The fast path; its tours replace the nearest-neighbour plan unless that one is better. */
function improvePlain(plan: Plan, problem: Cvrp, seed: number, budget: Budget): number {
  const before = newDraft(plan);
  const { tours, iterations } = searchCvrp(problem, seed, budget);
  if (tours.length > 0) {
    const length = new Int32Array(plan.model.routeCount);
    const clients = new Int32Array(plan.model.clientCount);
    let at = 0;
    tours.forEach((row, tour) => {
      length[tour] = row.length;
      clients.set(row, at);
      at += row.length;
    });
    loadDraft(plan, { clients, length, tipped: before.tipped, objective: 0 });
  }
  if (plan.objective > before.objective) loadDraft(plan, before);
  return iterations;
}
