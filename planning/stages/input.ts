/**
 * A planning run is a chain of stages; each gives plain values that can be kept as JSON, so that a workflow may run them in
 * different processes. Every stage opens an engine of its own: the result does not depend on who ran the one before.
 */
import type { FlowForecast } from "../../domain/plan/flowPlan.ts";
import type { Region } from "../../domain/region/tables.ts";
import { flowSolver, type FlowSolver } from "../../optimizer/flow/index.ts";
import type { LpSolver } from "../../optimizer/lp/index.ts";
import { buildFlowProblem } from "../flow/buildFlowProblem.ts";
import type { NamedFlowProblem } from "../flow/named.ts";
import { forecastArrivals } from "../forecast/forecastArrivals.ts";
import { periodWeeks } from "../forecast/weeks.ts";
import type { Places, Travel } from "../places.ts";
import type { PlanProgress } from "../progress.ts";

/** What every stage is given. */
export interface StageInput {
  readonly region: Region;
  readonly week: string;
  readonly places: Places;
  readonly travel: Travel;
  readonly progress: PlanProgress;
}

export interface ForecastStage {
  readonly weeks: readonly string[];
  readonly forecast: readonly FlowForecast[];
}

export function forecastStage({ region, week }: Pick<StageInput, "region" | "week">): ForecastStage {
  const weeks = periodWeeks(week, region.settings.horizonWeeks);
  return { weeks, forecast: forecastArrivals(region, weeks) };
}

/** The flow problem of a run; the same for every stage that asks. */
export function problemOf(input: StageInput, arrivals: ForecastStage, calibration: number): NamedFlowProblem {
  return buildFlowProblem({ ...input, ...arrivals, calibration });
}

/** Opens the problem in an engine for the length of some work. */
export async function withSolver<T>(
  engine: LpSolver,
  problem: NamedFlowProblem,
  work: (solver: FlowSolver) => T | Promise<T>,
): Promise<T> {
  const solver = flowSolver(engine, problem);
  try {
    return await work(solver);
  } finally {
    solver.dispose();
  }
}
