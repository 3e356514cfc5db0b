/**
 * `npm run bench -- flow`: how much dearer the fast price of a group is than a plan of it by branch and bound, on groups of
 * examples/saarlouis drawn with a fixed seed, and how many groups a second are priced. With `--year` the yearly plan (year.ts).
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { fileBlobs } from "../../../functions/adapters/files/fileBlobs.ts";
import { systemClock } from "../../../functions/adapters/system/systemClock.ts";
import { readRegion } from "../../../functions/usecases/readRegion.ts";
import { travelOf } from "../../../functions/usecases/travel.ts";
import { travelMatrixOf } from "../../../local/travel.ts";
import { flowSolver, grandCoalition, unitePatterns } from "../../../optimizer/flow/index.ts";
import { highsSolver } from "../../../optimizer/lp/index.ts";
import { buildFlowProblem } from "../../../planning/flow/buildFlowProblem.ts";
import { forecastArrivals } from "../../../planning/forecast/forecastArrivals.ts";
import { nextWeek, periodWeeks } from "../../../planning/forecast/weeks.ts";

const EXAMPLE = fileURLToPath(new URL("../../../examples/saarlouis", import.meta.url));
const RESULTS = new URL("../results/flow.json", import.meta.url);
/** Multiplier and increment of a full-period generator modulo 2^32. */
const STEP = { multiplier: 1_664_525, increment: 1_013_904_223 };

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      groups: { type: "string", default: "40" },
      year: { type: "boolean", default: false },
      loop: { type: "boolean", default: false },
      regions: { type: "string", default: "saarlouis,saarland,09479,09174,12069,05766" },
      data: { type: "string", default: "../shared/data/gemeinden-de" },
      iterations: { type: "string", default: "20000" },
      seeds: { type: "string", default: "1,2" },
      passes: { type: "string" },
      part: { type: "string" },
      weight: { type: "string" },
      damping: { type: "string" },
    },
  });
  if (values.loop) return runLoop(values);
  if (values.year) return (await import("./year.ts")).yearRows((year) => keep({ year }));
  const problem = await saarlouis();
  const solver = flowSolver(await highsSolver(), problem);
  const all = grandCoalition(problem);
  const alone = Array.from({ length: problem.members }, (_, m) => solver.plan(2 ** m));
  const allowed = unitePatterns([solver.plan(all).pattern, ...alone.map((plan) => plan.pattern)]);
  const groups = drawGroups(Number(values.groups), all);
  const started = performance.now();
  const priced = groups.map((group) => solver.price(group, allowed).cents);
  const perSecond = groups.length / ((performance.now() - started) / 1000);
  const over = groups.map((group, i) => 100 * (priced[i]! / solver.plan(group).costCents - 1));
  solver.dispose();
  const row = {
    groups: groups.length,
    meanOverPercent: Number((over.reduce((a, b) => a + b, 0) / over.length).toFixed(3)),
    worstOverPercent: Number(Math.max(...over).toFixed(3)),
    pricedPerSecond: Math.round(perSecond),
  };
  console.table([row]);
  keep({ row });
}

async function runLoop(values: Record<string, string | boolean | undefined>): Promise<void> {
  const { DEFAULT_LOOP, loopRows } = await import("./loop.ts");
  const number = (name: keyof typeof DEFAULT_LOOP) => Number(values[name] ?? DEFAULT_LOOP[name]);
  const loop = { passes: number("passes"), part: number("part"), weight: number("weight"), damping: number("damping") };
  const rows: Record<string, unknown>[] = [];
  const list = (name: string) => String(values[name]).split(",");
  const options = {
    ...{ regions: list("regions"), data: String(values["data"]), iterations: Number(values["iterations"]), loop },
    seeds: list("seeds").map(Number),
  };
  for await (const row of loopRows(options)) {
    rows.push(row);
    console.table([row]);
    keep({ loop: { iterations: options.iterations, ...loop, rows } });
  }
  const gains = rows.map((row) => Number(row["gainPercent"]));
  const meanPercent = Number((gains.reduce((a, b) => a + b, 0) / gains.length).toFixed(2));
  const summary = { meanGainPercent: meanPercent, worstGainPercent: Math.min(...gains) };
  console.table([summary]);
  keep({ loop: { iterations: options.iterations, ...loop, ...summary, rows } });
}

/** What another part of the family measured stays in the file. */
function keep(part: Record<string, unknown>): void {
  mkdirSync(new URL(".", RESULTS), { recursive: true });
  const known = existsSync(RESULTS) ? (JSON.parse(readFileSync(RESULTS, "utf8")) as Record<string, unknown>) : {};
  const result = { ...known, benchmark: "flow", node: process.version, ...part };
  writeFileSync(RESULTS, `${JSON.stringify(result, null, 2)}\n`);
}

async function saarlouis() {
  const { region } = await readRegion(fileBlobs(EXAMPLE), systemClock.now());
  const { places, travel } = await travelOf(travelMatrixOf(region!), region!);
  const weeks = periodWeeks(nextWeek(region!)!, region!.settings.horizonWeeks);
  const forecast = forecastArrivals(region!, weeks);
  return buildFlowProblem({ region: region!, forecast, weeks, places, travel, calibration: 1.5 });
}

function drawGroups(count: number, all: number): number[] {
  let state = 1;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, STEP.multiplier) + STEP.increment) >>> 0;
    return 1 + Math.floor((state / 2 ** 32) * (all - 1));
  });
}
