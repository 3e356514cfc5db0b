/** Map, inline and distributed. */
import { distributedMap, fail, map, pass, task, type Behaviour, type Case } from "../case.ts";

const MAP = "Map State";
const TOLERANCE = "Map State: tolerated failure";
const BATCHER = "Map State: ItemBatcher";
const double = { D: pass({ Output: "{% $states.input * 2 %}" }) };
/** Fails for even numbers. */
const odd = {
  Odd: { Type: "Choice", Choices: [{ Condition: "{% $states.input % 2 = 0 %}", Next: "Even" }], Default: "Fine" },
  Even: fail("Even"),
  Fine: pass(),
};
const EXCEEDED = "States.ExceedToleratedFailureThreshold";
const throws = (name: string): Behaviour => ({ throws: name, message: "no" });

export const MAPS: readonly Case[] = [
  {
    name: "a Map runs its processor for each item and lists the outputs",
    says: MAP,
    states: { A: map(double, { Items: "{% $states.input.list %}" }) },
    input: { list: [1, 2, 3] },
    expect: { output: [2, 4, 6] },
  },
  {
    name: "without Items the input is the list",
    says: MAP,
    states: { A: map(double) },
    input: [4, 5],
    expect: { output: [8, 10] },
  },
  {
    name: "Items may be a list with expressions",
    says: MAP,
    states: { A: map(double, { Items: [1, "{% $states.input %}"] }) },
    input: 7,
    expect: { output: [2, 14] },
  },
  {
    name: "a Map over nothing gives an empty list",
    says: MAP,
    states: { A: map(double) },
    input: [],
    expect: { output: [] },
  },
  {
    name: "Items that are no list fail",
    says: MAP,
    states: { A: map(double, { Items: "{% 5 %}" }) },
    expect: { error: "States.QueryEvaluationError", causeHas: "Items" },
  },
  {
    name: "Items of one that JSONata has unwrapped fail, as it is no list",
    says: MAP,
    states: { A: map(double, { Items: "{% $states.input[$ > 2] %}" }) },
    input: [1, 2, 3],
    expect: { error: "States.QueryEvaluationError" },
  },
  {
    name: "ItemSelector makes each iteration's input",
    says: MAP,
    states: {
      A: map(
        { D: pass() },
        {
          Items: ["a", "b"],
          ItemSelector: {
            i: "{% $states.context.Map.Item.Index %}",
            v: "{% $states.context.Map.Item.Value %}",
            all: "{% $states.input %}",
          },
        },
      ),
    },
    input: 9,
    expect: {
      output: [
        { i: 0, v: "a", all: 9 },
        { i: 1, v: "b", all: 9 },
      ],
    },
  },
  {
    name: "an ItemSelector that goes wrong fails the Map",
    says: MAP,
    states: { A: map({ D: pass() }, { Items: [1], ItemSelector: "{% $no %}" }) },
    expect: { error: "States.QueryEvaluationError", causeHas: "ItemSelector" },
  },
  {
    name: "states of an iteration see the item in their context",
    says: "Context object: Map",
    states: { A: map({ D: pass({ Output: "{% $states.context.Map.Item.Index %}" }) }, { Items: ["a", "b"] }) },
    expect: { output: [0, 1] },
  },
  {
    name: "a Map's Output reads its result and its input",
    says: MAP,
    states: { A: map(double, { Items: [1, 2], Output: "{% [$states.input, $sum($states.result)] %}" }) },
    input: "in",
    expect: { output: ["in", 6] },
  },
  {
    name: "iterations run side by side",
    says: MAP,
    states: { A: map({ W: { Type: "Wait", Seconds: 10, End: true } }, { Items: [1, 2, 3] }) },
    expect: { seconds: 10 },
  },
  {
    name: "MaxConcurrency 1 runs one after the other",
    says: MAP,
    states: { A: map({ W: { Type: "Wait", Seconds: 10, End: true } }, { Items: [1, 2, 3], MaxConcurrency: 1 }) },
    expect: { seconds: 30 },
  },
  {
    name: "MaxConcurrency may be an expression",
    says: MAP,
    states: {
      A: map(
        { W: { Type: "Wait", Seconds: 10, End: true } },
        { Items: [1, 2, 3], MaxConcurrency: "{% $states.input %}" },
      ),
    },
    input: 2,
    expect: { seconds: 20 },
  },
  {
    name: "MaxConcurrency 0 sets no bound, but an inline Map runs 40 at once",
    says: "Map State; Developer Guide: inline Map",
    states: {
      A: map(
        { W: { Type: "Wait", Seconds: 10, Output: 1, End: true } },
        { Items: "{% [1..41] %}", MaxConcurrency: 0, Output: "{% $sum($states.result) %}" },
      ),
    },
    expect: { output: 41, seconds: 20 },
  },
  {
    name: "an iteration that fails fails an inline Map with its own error",
    says: MAP,
    states: { A: map(odd, { Items: [1, 2, 3] }) },
    expect: { error: "Even", cause: "caused by Even" },
  },
  {
    name: "an iteration that fails ends the others",
    says: MAP,
    states: {
      A: map(
        {
          P: { Type: "Choice", Choices: [{ Condition: "{% $states.input = 1 %}", Next: "Bad" }], Default: "Long" },
          Bad: fail("Bad"),
          Long: { Type: "Wait", Seconds: 60, Next: "Late" },
          Late: task("late"),
        },
        { Items: [0, 1, 2], Catch: [{ ErrorEquals: ["Bad"], Next: "C" }] },
      ),
      C: { Type: "Wait", Seconds: 100, Output: "caught", End: true },
    },
    functions: { late: [{ echoes: true }] },
    expect: { output: "caught", calls: [], seconds: 100 },
  },
  {
    name: "a Map that is retried runs every item again",
    says: MAP,
    states: {
      A: map(
        { T: task("f") },
        { Items: [1, 2], MaxConcurrency: 1, Retry: [{ ErrorEquals: ["E"], IntervalSeconds: 2 }] },
      ),
    },
    functions: { f: [{ echoes: true }, throws("E"), { echoes: true }] },
    expect: { output: [1, 2], callsAt: [0, 0, 2, 2] },
  },
  {
    name: "an error inside an iteration is caught there",
    says: MAP,
    states: {
      A: map(
        { T: task("f", { Catch: [{ ErrorEquals: ["E"], Next: "M" }] }), M: pass({ Output: "mended" }) },
        { Items: [1, 2], MaxConcurrency: 1 },
      ),
    },
    functions: { f: [throws("E"), { echoes: true }] },
    expect: { output: ["mended", 2] },
  },
  {
    name: "results above 256 KiB are States.DataLimitExceeded",
    says: "Errors: States.DataLimitExceeded",
    states: { A: map({ P: pass({ Output: "{% $pad('', 100000, 'x') %}" }) }, { Items: [1, 2, 3], Output: 1 }) },
    expect: { error: "States.DataLimitExceeded" },
  },

  {
    name: "a distributed Map lists the outputs in the order of the items",
    says: MAP,
    states: { A: distributedMap(double, { Items: [1, 2, 3] }) },
    expect: { output: [2, 4, 6] },
  },
  {
    name: "a distributed iteration does not see the variables around it",
    says: "Variables: scope",
    states: {
      A: pass({ Assign: { x: 1 }, Next: "B" }),
      B: distributedMap({ C: pass({ Output: "{% $exists($x) %}" }) }, { Items: [1] }),
    },
    expect: { output: [false] },
  },
  {
    name: "a distributed Map's ItemSelector does see them",
    says: "Variables: scope",
    states: {
      A: pass({ Assign: { x: 10 }, Next: "B" }),
      B: distributedMap(double, { Items: [1], ItemSelector: "{% $x + $states.context.Map.Item.Value %}" }),
    },
    expect: { output: [22] },
  },
  {
    name: "a distributed iteration is an execution of its own, with the item as its input",
    says: "Context object",
    states: {
      A: distributedMap(
        { C: pass({ Output: "{% [$states.context.Execution.Input, $states.context.Execution.Name = 'case'] %}" }) },
        { Items: [5] },
      ),
    },
    expect: { output: [[5, false]] },
  },
  {
    name: "without a tolerance the first failed item fails a distributed Map",
    says: TOLERANCE,
    states: { A: distributedMap(odd, { Items: [1, 2, 3] }) },
    expect: { error: EXCEEDED },
  },
  {
    name: "failed items within ToleratedFailureCount are borne, and left out of the result",
    says: TOLERANCE,
    states: { A: distributedMap(odd, { Items: [1, 2, 3, 4, 5], ToleratedFailureCount: 2 }) },
    expect: { output: [1, 3, 5] },
  },
  {
    name: "one more than ToleratedFailureCount fails the Map",
    says: TOLERANCE,
    states: { A: distributedMap(odd, { Items: [1, 2, 3, 4, 6], ToleratedFailureCount: 2 }) },
    expect: { error: EXCEEDED },
  },
  {
    name: "a share of exactly ToleratedFailurePercentage is borne",
    says: TOLERANCE,
    states: { A: distributedMap(odd, { Items: [1, 2, 3, 4], ToleratedFailurePercentage: 50 }) },
    expect: { output: [1, 3] },
  },
  {
    name: "a larger share fails the Map",
    says: TOLERANCE,
    states: { A: distributedMap(odd, { Items: [1, 2, 4], ToleratedFailurePercentage: 50 }) },
    expect: { error: EXCEEDED },
  },
  {
    name: "of two tolerances the stricter counts",
    says: TOLERANCE,
    states: {
      A: distributedMap(odd, { Items: [1, 2, 3, 4], ToleratedFailurePercentage: 90, ToleratedFailureCount: 1 }),
    },
    expect: { error: EXCEEDED },
  },
  {
    name: "an exceeded tolerance can be caught",
    says: TOLERANCE,
    states: {
      A: distributedMap(odd, { Items: [2], Catch: [{ ErrorEquals: [EXCEEDED], Next: "B" }] }),
      B: pass({ Output: "{% $states.input.Error %}" }),
    },
    expect: { output: EXCEEDED },
  },
  {
    name: "batches hold at most MaxItemsPerBatch items, under Items",
    says: BATCHER,
    states: { A: distributedMap({ P: pass() }, { Items: [1, 2, 3, 4, 5], ItemBatcher: { MaxItemsPerBatch: 2 } }) },
    expect: { output: [{ Items: [1, 2] }, { Items: [3, 4] }, { Items: [5] }] },
  },
  {
    name: "every batch has the BatchInput",
    says: BATCHER,
    states: {
      A: distributedMap(
        { P: pass() },
        { Items: [1, 2], ItemBatcher: { MaxItemsPerBatch: 1, BatchInput: { week: "{% $states.input %}" } } },
      ),
    },
    input: [10, 11],
    expect: {
      output: [
        { BatchInput: { week: [10, 11] }, Items: [1] },
        { BatchInput: { week: [10, 11] }, Items: [2] },
      ],
    },
  },
  // {"Items":["aaaa","bbbb"]} has 25 bytes, with a third item 32.
  {
    name: "batches have at most MaxInputBytesPerBatch bytes",
    says: BATCHER,
    states: {
      A: distributedMap(
        { P: pass({ Output: "{% $count($states.input.Items) %}" }) },
        { Items: ["aaaa", "bbbb", "cccc"], ItemBatcher: { MaxInputBytesPerBatch: 31 } },
      ),
    },
    expect: { output: [2, 1] },
  },
  {
    name: "with 32 bytes the third item fits",
    says: BATCHER,
    states: {
      A: distributedMap(
        { P: pass({ Output: "{% $count($states.input.Items) %}" }) },
        { Items: ["aaaa", "bbbb", "cccc"], ItemBatcher: { MaxInputBytesPerBatch: 32 } },
      ),
    },
    expect: { output: [3] },
  },
  {
    name: "ItemSelector comes before batching",
    says: BATCHER,
    states: {
      A: distributedMap(
        { P: pass() },
        {
          Items: [1, 2, 3],
          ItemSelector: "{% $states.context.Map.Item.Value * 10 %}",
          ItemBatcher: { MaxItemsPerBatch: "{% 1 + 1 %}" },
        },
      ),
    },
    expect: { output: [{ Items: [10, 20] }, { Items: [30] }] },
  },
  {
    name: "a failed batch counts all its items as failed",
    says: TOLERANCE,
    states: {
      A: distributedMap(
        {
          P: { Type: "Choice", Choices: [{ Condition: "{% 2 in $states.input.Items %}", Next: "F" }], Default: "G" },
          F: fail("Bad"),
          G: pass(),
        },
        { Items: [1, 2, 3, 4], ItemBatcher: { MaxItemsPerBatch: 2 }, ToleratedFailureCount: 1 },
      ),
    },
    expect: { error: EXCEEDED },
  },
];
