import { expect, test } from "vitest";
import type { Json } from "../../functions/ports/workflows.ts";
import { executionArn } from "../../local/workflow/arns.ts";
import { sendTaskFailure, sendTaskHeartbeat, sendTaskSuccess, stopExecution } from "../../local/workflow/service.ts";
import { drive } from "./driver.ts";

const INVOKE = "arn:aws:states:::lambda:invoke";
const machine = (states: object, StartAt = Object.keys(states)[0]!) => ({
  QueryLanguage: "JSONata",
  StartAt,
  States: states,
});
const ask = (fields: object = {}) =>
  machine({
    Ask: {
      Type: "Task",
      Resource: `${INVOKE}.waitForTaskToken`,
      Arguments: { FunctionName: "ask", Payload: { token: "{% $states.context.Task.Token %}" } },
      End: true,
      ...fields,
    },
  });

const outputOf = (row: { output: string | null }): Json => JSON.parse(row.output!) as Json;

test("a task with a token waits for its answer, whatever its function returned", async () => {
  const asked: Json[] = [];
  const driver = drive({ machines: { ask: ask() }, functions: { ask: (payload) => void asked.push(payload) } });
  const arn = await driver.start("one", {});
  expect(asked).toEqual([{ token: "token-1" }]);
  expect((await driver.read(arn)).status).toBe("RUNNING");
  await sendTaskSuccess(driver.interpreter, "token-1", '{"approved":true}');
  expect(outputOf(await driver.finish(arn))).toEqual({ approved: true });
});

test("an answer that comes while the function is still at work counts, and the function is not aborted", async () => {
  let aborted = false;
  const never = (_payload: Json, signal: AbortSignal) =>
    new Promise(() => signal.addEventListener("abort", () => (aborted = true)));
  const driver = drive({ machines: { ask: ask() }, functions: { ask: never } });
  const arn = await driver.start("one", {});
  await sendTaskSuccess(driver.interpreter, "token-1", "1");
  expect(outputOf(await driver.finish(arn))).toBe(1);
  expect(aborted).toBe(false);
});

test("a token is answered once; a second answer, a late one and a forged one are told apart", async () => {
  const driver = drive({ machines: { ask: ask({ TimeoutSeconds: 60 }) }, functions: { ask: () => null } });
  await driver.start("one", {});
  await driver.start("two", {});
  await sendTaskSuccess(driver.interpreter, "token-1", "1");
  await expect(sendTaskSuccess(driver.interpreter, "token-1", "1")).rejects.toMatchObject({ code: "TaskTimedOut" });
  driver.clock.milliseconds += 60_000;
  await expect(sendTaskFailure(driver.interpreter, "token-2", "E", "c")).rejects.toMatchObject({
    code: "TaskTimedOut",
  });
  await expect(sendTaskHeartbeat(driver.interpreter, "forged")).rejects.toMatchObject({ code: "InvalidToken" });
  await expect(sendTaskSuccess(driver.interpreter, "token-2", "{")).rejects.toMatchObject({ code: "InvalidOutput" });
});

test("heartbeats keep a task alive until they stop, and never beyond its timeout", async () => {
  // Beats at 25 s and 50 s move the next one's limit to 55 s and 80 s; the timeout at 70 s comes before.
  const fields = { TimeoutSeconds: 70, HeartbeatSeconds: 30 };
  const driver = drive({ machines: { ask: ask(fields) }, functions: { ask: () => null } });
  const beaten = await driver.start("beaten", {});
  const silent = await driver.start("silent", {});
  await driver.advance(25);
  await sendTaskHeartbeat(driver.interpreter, "token-1");
  await driver.advance(25);
  expect(await driver.read(silent)).toMatchObject({ status: "FAILED", error: "States.HeartbeatTimeout" });
  await sendTaskHeartbeat(driver.interpreter, "token-1");
  await driver.advance(19);
  expect((await driver.read(beaten)).status).toBe("RUNNING");
  await driver.advance(1);
  expect(await driver.read(beaten)).toMatchObject({ status: "FAILED", error: "States.Timeout" });
});

test("a function that outlives TimeoutSeconds is aborted", async () => {
  let reason = "";
  const slow = (_payload: Json, signal: AbortSignal) =>
    new Promise(() => signal.addEventListener("abort", () => (reason = "aborted")));
  const states = {
    Slow: { Type: "Task", Resource: INVOKE, Arguments: { FunctionName: "slow" }, TimeoutSeconds: 5, End: true },
  };
  const driver = drive({ machines: { slow: machine(states) }, functions: { slow } });
  const arn = await driver.start("one", {});
  expect(await driver.finish(arn)).toMatchObject({ status: "FAILED", error: "States.Timeout" });
  expect(reason).toBe("aborted");
});

test("stopping ends an execution as ABORTED and closes its tokens", async () => {
  const driver = drive({ machines: { ask: ask() }, functions: { ask: () => null } });
  const arn = await driver.start("one", {});
  await stopExecution(driver.interpreter, arn, "Withdrawn", "The council changed its mind.");
  expect(await driver.read(arn)).toMatchObject({ status: "ABORTED", error: "Withdrawn" });
  await expect(sendTaskSuccess(driver.interpreter, "token-1", "1")).rejects.toMatchObject({ code: "TaskTimedOut" });
  const stopped = (await driver.read(arn)).stopped;
  driver.clock.milliseconds += 1000;
  expect(await stopExecution(driver.interpreter, arn)).toBe(stopped);
});

test("the whole execution's TimeoutSeconds ends it as TIMED_OUT", async () => {
  const definition = { ...ask(), TimeoutSeconds: 100 };
  const driver = drive({ machines: { ask: definition }, functions: { ask: () => null } });
  const arn = await driver.start("one", {});
  await driver.advance(99);
  expect((await driver.read(arn)).status).toBe("RUNNING");
  await driver.advance(1);
  expect(await driver.read(arn)).toMatchObject({ status: "TIMED_OUT", error: null });
});

test("a Map runs at most MaxConcurrency iterations at a time, in order, and gives the outputs in order", async () => {
  let running = 0;
  let most = 0;
  const ends: (() => void)[] = [];
  const step = async (payload: Json) => {
    most = Math.max(most, ++running);
    await new Promise<void>((resolve) => ends.push(resolve));
    running--;
    return payload;
  };
  const states = {
    Each: {
      Type: "Map",
      Items: "{% [1..7] %}",
      MaxConcurrency: 3,
      ItemProcessor: {
        StartAt: "Step",
        States: {
          Step: {
            Type: "Task",
            Resource: INVOKE,
            Arguments: { FunctionName: "step", Payload: "{% $states.input %}" },
            Output: "{% $states.result.Payload * 10 %}",
            End: true,
          },
        },
      },
      End: true,
    },
  };
  const driver = drive({ machines: { each: machine(states) }, functions: { step } });
  const arn = await driver.start("one", {});
  for (let ended = 0; ended < 7; ended++) {
    // The last started ends first, so that outputs come in another order than items.
    ends.pop()!();
    await driver.interpreter.settled();
  }
  expect(outputOf(await driver.read(arn))).toEqual([10, 20, 30, 40, 50, 60, 70]);
  expect(most).toBe(3);
});

test("a loop that never waits ends with States.Runtime and not with a machine at a standstill", async () => {
  const driver = drive({ machines: { loop: machine({ Again: { Type: "Pass", Next: "Again" } }) } });
  const arn = await driver.start("one", {});
  expect(await driver.finish(arn)).toMatchObject({ status: "FAILED", error: "States.Runtime" });
});

test("progress tells of each state entered and left, in order, once it is on disk", async () => {
  const driver = drive({ machines: { ask: ask({ TimeoutSeconds: 60 }) }, functions: { ask: () => null } });
  const arn = await driver.start("one", {});
  await sendTaskSuccess(driver.interpreter, "token-1", "1");
  await driver.finish(arn);
  expect(driver.progress.map(({ kind }) => kind)).toEqual(["started", "entered", "exited", "ended"]);
  expect(driver.progress[2]).toMatchObject({
    execution: arn,
    workflow: "ask",
    name: "one",
    path: "/Ask",
    type: "Task",
  });
  expect(driver.progress[3]).toMatchObject({ status: "SUCCEEDED" });
  expect(driver.faults).toEqual([]);
});

test("300 executions at once keep to themselves, answered in any order", async () => {
  const tokens = new Map<string, string>();
  const echo = {
    Ask: {
      Type: "Task",
      Resource: `${INVOKE}.waitForTaskToken`,
      Arguments: {
        FunctionName: "ask",
        Payload: { token: "{% $states.context.Task.Token %}", name: "{% $states.context.Execution.Name %}" },
      },
      Assign: { answer: "{% $states.result %}" },
      Next: "Say",
    },
    Say: {
      Type: "Pass",
      Output: "{% $states.context.Execution.Name & ' ' & $answer & ' ' & $states.context.Execution.Input %}",
      End: true,
    },
  };
  const driver = drive({
    machines: { ask: machine(echo) },
    functions: {
      ask: (payload) => {
        const { token, name } = payload as { token: string; name: string };
        tokens.set(name, token);
      },
    },
  });
  const names = Array.from({ length: 300 }, (_, index) => `e${index}`);
  for (const name of names) await driver.start(name, `in-${name}`);
  expect(driver.interpreter.running).toBe(300);
  // 7 and 300 share no divisor, so this is each of them once, in another order.
  const order = names.map((_, index) => names[(7 * index) % 300]!);
  await Promise.all(order.map((name) => sendTaskSuccess(driver.interpreter, tokens.get(name)!, `"a-${name}"`)));
  await driver.interpreter.settled();
  const outputs = await Promise.all(names.map((name) => driver.read(executionArn("ask", name)).then(outputOf)));
  expect(outputs).toEqual(names.map((name) => `${name} a-${name} in-${name}`));
  expect(driver.interpreter.running).toBe(0);
});
