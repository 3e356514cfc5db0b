/** The operations of the Step Functions API on an interpreter. Answers are given when what they say is on disk. */
import { randomUUID } from "node:crypto";
import type { ExecutionStatus } from "../../functions/ports/workflows.ts";
import { executionArn, machineArn, parseExecutionArn, parseMachineArn } from "./arns.ts";
import { MOST_BYTES } from "./expressions.ts";
import type { Interpreter } from "./interpreter.ts";
import { findPending, type Answer, type ExecutionRow, type Pending } from "./journal/records.ts";
import type { Json } from "./machine.ts";
import { earliest } from "./run/task.ts";
import { ServiceError } from "./serviceError.ts";

const NAME = /^[A-Za-z0-9_-]{1,80}$/;

export interface StartRequest {
  readonly stateMachineArn: string;
  readonly name?: string | undefined;
  /** JSON text; default `{}`. */
  readonly input?: string | undefined;
}

/**
 * A name makes the start idempotent: while an execution of that name runs, the same input gives its answer again; another
 * input, or a name that has ended, is ExecutionAlreadyExists.
 */
export async function startExecution(
  interpreter: Interpreter,
  request: StartRequest,
): Promise<{ executionArn: string; startDate: number }> {
  const { journal } = interpreter;
  const { name = randomUUID(), input = "{}" } = request;
  const machine = parseMachineArn(request.stateMachineArn);
  if (machine === undefined) throw new ServiceError("InvalidArn", `Invalid ARN: '${request.stateMachineArn}'`);
  const known = interpreter.machines.get(machine);
  if (known === undefined)
    throw new ServiceError("StateMachineDoesNotExist", `State machine does not exist: '${request.stateMachineArn}'`);
  if (!NAME.test(name)) throw new ServiceError("InvalidName", `Invalid name: '${name}'`);
  checkJson(input, "InvalidExecutionInput", "input");
  const before = findExecution(interpreter, machine, name);
  if (before === undefined) {
    journal.write(
      "INSERT INTO execution (machine, name, definition, status, input, started) VALUES (?, ?, ?, 'RUNNING', ?, ?)",
      machine,
      name,
      known.hash,
      input,
      interpreter.now(),
    );
    interpreter.launch(findExecution(interpreter, machine, name)!);
  } else if (before.status !== "RUNNING" || before.input !== input) {
    const message = `Execution already exists: '${executionArn(machine, name)}'`;
    throw new ServiceError("ExecutionAlreadyExists", message);
  }
  const { started } = findExecution(interpreter, machine, name)!;
  await journal.committed();
  return { executionArn: executionArn(machine, name), startDate: started };
}

function findExecution({ journal }: Interpreter, machine: string, name: string): ExecutionRow | undefined {
  return journal.get<ExecutionRow>("SELECT * FROM execution WHERE machine = ? AND name = ?", machine, name);
}

function checkJson(text: string, code: "InvalidExecutionInput" | "InvalidOutput", what: string): void {
  if (Buffer.byteLength(text) > MOST_BYTES)
    throw new ServiceError(code, `The ${what} has more than ${MOST_BYTES} bytes.`);
  try {
    JSON.parse(text);
  } catch {
    throw new ServiceError(code, `The ${what} is not JSON.`);
  }
}

/** @throws ServiceError InvalidArn, ExecutionDoesNotExist */
export async function readExecution(interpreter: Interpreter, arn: string): Promise<ExecutionRow> {
  const parsed = parseExecutionArn(arn);
  if (parsed === undefined) throw new ServiceError("InvalidArn", `Invalid ARN: '${arn}'`);
  await interpreter.journal.committed();
  const row = findExecution(interpreter, parsed.machine, parsed.name);
  if (row === undefined) throw new ServiceError("ExecutionDoesNotExist", `Execution does not exist: '${arn}'`);
  return row;
}

/** @returns when it stopped; one that has ended already is left as it is */
export async function stopExecution(
  interpreter: Interpreter,
  arn: string,
  error?: string,
  cause?: string,
): Promise<number> {
  const row = await readExecution(interpreter, arn);
  interpreter.stop(row.id, error, cause);
  await interpreter.journal.committed();
  return (await readExecution(interpreter, arn)).stopped ?? interpreter.now();
}

export interface ListRequest {
  readonly machine: string;
  readonly status?: ExecutionStatus | undefined;
  readonly most: number;
  /** Only executions started before this one. */
  readonly before?: number | undefined;
}

/** Latest first. */
export async function listExecutions(interpreter: Interpreter, request: ListRequest): Promise<ExecutionRow[]> {
  const { machine, status, most, before } = request;
  if (!interpreter.machines.has(machine))
    throw new ServiceError("StateMachineDoesNotExist", `State machine does not exist: '${machineArn(machine)}'`);
  await interpreter.journal.committed();
  const filter = `${status === undefined ? "" : "AND status = ?"} ${before === undefined ? "" : "AND id < ?"}`;
  return interpreter.journal.all<ExecutionRow>(
    `SELECT * FROM execution WHERE machine = ? ${filter} ORDER BY id DESC LIMIT ?`,
    machine,
    ...[status, before].filter((value) => value !== undefined),
    most,
  );
}

export async function sendTaskSuccess(interpreter: Interpreter, token: string, output: string): Promise<void> {
  checkJson(output, "InvalidOutput", "output");
  await answer(interpreter, token, { output: JSON.parse(output) as Json });
}

export async function sendTaskFailure(
  interpreter: Interpreter,
  token: string,
  error: string,
  cause: string,
): Promise<void> {
  await answer(interpreter, token, { error, cause });
}

async function answer(interpreter: Interpreter, token: string, said: Answer): Promise<void> {
  const { execution, pending } = openTask(interpreter, token);
  interpreter.change(execution, { ...pending, answer: said });
  await interpreter.journal.committed();
}

export async function sendTaskHeartbeat(interpreter: Interpreter, token: string): Promise<void> {
  const { execution, pending } = openTask(interpreter, token);
  const { heartbeatSeconds, deadline } = pending;
  if (heartbeatSeconds === null) return;
  const heartbeatDue = interpreter.now() + 1000 * heartbeatSeconds;
  interpreter.change(execution, { ...pending, heartbeatDue, due: earliest(deadline, heartbeatDue) });
  await interpreter.journal.committed();
}

/** @throws ServiceError InvalidToken for one we never gave out, TaskTimedOut when its task is over */
function openTask(interpreter: Interpreter, token: string): { execution: number; pending: Pending } {
  const sql = "SELECT execution, path FROM token WHERE token = ?";
  const place = interpreter.journal.get<{ execution: number; path: string }>(sql, token);
  if (place === undefined) throw new ServiceError("InvalidToken", "Invalid Token: 'Invalid token'");
  const pending = findPending(interpreter.journal, place.execution, place.path);
  const now = interpreter.now();
  const isOver = (due: number | null | undefined): boolean => due !== null && due !== undefined && now >= due;
  if (pending?.token !== token || pending.answer !== null || isOver(pending.due))
    throw new ServiceError("TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'");
  return { execution: place.execution, pending };
}
