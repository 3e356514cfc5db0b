/** Parallel: every branch gets the same input; the result is the list of their outputs. */
import { hold } from "./engine.ts";
import { payloadText } from "../expressions.ts";
import type { Pending } from "../journal/records.ts";
import type { Json, ParallelState } from "../machine.ts";
import { runChildren, type RunGroup } from "./children.ts";
import {
  attemptPath,
  blankPending,
  contextOf,
  evaluateResults,
  exitTo,
  placeOf,
  type Exit,
  type Visit,
} from "./visit.ts";

export async function attemptParallel(
  visit: Visit<ParallelState>,
  pending: Pending,
  runGroup: RunGroup,
): Promise<Exit> {
  const { Branches } = visit.state;
  const { input } = (pending.phase === "entered" ? await prepare(visit, pending) : pending.arguments) as {
    input: Json;
  };
  const path = attemptPath(visit.path, pending.attempts);
  const outputs = new Array<Json>(Branches.length).fill(null);
  await runChildren(visit, `${path}[`, Branches.length, Branches.length, async (index, cancellation) => {
    const scope = { ...visit.scope, path: `${path}[${index}]`, cancellation, variables: visit.variables };
    outputs[index] = await runGroup(scope, Branches[index]!, input);
  });
  payloadText(outputs, `The result of "${visit.name}"`);
  const context = contextOf(visit, pending.attempts, null);
  return exitTo(visit, await evaluateResults(visit, visit.state, { context, result: outputs }, outputs));
}

async function prepare(visit: Visit<ParallelState>, { attempts }: Pending): Promise<{ input: Json }> {
  const { engine, run, cancellation } = visit.scope;
  const { Arguments } = visit.state;
  const states = { input: visit.input, context: contextOf(visit, attempts, null) };
  const bindings = { states, variables: visit.variables };
  const input =
    Arguments === undefined
      ? visit.input
      : await engine.evaluator.template(Arguments, bindings, placeOf(visit, "Arguments"));
  payloadText(input, `The input of the branches of "${visit.name}"`);
  cancellation.check();
  hold(engine, run, { ...blankPending(visit, attempts), phase: "running", arguments: { input } });
  engine.report(run, { kind: "entered", path: visit.path, state: visit.name, type: "Parallel" });
  return { input };
}
