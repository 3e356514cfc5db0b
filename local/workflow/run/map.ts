/** Map: the processor once for each item (or batch); the result is the list of outputs in the order of the items. */
import { createHash } from "node:crypto";
import { StatesError } from "../errors.ts";
import { payloadText } from "../expressions.ts";
import type { Pending } from "../journal/records.ts";
import { isDistributed, type Json, type MapState } from "../machine.ts";
import { runChildren, type RunGroup } from "./children.ts";
import { hold } from "./engine.ts";
import { planMap, selectItem, type MapPlan } from "./mapPlan.ts";
import { attemptPath, blankPending, contextOf, evaluateResults, exitTo, timestamp } from "./visit.ts";
import type { Exit, Scope, Visit } from "./visit.ts";
import type { Cancellation } from "../cancellation.ts";

export async function attemptMap(visit: Visit<MapState>, pending: Pending, runGroup: RunGroup): Promise<Exit> {
  const plan = pending.phase === "entered" ? await prepare(visit, pending) : (pending.arguments as unknown as MapPlan);
  const path = attemptPath(visit.path, pending.attempts);
  const result = await iterate(visit, plan, path, runGroup);
  payloadText(result, `The result of "${visit.name}"`);
  const context = contextOf(visit, pending.attempts, null);
  return exitTo(visit, await evaluateResults(visit, visit.state, { context, result }, result));
}

async function prepare(visit: Visit<MapState>, { attempts }: Pending): Promise<MapPlan> {
  const { engine, run, cancellation } = visit.scope;
  const plan = await planMap(visit, attempts);
  cancellation.check();
  const fixed = plan as unknown as Json;
  hold(engine, run, { ...blankPending(visit, attempts), phase: "running", arguments: fixed });
  engine.report(run, { kind: "entered", path: visit.path, state: visit.name, type: "Map" });
  return plan;
}

async function iterate(visit: Visit<MapState>, plan: MapPlan, path: string, runGroup: RunGroup): Promise<Json[]> {
  const { items, sizes } = plan;
  const outputs = new Array<Json | undefined>(items.length);
  const tolerance = toleranceOf(visit, plan);
  await runChildren(visit, `${path}[`, items.length, plan.concurrency, async (index, cancellation) => {
    const item = items[index]!;
    try {
      const input = sizes === undefined ? await selectItem(visit, index, item) : item;
      payloadText(input, `The input of iteration ${index} of "${visit.name}"`);
      const scope = childScope(visit, `${path}[${index}]`, index, item, input, cancellation);
      outputs[index] = await runGroup(scope, visit.state.ItemProcessor, input);
    } catch (error) {
      if (!(error instanceof StatesError)) throw error;
      tolerance(error, sizes?.[index] ?? 1);
    }
  });
  return outputs.filter((output) => output !== undefined);
}

/**
 * An inline Map bears no failure and reports the iteration's own error; a distributed one counts failed items and reports
 * States.ExceedToleratedFailureThreshold, without a tolerance at the first.
 */
function toleranceOf(visit: Visit<MapState>, plan: MapPlan): (error: StatesError, items: number) => void {
  const total = plan.sizes?.reduce((sum, size) => sum + size, 0) ?? plan.items.length;
  const { toleratedCount, toleratedPercentage } = plan;
  const none = toleratedCount === undefined && toleratedPercentage === undefined;
  let failed = 0;
  return (error, items) => {
    if (!isDistributed(visit.state)) throw error;
    failed += items;
    const tooMany = toleratedCount !== undefined && failed > toleratedCount;
    const tooLarge = toleratedPercentage !== undefined && (100 * failed) / total > toleratedPercentage;
    if (!none && !tooMany && !tooLarge) return;
    const cause = `${failed} of ${total} items failed; the last: ${error.error}: ${error.cause}`;
    throw new StatesError("States.ExceedToleratedFailureThreshold", cause);
  };
}

/** An inline iteration sees the variables around it; a distributed one is an execution of its own and sees none. */
function childScope(
  visit: Visit<MapState>,
  path: string,
  index: number,
  item: Json,
  input: Json,
  cancellation: Cancellation,
): Scope {
  const { engine, run, execution, steps } = visit.scope;
  const shared = { engine, run, path, cancellation };
  if (!isDistributed(visit.state))
    return { ...shared, variables: visit.variables, item: { Index: index, Value: item }, execution, steps };
  const name = createHash("sha256").update(`${run.arn}${path}`).digest("hex").slice(0, 32);
  const label = visit.state.Label ?? visit.name;
  const Id = `${run.machineArn.replace(":stateMachine:", ":execution:")}/${label}:${name}`;
  const StartTime = timestamp(visit.entered);
  const own = { Id, Input: input, Name: name, RedriveCount: 0, StartTime };
  return { ...shared, variables: {}, execution: own, steps: { count: 0 } };
}
