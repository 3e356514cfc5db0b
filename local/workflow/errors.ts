/** Errors as the States Language names them, and which names a Retry or Catch matches. */

/** Ends a state; `error` is the name that `ErrorEquals` is compared with. */
export class StatesError extends Error {
  readonly error: string;
  readonly cause: string;
  constructor(error: string, cause: string) {
    super(`${error}: ${cause}`);
    this.name = "StatesError";
    this.error = error;
    this.cause = cause;
  }
}

export const runtimeError = (cause: string): StatesError => new StatesError("States.Runtime", cause);
export const queryError = (cause: string): StatesError => new StatesError("States.QueryEvaluationError", cause);

/** Nothing but their own name catches these: the wildcards leave them out. */
const TERMINAL = new Set(["States.DataLimitExceeded", "States.Runtime"]);
/** A missed heartbeat is a timeout too. */
const TIMEOUTS = new Set(["States.Timeout", "States.HeartbeatTimeout"]);

/**
 * Whether one of the names matches. `States.ALL` matches every error but States.DataLimitExceeded and States.Runtime;
 * `States.TaskFailed` the same without timeouts; `States.Timeout` also a missed heartbeat.
 * Source: AWS Step Functions Developer Guide, "Error names".
 */
export function matchesError(errorEquals: readonly string[], error: string): boolean {
  return errorEquals.some((name) => {
    if (name === error) return true;
    if (name === "States.ALL") return !TERMINAL.has(error);
    if (name === "States.TaskFailed") return !TERMINAL.has(error) && !TIMEOUTS.has(error);
    return name === "States.Timeout" && TIMEOUTS.has(error);
  });
}

/** What a function threw, as Lambda reports it: the error's name, and as cause its name and message in JSON. */
export function lambdaError(thrown: unknown): StatesError {
  const errorType = thrown instanceof Error ? thrown.name : typeof thrown;
  const errorMessage = thrown instanceof Error ? thrown.message : String(thrown);
  return new StatesError(errorType, JSON.stringify({ errorType, errorMessage, trace: [] }));
}
