/** Data: Output, Arguments, Assign, scopes of variables, $states. */
import { map, parallel, pass, task, type Case } from "../case.ts";

const FLOW = "Data: JSONata";
const VARIABLES = "Variables";

export const DATA: readonly Case[] = [
  {
    name: "a Pass without Output passes its input on",
    says: "Pass State",
    states: { A: pass() },
    input: { a: 1 },
    expect: { output: { a: 1 } },
  },
  {
    name: "a Pass with Output gives that",
    says: FLOW,
    states: { A: pass({ Output: { b: "{% $states.input.a + 1 %}" } }) },
    input: { a: 1 },
    expect: { output: { b: 2 } },
  },
  {
    name: "a string without the marks is not evaluated",
    says: FLOW,
    states: { A: pass({ Output: ["$states.input", "a {% 1 %} b", "{%1%}"] }) },
    expect: { output: ["$states.input", "a {% 1 %} b", 1] },
  },
  {
    name: "expressions are found at any depth of objects and lists",
    says: FLOW,
    states: { A: pass({ Output: { x: [{ y: "{% $states.input.a %}" }, 2, null, true] } }) },
    input: { a: "deep" },
    expect: { output: { x: [{ y: "deep" }, 2, null, true] } },
  },
  {
    name: "keys are not evaluated",
    says: FLOW,
    states: { A: pass({ Output: { "{% 1 %}": 2 } }) },
    expect: { output: { "{% 1 %}": 2 } },
  },
  {
    name: "Output may be null, a number, a list or false",
    says: FLOW,
    states: { A: pass({ Output: null, Next: "B" }), B: pass({ Output: ["{% $states.input %}", 0, false] }) },
    expect: { output: [null, 0, false] },
  },
  {
    name: "an expression may give null",
    says: FLOW,
    states: { A: pass({ Output: "{% null %}" }) },
    expect: { output: null },
  },
  {
    name: "an expression that gives nothing fails",
    says: "Errors: States.QueryEvaluationError",
    states: { A: pass({ Output: "{% $states.input.missing %}" }) },
    expect: { error: "States.QueryEvaluationError", causeHas: "Output" },
  },
  {
    name: "an expression that goes wrong fails",
    says: "Errors: States.QueryEvaluationError",
    states: { A: pass({ Output: '{% "a" + 1 %}' }) },
    expect: { error: "States.QueryEvaluationError", causeHas: "T2001" },
  },
  {
    name: "an expression that gives a function fails",
    says: "Errors: States.QueryEvaluationError",
    states: { A: pass({ Output: "{% function($x) { $x } %}" }) },
    expect: { error: "States.QueryEvaluationError" },
  },
  {
    name: "a number that JSON does not have fails",
    says: "Errors: States.QueryEvaluationError",
    states: { A: pass({ Output: "{% 1 / 0 %}" }) },
    expect: { error: "States.QueryEvaluationError" },
  },
  {
    name: "a missing field inside a constructor is left out, as JSONata does",
    says: "JSONata: object construction",
    states: { A: pass({ Output: '{% {"a": $states.input.missing, "b": 1} %}' }) },
    expect: { output: { b: 1 } },
  },
  {
    name: "a filter that leaves one item gives the item and not a list",
    says: "JSONata: singleton sequences",
    states: { A: pass({ Output: "{% $states.input.list[$ > 2] %}" }) },
    input: { list: [1, 2, 3] },
    expect: { output: 3 },
  },
  {
    name: "a filter with [] gives a list",
    says: "JSONata: singleton sequences",
    states: { A: pass({ Output: "{% $states.input.list[$ > 2][] %}" }) },
    input: { list: [1, 2, 3] },
    expect: { output: [3] },
  },
  {
    name: "a Task without Output gives the function's answer with its envelope",
    says: "Task State",
    states: { A: { ...task("f"), Output: "{% $states.result %}" } },
    functions: { f: [{ returns: 7 }] },
    expect: { output: { ExecutedVersion: "$LATEST", Payload: 7, StatusCode: 200 } },
  },
  {
    name: "Arguments make the payload",
    says: "Arguments",
    states: { A: task("f", { Arguments: { FunctionName: "f", Payload: { sum: "{% $sum($states.input) %}" } } }) },
    input: [1, 2, 3],
    functions: { f: [{ echoes: true }] },
    expect: { output: { sum: 6 } },
  },
  {
    name: "Arguments may be one expression",
    says: "Arguments",
    states: { A: task("f", { Arguments: '{% {"FunctionName": "f", "Payload": $states.input} %}' }) },
    input: "x",
    functions: { f: [{ echoes: true }] },
    expect: { output: "x" },
  },
  {
    name: "the function's name may be an expression",
    says: "Arguments",
    states: { A: task("f", { Arguments: { FunctionName: "{% $states.input %}" } }) },
    input: "g",
    functions: { g: [{ echoes: true }] },
    expect: { output: {}, calls: ["g"] },
  },
  {
    name: "an Arguments expression that goes wrong fails before any call",
    says: "Arguments",
    states: { A: task("f", { Arguments: { FunctionName: "f", Payload: "{% $states.input.missing %}" } }) },
    functions: { f: [{ echoes: true }] },
    expect: { error: "States.QueryEvaluationError", calls: [] },
  },
  {
    name: "in Output, input is the state's and result the function's",
    says: "$states",
    states: { A: task("f", { Output: "{% [$states.input, $states.result.Payload] %}" }) },
    input: 1,
    functions: { f: [{ returns: 2 }] },
    expect: { output: [1, 2] },
  },
  {
    name: "the context names execution, machine and state",
    says: "Context object",
    states: {
      Name: pass({
        Output: "{% [$states.context.Execution.Name, $states.context.StateMachine.Name, $states.context.State.Name] %}",
      }),
    },
    expect: { output: ["case", "machine", "Name"] },
  },
  {
    name: "the context holds the execution's input and start",
    says: "Context object",
    states: {
      A: pass({ Output: "no", Next: "B" }),
      B: pass({ Output: "{% [$states.context.Execution.Input.a, $states.context.Execution.StartTime] %}" }),
    },
    input: { a: 5 },
    expect: { output: [5, "2026-03-02T06:00:00.000Z"] },
  },
  {
    name: "a state's EnteredTime is when it was entered",
    says: "Context object",
    states: {
      A: { Type: "Wait", Seconds: 90, Next: "B" },
      B: pass({ Output: "{% $states.context.State.EnteredTime %}" }),
    },
    expect: { output: "2026-03-02T06:01:30.000Z" },
  },
  {
    name: "$now and $millis follow the clock",
    says: "JSONata: date and time",
    states: {
      A: { Type: "Wait", Seconds: 1, Next: "B" },
      B: pass({ Output: '{% [$now(), $now("[Y0001]-[M01]"), $millis()] %}' }),
    },
    expect: { output: ["2026-03-02T06:00:01.000Z", "2026-03", 1_772_431_201_000] },
  },

  {
    name: "a variable is read by a later state",
    says: VARIABLES,
    states: { A: pass({ Assign: { x: 5 }, Next: "B" }), B: pass({ Output: "{% $x * 2 %}" }) },
    expect: { output: 10 },
  },
  {
    name: "Assign takes any JSON and expressions inside",
    says: VARIABLES,
    states: { A: pass({ Assign: { x: { y: ["{% $states.input %}"] } }, Next: "B" }), B: pass({ Output: "{% $x %}" }) },
    input: 1,
    expect: { output: { y: [1] } },
  },
  {
    name: "Output sees the value before Assign",
    says: VARIABLES,
    states: {
      A: pass({ Assign: { x: 1 }, Next: "B" }),
      B: pass({ Assign: { x: 2 }, Output: "{% $x %}", Next: "C" }),
      C: pass({ Output: "{% [$states.input, $x] %}" }),
    },
    expect: { output: [1, 2] },
  },
  {
    name: "values of one Assign see each other's old values: a swap works",
    says: VARIABLES,
    states: {
      A: pass({ Assign: { x: 1, y: 2 }, Next: "B" }),
      B: pass({ Assign: { x: "{% $y %}", y: "{% $x %}" }, Next: "C" }),
      C: pass({ Output: "{% [$x, $y] %}" }),
    },
    expect: { output: [2, 1] },
  },
  {
    name: "a variable that was never assigned gives nothing",
    says: VARIABLES,
    states: { A: pass({ Output: "{% $x %}" }) },
    expect: { error: "States.QueryEvaluationError" },
  },
  {
    name: "a Task's Assign reads its result",
    says: VARIABLES,
    states: {
      A: task("f", { Assign: { x: "{% $states.result.Payload.a %}" }, Next: "B" }),
      B: pass({ Output: "{% $x %}" }),
    },
    functions: { f: [{ returns: { a: 3 } }] },
    expect: { output: 3 },
  },
  {
    name: "a counter in a loop counts",
    says: VARIABLES,
    states: {
      A: pass({ Assign: { n: 0 }, Next: "B" }),
      B: pass({ Assign: { n: "{% $n + 1 %}" }, Next: "C" }),
      C: { Type: "Choice", Choices: [{ Condition: "{% $n < 3 %}", Next: "B" }], Default: "D" },
      D: { Type: "Succeed", Output: "{% $n %}" },
    },
    expect: { output: 3 },
  },
  {
    name: "a branch reads the variables around it",
    says: "Variables: scope",
    states: {
      A: pass({ Assign: { x: 1 }, Next: "B" }),
      B: parallel([{ C: pass({ Output: "{% $x %}" }) }, { D: pass({ Output: "{% $x + 1 %}" }) }]),
    },
    expect: { output: [1, 2] },
  },
  {
    name: "a branch's variables end with it",
    says: "Variables: scope",
    states: {
      A: parallel([{ C: pass({ Assign: { x: 1 } }) }], { Next: "B" }),
      B: pass({ Output: "{% $exists($x) %}" }),
    },
    expect: { output: false },
  },
  {
    name: "branches do not see each other's variables",
    says: "Variables: scope",
    states: {
      A: parallel([
        { C: pass({ Assign: { x: 1 }, Next: "D" }), D: pass({ Output: "{% $x %}" }) },
        { E: pass({ Next: "F" }), F: pass({ Output: "{% $exists($x) %}" }) },
      ]),
    },
    expect: { output: [1, false] },
  },
  {
    name: "an iteration reads the variables around it and keeps its own apart",
    says: "Variables: scope",
    states: {
      A: pass({ Assign: { k: 10 }, Next: "B" }),
      B: map(
        { C: pass({ Assign: { own: "{% $states.input * $k %}" }, Next: "D" }), D: pass({ Output: "{% $own %}" }) },
        { Items: [1, 2, 3] },
      ),
    },
    expect: { output: [10, 20, 30] },
  },
  {
    name: "a Map's Assign reads its result in the scope around it",
    says: "Variables: scope",
    states: {
      A: map({ C: pass() }, { Items: [1, 2], Assign: { all: "{% $states.result %}" }, Output: "gone", Next: "B" }),
      B: pass({ Output: '{% {"in": $states.input, "all": $all} %}' }),
    },
    expect: { output: { in: "gone", all: [1, 2] } },
  },

  {
    name: "$partition cuts a list into parts",
    says: "JSONata functions provided by Step Functions",
    states: { A: pass({ Output: "{% $partition([1..5], 2) %}" }) },
    expect: { output: [[1, 2], [3, 4], [5]] },
  },
  {
    name: "$range counts from and to, both included, by a step",
    says: "JSONata functions provided by Step Functions",
    states: { A: pass({ Output: "{% $range(0, 10, 5) %}" }) },
    expect: { output: [0, 5, 10] },
  },
  {
    name: "$parse reads JSON",
    says: "JSONata functions provided by Step Functions",
    states: { A: pass({ Output: "{% $parse('{\"a\": [1]}').a %}" }) },
    expect: { output: [1] },
  },
  {
    name: "$hash is the digest in hexadecimal digits",
    says: "JSONata functions provided by Step Functions; FIPS 180-4 example abc",
    states: { A: pass({ Output: "{% $hash('abc', 'SHA-256') %}" }) },
    expect: { output: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
  },
  {
    name: "$random with a seed gives the same number again",
    says: "JSONata functions provided by Step Functions",
    states: { A: pass({ Output: "{% $random(7) = $random(7) and $random(7) < 1 %}" }) },
    expect: { output: true },
  },
  {
    name: "$uuid gives a version 4 UUID",
    says: "JSONata functions provided by Step Functions",
    states: {
      A: pass({
        Output: "{% $contains($uuid(), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/) %}",
      }),
    },
    expect: { output: true },
  },

  {
    name: "an output above 256 KiB is States.DataLimitExceeded",
    says: "Errors: States.DataLimitExceeded",
    states: { A: pass({ Output: "{% $pad('', 262143, 'x') %}" }) },
    expect: { error: "States.DataLimitExceeded" },
  },
  {
    name: "an output of exactly 256 KiB passes",
    says: "Errors: States.DataLimitExceeded",
    states: {
      A: pass({ Output: "{% $pad('', 262142, 'x') %}", Next: "B" }),
      B: pass({ Output: "{% $length($states.input) %}" }),
    },
    expect: { output: 262_142 },
  },
  {
    name: "bytes are counted and not characters",
    says: "Errors: States.DataLimitExceeded",
    states: { A: pass({ Output: "{% $pad('', 140000, 'ü') %}" }) },
    expect: { error: "States.DataLimitExceeded" },
  },
  {
    name: "a function's answer above 256 KiB is States.DataLimitExceeded, which States.ALL does not catch",
    says: "Errors: States.DataLimitExceeded",
    states: { A: task("f", { Output: 1, Catch: [{ ErrorEquals: ["States.ALL"], Next: "B" }] }), B: pass() },
    functions: { f: [{ returns: "x".repeat(262_200) }] },
    expect: { error: "States.DataLimitExceeded" },
  },
];
