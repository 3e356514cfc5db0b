/**
 * Workflows that outlive a process: started by name, told what people decided by task token. A start is idempotent by its
 * execution name: naming an execution after what it is about (region, week, hash of the input) makes a second start the first.
 */

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export type ExecutionStatus = "RUNNING" | "SUCCEEDED" | "FAILED" | "TIMED_OUT" | "ABORTED";

export interface Execution {
  /** Names the execution to `describe` and `stop`; opaque. */
  readonly id: string;
  readonly workflow: string;
  readonly name: string;
  readonly status: ExecutionStatus;
  readonly input: Json;
  /** RFC 3339 in UTC. */
  readonly startedAt: string;
  readonly stoppedAt?: string;
  /** There when the status is SUCCEEDED. */
  readonly output?: Json;
  /** There when the execution ended otherwise and said why. */
  readonly error?: string;
  readonly cause?: string;
}

export type Start =
  /** A new execution runs. Several starts of one name at the same moment may each say so of the one that they share. */
  | { readonly kind: "started"; readonly id: string }
  /** One of this name and the same input runs or has ended. */
  | { readonly kind: "existing"; readonly id: string }
  /** One of this name was started with another input; nothing was started. */
  | { readonly kind: "conflict"; readonly id: string };

/** `closed`: the task was answered before, timed out, or its execution ended. `unknown`: no token of ours. */
export type TokenOutcome = "accepted" | "closed" | "unknown";

export interface Workflows {
  /** @param name 1 to 80 of `A-Z a-z 0-9 - _` */
  start(workflow: string, name: string, input: Json): Promise<Start>;
  /** `undefined` when there is no such execution. */
  describe(id: string): Promise<Execution | undefined>;
  /** Ends a running execution as ABORTED; one that has ended stays as it is. */
  stop(id: string, reason?: { readonly error?: string; readonly cause?: string }): Promise<void>;
  sendTaskSuccess(token: string, output: Json): Promise<TokenOutcome>;
  sendTaskFailure(token: string, error: string, cause: string): Promise<TokenOutcome>;
  /** Keeps a task with HeartbeatSeconds alive. */
  sendTaskHeartbeat(token: string): Promise<TokenOutcome>;
}
