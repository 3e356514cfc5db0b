/** The supported part of the States Language, field by field as it stands in the file. `readMachine` vouches for it. */
import type { Json } from "../../functions/ports/workflows.ts";

export type { Json };
export type JsonObject = { readonly [key: string]: Json };

/** A value with `{% … %}` strings in it. */
export type Template = Json;
/** A number, or a `{% … %}` string that gives one. */
export type NumberTemplate = number | string;

/** States that run after each other: the whole machine, a branch of a Parallel, the processor of a Map. */
export interface StateGroup {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State>>;
}

export interface Machine extends StateGroup {
  readonly QueryLanguage: "JSONata";
  readonly Comment?: string;
  readonly Version?: string;
  readonly TimeoutSeconds?: number;
}

interface Common {
  readonly Comment?: string;
  readonly QueryLanguage?: "JSONata";
}

interface Transition {
  readonly Next?: string;
  readonly End?: boolean;
}

interface Results {
  readonly Output?: Template;
  readonly Assign?: JsonObject;
}

export interface Retrier {
  readonly ErrorEquals: readonly string[];
  readonly IntervalSeconds?: number;
  readonly MaxAttempts?: number;
  readonly BackoffRate?: number;
  readonly MaxDelaySeconds?: number;
  readonly JitterStrategy?: "NONE" | "FULL";
}

export interface Catcher extends Results {
  readonly ErrorEquals: readonly string[];
  readonly Next: string;
}

export interface Fallible {
  readonly Retry?: readonly Retrier[];
  readonly Catch?: readonly Catcher[];
}

export const INVOKE = "arn:aws:states:::lambda:invoke";
export const INVOKE_AND_WAIT = "arn:aws:states:::lambda:invoke.waitForTaskToken";

export interface TaskState extends Common, Transition, Results, Fallible {
  readonly Type: "Task";
  readonly Resource: typeof INVOKE | typeof INVOKE_AND_WAIT;
  readonly Arguments: Template;
  readonly TimeoutSeconds?: NumberTemplate;
  readonly HeartbeatSeconds?: NumberTemplate;
}

export interface PassState extends Common, Transition, Results {
  readonly Type: "Pass";
}

export interface ChoiceRule extends Results {
  readonly Condition: string;
  readonly Next: string;
}

export interface ChoiceState extends Common, Results {
  readonly Type: "Choice";
  readonly Choices: readonly ChoiceRule[];
  readonly Default?: string;
}

export interface WaitState extends Common, Transition, Results {
  readonly Type: "Wait";
  readonly Seconds?: NumberTemplate;
  readonly Timestamp?: string;
}

export interface SucceedState extends Common {
  readonly Type: "Succeed";
  readonly Output?: Template;
}

export interface FailState extends Common {
  readonly Type: "Fail";
  readonly Error?: string;
  readonly Cause?: string;
}

export interface ParallelState extends Common, Transition, Results, Fallible {
  readonly Type: "Parallel";
  readonly Arguments?: Template;
  readonly Branches: readonly StateGroup[];
}

export interface ItemBatcher {
  readonly MaxItemsPerBatch?: NumberTemplate;
  readonly MaxInputBytesPerBatch?: NumberTemplate;
  readonly BatchInput?: Template;
}

export interface ItemProcessor extends StateGroup {
  readonly ProcessorConfig?: {
    readonly Mode: "INLINE" | "DISTRIBUTED";
    readonly ExecutionType?: "STANDARD" | "EXPRESS";
  };
}

export interface MapState extends Common, Transition, Results, Fallible {
  readonly Type: "Map";
  readonly ItemProcessor: ItemProcessor;
  readonly Items?: Template;
  readonly ItemSelector?: Template;
  readonly ItemBatcher?: ItemBatcher;
  readonly MaxConcurrency?: NumberTemplate;
  readonly ToleratedFailureCount?: NumberTemplate;
  readonly ToleratedFailurePercentage?: NumberTemplate;
  readonly Label?: string;
}

export type State =
  TaskState | PassState | ChoiceState | WaitState | SucceedState | FailState | ParallelState | MapState;

export const isDistributed = (state: MapState): boolean => state.ItemProcessor.ProcessorConfig?.Mode === "DISTRIBUTED";
