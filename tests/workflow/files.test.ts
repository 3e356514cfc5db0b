import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { FUNCTIONS } from "../../functions/contract/functions.ts";
import { readMachines } from "../../local/workflow/read/readMachine.ts";
import { machineFile } from "../support/system.ts";

const FILES = readdirSync(new URL("../../workflows/", import.meta.url))
  .filter((name) => name.endsWith(".asl.json"))
  .map((name) => name.slice(0, -".asl.json".length));

interface State {
  readonly Type: string;
  readonly TimeoutSeconds?: number | string;
  readonly Retry?: readonly unknown[];
  readonly Catch?: readonly { readonly ErrorEquals: readonly string[] }[];
  readonly Arguments?: { readonly FunctionName: string };
  readonly ItemProcessor?: { readonly States: Readonly<Record<string, State>> };
}

/** Every state with the states around it. */
function statesOf(
  states: Readonly<Record<string, State>>,
  around: readonly State[] = [],
): [string, State, readonly State[]][] {
  return Object.entries(states).flatMap(([name, state]) => [
    [name, state, around] as [string, State, readonly State[]],
    ...(state.ItemProcessor === undefined ? [] : statesOf(state.ItemProcessor.States, [...around, state])),
  ]);
}

test("there are workflow files, and the interpreter takes them all", () => {
  expect(FILES).toEqual([
    "agreement-approval",
    "board-optimization",
    "board-publication",
    "coalition-costs",
    "settlement-reckoning",
    "weekly-planning",
    "year-planning",
  ]);
  expect(readMachines(FILES.map(machineFile))).toHaveLength(FILES.length);
});

test.each(FILES)(
  "%s: every execution and every task ends in time, is tried again, and its failure is dealt with",
  (name) => {
    const machine = JSON.parse(machineFile(name).text) as { TimeoutSeconds?: number; States: Record<string, State> };
    expect(machine.TimeoutSeconds).toBeGreaterThan(0);
    const tasks = statesOf(machine.States).filter(([, { Type }]) => Type === "Task");
    expect(tasks.length).toBeGreaterThan(0);
    for (const [task, state, around] of tasks) {
      // An expression is checked where it is evaluated.
      if (typeof state.TimeoutSeconds !== "string") expect(state.TimeoutSeconds, task).toBeGreaterThan(0);
      expect(state.Retry?.length, task).toBeGreaterThan(0);
      const caught = [state, ...around].some(({ Catch }) =>
        Catch?.some((one) => one.ErrorEquals.includes("States.ALL")),
      );
      // An answer that cannot be given is the caller's own timeout.
      if (state.Arguments?.FunctionName !== "${answerCaller}") expect(caught, task).toBe(true);
    }
  },
);

test("a task waits a little longer than its function may run, so that the function's own error is the one seen", () => {
  const seconds = new Map(FUNCTIONS.map((one) => [`\${${one.name}}`, one.timeoutSeconds]));
  for (const name of FILES) {
    const machine = JSON.parse(machineFile(name).text) as { States: Record<string, State> };
    for (const [task, { Type, TimeoutSeconds, Arguments }] of statesOf(machine.States))
      if (Type === "Task" && typeof TimeoutSeconds !== "string")
        expect(TimeoutSeconds, task).toBeGreaterThan(seconds.get(Arguments!.FunctionName)!);
  }
});
