/**
 * `node tests/bench/main.ts flow --loop [--regions saarlouis,saarland,05766] [--data ../shared/data/gemeinden-de] [--iterations 20000]`:
 * what a plan really costs, all weeks driven, after one pass from flow to tours and after flow and tours in turn. Both flows are driven
 * anew with seeds of their own and more effort, so that neither gains by the luck of the search that chose it.
 */
import { fileURLToPath } from "node:url";
import { fileBlobs } from "../../../functions/adapters/files/fileBlobs.ts";
import { systemClock } from "../../../functions/adapters/system/systemClock.ts";
import type { CostGame } from "../../../domain/plan/plan.ts";
import type { Blobs } from "../../../functions/ports/blobs.ts";
import { heldBlobs } from "../../../functions/usecases/heldBlobs.ts";
import { readRegion } from "../../../functions/usecases/readRegion.ts";
import { travelOf } from "../../../functions/usecases/travel.ts";
import { travelMatrixOf } from "../../../local/travel.ts";
import { grandCoalition, type FlowResult, type FlowSolver, type Pattern } from "../../../optimizer/flow/index.ts";
import { highsSolver } from "../../../optimizer/lp/index.ts";
import { namePlan } from "../../../planning/flow/namePlan.ts";
import { nextWeek } from "../../../planning/forecast/weeks.ts";
import { SILENT } from "../../../planning/progress.ts";
import { calibrate } from "../../../planning/stages/flowStage.ts";
import { forecastStage, problemOf, withSolver } from "../../../planning/stages/input.ts";
import { DEFAULT_LOOP, tourLoop, type LoopEffort } from "../../../planning/stages/tourLoop.ts";
import { drivePeriod } from "../../../planning/week/haulCosts.ts";
import { readCounties } from "../regions/counties.ts";
import { countyFolder } from "../regions/generate.ts";

const JUDGES = [101, 102];
/** Iterations a week, of the runs that judge. */
const JUDGED = 3000;

export interface LoopOptions {
  readonly regions: readonly string[];
  /** Folder of the list of Germany's municipalities. */
  readonly data: string;
  readonly iterations: number;
  readonly seeds: readonly number[];
  readonly loop: LoopEffort;
}

const engine = await highsSolver();

export async function* loopRows(options: LoopOptions): AsyncGenerator<Record<string, unknown>> {
  for (const name of options.regions) {
    const { region } = await readRegion(folderOf(name, options.data), systemClock.now());
    const { places, travel } = await travelOf(travelMatrixOf(region!), region!);
    const week = nextWeek(region!)!;
    for (const seed of options.seeds) {
      const input = {
        region: region!,
        week,
        places,
        travel,
        progress: SILENT,
        seed,
        effort: { iterations: options.iterations },
      };
      const arrivals = forecastStage(input);
      const calibration = calibrate(input, arrivals, engine);
      const problem = problemOf(input, arrivals, calibration);
      const { first, game } = await withSolver(engine, problem, onePass);
      const flow = { calibration, joint: first, standAlone: [] };
      const [cpu, started] = [process.cpuUsage(), performance.now()];
      const looped = await tourLoop(input, arrivals, flow, { joint: first, game }, engine, options.loop);
      const used = process.cpuUsage(cpu);
      const seconds = (performance.now() - started) / 1000;
      const judged = (result: FlowResult) =>
        JUDGES.map((judge) => {
          const named = namePlan(region!, problem, result);
          const driven = drivePeriod({ ...input, seed: judge }, named, arrivals.weeks, { iterations: JUDGED });
          const { haulage, toll } = result.costLines;
          return { ...driven, real: result.costCents - haulage - toll + driven.routedCents + driven.leftCents };
        });
      const [before, after] = [judged(flow.joint), judged(looped.joint)];
      yield {
        region: name,
        seed,
        onePassEuros: euros(before, "real"),
        loopEuros: euros(after, "real"),
        gainPercent: percent(1 - mean(after, "real") / mean(before, "real")),
        toursPercent: percent(1 - mean(after, "routedCents") / mean(before, "routedCents")),
        loads: `${mean(before, "loads")} to ${mean(after, "loads")}`,
        left: `${mean(before, "left")} to ${mean(after, "left")}`,
        listPercent: percent(looped.joint.costCents / flow.joint.costCents - 1),
        passes: looped.loop!.passes.length,
        chosen: looped.loop!.chosen,
        cpuSeconds: Number(((used.user + used.system) / 1e6).toFixed(1)),
        seconds: Number(seconds.toFixed(1)),
      };
    }
  }
}

/** The joint plan, and what all but one and that one on its own would pay, any campaign allowed: the list must not cost more. */
function onePass(solver: FlowSolver): { first: FlowResult; game: CostGame } {
  const { problem } = solver;
  const all = grandCoalition(problem);
  const first = solver.plan(all);
  const any: Pattern = {
    campaigns: first.pattern.campaigns.map((week) => week.map((parts) => parts.map(() => true))),
    opened: first.pattern.opened.map(() => true),
  };
  const apart = Array.from({ length: problem.members }, (_, m) => {
    const [rest, one] = [all - 2 ** m, 2 ** m].map((group) => solver.price(group, any).cents);
    return { members: [], costCents: rest! + one! };
  });
  return { first, game: { kind: "cost", players: [], values: [], examined: apart, method: "all but one" } };
}

function folderOf(name: string, data: string): Blobs {
  if (!/^\d{5}$/.test(name)) return fileBlobs(fileURLToPath(new URL(`../../../examples/${name}`, import.meta.url)));
  const county = readCounties(data).find(({ key }) => key === name)!;
  const encoder = new TextEncoder();
  return heldBlobs(new Map(Object.entries(countyFolder(county)).map(([file, text]) => [file, encoder.encode(text)])));
}

type Figure = "real" | "routedCents" | "loads" | "left";

const mean = (rows: readonly Record<Figure, number>[], figure: Figure): number =>
  rows.reduce((sum, row) => sum + row[figure], 0) / rows.length;
const euros = (rows: readonly Record<Figure, number>[], figure: Figure): number => Math.round(mean(rows, figure) / 100);
const percent = (part: number): number => Number((100 * part).toFixed(2));

export { DEFAULT_LOOP };
