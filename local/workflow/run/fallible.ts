/** Retry and Catch around an attempt of a Task, Map or Parallel. */
import { matchesError, StatesError } from "../errors.ts";
import { saveFailure, type Pending } from "../journal/records.ts";
import type { Fallible, MapState, ParallelState, TaskState } from "../machine.ts";
import { nextRetry } from "../retry.ts";
import { hold, until } from "./engine.ts";
import { blankPending, contextOf, evaluateResults, pendingOf, type Exit, type Visit } from "./visit.ts";

type FallibleVisit = Visit<TaskState | MapState | ParallelState>;

/**
 * Attempts until one succeeds, no Retry takes the error, or a Catch does. How often each retrier has retried, and when
 * the next attempt is due, is written down before it waits.
 *
 * @param attempt given what the journal holds: what an earlier process has already fixed is not evaluated again
 */
export async function withRetryAndCatch(
  visit: FallibleVisit,
  attempt: (pending: Pending) => Promise<Exit>,
): Promise<Exit> {
  const { engine, run, cancellation } = visit.scope;
  let pending = pendingOf(visit);
  for (;;) {
    if (pending.phase === "pausing") {
      await until(engine, run, visit.path, pending.due!, cancellation);
      pending = blankPending(visit, pending.attempts);
    }
    try {
      return await attempt(pending);
    } catch (error) {
      if (!(error instanceof StatesError)) throw error;
      cancellation.check();
      const paused = pause(visit, pending.attempts, error);
      if (paused === undefined) return await caught(visit, pending.attempts, error);
      pending = paused;
    }
  }
}

function pause(visit: FallibleVisit, attempts: readonly number[], error: StatesError): Pending | undefined {
  const { engine, run } = visit.scope;
  const { Retry = [] } = visit.state as Fallible;
  const retry = nextRetry(Retry, attempts, error.error, () => engine.random());
  if (retry === undefined) return undefined;
  const { delayMilliseconds } = retry;
  const used = Retry.map((_, index) => (attempts[index] ?? 0) + (index === retry.index ? 1 : 0));
  const at = engine.now();
  saveFailure(engine.journal, run.id, { path: visit.path, at, error: error.error, cause: error.cause });
  engine.report(run, { kind: "retry", path: visit.path, state: visit.name, error: error.error, delayMilliseconds });
  return hold(engine, run, { ...blankPending(visit, used), phase: "pausing", due: at + delayMilliseconds });
}

/** The first catcher that names the error; its own Output and Assign count, not the state's. */
async function caught(visit: FallibleVisit, attempts: readonly number[], error: StatesError): Promise<Exit> {
  const catchers = visit.state.Catch ?? [];
  const index = catchers.findIndex((catcher) => matchesError(catcher.ErrorEquals, error.error));
  const catcher = catchers[index];
  if (catcher === undefined) throw error;
  const errorOutput = { Error: error.error, Cause: error.cause };
  const states = { context: contextOf(visit, attempts, null), errorOutput };
  const results = await evaluateResults(visit, catcher, states, errorOutput, `Catch/${index}/`);
  return { ...results, next: catcher.Next };
}
