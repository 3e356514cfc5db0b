import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { Json } from "../../functions/ports/workflows.ts";
import { sendTaskSuccess } from "../../local/workflow/service.ts";
import { drive, manualClock, START } from "./driver.ts";

const INVOKE = "arn:aws:states:::lambda:invoke";

/** Closing drops everything in memory, as a kill does; kill.test.ts does it with a process. */
function journalFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "gruenverbund-workflow-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "workflow.sqlite");
}

const call = (name: string, fields: object = {}) => ({
  Type: "Task",
  Resource: INVOKE,
  Arguments: { FunctionName: name, Payload: "{% $states.input %}" },
  Output: "{% $states.result.Payload %}",
  ...fields,
});
const ask = (fields: object) => ({
  ...call("ask", fields),
  Resource: `${INVOKE}.waitForTaskToken`,
  Output: "{% $states.result %}",
});
const machine = (StartAt: string, States: object) => ({ QueryLanguage: "JSONata", StartAt, States });

test("a task keeps its deadline over a restart and accepts its answer after it", async () => {
  const file = journalFile();
  const machines = { ask: machine("Ask", { Ask: ask({ TimeoutSeconds: 100, End: true }) }) };
  let asked = 0;
  const functions = { ask: () => void asked++ };
  const first = drive({ machines, functions, file });
  const answered = await first.start("answered", {});
  const forgotten = await first.start("forgotten", {});
  first.interpreter.close();

  const second = drive({ machines, functions, file, clock: manualClock(START + 90_000) });
  await second.interpreter.settled();
  await sendTaskSuccess(second.interpreter, "token-1", '"yes"');
  await second.advance(9);
  expect(await second.read(answered)).toMatchObject({ status: "SUCCEEDED", output: '"yes"' });
  expect((await second.read(forgotten)).status).toBe("RUNNING");
  await second.advance(1);
  expect(await second.read(forgotten)).toMatchObject({ status: "FAILED", error: "States.Timeout" });
  // Both functions had returned before the restart, which was written down.
  expect(asked).toBe(2);
});

test("a deadline that passed while nothing ran ends its task at the restart, without another call", async () => {
  const file = journalFile();
  const machines = { slow: machine("Slow", { Slow: call("slow", { TimeoutSeconds: 10, End: true }) }) };
  let called = 0;
  const slow = () => {
    called++;
    return new Promise(() => undefined);
  };
  const first = drive({ machines, functions: { slow }, file });
  const arn = await first.start("one", {});
  first.interpreter.close();
  const second = drive({ machines, functions: { slow }, file, clock: manualClock(START + 10_000) });
  await second.interpreter.settled();
  expect(await second.read(arn)).toMatchObject({ status: "FAILED", error: "States.Timeout" });
  expect(called).toBe(1);
});

test("a wait of 60 days, longer than a timer can be set, ends on its day though the process was restarted", async () => {
  const file = journalFile();
  const machines = { wait: machine("Wait", { Wait: { Type: "Wait", Seconds: 60 * 86_400, End: true } }) };
  const first = drive({ machines, file });
  const arn = await first.start("one", {});
  first.interpreter.close();
  const second = drive({ machines, file, clock: manualClock(START + 59 * 86_400_000) });
  await second.advance(86_399);
  expect((await second.read(arn)).status).toBe("RUNNING");
  await second.advance(1);
  expect((await second.read(arn)).status).toBe("SUCCEEDED");
});

test("what has ended is not run again: of ten items, those left open are, and loops and retries go on where they were", async () => {
  const file = journalFile();
  const machines = {
    map: machine("Each", {
      Each: {
        Type: "Map",
        Items: "{% [1..10] %}",
        ItemProcessor: {
          StartAt: "Step",
          States: { Step: call("step", { Next: "More" }), More: call("more", { End: true }) },
        },
        End: true,
      },
    }),
  };
  const calls: string[] = [];
  let blocked = true;
  const functions = {
    step: (payload: Json) => {
      calls.push(`step ${String(payload)}`);
      return payload;
    },
    more: (payload: Json) => {
      calls.push(`more ${String(payload)}`);
      return blocked && Number(payload) > 4 ? new Promise(() => undefined) : Number(payload) * 2;
    },
  };
  const first = drive({ machines, functions, file });
  const arn = await first.start("one", {});
  first.interpreter.close();
  blocked = false;
  const before = calls.length;
  const second = drive({ machines, functions, file });
  expect(await second.finish(arn)).toMatchObject({ output: "[2,4,6,8,10,12,14,16,18,20]" });
  expect(before).toBe(20);
  expect(calls.slice(before)).toEqual(["more 5", "more 6", "more 7", "more 8", "more 9", "more 10"]);
});

test("retries are counted over a restart, and the next attempt keeps its moment", async () => {
  const file = journalFile();
  const Retry = [{ ErrorEquals: ["States.ALL"], IntervalSeconds: 10, MaxAttempts: 2, BackoffRate: 3 }];
  const machines = { fail: machine("Fail", { Fail: call("fail", { Retry, End: true }) }) };
  const at: number[] = [];
  let clock = manualClock();
  const fail = () => {
    at.push((clock.milliseconds - START) / 1000);
    throw new Error("no");
  };
  const first = drive({ machines, functions: { fail }, file, clock });
  const arn = await first.start("one", {});
  await first.advance(4);
  first.interpreter.close();
  // The first retry is due at 10 s, the second 30 s after it.
  clock = manualClock(START + 6_000);
  const second = drive({ machines, functions: { fail }, file, clock });
  expect(await second.finish(arn)).toMatchObject({ status: "FAILED", error: "Error" });
  expect(at).toEqual([0, 10, 40]);
});

test("an execution goes on with the definition it was started with", async () => {
  const file = journalFile();
  const version = (output: string) => ({
    v: machine("Wait", { Wait: { Type: "Wait", Seconds: 5, Next: "End" }, End: { Type: "Succeed", Output: output } }),
  });
  const first = drive({ machines: version("old"), file });
  const arn = await first.start("one", {});
  first.interpreter.close();
  const second = drive({ machines: version("new"), file });
  const other = await second.start("two", {});
  expect((await second.finish(arn)).output).toBe('"old"');
  expect((await second.finish(other)).output).toBe('"new"');
});

test("variables assigned before a restart are there after it", async () => {
  const file = journalFile();
  const machines = {
    v: machine("Set", {
      Set: { Type: "Pass", Assign: { week: "{% $states.input.week + 1 %}" }, Next: "Wait" },
      Wait: { Type: "Wait", Seconds: 5, Next: "Say" },
      Say: { Type: "Pass", Output: "{% $week %}", End: true },
    }),
  };
  const first = drive({ machines, file });
  const arn = await first.start("one", { week: 9 });
  first.interpreter.close();
  const second = drive({ machines, file });
  expect((await second.finish(arn)).output).toBe("10");
});

test("a journal that another has open is refused, and free again when that one closes", async () => {
  const file = journalFile();
  const machines = { v: machine("End", { End: { Type: "Succeed" } }) };
  const first = drive({ machines, file });
  await first.start("one", {});
  expect(() => drive({ machines, file })).toThrow("is in use by another process");
  first.interpreter.close();
  expect(drive({ machines, file }).interpreter.running).toBe(0);
});

test("what the interpreter itself cannot do is reported, and the execution goes on when the file is opened again", async () => {
  const file = journalFile();
  const machines = { v: machine("Wait", { Wait: { Type: "Wait", Seconds: 5, End: true } }) };
  const first = drive({ machines, file });
  const arn = await first.start("one", {});
  first.interpreter.journal.write("ALTER TABLE exit RENAME TO gone");
  await first.advance(5);
  expect(String(first.faults)).toContain("no such table: exit");
  first.interpreter.journal.write("ALTER TABLE gone RENAME TO exit");
  first.interpreter.close();
  const second = drive({ machines, file, clock: first.clock });
  expect((await second.finish(arn)).status).toBe("SUCCEEDED");
});

test("forgetting takes executions that ended before, with their tokens, and leaves the others", async () => {
  const file = journalFile();
  const machines = { ask: machine("Ask", { Ask: ask({ End: true }) }) };
  const driver = drive({ machines, functions: { ask: () => null }, file });
  const old = await driver.start("old", {});
  const open = await driver.start("open", {});
  await sendTaskSuccess(driver.interpreter, "token-1", "1");
  await driver.advance(100);
  driver.interpreter.forget(driver.clock.milliseconds);
  await expect(driver.read(old)).rejects.toMatchObject({ code: "ExecutionDoesNotExist" });
  await expect(sendTaskSuccess(driver.interpreter, "token-1", "1")).rejects.toMatchObject({ code: "InvalidToken" });
  await sendTaskSuccess(driver.interpreter, "token-2", "2");
  expect((await driver.finish(open)).output).toBe("2");
  expect((await driver.read(await driver.start("old", {}))).status).toBe("RUNNING");
});
