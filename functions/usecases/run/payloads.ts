/** Payloads of the tasks: keys and small figures, never material. */
import * as z from "zod";
import { Week } from "../../contract/common.ts";
import { PlanOptions } from "../../contract/startPlan.ts";
import { RunKey } from "./run.ts";

const count = z.int().min(0);

export const OfRun = z.object({ run: RunKey });
export const OfWeek = z.object({ region: z.string(), week: Week });
export const OfFreeze = OfWeek.extend({ options: PlanOptions, execution: z.string() });

export const Batch = z.object({ index: count, from: count, to: count });
export const OfBatches = OfRun.extend({ batches: z.array(Batch), token: z.string() });
export const OfBatch = OfRun.extend({ batch: Batch });
export const OfGame = OfRun.extend({ batches: count });

export const OfSeed = OfRun.extend({ seed: z.int() });
const Candidate = z.object({ seed: z.int(), unserved: count, routeCostCents: z.int() });
export const OfCandidates = OfRun.extend({ candidates: z.array(Candidate).min(1) });

export const OfAnswer = z.union([
  z.object({ token: z.string(), output: z.record(z.string(), z.json()) }),
  z.object({ token: z.string(), error: z.string(), cause: z.string() }),
]);
export const OfFailure = OfWeek.extend({ execution: z.string(), error: z.string(), cause: z.string() });
