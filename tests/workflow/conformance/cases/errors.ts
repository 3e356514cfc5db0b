/** Tasks that fail: Retry, Catch, timeouts, heartbeats, names of errors. */
import { askTask, parallel, pass, task, type Behaviour, type Case } from "../case.ts";

const RETRY = "Retrying after error";
const CATCH = "Fallback states";
const TASK = "Task State";
const throws = (name: string, message = "no"): Behaviour => ({ throws: name, message });
const echo: Behaviour = { echoes: true };
const retry = (fields: object = {}) => [{ ErrorEquals: ["States.ALL"], ...fields }];
const caught = (...names: string[]) => [{ ErrorEquals: names, Next: "Caught" }];
const Caught = pass({ Output: { caught: "{% $states.input.Error %}" } });

export const ERRORS: readonly Case[] = [
  {
    name: "what a function throws fails the execution, with its name as error",
    says: TASK,
    states: { A: task("f") },
    functions: { f: [throws("TooFull", "3 of 2 m³")] },
    expect: { error: "TooFull", cause: '{"errorType":"TooFull","errorMessage":"3 of 2 m³","trace":[]}' },
  },
  {
    name: "a function that does not exist is Lambda's own error",
    says: TASK,
    states: { A: task("nowhere") },
    expect: { error: "Lambda.ResourceNotFoundException" },
  },
  {
    name: "a function that returns nothing returns null",
    says: TASK,
    states: { A: task("f") },
    functions: { f: [{ returns: null }] },
    expect: { output: null },
  },

  {
    name: "without fields a retrier waits 1, 2 and 4 seconds",
    says: RETRY,
    states: { A: task("f", { Retry: retry() }) },
    functions: { f: [throws("E")] },
    expect: { error: "E", callsAt: [0, 1, 3, 7] },
  },
  {
    name: "intervals grow by BackoffRate",
    says: RETRY,
    states: { A: task("f", { Retry: retry({ IntervalSeconds: 3, BackoffRate: 1.5, MaxAttempts: 2 }) }) },
    functions: { f: [throws("E")] },
    expect: { error: "E", callsAt: [0, 3, 7.5] },
  },
  {
    name: "MaxDelaySeconds bounds the interval",
    says: RETRY,
    states: {
      A: task("f", { Retry: retry({ IntervalSeconds: 10, BackoffRate: 10, MaxDelaySeconds: 25, MaxAttempts: 3 }) }),
    },
    functions: { f: [throws("E")] },
    expect: { error: "E", callsAt: [0, 10, 35, 60] },
  },
  {
    name: "MaxAttempts 0 never retries",
    says: RETRY,
    states: { A: task("f", { Retry: retry({ MaxAttempts: 0 }) }) },
    functions: { f: [throws("E")] },
    expect: { error: "E", callsAt: [0] },
  },
  {
    name: "a retry that succeeds goes on",
    says: RETRY,
    states: { A: task("f", { Retry: retry() }) },
    input: 5,
    functions: { f: [throws("E"), throws("E"), echo] },
    expect: { output: 5, callsAt: [0, 1, 3] },
  },
  {
    name: "an error that no retrier names is not retried",
    says: RETRY,
    states: { A: task("f", { Retry: [{ ErrorEquals: ["Other"] }] }) },
    functions: { f: [throws("E")] },
    expect: { error: "E", callsAt: [0] },
  },
  {
    name: "each retrier counts for itself",
    says: RETRY,
    states: {
      A: task("f", {
        Retry: [
          { ErrorEquals: ["A", "B"], IntervalSeconds: 1, BackoffRate: 1, MaxAttempts: 2 },
          { ErrorEquals: ["C"], IntervalSeconds: 5 },
        ],
      }),
    },
    functions: { f: [throws("A"), throws("C"), throws("B"), echo] },
    expect: { callsAt: [0, 1, 6, 7] },
  },
  {
    name: "a retrier that is used up is not followed by a later one",
    says: RETRY,
    states: { A: task("f", { Retry: [{ ErrorEquals: ["A"], MaxAttempts: 1 }, { ErrorEquals: ["States.ALL"] }] }) },
    functions: { f: [throws("A")] },
    expect: { error: "A", callsAt: [0, 1] },
  },
  {
    name: "counts begin anew when the state is visited again",
    says: RETRY,
    states: {
      A: task("f", { Retry: retry({ MaxAttempts: 1 }), Next: "B" }),
      B: { Type: "Choice", Choices: [{ Condition: "{% $states.input = 1 %}", Next: "A" }], Default: "C" },
      C: pass(),
    },
    functions: { f: [throws("E"), { returns: 1 }, throws("E"), { returns: 2 }] },
    expect: { output: 2, callsAt: [0, 1, 1, 2] },
  },
  {
    name: "the context counts retries",
    says: "Context object: RetryCount",
    states: {
      A: task("f", {
        Arguments: { FunctionName: "f", Payload: "{% $states.context.State.RetryCount %}" },
        Retry: retry(),
      }),
    },
    functions: { f: [throws("E"), throws("E"), echo] },
    expect: { output: 2 },
  },
  {
    name: "FULL jitter waits at most the interval",
    says: RETRY,
    states: {
      A: task("f", {
        Retry: retry({ IntervalSeconds: 100, BackoffRate: 1, JitterStrategy: "FULL", MaxAttempts: 1 }),
        Output: "{% $millis() <= 1772431200000 + 100000 and $millis() > 1772431200000 %}",
      }),
    },
    functions: { f: [throws("E"), echo] },
    expect: { output: true },
  },
  {
    name: "retries come before catchers",
    says: CATCH,
    states: { A: task("f", { Retry: retry({ MaxAttempts: 1 }), Catch: caught("States.ALL") }), Caught },
    functions: { f: [throws("E")] },
    expect: { output: { caught: "E" }, callsAt: [0, 1] },
  },

  {
    name: "a catcher passes the error's output on",
    says: CATCH,
    states: { A: task("f", { Catch: [{ ErrorEquals: ["E"], Next: "B" }] }), B: pass() },
    functions: { f: [throws("E", "m")] },
    expect: { output: { Error: "E", Cause: '{"errorType":"E","errorMessage":"m","trace":[]}' } },
  },
  {
    name: "the first catcher that names the error is taken",
    says: CATCH,
    states: {
      A: task("f", {
        Catch: [
          { ErrorEquals: ["Other"], Next: "B" },
          { ErrorEquals: ["E"], Next: "Caught" },
          { ErrorEquals: ["States.ALL"], Next: "B" },
        ],
      }),
      B: pass({ Output: "wrong" }),
      Caught,
    },
    functions: { f: [throws("E")] },
    expect: { output: { caught: "E" } },
  },
  {
    name: "a catcher's Output reads input and error",
    says: CATCH,
    states: {
      A: task("f", {
        Catch: [{ ErrorEquals: ["E"], Next: "B", Output: "{% [$states.input, $states.errorOutput.Error] %}" }],
      }),
      B: pass(),
    },
    input: 1,
    functions: { f: [throws("E")] },
    expect: { output: [1, "E"] },
  },
  {
    name: "a catcher's Assign counts and the state's does not",
    says: CATCH,
    states: {
      A: task("f", {
        Assign: { x: "state", y: 1 },
        Catch: [{ ErrorEquals: ["E"], Next: "B", Assign: { x: "{% $states.errorOutput.Error %}" } }],
      }),
      B: pass({ Output: "{% [$x, $exists($y)] %}" }),
    },
    functions: { f: [throws("E")] },
    expect: { output: ["E", false] },
  },
  {
    name: "an error in a catcher's Output fails the state",
    says: CATCH,
    states: { A: task("f", { Catch: [{ ErrorEquals: ["States.ALL"], Next: "B", Output: "{% $no %}" }] }), B: pass() },
    functions: { f: [throws("E")] },
    expect: { error: "States.QueryEvaluationError", causeHas: "Catch/0/Output" },
  },
  {
    name: "an error in Arguments can be caught",
    says: CATCH,
    states: {
      A: task("f", {
        Arguments: { FunctionName: "f", Payload: "{% $no %}" },
        Catch: caught("States.QueryEvaluationError"),
      }),
      Caught,
    },
    expect: { output: { caught: "States.QueryEvaluationError" } },
  },
  {
    name: "an error in Output can be caught",
    says: CATCH,
    states: { A: task("f", { Output: "{% $no %}", Catch: caught("States.QueryEvaluationError") }), Caught },
    functions: { f: [echo] },
    expect: { output: { caught: "States.QueryEvaluationError" }, calls: ["f"] },
  },
  {
    name: "States.TaskFailed catches what a function throws",
    says: "Error names",
    states: { A: task("f", { Catch: caught("States.TaskFailed") }), Caught },
    functions: { f: [throws("Any")] },
    expect: { output: { caught: "Any" } },
  },
  {
    name: "States.TaskFailed does not catch States.Timeout",
    says: "Error names",
    states: {
      A: task("f", {
        TimeoutSeconds: 5,
        Catch: [...caught("States.TaskFailed"), { ErrorEquals: ["States.Timeout"], Next: "B" }],
      }),
      B: pass({ Output: "timeout" }),
      Caught,
    },
    functions: { f: [{ never: true }] },
    expect: { output: "timeout", seconds: 5 },
  },
  {
    name: "States.ALL catches States.Timeout",
    says: "Error names",
    states: { A: task("f", { TimeoutSeconds: 5, Catch: caught("States.ALL") }), Caught },
    functions: { f: [{ never: true }] },
    expect: { output: { caught: "States.Timeout" } },
  },
  {
    name: "States.DataLimitExceeded is caught by its own name",
    says: "Error names",
    states: {
      A: task("f", { Output: "{% $pad('', 270000, 'x') %}", Catch: caught("States.DataLimitExceeded") }),
      Caught,
    },
    functions: { f: [echo] },
    expect: { output: { caught: "States.DataLimitExceeded" } },
  },
  {
    name: "a caught error goes on within its branch",
    says: CATCH,
    states: {
      A: parallel([
        { B: task("f", { Catch: [{ ErrorEquals: ["E"], Next: "C" }] }), C: pass({ Output: "mended" }) },
        { D: pass({ Output: "fine" }) },
      ]),
    },
    functions: { f: [throws("E")] },
    expect: { output: ["mended", "fine"] },
  },

  {
    name: "TimeoutSeconds begins anew at each attempt",
    says: TASK,
    states: { A: task("f", { TimeoutSeconds: 10, Retry: retry({ IntervalSeconds: 1, MaxAttempts: 1 }) }) },
    functions: { f: [{ never: true }] },
    expect: { error: "States.Timeout", callsAt: [0, 11], seconds: 21 },
  },
  {
    name: "TimeoutSeconds may be an expression",
    says: TASK,
    states: { A: task("f", { TimeoutSeconds: "{% $states.input %}" }) },
    input: 7,
    functions: { f: [{ never: true }] },
    expect: { error: "States.Timeout", seconds: 7 },
  },
  {
    name: "a TimeoutSeconds of 0 fails",
    says: TASK,
    states: { A: task("f", { TimeoutSeconds: "{% 0 %}" }) },
    functions: { f: [echo] },
    expect: { error: "States.QueryEvaluationError", calls: [] },
  },

  {
    name: "a token's success is the result",
    says: "waitForTaskToken",
    states: { A: askTask("ask", { Output: "{% $states.result.yes %}" }) },
    functions: { ask: [{ succeeds: { yes: true } }] },
    expect: { output: true },
  },
  {
    name: "a token's failure is the error, and can be caught",
    says: "waitForTaskToken",
    states: { A: askTask("ask", { Catch: [{ ErrorEquals: ["Refused"], Next: "B" }] }), B: pass() },
    functions: { ask: [{ fails: "Refused", cause: "too dear" }] },
    expect: { output: { Error: "Refused", Cause: "too dear" } },
  },
  {
    name: "a token's failure is retried, with another token",
    says: "waitForTaskToken",
    states: { A: askTask("ask", { Retry: retry({ IntervalSeconds: 60 }) }) },
    functions: { ask: [{ fails: "Again", cause: "" }, { succeeds: 1 }] },
    expect: { output: 1, callsAt: [0, 60] },
  },
  {
    name: "a function that throws fails its task though the token is open",
    says: "waitForTaskToken",
    states: { A: askTask("ask") },
    functions: { ask: [throws("Down")] },
    expect: { error: "Down" },
  },
  {
    name: "what the function returns is not the result",
    says: "waitForTaskToken",
    states: { A: askTask("ask", { TimeoutSeconds: 30 }) },
    functions: { ask: [{ returns: "sent" }] },
    expect: { error: "States.Timeout", seconds: 30 },
  },
  {
    name: "without a heartbeat within HeartbeatSeconds it is States.HeartbeatTimeout",
    says: TASK,
    states: { A: askTask("ask", { TimeoutSeconds: 100, HeartbeatSeconds: 20 }) },
    functions: { ask: [{ returns: 1 }] },
    expect: { error: "States.HeartbeatTimeout", seconds: 20 },
  },
  {
    name: "States.HeartbeatTimeout is caught by its name",
    says: "Error names",
    states: {
      A: askTask("ask", { TimeoutSeconds: 100, HeartbeatSeconds: 20, Catch: caught("States.HeartbeatTimeout") }),
      Caught,
    },
    functions: { ask: [{ returns: 1 }] },
    expect: { output: { caught: "States.HeartbeatTimeout" } },
  },
  {
    name: "States.Timeout catches a missed heartbeat",
    says: "Error names: States.Timeout",
    states: {
      A: askTask("ask", { TimeoutSeconds: 100, HeartbeatSeconds: 20, Catch: caught("States.Timeout") }),
      Caught,
    },
    functions: { ask: [{ returns: 1 }] },
    expect: { output: { caught: "States.HeartbeatTimeout" } },
  },
];
