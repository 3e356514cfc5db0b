/** What every running execution shares, and how it waits: a sleeper is woken to look, and looks at the journal and clock. */
import type { Cancellation } from "../cancellation.ts";
import { Cancelled } from "../cancellation.ts";
import type { Evaluator } from "../expressions.ts";
import type { Journal } from "../journal/journal.ts";
import { savePending, type Pending } from "../journal/records.ts";
import type { Json, State } from "../machine.ts";

/** Calls a function by the name in the workflow; rejects with what the function threw. */
export type Invoke = (functionName: string, payload: Json, signal: AbortSignal) => Promise<unknown>;

export type Progress = {
  /** The execution's ARN. */
  readonly execution: string;
  readonly workflow: string;
  readonly name: string;
  /** RFC 3339 in UTC. */
  readonly at: string;
} & (
  | { readonly kind: "started" }
  | { readonly kind: "ended"; readonly status: string; readonly error?: string; readonly cause?: string }
  /** A state that takes time was entered: Task, Wait, Map, Parallel. */
  | { readonly kind: "entered"; readonly path: string; readonly state: string; readonly type: State["Type"] }
  | {
      readonly kind: "exited";
      readonly path: string;
      readonly state: string;
      readonly type: State["Type"];
      readonly next?: string;
      readonly error?: string;
      readonly cause?: string;
    }
  /** An attempt failed and another follows. */
  | {
      readonly kind: "retry";
      readonly path: string;
      readonly state: string;
      readonly error: string;
      readonly delayMilliseconds: number;
    }
);

/** One execution while it runs. */
export interface Run {
  readonly id: number;
  readonly arn: string;
  readonly machineArn: string;
  readonly workflow: string;
  readonly name: string;
  readonly input: Json;
  readonly started: number;
  /** Ran before in another process, so its journal must be asked. */
  readonly resumed: boolean;
  readonly cancellation: Cancellation;
}

type Kinds<T> = T extends unknown ? Omit<T, "execution" | "workflow" | "name" | "at"> : never;
export type ProgressPart = Kinds<Progress>;

export interface Engine {
  readonly journal: Journal;
  readonly evaluator: Evaluator;
  readonly invoke: Invoke;
  readonly sleepers: Sleepers;
  /** Milliseconds since 1970. */
  now(): number;
  /** In [0, 1). */
  random(): number;
  newToken(): string;
  /** Tells the timer that something is due then. */
  arm(due: number): void;
  /** Reports once what was written so far is on disk. */
  report(run: Run, part: ProgressPart): void;
}

export class Sleepers {
  private readonly waking = new Map<string, () => void>();

  /** Resolves at the next `wake` of the path; rejects when cancelled. */
  sleep(execution: number, path: string, cancellation: Cancellation): Promise<void> {
    const key = `${execution}${path}`;
    return new Promise((resolve, reject) => {
      const unsubscribe = cancellation.onCancel(() => {
        this.waking.delete(key);
        reject(new Cancelled());
      });
      if (cancellation.cancelled) return;
      this.waking.set(key, () => {
        this.waking.delete(key);
        unsubscribe();
        resolve();
      });
    });
  }

  wake(execution: number, path: string): void {
    this.waking.get(`${execution}${path}`)?.();
  }

  get size(): number {
    return this.waking.size;
  }
}

/** Writes what is pending and has the timer look when it is due. */
export function hold(engine: Engine, run: Run, pending: Pending): Pending {
  savePending(engine.journal, run.id, pending);
  if (pending.due !== null) engine.arm(pending.due);
  return pending;
}

/** Sleeps until the clock reaches `due`. */
export async function until(
  engine: Engine,
  run: Run,
  path: string,
  due: number,
  cancellation: Cancellation,
): Promise<void> {
  while (engine.now() < due) await engine.sleepers.sleep(run.id, path, cancellation);
}
