/** The history of an execution, as events of the Step Functions API, derived from what the journal keeps. */
import type { Interpreter } from "./interpreter.ts";
import { allPending, type ExecutionRow, type ExitRow } from "./journal/records.ts";

export interface HistoryEvent {
  readonly id: number;
  readonly previousEventId: number;
  /** Milliseconds since 1970. */
  readonly timestamp: number;
  readonly type: string;
  readonly [details: string]: unknown;
}

interface Event {
  readonly at: number;
  readonly type: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

const ENDS: Readonly<Record<string, string>> = {
  SUCCEEDED: "ExecutionSucceeded",
  FAILED: "ExecutionFailed",
  ABORTED: "ExecutionAborted",
  TIMED_OUT: "ExecutionTimedOut",
};

/** In order of time; events of one moment in the order in which states were left. */
export function history(interpreter: Interpreter, execution: ExecutionRow): HistoryEvent[] {
  const { journal } = interpreter;
  const exits = journal.all<ExitRow>("SELECT * FROM exit WHERE execution = ? ORDER BY sequence", execution.id);
  const failures = journal.all<{ at: number; error: string; cause: string }>(
    "SELECT at, error, cause FROM failure WHERE execution = ? ORDER BY sequence",
    execution.id,
  );
  const pending = allPending(journal, execution.id).filter(({ type }) => type !== "Execution");
  const inside = [
    ...exits.flatMap(exitEvents),
    ...failures.map(({ at, ...details }) => ({ at, type: "TaskFailed", details: { taskFailedEventDetails: details } })),
    ...pending.map(({ entered, type, state }) => enteredEvent(entered, type, state)),
  ].sort((a, b) => a.at - b.at);
  const input = { executionStartedEventDetails: { input: execution.input } };
  const events = [{ at: execution.started, type: "ExecutionStarted", details: input }, ...inside, ...ending(execution)];
  return events.map(({ at, type, details = {} }, index) => ({
    id: index + 1,
    previousEventId: index,
    timestamp: at,
    type,
    ...details,
  }));
}

const enteredEvent = (at: number, type: string, name: string): Event => ({
  at,
  type: `${type}StateEntered`,
  details: { stateEnteredEventDetails: { name } },
});

function exitEvents(exit: ExitRow): Event[] {
  const { state: name, type, entered, exited, output, error, cause } = exit;
  if (error === null) {
    const details = { stateExitedEventDetails: { name, ...(output === null ? {} : { output }) } };
    return [enteredEvent(entered, type, name), { at: exited, type: `${type}StateExited`, details }];
  }
  const failed = type === "Task" ? "TaskFailed" : `${type}StateFailed`;
  if (type !== "Task") return [enteredEvent(entered, type, name)];
  return [
    enteredEvent(entered, type, name),
    { at: exited, type: failed, details: { taskFailedEventDetails: { error, cause } } },
  ];
}

function ending({ status, stopped, output, error, cause }: ExecutionRow): Event[] {
  const type = ENDS[status];
  if (type === undefined) return [];
  // The service names the error of a timed-out execution here and not in its description.
  const named = status === "TIMED_OUT" ? "States.Timeout" : error;
  const why = { ...(named === null ? {} : { error: named }), ...(cause === null ? {} : { cause }) };
  const key = `execution${type.slice("Execution".length)}EventDetails`;
  return [{ at: stopped!, type, details: { [key]: status === "SUCCEEDED" ? { output } : why } }];
}
