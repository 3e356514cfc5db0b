/** The week's tours for the joint plan, from one seed. */
import { namePlan } from "../flow/namePlan.ts";
import { routeWeek, type RoutedWeek, type RouteEffort } from "../week/routeWeek.ts";
import type { FlowStage } from "./flowStage.ts";
import type { GameStage } from "./gameStage.ts";
import { problemOf, type ForecastStage, type StageInput } from "./input.ts";

export function routeStage(
  input: StageInput & { readonly seed: number; readonly effort: RouteEffort },
  arrivals: ForecastStage,
  { calibration }: FlowStage,
  { joint }: GameStage,
): RoutedWeek {
  input.progress.begin("routes");
  const flow = namePlan(input.region, problemOf(input, arrivals, calibration), joint);
  return routeWeek(input, flow, input.effort, (part) => input.progress.advance(part));
}

/** Fewer loads left standing first, then the lower cost, then the earlier one in the list. */
export function bestRoutes<T extends { readonly unserved: number; readonly routeCostCents: number }>(
  candidates: readonly T[],
): T {
  return candidates.reduce((best, one) =>
    one.unserved < best.unserved || (one.unserved === best.unserved && one.routeCostCents < best.routeCostCents)
      ? one
      : best,
  );
}
