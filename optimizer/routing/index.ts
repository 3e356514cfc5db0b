/** Vehicle routes with unloading on the way, over several days: see `solve`. */
export {
  type Board,
  boardOf,
  explain,
  judgePlan,
  makeMove,
  openBoard,
  priceMove,
  removalGains,
  tourOf,
} from "./explain/index.ts";
export { greedy } from "./greedy.ts";
export { requiredPenaltyCents } from "./model.ts";
export type { Progress, RoutingResult, SolveOptions, TracePoint } from "./options.ts";
export { solve } from "./solve.ts";
export { validateProblem } from "./validate.ts";
