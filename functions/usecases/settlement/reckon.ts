/**
 * Reckons the settlement of a period from what is known now. What was reckoned is kept by the hash of its inputs, so that closing takes
 * what people looked at; what takes longer than a request may is reckoned by a workflow, and whoever asks meanwhile is told so.
 */
import type { Settlement } from "../../../domain/settlement/settlement.ts";
import type { WorkItem } from "../../../domain/settlement/workItem.ts";
import type { Ports } from "../ports.ts";
import type { Situation } from "../weighings/situation.ts";
import { isSoon } from "./effort.ts";
import { keepReckoning, keptReckoning } from "./keptReckoning.ts";
import { prepare, type PrepareOptions } from "./prepare.ts";
import { settlePrepared } from "./settlePrepared.ts";
import { startReckoning } from "./startReckoning.ts";

export type ReckonPorts = Pick<Ports, "store" | "blobs" | "clock" | "travelMatrix" | "engine" | "workflows">;

/** `blocked`: something in the work list forbids it. `failed`: the workflow did; asking again later starts another one. */
export type ReckonState = "blocked" | "running" | "failed" | "reckoned";

export interface Reckoned {
  readonly state: ReckonState;
  /** There when it is reckoned. */
  readonly settlement: Settlement | null;
  readonly items: readonly WorkItem[];
  readonly situation: Situation;
}

export async function reckon(ports: ReckonPorts, region: string, options: PrepareOptions): Promise<Reckoned> {
  const prepared = await prepare(ports, region, options);
  const { items, situation } = prepared;
  const none = { settlement: null, items, situation };
  if (prepared.blocked) return { state: "blocked", ...none };
  const kept = await keptReckoning(ports.blobs, region, prepared);
  if (kept !== undefined) return { state: "reckoned", settlement: kept, items, situation };
  if (!isSoon(prepared)) return { state: await startReckoning(ports, region, prepared), ...none };
  const settlement = await settlePrepared(ports, prepared);
  await keepReckoning(ports.blobs, region, settlement);
  return { state: "reckoned", settlement, items, situation };
}
