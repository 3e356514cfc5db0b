/** Runs a group of states from StartAt to its end. A state whose exit is in the journal is not run again. */
import { runtimeError, StatesError } from "../errors.ts";
import type { Variables } from "../expressions.ts";
import { findExit, saveExit, type ExitRow } from "../journal/records.ts";
import type { Json, State, StateGroup } from "../machine.ts";
import type { RunGroup } from "./children.ts";
import { withRetryAndCatch } from "./fallible.ts";
import { attemptMap } from "./map.ts";
import { attemptParallel } from "./parallel.ts";
import { choice, fail, pass, succeed, wait } from "./simple.ts";
import { attemptTask } from "./task.ts";
import { pathOf, pendingOf, type Exit, type Scope, type Visit } from "./visit.ts";

/** Step Functions ends an execution after 25,000 events, two for each state; a loop that never waits must end here too. */
const MOST_STEPS = 12_500;
const TOO_MANY = "The execution reached the maximum number of history events (25000).";

/** @returns the group's output. @throws StatesError when a state fails and nothing catches that */
export const runGroup: RunGroup = async (scope: Scope, group: StateGroup, input: Json): Promise<Json> => {
  const visits = new Map<string, number>();
  let variables: Variables = scope.variables;
  let name = group.StartAt;
  let value = input;
  for (;;) {
    if (++scope.steps.count > MOST_STEPS) throw runtimeError(TOO_MANY);
    const number = (visits.get(name) ?? 0) + 1;
    visits.set(name, number);
    const path = pathOf(scope.path, name, number);
    const exit = recall(scope, path) ?? (await perform(scope, group.States[name]!, name, path, value, variables));
    if (exit.assigned !== undefined) variables = { ...variables, ...exit.assigned };
    value = exit.output;
    if (exit.next === undefined) return value;
    name = exit.next;
  }
};

/** @throws StatesError when the state failed in an earlier process */
function recall({ engine, run }: Scope, path: string): Exit | undefined {
  const row = run.resumed ? findExit(engine.journal, run.id, path) : undefined;
  if (row === undefined) return undefined;
  if (row.error !== null) throw new StatesError(row.error, row.cause!);
  return {
    output: JSON.parse(row.output!) as Json,
    ...(row.assigned === null ? {} : { assigned: JSON.parse(row.assigned) as Variables }),
    ...(row.next === null ? {} : { next: row.next }),
  };
}

async function perform(
  scope: Scope,
  state: State,
  name: string,
  path: string,
  input: Json,
  variables: Variables,
): Promise<Exit> {
  const { engine, cancellation } = scope;
  cancellation.check();
  const fresh = { scope, state, name, path, input, variables, entered: engine.now() };
  const visit = { ...fresh, entered: pendingOf(fresh).entered };
  try {
    const exit = await dispatch(visit);
    cancellation.check();
    leave(visit, { next: exit.next ?? null, output: JSON.stringify(exit.output), assigned: textOf(exit.assigned) });
    return exit;
  } catch (error) {
    if (!(error instanceof StatesError)) throw error;
    cancellation.check();
    leave(visit, { error: error.error, cause: error.cause });
    throw error;
  }
}

const textOf = (value: Variables | undefined): string | null => (value === undefined ? null : JSON.stringify(value));

function dispatch(visit: Visit): Promise<Exit> {
  const { state } = visit;
  switch (state.Type) {
    case "Pass":
      return pass({ ...visit, state });
    case "Choice":
      return choice({ ...visit, state });
    case "Wait":
      return wait({ ...visit, state });
    case "Succeed":
      return succeed({ ...visit, state });
    case "Fail":
      return fail({ ...visit, state });
    case "Task": {
      const task = { ...visit, state };
      return withRetryAndCatch(task, (pending) => attemptTask(task, pending));
    }
    case "Map": {
      const map = { ...visit, state };
      return withRetryAndCatch(map, (pending) => attemptMap(map, pending, runGroup));
    }
    case "Parallel": {
      const parallel = { ...visit, state };
      return withRetryAndCatch(parallel, (pending) => attemptParallel(parallel, pending, runGroup));
    }
    default:
      throw new Error(`State "${visit.name}" has an unknown type.`);
  }
}

function leave(visit: Visit, how: Partial<ExitRow>): void {
  const { engine, run } = visit.scope;
  const { path, name, state, entered } = visit;
  const blank = { next: null, output: null, assigned: null, error: null, cause: null };
  const exit = { path, state: name, type: state.Type, entered, exited: engine.now(), ...blank, ...how };
  saveExit(engine.journal, run.id, exit);
  engine.report(run, {
    kind: "exited",
    path,
    state: name,
    type: state.Type,
    ...(exit.next === null ? {} : { next: exit.next }),
    ...(exit.error === null ? {} : { error: exit.error, cause: exit.cause! }),
  });
}
