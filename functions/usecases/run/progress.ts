/** Tells readers of a week how far its planning is. A record of its own, so that it disturbs nobody who writes the week. */
import type { Clock } from "../../ports/clock.ts";
import { asJson, type Store } from "../../ports/store.ts";
import type { Phase, PlanProgress } from "../../../planning/progress.ts";
import { key } from "../records/keys.ts";
import type { RunKey } from "./run.ts";

export interface ProgressRecord {
  readonly run: string;
  readonly phase: Phase | "publish";
  /** 0 to 1 */
  readonly part: number;
  readonly at: string;
}

/** Written at most this often within a phase. */
const EVERY_MS = 1000;

export interface KeptProgress extends PlanProgress {
  /** Resolves when what was told is written, as far as it could be. */
  readonly written: () => Promise<void>;
}

export function keptProgress(store: Store, clock: Clock, run: RunKey): KeptProgress {
  let phase: ProgressRecord["phase"] = "forecast";
  let last = Number.NEGATIVE_INFINITY;
  let writing: Promise<unknown> = Promise.resolve();
  const tell = (part: number): void => {
    last = clock.elapsed();
    // A picture of how far things are is no reason to fail.
    writing = writeProgress(store, run, { phase, part, at: clock.now() }).catch(() => undefined);
  };
  return {
    begin: (next) => {
      phase = next;
      tell(0);
    },
    advance: (part) => {
      if (clock.elapsed() - last >= EVERY_MS) tell(part);
    },
    written: async () => {
      await writing;
    },
  };
}

export async function writeProgress(
  store: Store,
  { region, week, run }: RunKey,
  progress: Omit<ProgressRecord, "run">,
): Promise<void> {
  const part = Math.min(1, Math.max(0, progress.part));
  await store.put({ ...key.progress(region, week), data: asJson({ run, ...progress, part }) }, "any");
}
