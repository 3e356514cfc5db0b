/** Drives an interpreter without waiting: time stands still until a test moves it. */
import type { Clock } from "../../functions/ports/clock.ts";
import type { Json } from "../../functions/ports/workflows.ts";
import { executionArn, machineArn } from "../../local/workflow/arns.ts";
import { Interpreter, type InterpreterOptions } from "../../local/workflow/interpreter.ts";
import type { ExecutionRow } from "../../local/workflow/journal/records.ts";
import type { Progress } from "../../local/workflow/run/engine.ts";
import { readExecution, startExecution } from "../../local/workflow/service.ts";

export const START = Date.parse("2026-03-02T06:00:00Z");

export interface ManualClock extends Clock {
  milliseconds: number;
}

export function manualClock(milliseconds = START): ManualClock {
  return {
    milliseconds,
    now() {
      return new Date(this.milliseconds).toISOString();
    },
    elapsed() {
      return this.milliseconds;
    },
  };
}

export type Functions = Readonly<Record<string, (payload: Json, signal: AbortSignal) => unknown>>;

/** Calls the function of that name; one that is missing throws, as Lambda would. */
export function invokeFrom(functions: Functions): InterpreterOptions["invoke"] {
  return async (name, payload, signal) => {
    const implementation = functions[name];
    if (implementation !== undefined) return implementation(payload, signal);
    throw Object.assign(new Error(`Function not found: ${name}`), { name: "Lambda.ResourceNotFoundException" });
  };
}

export interface Driver {
  readonly interpreter: Interpreter;
  readonly clock: ManualClock;
  readonly progress: Progress[];
  readonly faults: unknown[];
  /** Starts the one machine there is, or the one named. */
  start(name: string, input: Json, machine?: string): Promise<string>;
  /** Moves to each moment that something waits for, until the execution has ended or nothing is waited for. */
  finish(arn: string): Promise<ExecutionRow>;
  advance(seconds: number): Promise<void>;
  read(arn: string): Promise<ExecutionRow>;
}

export interface DriverOptions {
  readonly machines: Readonly<Record<string, unknown>>;
  readonly functions?: Functions;
  readonly file?: string;
  readonly clock?: ManualClock;
  readonly seed?: number;
  /** Tokens are this and a number. */
  readonly tokenPrefix?: string;
}

export function drive({ machines, functions = {}, file = ":memory:", ...options }: DriverOptions): Driver {
  const clock = options.clock ?? manualClock();
  const progress: Progress[] = [];
  const faults: unknown[] = [];
  let tokens = 0;
  const interpreter = new Interpreter({
    file,
    machines: Object.entries(machines).map(([name, definition]) => ({
      name,
      file: `${name}.asl.json`,
      text: JSON.stringify(definition),
    })),
    invoke: invokeFrom(functions),
    clock,
    seed: options.seed ?? 1,
    timer: () => () => undefined,
    newToken: () => `${options.tokenPrefix ?? "token-"}${++tokens}`,
    onProgress: (one) => progress.push(one),
    onFault: (error) => faults.push(error),
  });
  const read = (arn: string): Promise<ExecutionRow> => readExecution(interpreter, arn);
  return {
    interpreter,
    clock,
    progress,
    faults,
    read,
    async start(name, input, machine = Object.keys(machines)[0]!) {
      await startExecution(interpreter, {
        stateMachineArn: machineArn(machine),
        name,
        input: JSON.stringify(input),
      });
      await interpreter.settled();
      return executionArn(machine, name);
    },
    async finish(arn) {
      for (;;) {
        await interpreter.settled();
        const row = await read(arn);
        const due = interpreter.nextDue();
        if (row.status !== "RUNNING" || due === undefined) return row;
        clock.milliseconds = Math.max(clock.milliseconds, due);
        interpreter.look();
      }
    },
    async advance(seconds) {
      clock.milliseconds += 1000 * seconds;
      interpreter.look();
      await interpreter.settled();
    },
  };
}
