/** Has a settlement reckoned by its workflow. The same inputs start it once; what has failed is tried again later. */
import * as z from "zod";
import type { Ports } from "../ports.ts";
import { keepReckoning } from "./keptReckoning.ts";
import { prepare, type Prepared } from "./prepare.ts";
import { settlePrepared } from "./settlePrepared.ts";

export const SETTLEMENT_RECKONING = "settlement-reckoning";

export const ReckoningTask = z.object({
  region: z.string(),
  weeks: z.array(z.string()),
  advances: z.record(z.string(), z.int()),
  inputsSha256: z.string(),
});
export type ReckoningTask = z.infer<typeof ReckoningTask>;

/** Whoever asks again this long after a failure starts another attempt. */
const AGAIN_MS = 2 * 60_000;
const MOST_ATTEMPTS = 20;

export async function startReckoning(
  { workflows, clock }: Pick<Ports, "workflows" | "clock">,
  region: string,
  { weeks, advances, inputsSha256 }: Prepared,
): Promise<"running" | "failed"> {
  const task = { region, weeks: [...weeks], advances: { ...advances }, inputsSha256 };
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    const name = `${inputsSha256.slice(0, 40)}-${attempt}_${region}`.slice(0, 80);
    const { kind, id } = await workflows.start(SETTLEMENT_RECKONING, name, task);
    if (kind === "started") return "running";
    const found = await workflows.describe(id);
    if (found === undefined || found.status === "RUNNING") return "running";
    const ended = Date.parse(found.stoppedAt ?? found.startedAt);
    if (found.status !== "SUCCEEDED" && Date.parse(clock.now()) - ended < AGAIN_MS) return "failed";
  }
  return "failed";
}

/** Task of the workflow. What has changed since it was asked for is not reckoned: nobody would look it up. */
export async function reckonSettlement(
  ports: Pick<Ports, "store" | "blobs" | "clock" | "travelMatrix" | "engine">,
  { region, weeks, advances, inputsSha256 }: ReckoningTask,
): Promise<{ reckoned: boolean }> {
  const prepared = await prepare(ports, region, { weeks, advances });
  if (prepared.blocked || prepared.inputsSha256 !== inputsSha256) return { reckoned: false };
  await keepReckoning(ports.blobs, region, await settlePrepared(ports, prepared));
  return { reckoned: true };
}
