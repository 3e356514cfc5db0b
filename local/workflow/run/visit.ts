/** One visit of one state: where it is, what it sees, and what it leaves behind. */
import type { Cancellation } from "../cancellation.ts";
import { payloadText, type Variables } from "../expressions.ts";
import { findPending, type Pending } from "../journal/records.ts";
import type { Json, JsonObject, State } from "../machine.ts";
import type { Engine, Run } from "./engine.ts";

/** Where a group of states runs: the machine itself, a branch, an iteration. */
export interface Scope {
  readonly engine: Engine;
  readonly run: Run;
  /** Path of the group: "" for the machine, "/Price[3]" for the fourth iteration of Price. */
  readonly path: string;
  readonly cancellation: Cancellation;
  /** What the scopes around have assigned; the group sees it and does not change it. */
  readonly variables: Variables;
  /** `$states.context.Map.Item` inside an iteration. */
  readonly item?: { readonly Index: number; readonly Value: Json };
  /** `$states.context.Execution`, which an iteration of a distributed Map has of its own. */
  readonly execution: JsonObject;
  /** How many states the execution has visited. */
  readonly steps: { count: number };
}

export interface Visit<S extends State = State> {
  readonly scope: Scope;
  readonly name: string;
  readonly state: S;
  readonly path: string;
  readonly input: Json;
  readonly variables: Variables;
  readonly entered: number;
}

/** How a state was left. Without `next` the group ends. */
export interface Exit {
  readonly output: Json;
  readonly assigned?: Variables;
  readonly next?: string;
}

const RESERVED: Readonly<Record<string, string>> = { "%": "%25", "/": "%2F", "#": "%23", "@": "%40", "[": "%5B" };

/** `/Ask`, and from the second visit on `/Ask#2`. */
export function pathOf(groupPath: string, name: string, visit: number): string {
  const safe = name.replace(/[%/#@[]/g, (character) => RESERVED[character]!);
  return `${groupPath}/${safe}${visit > 1 ? `#${visit}` : ""}`;
}

/** Below it lie the children of one attempt: `/Price` of the first, `/Price@2` of the second. */
export function attemptPath(path: string, attempts: readonly number[]): string {
  const number = retryCount(attempts) + 1;
  return number > 1 ? `${path}@${number}` : path;
}

export const retryCount = (attempts: readonly number[]): number => attempts.reduce((sum, count) => sum + count, 0);

export const timestamp = (milliseconds: number): string => new Date(milliseconds).toISOString();

/** `$states.context` */
export function contextOf(visit: Visit, attempts: readonly number[], token: string | null): JsonObject {
  const { scope, name, entered } = visit;
  return {
    Execution: scope.execution,
    State: { EnteredTime: timestamp(entered), Name: name, RetryCount: retryCount(attempts) },
    StateMachine: { Id: scope.run.machineArn, Name: scope.run.workflow },
    ...(token === null ? {} : { Task: { Token: token } }),
    ...(scope.item === undefined ? {} : { Map: { Item: { ...scope.item } } }),
  };
}

export const placeOf = (visit: Visit, field: string): string => `"${visit.name}" ${field}`;

interface Results {
  readonly Output?: Json;
  readonly Assign?: JsonObject;
}

/** What `$states` holds besides the input while the results are evaluated. */
interface StatesSeen {
  readonly context: JsonObject;
  readonly result?: Json;
  readonly errorOutput?: Json;
}

/**
 * Output and Assign, both from the values at the state's entry: neither sees the other.
 *
 * @param otherwise the output where there is no Output field
 */
export async function evaluateResults(
  visit: Visit,
  { Output, Assign }: Results,
  states: StatesSeen,
  otherwise: Json,
  field = "",
): Promise<{ output: Json; assigned?: Variables }> {
  const { evaluator } = visit.scope.engine;
  const bindings = { states: { input: visit.input, ...states }, variables: visit.variables };
  const output =
    Output === undefined ? otherwise : await evaluator.template(Output, bindings, placeOf(visit, `${field}Output`));
  payloadText(output, `The output of "${visit.name}"`);
  if (Assign === undefined) return { output };
  const assigned = (await evaluator.template(Assign, bindings, placeOf(visit, `${field}Assign`))) as Variables;
  payloadText(assigned, `What "${visit.name}" assigns`);
  return { output, assigned };
}

export function exitTo(
  visit: Visit<Extract<State, { Next?: string }>>,
  results: { output: Json; assigned?: Variables },
): Exit {
  return visit.state.Next === undefined ? results : { ...results, next: visit.state.Next };
}

/** What the journal holds about the visit, or a fresh start. */
export function pendingOf(visit: Visit): Pending {
  const { engine, run } = visit.scope;
  const found = run.resumed ? findPending(engine.journal, run.id, visit.path) : undefined;
  return found ?? blankPending(visit, []);
}

export function blankPending(visit: Visit, attempts: readonly number[]): Pending {
  return {
    path: visit.path,
    state: visit.name,
    type: visit.state.Type,
    entered: visit.entered,
    phase: "entered",
    attempts,
    due: null,
    deadline: null,
    heartbeatSeconds: null,
    heartbeatDue: null,
    token: null,
    arguments: null,
    answer: null,
  };
}
