import type { YearPlan } from "../../domain/year/plan.ts";
import type { YearProblem } from "../../domain/year/problem.ts";
import type { YearResult } from "../../optimizer/flow/year/index.ts";

/** A result in the form that the checker reads. */
export function yearPlanOf(problem: YearProblem, result: YearResult): YearPlan {
  const { decisions, costLines, costCents, kgCo2e, lowerBoundCents, rounds, nodes } = result;
  return {
    schema: "gruenverbund/year-plan/1",
    region: "hand",
    regionName: "Hand",
    members: [],
    haulage: { calibration: 1, origin: "hand" },
    factorSet: "hand",
    problem,
    decisions,
    costLines,
    costCents,
    kgCo2e,
    lowerBoundCents,
    effort: { rounds, nodes, gap: 0 },
    assumptions: [],
    notices: [],
  };
}
