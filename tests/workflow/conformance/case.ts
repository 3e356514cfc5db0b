/**
 * One row of the conformance table: a workflow, what its functions do, and what the States Language specification
 * (states-language.net/spec.html) and the Step Functions Developer Guide say must come of it.
 */
import type { Json } from "../../../functions/ports/workflows.ts";
import type { JsonObject } from "../../../local/workflow/machine.ts";

/** What a function does at one call; at further calls than are listed, the last again. */
export type Behaviour =
  | { readonly returns: Json }
  /** Gives its payload back. */
  | { readonly echoes: true }
  | { readonly throws: string; readonly message?: string }
  | { readonly never: true }
  /** Answers its payload's `token`, then returns. */
  | { readonly succeeds: Json }
  | { readonly fails: string; readonly cause: string };

export interface Case {
  readonly name: string;
  /** Section of the specification, or page of the Developer Guide, that says so. */
  readonly says: string;
  readonly states: JsonObject;
  readonly startAt?: string;
  readonly timeoutSeconds?: number;
  readonly input?: Json;
  readonly functions?: Readonly<Record<string, readonly Behaviour[]>>;
  readonly expect: Expectation;
}

export interface Expectation {
  /** Default SUCCEEDED, and FAILED where an error is expected. */
  readonly status?: string;
  readonly output?: Json;
  readonly error?: string;
  readonly cause?: string;
  /** A part of the cause. */
  readonly causeHas?: string;
  /** Functions in the order of their calls. */
  readonly calls?: readonly string[];
  /** When each call was made, in seconds from the start. */
  readonly callsAt?: readonly number[];
  /** How long the execution took. */
  readonly seconds?: number;
}

const INVOKE = "arn:aws:states:::lambda:invoke";

/** A Task that calls a function with its input and passes on what that returns; ends its group unless told otherwise. */
export function task(functionName: string, fields: JsonObject = {}): JsonObject {
  return {
    Type: "Task",
    Resource: INVOKE,
    Arguments: { FunctionName: functionName, Payload: "{% $states.input %}" },
    Output: "{% $states.result.Payload %}",
    ...endUnlessNext(fields),
  };
}

/** A Task that waits for its token. */
export function askTask(functionName: string, fields: JsonObject = {}): JsonObject {
  return {
    Type: "Task",
    Resource: `${INVOKE}.waitForTaskToken`,
    Arguments: { FunctionName: functionName, Payload: { token: "{% $states.context.Task.Token %}" } },
    ...endUnlessNext(fields),
  };
}

export const pass = (fields: JsonObject = {}): JsonObject => ({ Type: "Pass", ...endUnlessNext(fields) });

export const fail = (error: string): JsonObject => ({ Type: "Fail", Error: error, Cause: `caused by ${error}` });

export function map(processor: JsonObject, fields: JsonObject = {}): JsonObject {
  return { Type: "Map", ItemProcessor: group(processor), ...endUnlessNext(fields) };
}

export function distributedMap(processor: JsonObject, fields: JsonObject = {}): JsonObject {
  const ProcessorConfig = { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" };
  return { Type: "Map", ItemProcessor: { ProcessorConfig, ...group(processor) }, ...endUnlessNext(fields) };
}

export function parallel(branches: readonly JsonObject[], fields: JsonObject = {}): JsonObject {
  return { Type: "Parallel", Branches: branches.map(group), ...endUnlessNext(fields) };
}

/** The first of the states is where the group starts. */
const group = (states: JsonObject): JsonObject => ({ StartAt: Object.keys(states)[0]!, States: states });

const endUnlessNext = (fields: JsonObject): JsonObject => ("Next" in fields ? fields : { ...fields, End: true });
