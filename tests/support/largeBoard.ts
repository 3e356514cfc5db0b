/** A published week of examples/saarlouis with as many loads as wanted: its tours are searched, the rest of its plan is a sample. */
import { fileBlobs } from "../../functions/adapters/files/fileBlobs.ts";
import { greatCircle } from "../../functions/adapters/greatcircle/greatCircle.ts";
import { readRegion } from "../../functions/usecases/readRegion.ts";
import { travelOf } from "../../functions/usecases/travel.ts";
import type { Ports } from "../../functions/usecases/ports.ts";
import { resultOf } from "../../functions/usecases/run/run.ts";
import type { Pickup, Plan } from "../../domain/plan/plan.ts";
import type { Region } from "../../domain/region/tables.ts";
import { solve } from "../../optimizer/routing/index.ts";
import { buildRoutingProblem, nameRoutes } from "../../planning/week/routingProblem.ts";
import { ROOT } from "../unit/house/sourceFiles.ts";
import { publishFormulaWeek, saarlouisFiles, SAARLOUIS_RUN } from "./publishedWeek.ts";

/** The loads of the sample, again and again, a little lighter each time. */
function manyLoads(loads: readonly Pickup[], count: number): Pickup[] {
  return Array.from({ length: count }, (_, i) => {
    const load = loads[i % loads.length]!;
    const massKg = Math.round(load.massKg * (1 - 0.05 * (i % 7)));
    const volumeLitres = Math.round((load.volumeLitres * massKg) / load.massKg);
    return { ...load, id: `${load.id}-${i + 1}`, massKg, volumeLitres, routeId: null };
  });
}

/** Published where `SAARLOUIS_RUN` says. */
export async function publishLargeWeek(
  ports: Pick<Ports, "store" | "blobs" | "clock">,
  loads: number,
  iterations: number,
): Promise<Plan> {
  const sample = await publishFormulaWeek(ports, await saarlouisFiles());
  const { region } = await readRegion(fileBlobs(`${ROOT}/examples/saarlouis`), ports.clock.now());
  const { travel: rule } = region!.settings;
  const port = greatCircle({ detourFactor: rule.detourFactor.value, speedKmh: rule.speedKmh.value });
  const { places, travel } = await travelOf(port, region as Region);
  const pickups = manyLoads(sample.pickups, loads);
  const input = { region: region!, week: SAARLOUIS_RUN.week, pickups, places, travel };
  const problem = buildRoutingProblem(input);
  const { solution } = solve(problem, { seed: 1, iterations });
  const plan: Plan = {
    ...{ ...sample, ...nameRoutes(input, problem, solution) },
    haulage: { ...sample.haulage, routedWeekCents: solution.routeCostCents },
  };
  await resultOf(ports.blobs, SAARLOUIS_RUN).putAll(new Map([["plan.json", JSON.stringify(plan)]]));
  return plan;
}
