/** The last stage: the cost is divided, the plan is put together, checked, and written with every file made from it. */
import { Plan } from "../../../domain/plan/plan.ts";
import { assemble } from "../../../planning/stages/assemble.ts";
import type { FlowStage } from "../../../planning/stages/flowStage.ts";
import type { GameStage } from "../../../planning/stages/gameStage.ts";
import type { ForecastStage } from "../../../planning/stages/input.ts";
import { renderFiles } from "../../../planning/report/index.ts";
import type { RoutedWeek } from "../../../planning/week/routeWeek.ts";
import type { StorageFill } from "../../contract/fills.ts";
import type { WeekPlan } from "../../contract/weeks.ts";
import type { Ports } from "../ports.ts";
import type { Collection } from "../records/week.ts";
import { refuseUnchecked } from "../refuseUnchecked.ts";
import { tourFiles } from "../tours/tourFiles.ts";
import { trustFile } from "../trust/trustFile.ts";
import { fillsOf } from "../weeks/fills.ts";
import { keptProgress } from "./progress.ts";
import { inputOf, openRun, readStage, resultOf, writeStage, type RunKey } from "./run.ts";

/** What is shown of a week without opening its plan. */
export interface WeekResult {
  readonly summary: NonNullable<WeekPlan["summary"]>;
  readonly tours: WeekPlan["tours"];
  /** RFC 3339: what was reported later is not in it. */
  readonly frozenAt: string;
  readonly collections: readonly Collection[];
  /** Absent in runs made before this was kept. */
  readonly fills?: readonly StorageFill[];
}

/** Tours are one file each; those of an earlier attempt must go. */
const REPLACED = ["tours/", "trust.json"];

export async function priceWeek(
  ports: Pick<Ports, "store" | "blobs" | "clock" | "travelMatrix" | "engine" | "signer">,
  run: RunKey,
): Promise<WeekResult["summary"]> {
  const { blobs, clock } = ports;
  const open = await openRun(ports, run);
  const { region, read, record } = open;
  const progress = keptProgress(ports.store, clock, run);
  const routed = await readStage<RoutedWeek>(blobs, run, "routes");
  const stages = {
    arrivals: await readStage<ForecastStage>(blobs, run, "forecast"),
    flow: await readStage<FlowStage>(blobs, run, "flow"),
    game: await readStage<GameStage>(blobs, run, "game"),
    routed,
  };
  const { inputs, inputsSha256 } = read;
  const input = {
    ...{ region, week: run.week, places: open.places, travel: open.travel, progress },
    seed: record.options.seed,
    provenance: { inputs, inputsSha256, versions: {} },
  };
  const untimed = await assemble(input, stages, await ports.engine());
  const seconds = Math.round((Date.parse(clock.now()) - Date.parse(record.frozenAt)) / 1000);
  const plan = Plan.parse({ ...untimed, provenance: { ...untimed.provenance, seconds, phases: [] } });
  refuseUnchecked(plan, region, open.lookup);
  const files = new Map<string, string | Uint8Array>([
    ["plan.json", `${JSON.stringify(plan, null, 2)}\n`],
    ...renderFiles(plan, region, read.outlines),
    ...(await tourFiles(plan, region)),
  ]);
  const question = { ...open, plan, input: inputOf(blobs, run), frozenAt: record.frozenAt };
  files.set("trust.json", await trustFile(ports.signer, question));
  await resultOf(blobs, run).putAll(files, { replace: REPLACED });
  const result: WeekResult = {
    ...{ ...resultOfPlan(plan), frozenAt: record.frozenAt },
    ...{ collections: collectionsOf(plan), fills: fillsOf(plan, region) },
  };
  await writeStage(blobs, run, "week", result);
  await progress.written();
  return result.summary;
}

/** Each storage once a day. */
function collectionsOf({ pickups, routes }: Plan): Collection[] {
  const dates = new Map(routes.map(({ id, date }) => [id, date]));
  const loads = pickups.flatMap(({ storageId, routeId }) => {
    const date = routeId === null ? undefined : dates.get(routeId);
    return date === undefined ? [] : [`${date} ${storageId}`];
  });
  return [...new Set(loads)].sort().map((load) => {
    const [date = "", storageId = ""] = load.split(" ");
    return { storageId, date };
  });
}

function resultOfPlan(plan: Plan): Pick<WeekResult, "summary" | "tours"> {
  return {
    summary: {
      jointCostCents: plan.jointCostCents,
      standAloneTotalCents: plan.standAloneTotalCents,
      savingCents: plan.standAloneTotalCents - plan.jointCostCents,
      tours: plan.routes.length,
      pickups: plan.pickups.length,
      unserved: plan.unserved.length,
    },
    tours: plan.routes.map(({ id, vehicleName, date, stops, distanceMetres, durationSeconds }) => ({
      ...{ id, vehicleName, date, distanceMetres, durationSeconds },
      stops: stops.filter(({ kind }) => kind === "pickup").length,
    })),
  };
}
