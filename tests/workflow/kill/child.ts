/**
 * Runs the workflow to its end, or kills itself at the given point: `child.ts FOLDER KILL_AT`. What its functions do goes
 * into a file, as do the clock and the tokens, so that the next process goes on from there.
 */
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Json } from "../../../functions/ports/workflows.ts";
import { executionArn, machineArn } from "../../../local/workflow/arns.ts";
import { Interpreter } from "../../../local/workflow/interpreter.ts";
import type { JsonObject } from "../../../local/workflow/machine.ts";
import { readExecution, sendTaskSuccess, startExecution } from "../../../local/workflow/service.ts";
import { ServiceError } from "../../../local/workflow/serviceError.ts";
import { manualClock, START } from "../driver.ts";
import { SILENT, WORKFLOW } from "./workflow.ts";

const [folder = "", killAt = "0"] = process.argv.slice(2);
const log = join(folder, "log");
const lines = existsSync(log) ? readFileSync(log, "utf8").split("\n") : [];
const read = (word: string): string[] =>
  lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));
const write = (line: string): void => {
  lines.push(line);
  appendFileSync(log, `${line}\n`);
};

let points = 0;
/** A place where the process may be killed. */
function point(): void {
  if (++points === Number(killAt)) process.kill(process.pid, "SIGKILL");
}

// A minute passes while nothing runs.
const clock = manualClock(Math.max(START - 60_000, ...read("clock").map(Number)) + 60_000);

function compute(value: Json): Json {
  return typeof value === "number" ? 3 * value : typeof value === "string" ? `${value}!` : value;
}

const functions: Readonly<Record<string, (payload: JsonObject) => Json>> = {
  work: ({ value }) => compute(value!),
  ask: ({ token, value }) => {
    if (value !== 3 * SILENT) write(`token ${String(token)} ${String(value)}`);
    return null;
  },
  flaky: ({ attempt }) => {
    if (Number(attempt) < 2) throw Object.assign(new Error("busy"), { name: "Busy" });
    return "third time";
  },
};

process.stdout.write("ready\n");
const interpreter = new Interpreter({
  file: join(folder, "workflow.sqlite"),
  machines: [{ name: "plan", file: "plan.asl.json", text: JSON.stringify(WORKFLOW) }],
  clock,
  timer: () => () => undefined,
  invoke: async (name, payload) => {
    const { key } = payload as JsonObject;
    point();
    // A moment in which other things happen.
    await new Promise((resolve) => setImmediate(resolve));
    write(`run ${String(key)}`);
    point();
    return functions[name]!(payload as JsonObject);
  },
  onProgress: () => point(),
  onFault: (error) => {
    throw error;
  },
});

async function ifOpen(work: Promise<unknown>): Promise<void> {
  try {
    point();
    await work;
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
  }
}

const arn = executionArn("plan", "week-10");
await ifOpen(startExecution(interpreter, { stateMachineArn: machineArn("plan"), name: "week-10" }));
for (;;) {
  // Functions take a turn of their own.
  for (let turn = 0; turn < 3; turn++) await interpreter.settled();
  const { status, output } = await readExecution(interpreter, arn);
  if (status !== "RUNNING") {
    process.stdout.write(JSON.stringify({ status, output, points }));
    break;
  }
  point();
  const answered = new Set(read("answered"));
  const open = read("token").find((token) => !answered.has(token));
  if (open === undefined) {
    clock.milliseconds = Math.max(clock.milliseconds, interpreter.nextDue()!);
    write(`clock ${clock.milliseconds}`);
    interpreter.look();
  } else {
    const [token = "", value = ""] = open.split(" ");
    await ifOpen(sendTaskSuccess(interpreter, token, JSON.stringify(`yes ${value}`)));
    point();
    write(`answered ${open}`);
  }
}
interpreter.close();
