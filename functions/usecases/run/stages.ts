/** The stages of a run as tasks of the workflow: each opens the run, computes, and keeps its result with the run. */
import { bestRoutes, routeStage } from "../../../planning/stages/routeStage.ts";
import {
  allowedPattern,
  coalitionBatches,
  gameStage,
  priceGroups,
  type GameStage,
} from "../../../planning/stages/gameStage.ts";
import { flowStage, type FlowStage } from "../../../planning/stages/flowStage.ts";
import { tourLoop } from "../../../planning/stages/tourLoop.ts";
import { forecastStage, problemOf, type ForecastStage, type StageInput } from "../../../planning/stages/input.ts";
import type { RoutedWeek } from "../../../planning/week/routeWeek.ts";
import { priceBlock, type GrayBlock } from "../../../optimizer/flow/index.ts";
import type { CostGame } from "../../../domain/plan/plan.ts";
import { SILENT } from "../../../planning/progress.ts";
import type { Ports } from "../ports.ts";
import { keptProgress, type KeptProgress } from "./progress.ts";
import { openInput, openRun, readStage, writeStage, type OpenRun, type RunKey } from "./run.ts";

type Data = Pick<Ports, "store" | "blobs" | "clock">;
type Travelling = Data & Pick<Ports, "travelMatrix">;
type Solving = Travelling & Pick<Ports, "engine">;

function stageInput({ key, region, places, travel }: OpenRun, progress: KeptProgress): StageInput {
  return { region, week: key.week, places, travel, progress };
}

/** Seeds of a run: tours are looked for from several beginnings, and the best ones win. */
export const SEEDS = 3;

export async function forecastWeek(ports: Data, run: RunKey): Promise<{ seeds: number[] }> {
  const progress = keptProgress(ports.store, ports.clock, run);
  progress.begin("forecast");
  const { record, region } = await openInput(ports, run);
  await writeStage(ports.blobs, run, "forecast", forecastStage({ region, week: run.week }));
  await progress.written();
  return { seeds: Array.from({ length: SEEDS }, (_, i) => record.options.seed + i) };
}

export interface Batch extends GrayBlock {
  readonly index: number;
}

export async function planFlow(ports: Solving, run: RunKey): Promise<{ batches: Batch[] }> {
  const open = await openRun(ports, run);
  const progress = keptProgress(ports.store, ports.clock, run);
  const arrivals = await readStage<ForecastStage>(ports.blobs, run, "forecast");
  const { seed, iterations } = open.record.options;
  const input = { ...stageInput(open, progress), seed, effort: { iterations } };
  const flow = await flowStage(input, arrivals, await ports.engine());
  await writeStage(ports.blobs, run, "flow", flow);
  progress.begin("coalitions");
  await progress.written();
  const batches = coalitionBatches(open.region.municipalities.length);
  return { batches: batches.map(({ from, to }, index) => ({ index, from, to })) };
}

interface BatchCosts {
  readonly coalitions: readonly number[];
  readonly cents: readonly number[];
}

const batchName = (index: number): string => `coalitions-${String(index).padStart(4, "0")}`;

export async function priceCoalitions(
  ports: Solving,
  { run, batch }: { readonly run: RunKey; readonly batch: Batch },
): Promise<{ index: number; coalitions: number }> {
  const open = await openRun(ports, run);
  const arrivals = await readStage<ForecastStage>(ports.blobs, run, "forecast");
  const flow = await readStage<FlowStage>(ports.blobs, run, "flow");
  const progress = keptProgress(ports.store, ports.clock, run);
  const problem = problemOf(stageInput(open, progress), arrivals, flow.calibration);
  const { coalitions, cents } = priceBlock(await ports.engine(), problem, batch, allowedPattern(flow));
  const costs: BatchCosts = { coalitions: Array.from(coalitions), cents: Array.from(cents) };
  await writeStage(ports.blobs, run, batchName(batch.index), costs);
  return { index: batch.index, coalitions: costs.cents.length };
}

/** Puts the batches together, improves the joint plan where parts on their own do better, and brings it and the tours together. */
export async function closeGame(
  ports: Solving,
  { run, batches }: { readonly run: RunKey; readonly batches: number },
): Promise<{ jointCostCents: number }> {
  const open = await openRun(ports, run);
  const progress = keptProgress(ports.store, ports.clock, run);
  const arrivals = await readStage<ForecastStage>(ports.blobs, run, "forecast");
  const flow = await readStage<FlowStage>(ports.blobs, run, "flow");
  const priced: BatchCosts[] = [];
  for (let index = 0; index < batches; index++)
    priced.push(await readStage<BatchCosts>(ports.blobs, run, batchName(index)));
  const costs = priced.map(({ coalitions, cents }) => ({
    coalitions: Float64Array.from(coalitions),
    cents: Float64Array.from(cents),
  }));
  const { seed, iterations } = open.record.options;
  const input = { ...stageInput(open, progress), seed, effort: { iterations } };
  const engine = await ports.engine();
  const whole = await gameStage(input, arrivals, flow, engine, () => Promise.resolve(costs));
  const game = await tourLoop(input, arrivals, flow, whole, engine);
  await writeStage(ports.blobs, run, "game", game);
  await progress.written();
  return { jointCostCents: game.joint.costCents };
}

/**
 * What groups pay that were not priced when the week was planned; nothing is kept.
 *
 * @param groups AGS of the members of each
 */
export async function priceOtherGroups(
  ports: Solving,
  run: RunKey,
  groups: readonly (readonly string[])[],
): Promise<CostGame["examined"]> {
  const open = await openRun(ports, run);
  const arrivals = await readStage<ForecastStage>(ports.blobs, run, "forecast");
  const flow = await readStage<FlowStage>(ports.blobs, run, "flow");
  const { key, region, places, travel } = open;
  const input = { region, week: key.week, places, travel, progress: SILENT };
  return priceGroups(input, arrivals, flow, await ports.engine(), groups);
}

export interface Candidate {
  readonly seed: number;
  readonly unserved: number;
  readonly routeCostCents: number;
}

const routesName = (seed: number): string => `routes-${seed}`;

export async function routeWeekFrom(
  ports: Travelling,
  { run, seed }: { readonly run: RunKey; readonly seed: number },
): Promise<Candidate> {
  const open = await openRun(ports, run);
  const progress = keptProgress(ports.store, ports.clock, run);
  const arrivals = await readStage<ForecastStage>(ports.blobs, run, "forecast");
  const flow = await readStage<FlowStage>(ports.blobs, run, "flow");
  const game = await readStage<GameStage>(ports.blobs, run, "game");
  const effort = { iterations: open.record.options.iterations };
  const routed = routeStage({ ...stageInput(open, progress), seed, effort }, arrivals, flow, game);
  await writeStage(ports.blobs, run, routesName(seed), routed);
  await progress.written();
  return { seed, unserved: routed.unserved.length, routeCostCents: routed.routeCostCents };
}

export async function pickRoutes(
  { blobs }: Pick<Ports, "blobs">,
  { run, candidates }: { readonly run: RunKey; readonly candidates: readonly Candidate[] },
): Promise<Candidate> {
  const best = bestRoutes(candidates);
  const routed = await readStage<RoutedWeek>(blobs, run, routesName(best.seed));
  await writeStage(blobs, run, "routes", { ...routed, seed: best.seed });
  return best;
}
