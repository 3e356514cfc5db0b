/**
 * What every group would have paid for the tonnes that were really weighed: the plan's own flow model on actual arrivals, with the
 * same effort for everybody, its haulage brought to what the tours really cost.
 *
 * What was weighed in a week arrives in it and has to go: stocks begin empty, and what stays behind at the end is charged at the
 * region's own price for a pick-up that no tour takes, as in the plan. Overflow and CO2, for which nobody sends a bill, cost nothing.
 */
import type { FlowForecast, FlowPlan } from "../../domain/plan/flowPlan.ts";
import type { Region } from "../../domain/region/tables.ts";
import type { SettledTicket } from "../../domain/settlement/settlement.ts";
import type { Cents } from "../../domain/units.ts";
import { checkFlowPlan, type TravelBetween } from "../../optimizer/checker/index.ts";
import { grandCoalition, priceBlock, type FlowResult } from "../../optimizer/flow/index.ts";
import type { LpSolver } from "../../optimizer/lp/index.ts";
import { sideBySide } from "../costGame.ts";
import { namePlan } from "../flow/namePlan.ts";
import type { Places, Travel } from "../places.ts";
import { SILENT } from "../progress.ts";
import { coalitionBatches, gameStage, priceGroups } from "../stages/gameStage.ts";
import type { FlowStage } from "../stages/flowStage.ts";
import { problemOf, withSolver, type ForecastStage, type StageInput } from "../stages/input.ts";

const CALIBRATION_LIMITS = { least: 0.5, most: 3 };

export interface ActualInput {
  /** As frozen for the first week of the period. */
  readonly region: Region;
  readonly weeks: readonly string[];
  readonly places: Places;
  readonly travel: Travel;
  readonly lookup: TravelBetween;
  /** Those that came by tours and were taken. */
  readonly tickets: readonly SettledTicket[];
  /** What the tours cost that brought them, toll included. */
  readonly haulageCents: number;
  readonly engine: LpSolver;
  /** Whether every group is to be priced; else all but one member each. */
  readonly table: boolean;
}

export interface PricedGroups {
  readonly soloCents: number[];
  /** By bitmask; empty without a table. The last is the model's joint cost. */
  readonly values: number[];
  readonly examined: readonly { readonly members: readonly string[]; readonly costCents: number }[];
  readonly modelJointCents: number;
  readonly lowerBoundCents: number;
  readonly calibration: number;
  /** Of the independent checker. */
  readonly findings: string[];
  /** Kilograms that some plan left behind. */
  readonly leftKg: number;
}

export async function actualGame(input: ActualInput): Promise<PricedGroups> {
  const region = settledRegion(input.region);
  const stage: StageInput = { ...input, region, week: input.weeks[0]!, progress: SILENT };
  const arrivals: ForecastStage = { weeks: input.weeks, forecast: arrivalsOf(input) };
  const calibration = await calibrate(stage, arrivals, input);
  const flow = await withSolver(input.engine, problemOf(stage, arrivals, calibration), (solver): FlowStage => {
    const { problem } = solver;
    const standAlone = Array.from({ length: problem.members }, (_, m) => solver.plan(2 ** m));
    const parts = standAlone.map((plan, m) => ({ coalition: 2 ** m, pattern: plan.pattern }));
    return {
      ...{ calibration, standAlone },
      joint: solver.plan(grandCoalition(problem), undefined, [sideBySide(problem, parts)]),
    };
  });
  const { joint, values, examined } = await groupsOf(stage, arrivals, flow, input);
  const problem = problemOf(stage, arrivals, calibration);
  const named = [joint, ...flow.standAlone].map((plan) => namePlan(region, problem, plan));
  return {
    ...{ values, examined, calibration },
    soloCents: flow.standAlone.map((plan) => plan.costCents),
    modelJointCents: joint.costCents,
    lowerBoundCents: Math.round(joint.lowerBoundCents),
    findings: named.flatMap((plan) => check(plan, region, arrivals, calibration, input.lookup)),
    leftKg: named.reduce((kg, plan) => kg + leftBehind(plan, input.weeks.at(-1)!), 0),
  };
}

function settledRegion(region: Region): Region {
  const { settings } = region;
  const nothing = { value: 0 as Cents };
  const prices = { ...settings.prices, overflowCentsPerTonneWeek: nothing, co2CentsPerTonne: nothing };
  return { ...region, settings: { ...settings, prices } };
}

/** In the order of `storages.csv`. */
function arrivalsOf({ region, weeks, tickets }: ActualInput): FlowForecast[] {
  return region.storages.map((storage) => ({
    ...{ storageId: storage.id, openingKg: 0, observedAt: null },
    arrivalsKg: weeks.map((week) =>
      tickets
        .filter((ticket) => ticket.week === week)
        .flatMap((ticket) => ticket.lots)
        .filter((lot) => lot.storageId === storage.id)
        .reduce((kg, lot) => kg + lot.weighedKg, 0),
    ),
  }));
}

/** What the tours cost over what the model says that hauling the same would; three digits. */
async function calibrate(stage: StageInput, arrivals: ForecastStage, input: ActualInput): Promise<number> {
  const model = await withSolver(input.engine, problemOf(stage, arrivals, 1), (solver) => {
    const { haulage, toll } = solver.plan(grandCoalition(solver.problem)).costLines;
    return haulage + toll;
  });
  if (model <= 0) return 1;
  const factor = input.haulageCents / model;
  return Math.round(Math.min(CALIBRATION_LIMITS.most, Math.max(CALIBRATION_LIMITS.least, factor)) * 1000) / 1000;
}

interface Groups {
  readonly joint: FlowResult;
  readonly values: number[];
  readonly examined: PricedGroups["examined"];
}

async function groupsOf(
  stage: StageInput,
  arrivals: ForecastStage,
  flow: FlowStage,
  { region, engine, table }: ActualInput,
): Promise<Groups> {
  const ags = region.municipalities.map((m) => m.ags as string);
  if (!table) {
    const groups = ags.length < 3 ? [] : ags.map((out) => ags.filter((one) => one !== out));
    return { joint: flow.joint, values: [], examined: await priceGroups(stage, arrivals, flow, engine, groups) };
  }
  const batches = coalitionBatches(ags.length);
  const { joint, game } = await gameStage(stage, arrivals, flow, engine, (problem, allowed) =>
    Promise.resolve(batches.map((batch) => priceBlock(engine, problem, batch, allowed))),
  );
  return { joint, values: game.values, examined: game.examined };
}

function check(
  plan: FlowPlan,
  region: Region,
  { forecast, weeks }: ForecastStage,
  calibration: number,
  travel: TravelBetween,
): string[] {
  const { members } = plan;
  const label = members.length === 1 ? `allein ${members[0]!}` : "gemeinsam";
  return checkFlowPlan(plan, { region, forecast, weeks, calibration, members, travel, label }).map(
    ({ code, cause }) => `${label}: ${code} ${cause}`,
  );
}

const leftBehind = ({ stocks }: FlowPlan, week: string): number =>
  stocks.filter((stock) => stock.week === week).reduce((kg, stock) => kg + stock.looseKg + stock.shreddedKg, 0);
