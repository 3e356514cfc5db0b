/**
 * Flow and tours in turn. A flow knows loads only as parts of a trip, so that a tonne costs the same whether it fills a lorry or
 * not; tours know better. What each haul cost in the tours is given back to the flow, which is solved again with its campaigns
 * and sites as they are (slope scaling, Kim & Pardalos 1999), and the plan that really costs least is kept. Decision 56.
 */
import type { CostGame, HaulageLoop } from "../../domain/plan/plan.ts";
import { shiftsOf } from "../../domain/region/rules.ts";
import type { Region } from "../../domain/region/tables.ts";
import type { FlowResult, FlowSolver } from "../../optimizer/flow/index.ts";
import type { LpSolver } from "../../optimizer/lp/index.ts";
import { referenceVehicle } from "../flow/haulOptions.ts";
import type { NamedFlowProblem, NamedOption } from "../flow/named.ts";
import { namePlan } from "../flow/namePlan.ts";
import { groupBy } from "../lookup.ts";
import { drivePeriod, haulKey, type DrivenPeriod } from "../week/haulCosts.ts";
import type { RouteEffort } from "../week/routeWeek.ts";
import type { FlowStage } from "./flowStage.ts";
import type { GameStage } from "./gameStage.ts";
import { problemOf, withSolver, type ForecastStage, type StageInput } from "./input.ts";

export interface LoopEffort {
  /** After the first one. */
  readonly passes: number;
  /** Of the whole effort for tours, shared by all weeks of all passes. */
  readonly part: number;
  /** How much of the difference between tours and list the flow is told; halved, up to MOST_HALVED times, where the list forbids it. */
  readonly weight: number;
  /** How much of what an earlier pass said of a haul gives way to what the last one says. */
  readonly damping: number;
}

const MOST_HALVED = 5;

export const DEFAULT_LOOP: LoopEffort = { passes: 3, part: 0.5, weight: 0.5, damping: 0.5 };

type LoopInput = StageInput & { readonly seed: number; readonly effort: RouteEffort };

/** @returns the game with the joint plan that costs least when it is driven; the one handed in is a candidate */
export async function tourLoop(
  input: LoopInput,
  arrivals: ForecastStage,
  { calibration, standAlone }: FlowStage,
  game: GameStage,
  engine: LpSolver,
  loopEffort: LoopEffort = DEFAULT_LOOP,
): Promise<GameStage> {
  const problem = problemOf(input, arrivals, calibration);
  const most = cheapestApart(game.game, standAlone);
  const { joint, loop } = await withSolver(engine, problem, (solver) =>
    iterate({ input, weeks: arrivals.weeks, problem, solver, most, loopEffort }, game.joint),
  );
  return { joint, game: withJointCost(game.game, joint.costCents), loop };
}

interface Loop {
  readonly input: LoopInput;
  readonly weeks: readonly string[];
  readonly problem: NamedFlowProblem;
  readonly solver: FlowSolver;
  /** By the list: two parts of the group would do it for that. */
  readonly most: number;
  readonly loopEffort: LoopEffort;
}

function iterate(loop: Loop, first: FlowResult): { joint: FlowResult; loop: HaulageLoop } {
  const { most, loopEffort } = loop;
  const known = new Map<string, number>();
  const seen = new Set([fingerprint(first)]);
  let [best, chosen] = [first, 0];
  let driven = drive(loop, first);
  let kept = driven;
  const passes = [passOf(first, driven)];
  let ended: HaulageLoop["ended"] = "passes";
  while (passes.length <= loopEffort.passes) {
    learn(known, driven, loopEffort.damping);
    const next = followWithin(loop, first, known);
    if (seen.has(fingerprint(next))) {
      ended = "repeated";
      break;
    }
    seen.add(fingerprint(next));
    driven = drive(loop, next);
    passes.push(passOf(next, driven));
    const last = passes.at(-1)!;
    if (next.costCents > most || last.realCents >= passes[chosen]!.realCents) continue;
    [best, chosen] = [{ ...next, lowerBoundCents: first.lowerBoundCents }, passes.length - 1];
    kept = driven;
  }
  return { joint: best, loop: { passes, chosen, points: pointCosts(loop, kept), ended } };
}

/** Weaker where the list would otherwise say that parts of the group do it cheaper apart. */
function followWithin(loop: Loop, { decisions, pattern }: FlowResult, known: ReadonlyMap<string, number>): FlowResult {
  let { weight } = loop.loopEffort;
  for (let halved = 0; ; halved++, weight /= 2) {
    const next = loop.solver.follow(decisions.coalition, pattern, surcharges(loop, known, weight));
    if (next.costCents <= loop.most || halved === MOST_HALVED) return next;
  }
}

const fingerprint = ({ decisions }: FlowResult): string => JSON.stringify(decisions.hauledKg);

/** Every pass may take as long as any other, whenever it ends. */
function drive({ input, weeks, problem, loopEffort }: Loop, result: FlowResult): DrivenPeriod {
  const part = loopEffort.part / ((loopEffort.passes + 1) * weeks.length);
  const { iterations, limit } = input.effort;
  const effort = {
    iterations: Math.max(1, Math.ceil(iterations * part)),
    ...(limit === undefined ? {} : { limit: { ...limit, seconds: limit.seconds * part } }),
  };
  return drivePeriod(input, namePlan(input.region, problem, result), weeks, effort);
}

function passOf({ costCents, costLines }: FlowResult, driven: DrivenPeriod): HaulageLoop["passes"][number] {
  const { routedCents, leftCents, loads, left } = driven;
  const realCents = costCents - costLines.haulage - costLines.toll + routedCents + leftCents;
  return { listCents: costCents, realCents, routedCents, leftCents, loads, left };
}

/** In the order of `collection-points.csv`; points with loads on tours. */
function pointCosts({ input, problem }: Loop, { served }: DrivenPeriod): HaulageLoop["points"] {
  const ways = new Map(problem.options.map((o) => [`${o.storageId} ${o.facilityId} ${o.form}`, o]));
  const byPoint = groupBy(served, ({ pickup }) => pickup.pointId);
  return input.region.collectionPoints.flatMap(({ id }) => {
    const loads = byPoint.get(id);
    if (loads === undefined) return [];
    const listed = loads.map(({ pickup: { storageId, facilityId, form, massKg } }) => {
      const way = ways.get(`${storageId} ${facilityId} ${form}`)!;
      return massKg * listCentsPerKg(input.region, way);
    });
    const routedCents = Math.round(loads.reduce((sum, { cents }) => sum + cents, 0));
    return [{ pointId: id, routedCents, listCents: Math.round(listed.reduce((a, b) => a + b, 0)) }];
  });
}

/** A haul that the last pass did not make keeps the price that it had when it was made. */
function learn(known: Map<string, number>, { centsPerKg }: DrivenPeriod, damping: number): void {
  for (const [haul, cents] of centsPerKg) {
    const before = known.get(haul);
    known.set(haul, before === undefined ? cents : before + damping * (cents - before));
  }
}

/** [week][option] in cents per kg; @param weight how much of the difference between tours and list is told */
function surcharges({ input, weeks, problem }: Loop, known: ReadonlyMap<string, number>, weight: number): number[][] {
  const list = problem.options.map((option) => listCentsPerKg(input.region, option));
  return weeks.map((week) =>
    problem.options.map((option, o) => {
      const cents = known.get(haulKey({ week, ...option }));
      return cents === undefined ? 0 : weight * (cents - list[o]!);
    }),
  );
}

/** What the flow takes a kilogram's haulage for, with the reference vehicle. */
function listCentsPerKg(region: Region, option: NamedOption): number {
  const v = referenceVehicle(region, option.capability);
  const perSecond = v.centsPerHour / 3600 + v.fixedCentsPerShift / shiftsOf(v).meanSeconds;
  const perMetre = (v.centsPerKm + v.tollCentsPerKm * v.tollShare) / 1000;
  return option.secondsPerKg * perSecond + option.metresPerKg * perMetre;
}

/** The cheapest way for all to do it apart, of those that were priced: together they must not pay more. */
function cheapestApart({ players, values, examined }: CostGame, standAlone: readonly FlowResult[]): number {
  const all = values.length - 1;
  const pairs = values.slice(1, all).map((cents, i) => cents + values[all - (i + 1)]!);
  const withSingles = examined.map(({ members, costCents }) =>
    players.reduce((sum, ags, m) => (members.includes(ags) ? sum : sum + standAlone[m]!.costCents), costCents),
  );
  const alone = standAlone.length === 0 ? Infinity : standAlone.reduce((sum, plan) => sum + plan.costCents, 0);
  return [...pairs, ...withSingles, alone].reduce((least, cents) => Math.min(least, cents), Infinity);
}

function withJointCost(game: CostGame, costCents: number): CostGame {
  return game.values.length === 0 ? game : { ...game, values: [...game.values.slice(0, -1), costCents] };
}
