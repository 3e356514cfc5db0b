/**
 * Task: calls a function, and with .waitForTaskToken waits for whoever holds the token. Arguments, token and absolute
 * deadlines are on disk before the function is called, so that a restart calls with the same and keeps the same deadlines.
 */
import { lambdaError, queryError, StatesError } from "../errors.ts";
import { payloadText } from "../expressions.ts";
import { findPending, saveToken, type Answer, type Pending } from "../journal/records.ts";
import { INVOKE_AND_WAIT, type Json, type JsonObject, type TaskState } from "../machine.ts";
import { hold } from "./engine.ts";
import { blankPending, contextOf, evaluateResults, exitTo, placeOf, type Exit, type Visit } from "./visit.ts";

/** Step Functions' own default, about three years: no deadline is kept for it. */
const MOST_SECONDS = 99_999_999;
const SECONDS = { least: 1, most: MOST_SECONDS };

export async function attemptTask(visit: Visit<TaskState>, pending: Pending): Promise<Exit> {
  const fixed = pending.phase === "entered" ? await prepare(visit, pending.attempts) : pending;
  const result = await outcome(visit, fixed);
  payloadText(result, `The result of "${visit.name}"`);
  const context = contextOf(visit, fixed.attempts, fixed.token);
  return exitTo(visit, await evaluateResults(visit, visit.state, { context, result }, result));
}

interface Call {
  readonly FunctionName: string;
  readonly Payload: Json;
}

/** Fixes arguments, token and deadlines, and returns when they are on disk. */
async function prepare(visit: Visit<TaskState>, attempts: readonly number[]): Promise<Pending> {
  const { engine, run, cancellation } = visit.scope;
  const { state } = visit;
  const token = state.Resource === INVOKE_AND_WAIT ? engine.newToken() : null;
  const states = { input: visit.input, context: contextOf(visit, attempts, token) };
  const bindings = { states, variables: visit.variables };
  const call = readCall(visit, await engine.evaluator.template(state.Arguments, bindings, placeOf(visit, "Arguments")));
  const seconds = async (field: "TimeoutSeconds" | "HeartbeatSeconds"): Promise<number | null> => {
    const template = state[field];
    if (template === undefined) return null;
    return engine.evaluator.number(template, bindings, placeOf(visit, field), SECONDS);
  };
  const timeout = await seconds("TimeoutSeconds");
  const heartbeatSeconds = await seconds("HeartbeatSeconds");
  cancellation.check();
  const now = engine.now();
  const deadline = timeout === null || timeout === MOST_SECONDS ? null : now + 1000 * timeout;
  const heartbeatDue = heartbeatSeconds === null ? null : now + 1000 * heartbeatSeconds;
  const due = earliest(deadline, heartbeatDue);
  const fixed: Pending = {
    ...blankPending(visit, attempts),
    phase: "calling",
    due,
    deadline,
    heartbeatSeconds,
    heartbeatDue,
    token,
    arguments: { ...call },
  };
  hold(engine, run, fixed);
  if (token !== null) saveToken(engine.journal, token, run.id, visit.path);
  engine.report(run, { kind: "entered", path: visit.path, state: visit.name, type: "Task" });
  await engine.journal.committed();
  cancellation.check();
  return fixed;
}

export const earliest = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.min(a, b);

function readCall(visit: Visit<TaskState>, value: Json): Call {
  const { FunctionName, Payload = {} } = value as JsonObject;
  if (typeof FunctionName !== "string")
    throw queryError(
      `${placeOf(visit, "Arguments/FunctionName")} must be text, but was ${JSON.stringify(FunctionName)}.`,
    );
  payloadText(Payload, `The payload of "${visit.name}"`);
  return { FunctionName, Payload };
}

/** What the function returned, or what the token's holder answered. */
async function outcome(visit: Visit<TaskState>, fixed: Pending): Promise<Json> {
  const { engine, run, cancellation } = visit.scope;
  const needsToken = visit.state.Resource === INVOKE_AND_WAIT;
  let calling: Invocation | undefined;
  try {
    for (;;) {
      cancellation.check();
      const pending = findPending(engine.journal, run.id, visit.path)!;
      if (pending.answer !== null) {
        // As in the cloud, a function that is still at work when its token is answered may finish.
        calling = undefined;
        return readAnswer(pending.answer);
      }
      if (calling?.settled?.kind === "failed") throw lambdaError(calling.settled.error);
      if (calling?.settled?.kind === "returned") {
        if (!needsToken) return { ExecutedVersion: "$LATEST", Payload: calling.settled.value, StatusCode: 200 };
        hold(engine, run, { ...pending, phase: "waiting" });
        calling = undefined;
        continue;
      }
      checkDeadlines(visit, pending, engine.now());
      if (pending.phase === "calling") calling ??= call(visit, fixed);
      await engine.sleepers.sleep(run.id, visit.path, cancellation);
    }
  } finally {
    calling?.abort();
  }
}

function readAnswer(answer: Answer): Json {
  if ("output" in answer) return answer.output;
  throw new StatesError(answer.error, answer.cause);
}

function checkDeadlines(visit: Visit<TaskState>, { deadline, heartbeatDue, heartbeatSeconds }: Pending, now: number) {
  if (deadline !== null && now >= deadline)
    throw new StatesError("States.Timeout", `"${visit.name}" did not end within its TimeoutSeconds.`);
  if (heartbeatDue === null || now < heartbeatDue) return;
  const cause = `"${visit.name}" sent no heartbeat within ${heartbeatSeconds} seconds.`;
  throw new StatesError("States.HeartbeatTimeout", cause);
}

interface Invocation {
  settled?: { readonly kind: "returned"; readonly value: Json } | { readonly kind: "failed"; readonly error: unknown };
  abort(): void;
}

/** Calls the function and wakes the task when that has settled. */
function call(visit: Visit<TaskState>, fixed: Pending): Invocation {
  const { engine, run } = visit.scope;
  const controller = new AbortController();
  const invocation: Invocation = { abort: () => controller.abort() };
  const { FunctionName, Payload } = fixed.arguments as unknown as Call;
  const settle = (settled: NonNullable<Invocation["settled"]>): void => {
    invocation.settled = settled;
    engine.sleepers.wake(run.id, visit.path);
  };
  // Called once the task is asleep, so that nothing the function does at once goes unnoticed.
  void Promise.resolve()
    .then(() => engine.invoke(FunctionName, Payload, controller.signal))
    .then((value) => JSON.parse(JSON.stringify(value ?? null)) as Json)
    .then(
      (value) => settle({ kind: "returned", value }),
      (error: unknown) => settle({ kind: "failed", error }),
    );
  return invocation;
}
