/** Plans one week of a region and gives every file that belongs to the result. Nothing leaves before the checker agrees. */
import { InputError, type Problem } from "../../domain/problem.ts";
import { Plan } from "../../domain/plan/plan.ts";
import type { Region } from "../../domain/region/tables.ts";
import { isWeek } from "../../domain/week.ts";
import type { LpSolver } from "../../optimizer/lp/index.ts";
import type { GroupCosts } from "../../planning/costGame.ts";
import { nextWeek } from "../../planning/forecast/weeks.ts";
import { planRegion } from "../../planning/planRegion.ts";
import { PHASES, type Phase, type PlanProgress } from "../../planning/progress.ts";
import { renderFiles } from "../../planning/report/index.ts";
import type { Blobs } from "../ports/blobs.ts";
import type { Clock } from "../ports/clock.ts";
import type { TravelMatrix } from "../ports/travelMatrix.ts";
import { readRegion } from "./readRegion.ts";
import { refuseUnchecked } from "./refuseUnchecked.ts";
import { travelOf } from "./travel.ts";

export interface PlanWeekPorts {
  /** The region folder. */
  readonly input: Blobs;
  readonly clock: Clock;
  readonly travelMatrix: (region: Region) => TravelMatrix;
  readonly engine: LpSolver;
  readonly groupCosts: GroupCosts;
}

export interface PlanWeekOptions {
  /** ISO week; default: the week after the newest report. */
  readonly week?: string;
  readonly seed: number;
  readonly iterations: number;
  /** Wall-clock limit for the search for tours. */
  readonly seconds?: number;
  /** RFC 3339; reports after it are refused. Default: the clock. */
  readonly now?: string;
  readonly progress: PlanProgress;
}

export interface PlannedWeek {
  readonly plan: Plan;
  readonly region: Region;
  readonly warnings: readonly Problem[];
  /** `plan.json` and everything made from it, by file name. */
  readonly files: ReadonlyMap<string, string>;
}

/** Throws an InputError with every problem of the region at once, and an error if the checker refuses the result. */
export async function planWeek(ports: PlanWeekPorts, options: PlanWeekOptions): Promise<PlannedWeek> {
  const started = ports.clock.elapsed();
  const read = await readRegion(ports.input, options.now ?? ports.clock.now());
  if (read.region === null) throw new InputError(read.problems);
  const { region } = read;
  const week = chosenWeek(region, options.week);
  const { places, travel, lookup } = await travelOf(ports.travelMatrix(region), region);
  const watch = stopwatch(ports.clock, options.progress);
  const untimed = await planRegion({
    region,
    week,
    places,
    travel,
    seed: options.seed,
    effort: {
      iterations: options.iterations,
      ...(options.seconds === undefined
        ? {}
        : { limit: { seconds: options.seconds, now: () => ports.clock.elapsed() } }),
    },
    engine: ports.engine,
    groupCosts: ports.groupCosts,
    progress: watch.progress,
    provenance: { inputs: read.inputs, inputsSha256: read.inputsSha256, versions: {} },
  });
  const seconds = round((ports.clock.elapsed() - started) / 1000);
  const plan = Plan.parse({ ...untimed, provenance: { ...untimed.provenance, seconds, phases: watch.phases() } });
  refuseUnchecked(plan, region, lookup);
  const files = new Map([
    ["plan.json", `${JSON.stringify(plan, null, 2)}\n`],
    ...renderFiles(plan, region, read.outlines),
  ]);
  return { plan, region, warnings: read.problems, files };
}

function chosenWeek(region: Region, asked: string | undefined): string {
  const week = asked ?? nextWeek(region);
  if (week !== undefined && isWeek(week)) return week;
  const cause =
    week === undefined ? "There is no report from which the week could be taken." : `"${week}" is not an ISO week.`;
  throw new InputError([
    {
      code: "week.invalid",
      severity: "error",
      place: { field: "--week" },
      cause,
      action: "Give a week such as --week 2026-W48.",
    },
  ]);
}

function stopwatch(clock: Clock, progress: PlanProgress) {
  const begun: { phase: Phase; at: number }[] = [];
  return {
    progress: {
      begin(phase: Phase) {
        begun.push({ phase, at: clock.elapsed() });
        progress.begin(phase);
      },
      advance: (part: number, gap?: number) => progress.advance(part, gap),
    },
    phases: () =>
      PHASES.flatMap((phase) => {
        const i = begun.findIndex((b) => b.phase === phase);
        if (i < 0) return [];
        return [{ phase, seconds: round(((begun[i + 1]?.at ?? clock.elapsed()) - begun[i]!.at) / 1000) }];
      }),
  };
}

function round(seconds: number): number {
  return Math.round(seconds * 100) / 100;
}
