/** When a failed state is tried again. Source: Amazon States Language specification, "Retrying after error". */
import { matchesError } from "./errors.ts";
import type { Retrier } from "./machine.ts";

export interface Retry {
  /** Which retrier took the error. */
  readonly index: number;
  readonly delayMilliseconds: number;
}

/**
 * The first retrier that names the error decides, and it alone: when its attempts are used up there is no retry.
 *
 * @param used how often each retrier has retried in this visit of the state
 * @param chance in [0, 1), asked only for JitterStrategy FULL
 */
export function nextRetry(
  retriers: readonly Retrier[],
  used: readonly number[],
  error: string,
  chance: () => number,
): Retry | undefined {
  const index = retriers.findIndex((retrier) => matchesError(retrier.ErrorEquals, error));
  const retrier = retriers[index];
  if (retrier === undefined) return undefined;
  const attempts = used[index] ?? 0;
  if (attempts >= (retrier.MaxAttempts ?? 3)) return undefined;
  return { index, delayMilliseconds: delay(retrier, attempts, chance) };
}

function delay(retrier: Retrier, attempts: number, chance: () => number): number {
  const { IntervalSeconds = 1, BackoffRate = 2, MaxDelaySeconds = Infinity, JitterStrategy = "NONE" } = retrier;
  const seconds = Math.min(IntervalSeconds * BackoffRate ** attempts, MaxDelaySeconds);
  return Math.round(1000 * (JitterStrategy === "FULL" ? seconds * chance() : seconds));
}
