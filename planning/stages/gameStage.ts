/** The cost of groups: all of them for a county, the telling ones for more than thirteen members. */
import type { CostGame, HaulageLoop } from "../../domain/plan/plan.ts";
import { coalitionOf, grandCoalition, grayBlocks, unitePatterns } from "../../optimizer/flow/index.ts";
import type { FlowResult, FlowSolver, GrayBlock, Pattern } from "../../optimizer/flow/index.ts";
import type { LpSolver } from "../../optimizer/lp/index.ts";
import { enumerateGame, examinedGroups, MOST_ENUMERATED, nameGame, type GroupCosts } from "../costGame.ts";
import type { FlowStage } from "./flowStage.ts";
import { problemOf, withSolver, type ForecastStage, type StageInput } from "./input.ts";

export interface GameStage {
  /** Maybe better than before: what parts do on their own can improve the whole. */
  readonly joint: FlowResult;
  readonly game: CostGame;
  /** There when flow and tours were brought together (tourLoop.ts). */
  readonly loop?: HaulageLoop;
}

/** The batches in which groups are priced one beside the other; none when there are too many groups to price all. */
export function coalitionBatches(members: number): readonly GrayBlock[] {
  return members <= MOST_ENUMERATED ? grayBlocks(members) : [];
}

/** What groups may do when they are priced. */
export function allowedPattern({ joint, standAlone }: FlowStage): Pattern {
  return unitePatterns([joint.pattern, ...standAlone.map((plan) => plan.pattern)]);
}

export function gameStage(
  input: StageInput,
  arrivals: ForecastStage,
  flow: FlowStage,
  engine: LpSolver,
  groupCosts: GroupCosts,
): Promise<GameStage> {
  const { progress, region } = input;
  progress.begin("coalitions");
  const problem = problemOf(input, arrivals, flow.calibration);
  return withSolver(engine, problem, async (solver) => {
    if (problem.members > MOST_ENUMERATED)
      return { joint: flow.joint, game: nameGame(region, [], examine(input, solver, flow)) };
    const onProgress = (done: number) => progress.advance(done / grandCoalition(problem));
    const { joint, values } = await enumerateGame(solver, flow.joint, flow.standAlone, groupCosts, onProgress);
    return { joint, game: nameGame(region, values, []) };
  });
}

/**
 * What groups pay that nobody examined when the plan was made: by the same model with the same effort, and at most what their
 * members pay alone.
 *
 * @param groups AGS of the members of each
 */
export function priceGroups(
  input: StageInput,
  arrivals: ForecastStage,
  flow: FlowStage,
  engine: LpSolver,
  groups: readonly (readonly string[])[],
): Promise<CostGame["examined"]> {
  const { municipalities } = input.region;
  const masks = groups.map((group) =>
    coalitionOf(municipalities.flatMap(({ ags }, m) => (group.includes(ags) ? [m] : []))),
  );
  return withSolver(engine, problemOf(input, arrivals, flow.calibration), (solver) =>
    priceEach(input, solver, flow, masks),
  );
}

const examine = (input: StageInput, solver: FlowSolver, flow: FlowStage): CostGame["examined"] =>
  priceEach(input, solver, flow, examinedGroups(input.region, solver.problem));

function priceEach(
  { region, progress }: StageInput,
  solver: FlowSolver,
  flow: FlowStage,
  groups: readonly number[],
): CostGame["examined"] {
  const allowed = allowedPattern(flow);
  return groups.map((group, i) => {
    progress.advance(i / groups.length);
    const inside = region.municipalities.map((_, m) => Math.floor(group / 2 ** m) % 2 === 1);
    const apart = flow.standAlone.reduce((sum, plan, m) => sum + (inside[m] === true ? plan.costCents : 0), 0);
    const members = region.municipalities.filter((_, m) => inside[m]).map((m) => m.ags as string);
    return { members, costCents: Math.min(apart, solver.price(group, allowed).cents) };
  });
}
