/** Runs one row of the table on the interpreter. */
import { setImmediate as turn } from "node:timers/promises";
import type { Json } from "../../../functions/ports/workflows.ts";
import type { JsonObject } from "../../../local/workflow/machine.ts";
import { sendTaskFailure, sendTaskSuccess } from "../../../local/workflow/service.ts";
import { drive, START, type Driver, type Functions } from "../driver.ts";
import type { Behaviour, Case } from "./case.ts";

export interface Outcome {
  readonly status: string;
  readonly output?: Json;
  readonly error?: string;
  readonly cause?: string;
  readonly calls: readonly string[];
  readonly callsAt: readonly number[];
  readonly seconds: number;
  readonly faults: readonly unknown[];
}

export const definitionOf = ({ states, startAt, timeoutSeconds }: Case): JsonObject => ({
  QueryLanguage: "JSONata",
  StartAt: startAt ?? Object.keys(states)[0]!,
  States: states,
  ...(timeoutSeconds === undefined ? {} : { TimeoutSeconds: timeoutSeconds }),
});

export async function runCase(row: Case): Promise<Outcome> {
  const calls: string[] = [];
  const callsAt: number[] = [];
  const functions: Record<string, Functions[string]> = {};
  const driver: Driver = drive({ machines: { machine: definitionOf(row) }, functions });
  const seconds = (): number => (driver.clock.milliseconds - START) / 1000;
  for (const [name, behaviours] of Object.entries(row.functions ?? {})) {
    let call = 0;
    functions[name] = (payload) => {
      calls.push(name);
      callsAt.push(seconds());
      return behave(driver, behaviours[Math.min(call++, behaviours.length - 1)]!, payload);
    };
  }
  const arn = await driver.start("case", row.input ?? {});
  const { status, output, error, cause, stopped } = await driver.finish(arn);
  driver.interpreter.close();
  return {
    status,
    ...(output === null ? {} : { output: JSON.parse(output) as Json }),
    ...(error === null ? {} : { error }),
    ...(cause === null ? {} : { cause }),
    calls,
    callsAt,
    seconds: ((stopped ?? START) - START) / 1000,
    faults: driver.faults,
  };
}

async function behave({ interpreter }: Driver, behaviour: Behaviour, payload: Json): Promise<Json> {
  if ("returns" in behaviour) return behaviour.returns;
  if ("echoes" in behaviour) return payload;
  if ("throws" in behaviour) throw Object.assign(new Error(behaviour.message ?? ""), { name: behaviour.throws });
  if ("never" in behaviour) return new Promise(() => undefined);
  const token = String((payload as JsonObject).token);
  if ("succeeds" in behaviour) await sendTaskSuccess(interpreter, token, JSON.stringify(behaviour.succeeds));
  else await sendTaskFailure(interpreter, token, behaviour.fails, behaviour.cause);
  await turn();
  return null;
}
