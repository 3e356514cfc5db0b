/** Routes the planned week: loads from the flow, tours from the routing solver. */
import type { FlowPlan } from "../../domain/plan/flowPlan.ts";
import type { CancelledTour, Pickup, Plan, PlanRoute } from "../../domain/plan/plan.ts";
import { shiftsOf } from "../../domain/region/rules.ts";
import type { Region } from "../../domain/region/tables.ts";
import type { RoutingProblem } from "../../domain/routing/problem.ts";
import { solve, type RoutingResult } from "../../optimizer/routing/index.ts";
import type { Places, Travel } from "../places.ts";
import { pickupsOf } from "./pickups.ts";
import { unservedSentences } from "./reasons.ts";
import { buildRoutingProblem, nameRoutes } from "./routingProblem.ts";
import { shredderVisits, type ShredderVisit } from "./shredderVisits.ts";

/** How long to look for better tours; the iterations alone make a run repeatable. */
export interface RouteEffort {
  readonly iterations: number;
  /** Wall-clock limit and the clock to measure it with (milliseconds). */
  readonly limit?: { readonly seconds: number; readonly now: () => number };
}

export interface RoutedWeek {
  readonly routes: PlanRoute[];
  readonly pickups: Pickup[];
  readonly shredderVisits: ShredderVisit[];
  readonly unserved: Plan["unserved"];
  readonly routeCostCents: number;
  /** Iterations really done. */
  readonly iterations: number;
  /** There when dispatchers changed what the search had found. */
  readonly byHand?: {
    readonly cancelledTours: readonly CancelledTour[];
    /** German: who reads the plan must know. */
    readonly notice: string;
  };
}

export interface RouteInput {
  readonly region: Region;
  readonly week: string;
  readonly places: Places;
  readonly travel: Travel;
  readonly seed: number;
}

export function routeWeek(
  input: RouteInput,
  flow: FlowPlan,
  effort: RouteEffort,
  onProgress: (part: number) => void,
): RoutedWeek {
  const { visits, pickups, problem, result } = searchTours(input, flow, effort, onProgress);
  const named = nameRoutes({ ...input, pickups }, problem, result.solution);
  return {
    ...named,
    shredderVisits: [...visits],
    unserved: unservedSentences(input.region, input.week, pickups, result.reasons),
    routeCostCents: result.solution.routeCostCents,
    iterations: result.iterations,
  };
}

export interface SearchedTours {
  readonly visits: readonly ShredderVisit[];
  readonly pickups: readonly Pickup[];
  /** Its clients are the pick-ups, in their order. */
  readonly problem: RoutingProblem;
  readonly result: RoutingResult;
}

/** The loads of a week and tours for them, as the engine numbers them. */
export function searchTours(
  input: RouteInput,
  flow: FlowPlan,
  effort: RouteEffort,
  onProgress: (part: number) => void = () => undefined,
): SearchedTours {
  const visits = shredderVisits(input.region, flow, input.week);
  const pickups = pickupsOf(input.region, flow, input.week, visits);
  const problem = buildRoutingProblem({ ...input, pickups });
  const result = solve(problem, {
    seed: input.seed,
    iterations: effort.iterations,
    ...(effort.limit === undefined ? {} : { seconds: effort.limit.seconds, now: effort.limit.now }),
    onProgress: ({ iterations }) => onProgress(iterations / effort.iterations),
  });
  return { visits, pickups, problem, result };
}

/** What the flow says hauling costs in a week, toll included. */
export function weekHaulageCents(region: Region, flow: FlowPlan, week: string): number {
  return flow.vehicleWeeks
    .filter((row) => row.week === week)
    .reduce((sum, { vehicleId, durationSeconds, distanceMetres }) => {
      const v = region.vehicles.find((candidate) => candidate.id === vehicleId)!;
      const time = Math.round((durationSeconds * v.centsPerHour) / 3600);
      const fixed = Math.round((durationSeconds * v.fixedCentsPerShift) / shiftsOf(v).meanSeconds);
      const way =
        Math.round((distanceMetres * v.centsPerKm) / 1000) +
        Math.round((distanceMetres * (v.tollCentsPerKm * v.tollShare)) / 1000);
      return sum + time + fixed + way;
    }, 0);
}
