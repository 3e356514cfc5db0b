/**
 * The main job: from a region and its reports to the week's tours, the cost of the period, and a split that nobody loses by.
 *
 * Pure but for the solvers and runners handed in. The same region, seed and iterations give the same plan.
 */
import type { Plan } from "../domain/plan/plan.ts";
import type { LpSolver } from "../optimizer/lp/index.ts";
import type { GroupCosts } from "./costGame.ts";
import { assemble, type UntimedPlan } from "./stages/assemble.ts";
import { flowStage } from "./stages/flowStage.ts";
import { gameStage } from "./stages/gameStage.ts";
import { forecastStage, type StageInput } from "./stages/input.ts";
import { routeStage } from "./stages/routeStage.ts";
import { tourLoop } from "./stages/tourLoop.ts";
import type { RouteEffort } from "./week/routeWeek.ts";

export interface PlanInput extends StageInput {
  readonly seed: number;
  readonly effort: RouteEffort;
  readonly engine: LpSolver;
  readonly groupCosts: GroupCosts;
  readonly provenance: Pick<Plan["provenance"], "inputs" | "inputsSha256" | "versions">;
}

export async function planRegion(input: PlanInput): Promise<UntimedPlan> {
  const { engine } = input;
  input.progress.begin("forecast");
  const arrivals = forecastStage(input);
  const flow = await flowStage(input, arrivals, engine);
  const priced = await gameStage(input, arrivals, flow, engine, input.groupCosts);
  const game = await tourLoop(input, arrivals, flow, priced, engine);
  const routed = routeStage(input, arrivals, flow, game);
  return assemble(input, { arrivals, flow, game, routed }, engine);
}
