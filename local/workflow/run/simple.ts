/** The states that call nothing and fan nothing out: Pass, Choice, Wait, Succeed, Fail. */
import { queryError, StatesError } from "../errors.ts";
import type { Bindings } from "../expressions.ts";
import type { ChoiceRule, ChoiceState, FailState, PassState, SucceedState, WaitState } from "../machine.ts";
import { hold, until } from "./engine.ts";
import {
  blankPending,
  contextOf,
  evaluateResults,
  exitTo,
  pendingOf,
  placeOf,
  type Exit,
  type Visit,
} from "./visit.ts";

const bindingsOf = (visit: Visit): Bindings => ({
  states: { input: visit.input, context: contextOf(visit, [], null) },
  variables: visit.variables,
});

export async function pass(visit: Visit<PassState>): Promise<Exit> {
  const context = contextOf(visit, [], null);
  return exitTo(visit, await evaluateResults(visit, visit.state, { context }, visit.input));
}

export async function succeed(visit: Visit<SucceedState>): Promise<Exit> {
  const context = contextOf(visit, [], null);
  return evaluateResults(visit, visit.state, { context }, visit.input);
}

export async function fail(visit: Visit<FailState>): Promise<never> {
  const { evaluator } = visit.scope.engine;
  const read = async (field: "Error" | "Cause"): Promise<string> => {
    const template = visit.state[field];
    if (template === undefined) return "";
    const value = await evaluator.template(template, bindingsOf(visit), placeOf(visit, field));
    if (typeof value === "string") return value;
    throw queryError(`${placeOf(visit, field)} must be text, but was ${JSON.stringify(value)}.`);
  };
  throw new StatesError(await read("Error"), await read("Cause"));
}

/** The first rule whose Condition is true; its own Output and Assign count, the state's only for Default. */
export async function choice(visit: Visit<ChoiceState>): Promise<Exit> {
  const context = contextOf(visit, [], null);
  for (const [index, rule] of visit.state.Choices.entries()) {
    if (!(await holds(visit, rule, index))) continue;
    const results = await evaluateResults(visit, rule, { context }, visit.input, `Choices/${index}/`);
    return { ...results, next: rule.Next };
  }
  const { Default } = visit.state;
  if (Default === undefined)
    throw new StatesError("States.NoChoiceMatched", `No rule of "${visit.name}" matched, and it has no Default.`);
  return { ...(await evaluateResults(visit, visit.state, { context }, visit.input)), next: Default };
}

async function holds(visit: Visit<ChoiceState>, rule: ChoiceRule, index: number): Promise<boolean> {
  const place = placeOf(visit, `Choices/${index}/Condition`);
  const value = await visit.scope.engine.evaluator.template(rule.Condition, bindingsOf(visit), place);
  if (typeof value === "boolean") return value;
  throw queryError(`${place} must be true or false, but was ${JSON.stringify(value)}.`);
}

const MOST_SECONDS = 99_999_999;
const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

export async function wait(visit: Visit<WaitState>): Promise<Exit> {
  const { engine, run, cancellation } = visit.scope;
  let pending = pendingOf(visit);
  if (pending.due === null) {
    pending = hold(engine, run, { ...blankPending(visit, []), phase: "waiting", due: await wakingTime(visit) });
    engine.report(run, { kind: "entered", path: visit.path, state: visit.name, type: "Wait" });
  }
  await until(engine, run, visit.path, pending.due!, cancellation);
  const context = contextOf(visit, [], null);
  return exitTo(visit, await evaluateResults(visit, visit.state, { context }, visit.input));
}

async function wakingTime(visit: Visit<WaitState>): Promise<number> {
  const { evaluator } = visit.scope.engine;
  const { Seconds, Timestamp } = visit.state;
  if (Seconds !== undefined) {
    const range = { least: 0, most: MOST_SECONDS };
    return (
      visit.entered + 1000 * (await evaluator.number(Seconds, bindingsOf(visit), placeOf(visit, "Seconds"), range))
    );
  }
  const value = await evaluator.template(Timestamp!, bindingsOf(visit), placeOf(visit, "Timestamp"));
  const time = typeof value === "string" && RFC3339.test(value) ? Date.parse(value) : Number.NaN;
  if (!Number.isNaN(time)) return time;
  throw queryError(`${placeOf(visit, "Timestamp")} must be RFC 3339 with a zone, but was ${JSON.stringify(value)}.`);
}
