/**
 * The workflow that is killed: a Map of six municipalities, each computing, asking for a decision by token, and computing
 * again; beside it a branch that retries and one of batches; then a wait of a day. Municipality 5 never answers.
 */
import type { Json } from "../../../functions/ports/workflows.ts";
import { askTask, distributedMap, map, parallel, pass, task } from "../conformance/case.ts";

export const ITEMS = 6;
export const SILENT = 5;
export const ASK_SECONDS = 3600;

const payload = (value: string) => ({
  key: "{% $states.context.State.Name & ' ' & $string($states.context.Map.Item.Index) %}",
  value,
});
const work = (fields: object) =>
  task("work", { Arguments: { FunctionName: "work", Payload: payload("{% $states.input %}") }, ...fields });

const municipality = {
  Price: work({ Next: "Ask" }),
  Ask: askTask("ask", {
    Arguments: {
      FunctionName: "ask",
      Payload: { ...payload("{% $states.input %}"), token: "{% $states.context.Task.Token %}" },
    },
    TimeoutSeconds: ASK_SECONDS,
    Catch: [{ ErrorEquals: ["States.Timeout"], Output: { silent: "{% $states.input %}" }, Next: "Silent" }],
    Assign: { decided: "{% $states.result %}" },
    Next: "Settle",
  }),
  Settle: work({ Output: "{% [$decided, $states.result.Payload] %}" }),
  Silent: pass(),
};

const flaky = {
  Flaky: task("flaky", {
    Arguments: { FunctionName: "flaky", Payload: { key: "Flaky", attempt: "{% $states.context.State.RetryCount %}" } },
    Retry: [{ ErrorEquals: ["Busy"], IntervalSeconds: 600, BackoffRate: 2, MaxAttempts: 3 }],
  }),
};

const batch = {
  Batch: task("work", {
    Arguments: {
      FunctionName: "work",
      Payload: { key: "{% 'Batch ' & $string($states.input.Items[0]) %}", value: "{% $sum($states.input.Items) %}" },
    },
  }),
};

const branches = [
  { Each: map(municipality, { Items: `{% [0..${ITEMS - 1}] %}`, MaxConcurrency: 4 }) },
  flaky,
  { Batches: distributedMap(batch, { Items: [0, 1, 2, 3, 4], ItemBatcher: { MaxItemsPerBatch: 2 } }) },
];

export const WORKFLOW = {
  QueryLanguage: "JSONata",
  StartAt: "All",
  States: {
    All: parallel(branches, { Assign: { all: "{% $states.result %}" }, Next: "Sleep" }),
    Sleep: { Type: "Wait", Seconds: 86_400, Next: "Publish" },
    Publish: task("work", { Arguments: { FunctionName: "work", Payload: { key: "Publish", value: "{% $all %}" } } }),
  },
};

// Price and Settle triple: i -> 3i -> asked, answered "yes 3i" -> Settle is given the answer and gives it back as text.
const decided = (index: number): Json => [`yes ${3 * index}`, `yes ${3 * index}!`];

/** What must come of it, killed or not. */
export const RESULT: Json = [
  [...Array.from({ length: ITEMS - 1 }, (_, index) => decided(index)), { silent: 3 * SILENT }],
  "third time",
  // The batches [0, 1], [2, 3], [4], each sum tripled.
  [3, 15, 12],
];
