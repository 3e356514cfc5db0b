/** The last stage: the split, and everything put together as a plan. */
import type { Plan } from "../../domain/plan/plan.ts";
import { listAssumptions } from "../../domain/region/assumptions.ts";
import { VERSION } from "../../domain/version.ts";
import type { LpSolver } from "../../optimizer/lp/index.ts";
import { densityNotice, usedDensities } from "../forecast/usedDensities.ts";
import { keptFreeNotice } from "../forecast/keptFree.ts";
import { namePlan } from "../flow/namePlan.ts";
import { shadowPrices } from "../flow/shadowPrices.ts";
import { splitCost } from "../split.ts";
import { costTable, emissionTable, notices } from "../summary.ts";
import { weekHaulageCents, type RoutedWeek } from "../week/routeWeek.ts";
import type { FlowStage } from "./flowStage.ts";
import type { GameStage } from "./gameStage.ts";
import { problemOf, withSolver, type ForecastStage, type StageInput } from "./input.ts";

/** Everything but the timings, which whoever holds the clock adds. */
export type UntimedPlan = Omit<Plan, "provenance"> & { provenance: Omit<Plan["provenance"], "seconds" | "phases"> };

export interface Stages {
  readonly arrivals: ForecastStage;
  readonly flow: FlowStage;
  readonly game: GameStage;
  readonly routed: RoutedWeek;
}

export interface AssembleInput extends StageInput {
  readonly seed: number;
  readonly provenance: Pick<Plan["provenance"], "inputs" | "inputsSha256" | "versions">;
}

export async function assemble(input: AssembleInput, stages: Stages, engine: LpSolver): Promise<UntimedPlan> {
  input.progress.begin("split");
  const { region } = input;
  const { arrivals, flow, routed } = stages;
  const { joint, game, loop } = stages.game;
  const weeks = arrivals.weeks;
  const forecast = [...arrivals.forecast];
  const densities = usedDensities(region, input.week);
  const problem = problemOf(input, arrivals, flow.calibration);
  const jointFlow = namePlan(region, problem, joint);
  const standAlone = flow.standAlone.map((plan) => namePlan(region, problem, plan));
  const standAloneCents = standAlone.map((plan) => plan.costCents);
  const split = splitCost({
    region,
    forecast,
    weeks: weeks.length,
    jointCostCents: joint.costCents,
    lowerBoundCents: jointFlow.lowerBoundCents,
    standAloneCents,
    game,
    engine,
  });
  return {
    schema: "gruenverbund/plan/1",
    region: region.settings.id,
    regionName: region.settings.name,
    week: input.week,
    period: { firstWeek: weeks[0]!, lastWeek: weeks.at(-1)!, weeks: [...weeks] },
    municipalities: split.municipalities,
    jointCostCents: joint.costCents,
    standAloneTotalCents: standAloneCents.reduce((a, b) => a + b, 0),
    costLines: costTable(jointFlow, standAlone),
    allocation: split.allocation,
    game,
    haulage: {
      calibration: flow.calibration,
      routedWeekCents: routed.routeCostCents,
      modelWeekCents: weekHaulageCents(region, jointFlow, input.week),
      ...(loop === undefined ? {} : { loop }),
    },
    forecast,
    ...(densities.length === 0 ? {} : { densities }),
    flow: { joint: jointFlow, standAlone: Object.fromEntries(standAlone.map((plan) => [plan.members[0]!, plan])) },
    routes: routed.routes,
    ...(routed.byHand === undefined ? {} : { cancelledTours: [...routed.byHand.cancelledTours] }),
    pickups: routed.pickups,
    shredderVisits: routed.shredderVisits,
    unserved: routed.unserved,
    emissions: emissionTable(region, jointFlow, standAlone),
    shadowPrices: await withSolver(engine, problem, (solver) => shadowPrices(region, problem, solver, joint)),
    assumptions: listAssumptions(region),
    notices: [
      ...notices(region, input.travel),
      ...keptFreeNotice(region, forecast, input.week),
      ...densityNotice(region, densities),
      ...(routed.byHand === undefined ? [] : [routed.byHand.notice]),
    ],
    provenance: {
      ...input.provenance,
      seed: input.seed,
      iterations: routed.iterations,
      travelMatrix: input.travel.origin,
      versions: { gruenverbund: VERSION, lp: engine.name, ...input.provenance.versions },
    },
  };
}
