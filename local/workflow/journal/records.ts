/** What the interpreter writes down and finds again, one function an intent. */
import type { ExecutionStatus } from "../../../functions/ports/workflows.ts";
import type { Json, State } from "../machine.ts";
import type { Journal } from "./journal.ts";

export interface ExecutionRow {
  readonly id: number;
  readonly machine: string;
  readonly name: string;
  readonly definition: string;
  readonly status: ExecutionStatus;
  readonly input: string;
  readonly started: number;
  readonly stopped: number | null;
  readonly output: string | null;
  readonly error: string | null;
  readonly cause: string | null;
}

export interface ExitRow {
  readonly path: string;
  readonly state: string;
  readonly type: State["Type"];
  readonly entered: number;
  readonly exited: number;
  readonly next: string | null;
  readonly output: string | null;
  readonly assigned: string | null;
  readonly error: string | null;
  readonly cause: string | null;
}

/**
 * `entered`: nothing fixed yet. `running`: arguments fixed, children under way. `calling`: the function is or was being
 * called. `waiting`: only time or an answer is missing. `pausing`: before another attempt.
 */
export type Phase = "entered" | "running" | "calling" | "waiting" | "pausing";

export interface Pending {
  readonly path: string;
  readonly state: string;
  readonly type: State["Type"] | "Execution";
  readonly entered: number;
  readonly phase: Phase;
  /** Retries so far, by retrier. */
  readonly attempts: readonly number[];
  /** When to look at it next. */
  readonly due: number | null;
  readonly deadline: number | null;
  readonly heartbeatSeconds: number | null;
  readonly heartbeatDue: number | null;
  readonly token: string | null;
  readonly arguments: Json;
  readonly answer: Answer | null;
}

/** What a task token's holder said. */
export type Answer = { readonly output: Json } | { readonly error: string; readonly cause: string };

const PENDING = `path, state, type, entered, phase, attempts, due, deadline, heartbeat AS heartbeatSeconds,
  heartbeat_due AS heartbeatDue, token, arguments, answer`;

interface PendingRow extends Omit<Pending, "attempts" | "arguments" | "answer"> {
  readonly attempts: string;
  readonly arguments: string | null;
  readonly answer: string | null;
}

const fromRow = (row: PendingRow): Pending => ({
  ...row,
  attempts: JSON.parse(row.attempts) as number[],
  arguments: row.arguments === null ? null : (JSON.parse(row.arguments) as Json),
  answer: row.answer === null ? null : (JSON.parse(row.answer) as Answer),
});

export function findExit(journal: Journal, execution: number, path: string): ExitRow | undefined {
  return journal.get<ExitRow>("SELECT * FROM exit WHERE execution = ? AND path = ?", execution, path);
}

export function findPending(journal: Journal, execution: number, path: string): Pending | undefined {
  const sql = `SELECT ${PENDING} FROM pending WHERE execution = ? AND path = ?`;
  const row = journal.get<PendingRow>(sql, execution, path);
  return row === undefined ? undefined : fromRow(row);
}

export function allPending(journal: Journal, execution: number): Pending[] {
  const sql = `SELECT ${PENDING} FROM pending WHERE execution = ? ORDER BY entered, path`;
  return journal.all<PendingRow>(sql, execution).map(fromRow);
}

export function savePending(journal: Journal, execution: number, pending: Pending): void {
  journal.write(
    `INSERT OR REPLACE INTO pending (execution, path, state, type, entered, phase, attempts, due, deadline, heartbeat,
       heartbeat_due, token, arguments, answer) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    execution,
    pending.path,
    pending.state,
    pending.type,
    pending.entered,
    pending.phase,
    JSON.stringify(pending.attempts),
    pending.due,
    pending.deadline,
    pending.heartbeatSeconds,
    pending.heartbeatDue,
    pending.token,
    pending.arguments === null ? null : JSON.stringify(pending.arguments),
    pending.answer === null ? null : JSON.stringify(pending.answer),
  );
}

export function saveToken(journal: Journal, token: string, execution: number, path: string): void {
  journal.write("INSERT INTO token (token, execution, path) VALUES (?, ?, ?)", token, execution, path);
}

/** Records the exit and forgets what was pending there, as one change. */
export function saveExit(journal: Journal, execution: number, exit: ExitRow): void {
  journal.write(
    `INSERT INTO exit (execution, path, state, type, entered, exited, next, output, assigned, error, cause)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    execution,
    exit.path,
    exit.state,
    exit.type,
    exit.entered,
    exit.exited,
    exit.next,
    exit.output,
    exit.assigned,
    exit.error,
    exit.cause,
  );
  if (exit.type !== "Pass" && exit.type !== "Choice")
    journal.write("DELETE FROM pending WHERE execution = ? AND path = ?", execution, exit.path);
}

/** Forgets what was pending below a path, when the Map or Parallel there gives up on its children. */
export function forgetBelow(journal: Journal, execution: number, prefix: string): void {
  const sql = "DELETE FROM pending WHERE execution = ? AND substr(path, 1, ?) = ?";
  journal.write(sql, execution, [...prefix].length, prefix);
}

export function saveFailure(
  journal: Journal,
  execution: number,
  failure: { path: string; at: number; error: string; cause: string },
): void {
  const sql = "INSERT INTO failure (execution, path, at, error, cause) VALUES (?, ?, ?, ?, ?)";
  journal.write(sql, execution, failure.path, failure.at, failure.error, failure.cause);
}
