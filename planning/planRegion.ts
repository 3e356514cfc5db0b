/**
 * The main job: from a region and its reports to the week's tours, the cost of the period, and a split that nobody loses by.
 *
 * Pure but for the solvers and runners handed in. The same region, seed and iterations give the same plan.
 */
import { VERSION } from "../domain/version.ts";
import type { FlowForecast } from "../domain/plan/flowPlan.ts";
import type { CostGame, Plan } from "../domain/plan/plan.ts";
import { listAssumptions } from "../domain/region/assumptions.ts";
import type { Region } from "../domain/region/tables.ts";
import {
  flowSolver,
  grandCoalition,
  unitePatterns,
  type FlowResult,
  type FlowSolver,
} from "../optimizer/flow/index.ts";
import type { LpSolver } from "../optimizer/lp/index.ts";
import { enumerateGame, examinedGroups, MOST_ENUMERATED, nameGame, sideBySide, type GroupCosts } from "./costGame.ts";
import { buildFlowProblem } from "./flow/buildFlowProblem.ts";
import type { NamedFlowProblem } from "./flow/named.ts";
import { namePlan } from "./flow/namePlan.ts";
import { shadowPrices } from "./flow/shadowPrices.ts";
import { forecastArrivals, periodWeeks } from "./forecast.ts";
import type { Places, Travel } from "./places.ts";
import type { PlanProgress } from "./progress.ts";
import { splitCost } from "./split.ts";
import { costTable, emissionTable, notices } from "./summary.ts";
import { routeWeek, weekHaulageCents, type RoutedWeek, type RouteEffort } from "./week/routeWeek.ts";

export interface PlanInput {
  readonly region: Region;
  readonly week: string;
  readonly places: Places;
  readonly travel: Travel;
  readonly seed: number;
  readonly effort: RouteEffort;
  readonly engine: LpSolver;
  readonly groupCosts: GroupCosts;
  readonly progress: PlanProgress;
  readonly provenance: Pick<Plan["provenance"], "inputs" | "inputsSha256" | "versions">;
}

/** Everything but the timings, which whoever holds the clock adds. */
export type UntimedPlan = Omit<Plan, "provenance"> & { provenance: Omit<Plan["provenance"], "seconds" | "phases"> };

/** The calibration run may take a quarter of the effort. */
const CALIBRATION_PART = 0.25;
const CALIBRATION_LIMITS = { least: 0.5, most: 3 };

export async function planRegion(input: PlanInput): Promise<UntimedPlan> {
  const { region, week, progress } = input;
  progress.begin("forecast");
  const weeks = periodWeeks(week, region.settings.horizonWeeks);
  const forecast = forecastArrivals(region, weeks);
  progress.begin("calibration");
  const calibration = calibrate(input, forecast, weeks);
  progress.begin("flow");
  const problem = buildFlowProblem({ ...input, forecast, weeks, calibration });
  const solver = flowSolver(input.engine, problem);
  try {
    const { joint: firstJoint, standAlone } = planGroups(solver, progress);
    progress.begin("coalitions");
    const { joint, game } = await costGame(input, solver, problem, firstJoint, standAlone);
    progress.begin("routes");
    const flow = namePlan(region, problem, joint);
    const routed = routeWeek(input, flow, input.effort, (part) => progress.advance(part));
    progress.begin("split");
    return assemble({ input, forecast, weeks, calibration, problem, solver, joint, standAlone, game, routed });
  } finally {
    solver.dispose();
  }
}

/** κ of docs/model.md: what tours of the first week cost over what the uncalibrated flow says they would. */
function calibrate(input: PlanInput, forecast: readonly FlowForecast[], weeks: readonly string[]): number {
  const problem = buildFlowProblem({ ...input, forecast, weeks, calibration: 1 });
  const solver = flowSolver(input.engine, problem);
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

interface PricedGame {
  readonly joint: FlowResult;
  readonly game: CostGame;
}

async function costGame(
  input: PlanInput,
  solver: FlowSolver,
  problem: NamedFlowProblem,
  joint: FlowResult,
  standAlone: readonly FlowResult[],
): Promise<PricedGame> {
  if (problem.members <= MOST_ENUMERATED) {
    const onProgress = (done: number) => input.progress.advance(done / grandCoalition(problem));
    const enumerated = await enumerateGame(solver, joint, standAlone, input.groupCosts, onProgress);
    return { joint: enumerated.joint, game: nameGame(input.region, enumerated.values, []) };
  }
  const known = unitePatterns([joint.pattern, ...standAlone.map((plan) => plan.pattern)]);
  const groups = examinedGroups(input.region, problem);
  const examined = groups.map((group, i) => {
    input.progress.advance(i / groups.length);
    const members = input.region.municipalities
      .filter((_, m) => Math.floor(group / 2 ** m) % 2 === 1)
      .map((m) => m.ags as string);
    const apart = members.reduce(
      (sum, ags) => sum + standAlone[input.region.municipalities.findIndex((m) => m.ags === ags)]!.costCents,
      0,
    );
    return { members, costCents: Math.min(apart, solver.price(group, known).cents) };
  });
  return { joint, game: nameGame(input.region, [], examined) };
}

interface Parts {
  readonly input: PlanInput;
  readonly forecast: FlowForecast[];
  readonly weeks: readonly string[];
  readonly calibration: number;
  readonly problem: NamedFlowProblem;
  readonly solver: FlowSolver;
  readonly joint: FlowResult;
  readonly standAlone: readonly FlowResult[];
  readonly game: CostGame;
  readonly routed: RoutedWeek;
}

function assemble(parts: Parts): UntimedPlan {
  const { input, forecast, weeks, problem, joint, routed, game } = parts;
  const { region } = input;
  const jointFlow = namePlan(region, problem, joint);
  const standAlone = parts.standAlone.map((plan) => namePlan(region, problem, plan));
  const standAloneCents = standAlone.map((plan) => plan.costCents);
  const split = splitCost({
    region,
    forecast,
    weeks: weeks.length,
    jointCostCents: joint.costCents,
    lowerBoundCents: jointFlow.lowerBoundCents,
    standAloneCents,
    game,
    engine: input.engine,
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
      calibration: parts.calibration,
      routedWeekCents: routed.routeCostCents,
      modelWeekCents: weekHaulageCents(region, jointFlow, input.week),
    },
    forecast,
    flow: { joint: jointFlow, standAlone: Object.fromEntries(standAlone.map((plan) => [plan.members[0]!, plan])) },
    routes: routed.routes,
    pickups: routed.pickups,
    shredderVisits: routed.shredderVisits,
    unserved: routed.unserved,
    emissions: emissionTable(region, jointFlow, standAlone),
    shadowPrices: shadowPrices(region, problem, parts.solver, joint),
    assumptions: listAssumptions(region),
    notices: notices(region, input.travel),
    provenance: {
      ...input.provenance,
      seed: input.seed,
      iterations: routed.iterations,
      travelMatrix: input.travel.origin,
      versions: { gruenverbund: VERSION, lp: input.engine.name, ...input.provenance.versions },
    },
  };
}
