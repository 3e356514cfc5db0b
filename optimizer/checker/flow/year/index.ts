/** Whether a yearly plan keeps its own rules and costs what it says, derived again without the solver. */
import type { Problem } from "../../../../domain/problem.ts";
import type { YearPlan } from "../../../../domain/year/plan.ts";
import { reporter } from "./codes.ts";
import { checkCosts } from "./costs.ts";
import { checkMarket, checkPlants } from "./plants.ts";
import { checkReferences, checkTwice } from "./references.ts";
import { checkRounds } from "./rounds.ts";
import { checkClosings, checkStocks } from "./stocks.ts";

export { checkYearRegion } from "./region.ts";
export type { YearSource } from "./regionSource.ts";
export { YEAR_CHECK_CODES, type YearCheckCode } from "./codes.ts";

/** Everything that does not hold; empty for a sound plan. */
export function checkYear(plan: YearPlan): Problem[] {
  const { report, findings } = reporter();
  if (!checkReferences(plan, report)) return findings;
  checkTwice(plan, report);
  checkClosings(plan, report);
  const stores = checkStocks(plan, report);
  checkRounds(plan, report);
  const delivered = checkPlants(plan, report);
  checkMarket(plan, report);
  checkCosts(plan, stores, delivered, report);
  return findings;
}
