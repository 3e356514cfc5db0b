/** Whether a result is true, derived again from scratch; knows `domain` and nothing of any solver. */
export { checkRoutes } from "./routes.ts";
export { checkFlowPlan } from "./flow/flowPlan.ts";
export type { Coordinate, FlowContext, TravelBetween } from "./flow/facts.ts";
export { checkAmong, type StatedAmong } from "./plan/division/among.ts";
export { checkDivision, checkPlan, type CheckPlanOptions } from "./plan/plan.ts";
export { CHECK_CODES, type CheckCode } from "./codes.ts";
export { checkNucleolus } from "./sharing/nucleolus.ts";
export { checkCore, checkLeastCore, checkStable } from "./sharing/core.ts";
export { checkEqualProfit, checkShapley, checkWithin, type ChosenInCore } from "./sharing/rules.ts";
export type { StatedGame } from "./sharing/wholeGame.ts";
