/** Flow: Choice, Wait, Succeed, Fail, transitions, timeouts of the whole. */
import { askTask, fail, map, parallel, pass, task, type Case } from "../case.ts";

const CHOICE = "Choice State";
const WAIT = "Wait State";
const rule = (Condition: string, Next: string, fields = {}) => ({ Condition, Next, ...fields });
const ends = { A1: pass({ Output: "one" }), A2: pass({ Output: "two" }), Other: pass({ Output: "other" }) };

export const FLOW: readonly Case[] = [
  {
    name: "states run from StartAt by Next to End",
    says: "Transitions",
    startAt: "B",
    states: { A: pass({ Output: "{% $states.input & 'A' %}" }), B: pass({ Output: "B", Next: "A" }) },
    expect: { output: "BA" },
  },
  {
    name: "a Succeed ends with its input",
    says: "Succeed State",
    states: { A: { Type: "Succeed" } },
    input: [1],
    expect: { output: [1] },
  },
  {
    name: "a Succeed may have an Output",
    says: "Succeed State",
    states: { A: { Type: "Succeed", Output: "{% $states.input[0] %}" } },
    input: [1],
    expect: { output: 1 },
  },
  {
    name: "a Succeed ends its branch and not the execution",
    says: "Succeed State",
    states: {
      A: parallel([{ B: { Type: "Succeed", Output: 1 } }, { C: pass({ Output: 2 }) }], { Next: "D" }),
      D: pass(),
    },
    expect: { output: [1, 2] },
  },
  {
    name: "a Fail ends with its error and cause",
    says: "Fail State",
    states: { A: { Type: "Fail", Error: "Mine", Cause: "because" } },
    expect: { error: "Mine", cause: "because" },
  },
  {
    name: "Error and Cause may be expressions",
    says: "Fail State",
    states: { A: { Type: "Fail", Error: "{% $states.input.e %}", Cause: "{% 'no ' & $states.input.e %}" } },
    input: { e: "Late" },
    expect: { error: "Late", cause: "no Late" },
  },
  { name: "a Fail needs neither", says: "Fail State", states: { A: { Type: "Fail" } }, expect: { status: "FAILED" } },
  {
    name: "an Error that is not text fails the Fail",
    says: "Fail State",
    states: { A: { Type: "Fail", Error: "{% 5 %}" } },
    expect: { error: "States.QueryEvaluationError" },
  },

  {
    name: "the first rule that holds is taken",
    says: CHOICE,
    states: {
      A: {
        Type: "Choice",
        Choices: [rule("{% $states.input > 1 %}", "A1"), rule("{% $states.input > 0 %}", "A2")],
        Default: "Other",
      },
      ...ends,
    },
    input: 2,
    expect: { output: "one" },
  },
  {
    name: "a later rule is taken when the first does not hold",
    says: CHOICE,
    states: {
      A: {
        Type: "Choice",
        Choices: [rule("{% $states.input > 1 %}", "A1"), rule("{% $states.input > 0 %}", "A2")],
        Default: "Other",
      },
      ...ends,
    },
    input: 1,
    expect: { output: "two" },
  },
  {
    name: "Default is taken when no rule holds",
    says: CHOICE,
    states: {
      A: {
        Type: "Choice",
        Choices: [rule("{% $states.input > 1 %}", "A1"), rule("{% false %}", "A2")],
        Default: "Other",
      },
      ...ends,
    },
    input: 0,
    expect: { output: "other" },
  },
  {
    name: "without Default it is States.NoChoiceMatched",
    says: CHOICE,
    states: { A: { Type: "Choice", Choices: [rule("{% false %}", "A1")] }, A1: pass() },
    expect: { error: "States.NoChoiceMatched" },
  },
  {
    name: "the input goes on to where the rule leads",
    says: CHOICE,
    states: { A: { Type: "Choice", Choices: [rule("{% true %}", "A1")] }, A1: pass() },
    input: 4,
    expect: { output: 4 },
  },
  {
    name: "a Condition that is neither true nor false fails",
    says: CHOICE,
    states: { A: { Type: "Choice", Choices: [rule("{% 1 %}", "A1")] }, A1: pass() },
    expect: { error: "States.QueryEvaluationError", causeHas: "Choices/0/Condition" },
  },
  {
    name: "a Condition that gives nothing fails",
    says: CHOICE,
    states: { A: { Type: "Choice", Choices: [rule("{% $states.input.no %}", "A1")] }, A1: pass() },
    expect: { error: "States.QueryEvaluationError" },
  },
  {
    name: "conditions after the one that holds are not evaluated",
    says: CHOICE,
    states: {
      A: { Type: "Choice", Choices: [rule("{% true %}", "A1"), rule("{% $states.input.no %}", "A1")] },
      A1: pass({ Output: 1 }),
    },
    expect: { output: 1 },
  },
  {
    name: "a rule's Output and Assign count when it is taken, the state's do not",
    says: CHOICE,
    states: {
      A: {
        Type: "Choice",
        Choices: [rule("{% true %}", "B", { Output: "rule", Assign: { x: "rule" } })],
        Default: "B",
        Output: "state",
        Assign: { x: "state" },
      },
      B: pass({ Output: "{% [$states.input, $x] %}" }),
    },
    expect: { output: ["rule", "rule"] },
  },
  {
    name: "the state's Output and Assign count for Default",
    says: CHOICE,
    states: {
      A: {
        Type: "Choice",
        Choices: [rule("{% false %}", "B", { Output: "rule", Assign: { x: "rule" } })],
        Default: "B",
        Output: "state",
        Assign: { x: "state" },
      },
      B: pass({ Output: "{% [$states.input, $x] %}" }),
    },
    expect: { output: ["state", "state"] },
  },
  {
    name: "a rule without Output passes the input on, even where the state has one",
    says: CHOICE,
    states: { A: { Type: "Choice", Choices: [rule("{% true %}", "B")], Default: "B", Output: "state" }, B: pass() },
    input: "in",
    expect: { output: "in" },
  },

  {
    name: "a Wait takes its seconds and passes its input on",
    says: WAIT,
    states: { A: { Type: "Wait", Seconds: 90, End: true } },
    input: 1,
    expect: { output: 1, seconds: 90 },
  },
  {
    name: "seconds may be an expression",
    says: WAIT,
    states: { A: { Type: "Wait", Seconds: "{% $states.input * 2 %}", End: true } },
    input: 5,
    expect: { output: 5, seconds: 10 },
  },
  {
    name: "a Wait of 0 seconds does not wait",
    says: WAIT,
    states: { A: { Type: "Wait", Seconds: 0, End: true } },
    expect: { seconds: 0 },
  },
  {
    name: "a Wait until a time ends then",
    says: WAIT,
    states: { A: { Type: "Wait", Timestamp: "2026-03-02T08:00:00+01:00", End: true } },
    expect: { seconds: 3600 },
  },
  {
    name: "a time may be an expression",
    says: WAIT,
    states: { A: { Type: "Wait", Timestamp: "{% $states.input %}", End: true } },
    input: "2026-03-02T06:00:10Z",
    expect: { seconds: 10 },
  },
  {
    name: "a time that has passed does not wait",
    says: WAIT,
    states: { A: { Type: "Wait", Timestamp: "2020-01-01T00:00:00Z", End: true } },
    expect: { seconds: 0 },
  },
  {
    name: "seconds that are negative or broken fail",
    says: WAIT,
    states: { A: { Type: "Wait", Seconds: "{% 0 - 1.5 %}", End: true } },
    expect: { error: "States.QueryEvaluationError" },
  },
  {
    name: "a time that is none fails",
    says: WAIT,
    states: { A: { Type: "Wait", Timestamp: "{% 'tomorrow' %}", End: true } },
    expect: { error: "States.QueryEvaluationError" },
  },
  {
    name: "a Wait has Output and Assign",
    says: WAIT,
    states: {
      A: { Type: "Wait", Seconds: 1, Output: "out", Assign: { x: 1 }, Next: "B" },
      B: pass({ Output: "{% [$states.input, $x] %}" }),
    },
    expect: { output: ["out", 1] },
  },
  {
    name: "a wait of 60 days ends after 60 days",
    says: WAIT,
    states: { A: { Type: "Wait", Seconds: 5_184_000, End: true } },
    expect: { seconds: 5_184_000 },
  },

  {
    name: "the whole machine's TimeoutSeconds ends it as TIMED_OUT",
    says: "Top-level fields: TimeoutSeconds",
    timeoutSeconds: 10,
    states: { A: { Type: "Wait", Seconds: 60, End: true } },
    expect: { status: "TIMED_OUT", seconds: 10 },
  },
  {
    name: "a machine that ends in time is not timed out",
    says: "Top-level fields: TimeoutSeconds",
    timeoutSeconds: 10,
    states: { A: { Type: "Wait", Seconds: 9, End: true } },
    expect: { seconds: 9 },
  },

  {
    name: "branches get the same input and their outputs are a list in their order",
    says: "Parallel State",
    states: {
      A: parallel([
        { B: { Type: "Wait", Seconds: 5, Output: "{% $states.input & 'b' %}", End: true } },
        { C: pass({ Output: "{% $states.input & 'c' %}" }) },
      ]),
    },
    input: "x",
    expect: { output: ["xb", "xc"], seconds: 5 },
  },
  {
    name: "a Parallel's Arguments are its branches' input",
    says: "Parallel State",
    states: { A: parallel([{ B: pass() }, { C: pass() }], { Arguments: { a: "{% $states.input %}" } }) },
    input: 1,
    expect: { output: [{ a: 1 }, { a: 1 }] },
  },
  {
    name: "a Parallel's Output reads the results",
    says: "Parallel State",
    states: {
      A: parallel([{ B: pass({ Output: 1 }) }, { C: pass({ Output: 2 }) }], {
        Output: "{% $sum($states.result) + $states.input %}",
      }),
    },
    input: 10,
    expect: { output: 13 },
  },
  {
    name: "branches wait at the same time",
    says: "Parallel State",
    states: {
      A: parallel([{ B: { Type: "Wait", Seconds: 60, End: true } }, { C: { Type: "Wait", Seconds: 50, End: true } }]),
    },
    expect: { seconds: 60 },
  },
  {
    name: "a branch that fails fails the Parallel with its error, and ends the others",
    says: "Parallel State",
    states: {
      A: parallel([
        { B: { Type: "Wait", Seconds: 60, Next: "C" }, C: task("late") },
        { D: { Type: "Wait", Seconds: 1, Next: "E" }, E: fail("Broken") },
      ]),
    },
    functions: { late: [{ echoes: true }] },
    expect: { error: "Broken", cause: "caused by Broken", seconds: 1, calls: [] },
  },
  {
    name: "a branch's failure is caught by the Parallel",
    says: "Parallel State",
    states: {
      A: parallel([{ B: fail("Broken") }, { C: pass() }], { Catch: [{ ErrorEquals: ["Broken"], Next: "D" }] }),
      D: pass(),
    },
    expect: { output: { Error: "Broken", Cause: "caused by Broken" } },
  },
  {
    name: "a Parallel that is retried runs its branches anew",
    says: "Parallel State",
    states: {
      A: parallel([{ B: task("f") }, { C: task("g") }], {
        Retry: [{ ErrorEquals: ["States.ALL"], IntervalSeconds: 1 }],
      }),
    },
    functions: { f: [{ returns: 1 }], g: [{ throws: "Once" }, { returns: 2 }] },
    expect: { output: [1, 2], calls: ["f", "g", "f", "g"], seconds: 1 },
  },
  {
    name: "groups nest: a Map in a branch of a Parallel in a Map",
    says: "Parallel State",
    states: {
      A: map(
        { B: parallel([{ C: map({ D: pass({ Output: "{% $states.input * 2 %}" }) }) }]) },
        { Items: [[1], [2, 3]] },
      ),
    },
    expect: { output: [[[2]], [[4, 6]]] },
  },
  {
    name: "a token in each of two branches is answered for itself",
    says: "Parallel State; waitForTaskToken",
    states: { A: parallel([{ B: askTask("a") }, { C: askTask("b") }]) },
    functions: { a: [{ succeeds: "a" }], b: [{ succeeds: "b" }] },
    expect: { output: ["a", "b"] },
  },
];
