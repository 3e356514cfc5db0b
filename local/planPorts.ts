/** The ports of a planning run on this machine. */
import type { PlanWeekPorts } from "../functions/usecases/planWeek.ts";
import { highsSolver } from "../optimizer/lp/index.ts";
import { coalitionPool } from "./coalitionPool.ts";
import { machine } from "./machine.ts";
import { travelMatrixOf } from "./travel.ts";

/** @param threads for pricing groups; default: one per core */
export async function planPorts(folder: string, threads?: number): Promise<PlanWeekPorts> {
  const { clock, blobs } = machine();
  return {
    input: blobs(folder),
    clock,
    travelMatrix: (region) => travelMatrixOf(region),
    engine: await highsSolver(),
    groupCosts: coalitionPool(threads),
  };
}
