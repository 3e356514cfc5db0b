/** What haulage really costs, everybody's plan alone, and the joint plan. */
import { grandCoalition, flowSolver, type FlowResult, type FlowSolver } from "../../optimizer/flow/index.ts";
import type { LpSolver } from "../../optimizer/lp/index.ts";
import { sideBySide } from "../costGame.ts";
import { namePlan } from "../flow/namePlan.ts";
import type { PlanProgress } from "../progress.ts";
import { routeWeek, weekHaulageCents, type RouteEffort } from "../week/routeWeek.ts";
import { problemOf, withSolver, type ForecastStage, type StageInput } from "./input.ts";

/** The calibration run may take a quarter of the effort. */
const CALIBRATION_PART = 0.25;
const CALIBRATION_LIMITS = { least: 0.5, most: 3 };

export interface FlowStage {
  /** κ of docs/model.md */
  readonly calibration: number;
  readonly joint: FlowResult;
  /** In the order of `municipalities.csv`. */
  readonly standAlone: readonly FlowResult[];
}

export async function flowStage(
  input: StageInput & { readonly seed: number; readonly effort: RouteEffort },
  arrivals: ForecastStage,
  engine: LpSolver,
): Promise<FlowStage> {
  input.progress.begin("calibration");
  const calibration = calibrate(input, arrivals, engine);
  input.progress.begin("flow");
  const problem = problemOf(input, arrivals, calibration);
  return withSolver(engine, problem, (solver) => ({ calibration, ...planGroups(solver, input.progress) }));
}

/** What tours of the first week cost over what the uncalibrated flow says they would. */
export function calibrate(
  input: StageInput & { readonly seed: number; readonly effort: RouteEffort },
  arrivals: ForecastStage,
  engine: LpSolver,
): number {
  const problem = problemOf(input, arrivals, 1);
  const solver = flowSolver(engine, problem);
  const flow = namePlan(input.region, problem, solver.plan(grandCoalition(problem)));
  solver.dispose();
  const { effort } = input;
  const routed = routeWeek(
    input,
    flow,
    { ...effort, iterations: Math.ceil(effort.iterations * CALIBRATION_PART) },
    (part) => input.progress.advance(part),
  );
  const served = routed.pickups.filter((p) => p.routeId !== null).reduce((kg, p) => kg + p.massKg, 0);
  const planned = routed.pickups.reduce((kg, p) => kg + p.massKg, 0);
  const model = weekHaulageCents(input.region, flow, input.week) * (planned === 0 ? 0 : served / planned);
  if (model <= 0) return 1;
  const factor = routed.routeCostCents / model;
  // Three digits are plenty and read well in a report.
  return Math.round(Math.min(CALIBRATION_LIMITS.most, Math.max(CALIBRATION_LIMITS.least, factor)) * 1000) / 1000;
}

/** Everybody alone and all together, with the same model and the same effort. */
function planGroups(solver: FlowSolver, progress: PlanProgress): { joint: FlowResult; standAlone: FlowResult[] } {
  const { problem } = solver;
  const groups = problem.members + 1;
  const standAlone = Array.from({ length: problem.members }, (_, m) => {
    const plan = solver.plan(2 ** m);
    progress.advance((m + 1) / groups, gapOf(plan));
    return plan;
  });
  const together = sideBySide(
    problem,
    standAlone.map((plan, m) => ({ coalition: 2 ** m, pattern: plan.pattern })),
  );
  const joint = solver.plan(grandCoalition(problem), undefined, [together]);
  progress.advance(1, gapOf(joint));
  return { joint, standAlone };
}

function gapOf({ costCents, lowerBoundCents }: FlowResult): number {
  return lowerBoundCents <= 0 ? 0 : costCents / lowerBoundCents - 1;
}
