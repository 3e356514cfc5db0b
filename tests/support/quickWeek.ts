/**
 * A week of examples/saarlouis planned in some seconds and published. Forecast, flow and tours are real and the independent checker
 * accepts them; but together all do side by side what each does alone, and no group saves anything. For what follows a plan, and not
 * for its figures.
 */
import { fileBlobs } from "../../functions/adapters/files/fileBlobs.ts";
import type { Ports } from "../../functions/usecases/ports.ts";
import { readRegion } from "../../functions/usecases/readRegion.ts";
import { key } from "../../functions/usecases/records/keys.ts";
import { weekContent } from "../../functions/usecases/records/week.ts";
import { refuseUnchecked } from "../../functions/usecases/refuseUnchecked.ts";
import { resultOf, writeInput, type RunKey } from "../../functions/usecases/run/run.ts";
import { travelOf } from "../../functions/usecases/travel.ts";
import { Plan } from "../../domain/plan/plan.ts";
import { grandCoalition } from "../../optimizer/flow/index.ts";
import { nameGame, sideBySide } from "../../planning/costGame.ts";
import { SILENT } from "../../planning/progress.ts";
import { assemble } from "../../planning/stages/assemble.ts";
import type { FlowStage } from "../../planning/stages/flowStage.ts";
import { forecastStage, problemOf, withSolver } from "../../planning/stages/input.ts";
import { routeStage } from "../../planning/stages/routeStage.ts";
import { memoryBlobs } from "./memoryBlobs.ts";
import { ROOT } from "../unit/house/sourceFiles.ts";

export const QUICK_RUN: RunKey = { region: "saarlouis", week: "2026-W48", run: "0123456789abcdef" };
/** When the last of the example's reports is there. */
export const QUICK_NOW = "2026-11-21T12:00:00Z";

/** What a planning run finds of the example, which nobody looks for here. */
const CALIBRATION = 1.25;
const ITERATIONS = 200;

/** @param rule of the region, instead of the example's own */
export async function quickFiles(rule: string): Promise<Record<string, string>> {
  const folder = fileBlobs(`${ROOT}/examples/saarlouis`);
  const files: Record<string, string> = {};
  for (const name of await folder.list("")) files[name] = new TextDecoder().decode(await folder.get(name));
  files["region.json"] = files["region.json"]!.replace(/"rule": "\w+"/, `"rule": "${rule}"`);
  return files;
}

/** Puts it where a planning run would have put it. */
export async function publishQuickWeek(
  ports: Pick<Ports, "store" | "blobs" | "travelMatrix" | "engine">,
  files: Readonly<Record<string, string>>,
): Promise<Plan> {
  const read = await readRegion(memoryBlobs(files), QUICK_NOW);
  const region = read.region!;
  const { week, run } = QUICK_RUN;
  const engine = await ports.engine();
  const { places, travel, lookup } = await travelOf(ports.travelMatrix(region), region);
  const input = { region, week, places, travel, progress: SILENT, seed: 1, effort: { iterations: ITERATIONS } };
  const arrivals = forecastStage(input);
  const flow = await withSolver(engine, problemOf(input, arrivals, CALIBRATION), (solver): FlowStage => {
    const { problem } = solver;
    const standAlone = Array.from({ length: problem.members }, (_, m) => solver.plan(2 ** m));
    const parts = standAlone.map((plan, m) => ({ coalition: 2 ** m, pattern: plan.pattern }));
    const joint = solver.realise(grandCoalition(problem), sideBySide(problem, parts));
    return { calibration: CALIBRATION, standAlone, joint };
  });
  const alone = flow.standAlone.map(({ costCents }) => costCents);
  const values = [0];
  for (const cost of alone) values.push(...values.map((sum) => sum + cost));
  values[values.length - 1] = flow.joint.costCents;
  const game = { joint: flow.joint, game: nameGame(region, values, []) };
  const routed = routeStage(input, arrivals, flow, game);
  const provenance = { inputs: read.inputs, inputsSha256: read.inputsSha256, versions: {} };
  const untimed = await assemble({ ...input, provenance }, { arrivals, flow, game, routed }, engine);
  const plan = Plan.parse({ ...untimed, provenance: { ...untimed.provenance, seconds: 0, phases: [] } });
  refuseUnchecked(plan, region, lookup);
  const bytes = new Map(Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)]));
  const options = { seed: 1, iterations: ITERATIONS };
  await writeInput(ports.blobs, QUICK_RUN, { options, inputSha256: "0".repeat(64), frozenAt: QUICK_NOW }, bytes);
  await resultOf(ports.blobs, QUICK_RUN).putAll(new Map([["plan.json", JSON.stringify(plan)]]));
  const record = weekContent({
    ...{ region: "saarlouis", week, run, status: "planned", execution: "none", inputSha256: null },
    ...{ startedAt: QUICK_NOW, endedAt: QUICK_NOW, summary: null, failure: null, tours: [] },
  });
  await ports.store.put({ ...key.week("saarlouis", week), ...record }, "any");
  return plan;
}
