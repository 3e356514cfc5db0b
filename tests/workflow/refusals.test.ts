import { expect, test } from "vitest";
import { InputError } from "../../domain/problem.ts";
import type { JsonObject } from "../../local/workflow/machine.ts";
import { readMachine, readMachines } from "../../local/workflow/read/readMachine.ts";
import { askTask, distributedMap, map, parallel, pass, task } from "./conformance/case.ts";

function problemsOf(definition: unknown, substitutions: Readonly<Record<string, string>> = {}): string[] {
  const text = typeof definition === "string" ? definition : JSON.stringify(definition);
  const read = readMachine({ name: "m", file: "m.asl.json", text, substitutions });
  if (!("problems" in read)) return [];
  for (const { cause, action, place } of read.problems) {
    expect(place.file).toBe("m.asl.json");
    expect([cause, action].filter((sentence) => !/[.)]$/.test(sentence))).toEqual([]);
  }
  return read.problems.map(({ code, place }) => `${code.replace("workflow.", "")} ${place.field}`);
}

const machine = (states: JsonObject, fields: object = {}) => ({
  QueryLanguage: "JSONata",
  StartAt: Object.keys(states)[0],
  States: states,
  ...fields,
});
const one = (state: JsonObject) => machine({ A: state });

test.each<[string, unknown, string[]]>([
  ["text that is not JSON", "{", ["syntax /"]],
  ["a file that holds no object", "[]", ["invalid /"]],
  ["JSONPath by default", { StartAt: "A", States: { A: pass() } }, ["unsupported /"]],
  ["JSONPath by name", machine({ A: pass() }, { QueryLanguage: "JSONPath" }), ["unsupported /QueryLanguage"]],
  ["a state in JSONPath", one(pass({ QueryLanguage: "JSONPath" })), ["unsupported /States/A/QueryLanguage"]],
  ["no StartAt and no States", { QueryLanguage: "JSONata" }, ["invalid /", "invalid /"]],
  ["no state at all", machine({}), ["invalid /", "invalid /States"]],
  ["an unknown field of the machine", machine({ A: pass() }, { Colour: 1 }), ["unsupported /Colour"]],
  ["another version", machine({ A: pass() }, { Version: "2.0" }), ["unsupported /Version"]],
  ["an unknown type of state", one({ Type: "Loop", End: true }), ["unsupported /States/A/Type"]],
  ["a type that objects have by birth", one({ Type: "constructor" }), ["unsupported /States/A/Type"]],
  ["a state without type", one({ End: true }), ["unsupported /States/A/Type"]],
  ["a state that is no object", machine({ A: 5 }), ["invalid /States/A"]],
  ["an unknown field of a state", one(pass({ Colour: "red" })), ["unsupported /States/A/Colour"]],
  ["Parameters, of JSONPath", one(pass({ Parameters: {} })), ["unsupported /States/A/Parameters"]],
  ["Result, of JSONPath", one(pass({ Result: 1 })), ["unsupported /States/A/Result"]],
  ["a key that ends in .$", one(pass({ Output: { "a.$": "$.b" } })), ["unsupported /States/A/Output/a.$"]],
  [
    "another service",
    one({ ...task("f"), Resource: "arn:aws:states:::sns:publish" }),
    ["unsupported /States/A/Resource"],
  ],
  [
    "a function's ARN as Resource",
    one({ ...task("f"), Resource: "arn:aws:lambda:eu-central-1:1:function:f" }),
    ["unsupported /States/A/Resource"],
  ],
  [
    "another argument of lambda:invoke",
    one(task("f", { Arguments: { FunctionName: "f", Qualifier: "1" } })),
    ["unsupported /States/A/Arguments/Qualifier"],
  ],
  ["a call without a function", one(task("f", { Arguments: {} })), ["invalid /States/A/Arguments"]],
  [
    "a Task without Resource",
    one({ Type: "Task", Arguments: { FunctionName: "f" }, End: true }),
    ["invalid /States/A"],
  ],
  ["Retry on a Pass", one(pass({ Retry: [] })), ["unsupported /States/A/Retry"]],
  ["a timeout of a Map", one(map({ B: pass() }, { TimeoutSeconds: 5 })), ["unsupported /States/A/TimeoutSeconds"]],
  ["a timeout of 0", one(task("f", { TimeoutSeconds: 0 })), ["invalid /States/A/TimeoutSeconds"]],
  [
    "a heartbeat that is not shorter than the timeout",
    one(askTask("f", { TimeoutSeconds: 5, HeartbeatSeconds: 5 })),
    ["invalid /States/A/HeartbeatSeconds"],
  ],
  ["a heartbeat without a token", one(task("f", { HeartbeatSeconds: 5 })), ["invalid /States/A/HeartbeatSeconds"]],
  ["Next and End", one(pass({ Next: "A", End: true })), ["invalid /States/A"]],
  ["neither Next nor End", one({ Type: "Pass" }), ["invalid /States/A"]],
  ["a Next that leads nowhere", one(pass({ Next: "B" })), ["target /States/A/Next"]],
  [
    "a Next out of its group",
    machine({ A: parallel([{ B: pass({ Next: "C" }) }], { Next: "C" }), C: pass() }),
    ["target /States/A/Branches/0/States/B/Next"],
  ],
  ["a StartAt that is not there", machine({ A: pass() }, { StartAt: "B" }), ["target /StartAt", "target /States/A"]],
  ["a state that nothing leads to", machine({ A: pass(), B: pass() }), ["target /States/B"]],
  [
    "a Default that is not there",
    one({ Type: "Choice", Choices: [{ Condition: "{% true %}", Next: "A" }], Default: "B" }),
    ["target /States/A/Default"],
  ],
  [
    "two states of one name in different groups",
    one(parallel([{ A: pass() }])),
    ["invalid /States/A/Branches/0/States/A"],
  ],
  ["a name of 81 characters", machine({ ["x".repeat(81)]: pass() }), [`invalid /States/${"x".repeat(81)}`]],
  ["a Choice without rules", one({ Type: "Choice", Choices: [] }), ["invalid /States/A/Choices"]],
  ["a rule without Condition", one({ Type: "Choice", Choices: [{ Next: "A" }] }), ["invalid /States/A/Choices/0"]],
  [
    "a rule of JSONPath",
    one({ Type: "Choice", Choices: [{ Variable: "$.a", IsNull: true, Next: "A", Condition: "{% true %}" }] }),
    ["unsupported /States/A/Choices/0/Variable", "unsupported /States/A/Choices/0/IsNull"],
  ],
  [
    "a Condition that is no expression",
    one({ Type: "Choice", Choices: [{ Condition: true, Next: "A" }] }),
    ["invalid /States/A/Choices/0/Condition"],
  ],
  ["a Wait for nothing", one({ Type: "Wait", End: true }), ["invalid /States/A"]],
  [
    "a Wait for two things",
    one({ Type: "Wait", Seconds: 1, Timestamp: "2026-01-01T00:00:00Z", End: true }),
    ["invalid /States/A"],
  ],
  ["a time that is none", one({ Type: "Wait", Timestamp: "soon", End: true }), ["invalid /States/A/Timestamp"]],
  ["seconds that are broken", one({ Type: "Wait", Seconds: 1.5, End: true }), ["invalid /States/A/Seconds"]],
  [
    "States.ALL beside another name",
    one(task("f", { Retry: [{ ErrorEquals: ["States.ALL", "E"] }] })),
    ["invalid /States/A/Retry/0/ErrorEquals"],
  ],
  [
    "States.ALL before another rule",
    one(
      task("f", {
        Catch: [
          { ErrorEquals: ["States.ALL"], Next: "A" },
          { ErrorEquals: ["E"], Next: "A" },
        ],
      }),
    ),
    ["invalid /States/A/Catch/0/ErrorEquals"],
  ],
  [
    "a retrier without names",
    one(task("f", { Retry: [{ ErrorEquals: [] }] })),
    ["invalid /States/A/Retry/0/ErrorEquals"],
  ],
  [
    "a BackoffRate below 1",
    one(task("f", { Retry: [{ ErrorEquals: ["E"], BackoffRate: 0.5 }] })),
    ["invalid /States/A/Retry/0/BackoffRate"],
  ],
  [
    "a MaxDelaySeconds not above the interval",
    one(task("f", { Retry: [{ ErrorEquals: ["E"], IntervalSeconds: 5, MaxDelaySeconds: 5 }] })),
    ["invalid /States/A/Retry/0/MaxDelaySeconds"],
  ],
  [
    "another jitter",
    one(task("f", { Retry: [{ ErrorEquals: ["E"], JitterStrategy: "HALF" }] })),
    ["unsupported /States/A/Retry/0/JitterStrategy"],
  ],
  ["a catcher without Next", one(task("f", { Catch: [{ ErrorEquals: ["E"] }] })), ["invalid /States/A/Catch/0"]],
  [
    "a catcher with ResultPath",
    one(task("f", { Catch: [{ ErrorEquals: ["E"], Next: "A", ResultPath: "$.e" }] })),
    ["unsupported /States/A/Catch/0/ResultPath"],
  ],
  [
    "the old Iterator",
    one({ Type: "Map", Iterator: {}, End: true }),
    ["unsupported /States/A/Iterator", "invalid /States/A"],
  ],
  ["an ItemReader", one(distributedMap({ B: pass() }, { ItemReader: {} })), ["unsupported /States/A/ItemReader"]],
  ["a ResultWriter", one(distributedMap({ B: pass() }, { ResultWriter: {} })), ["unsupported /States/A/ResultWriter"]],
  [
    "batches of an inline Map",
    one(map({ B: pass() }, { ItemBatcher: { MaxItemsPerBatch: 1 } })),
    ["invalid /States/A/ItemBatcher"],
  ],
  ["a batch without limit", one(distributedMap({ B: pass() }, { ItemBatcher: {} })), ["invalid /States/A/ItemBatcher"]],
  [
    "a tolerance of an inline Map",
    one(map({ B: pass() }, { ToleratedFailureCount: 1 })),
    ["invalid /States/A/ToleratedFailureCount"],
  ],
  [
    "more than 100 percent",
    one(distributedMap({ B: pass() }, { ToleratedFailurePercentage: 101 })),
    ["invalid /States/A/ToleratedFailurePercentage"],
  ],
  ["a Parallel without branches", one({ Type: "Parallel", Branches: [], End: true }), ["invalid /States/A/Branches"]],
  ["an expression that does not parse", one(pass({ Output: "{% $states.input[ %}" })), ["expression /States/A/Output"]],
  ["an expression that is not closed", one(pass({ Output: "{% 1" })), ["invalid /States/A/Output"]],
  ["$ where there is no item", one(pass({ Output: "{% $ %}" })), ["expression /States/A/Output"]],
  ["$$", one(pass({ Output: "{% $$.a %}" })), ["expression /States/A/Output"]],
  ["a bare name", one(pass({ Output: "{% $sum(list) + 1 %}" })), ["expression /States/A/Output"]],
  [
    "a bare name in a function's body",
    one(pass({ Output: "{% $map($x, function($v) { $v & name }) %}" })),
    ["expression /States/A/Output"],
  ],
  ["a star where there is no item", one(pass({ Output: "{% * %}" })), ["expression /States/A/Output"]],
  ["$eval", one(pass({ Output: "{% $eval('1') %}" })), ["expression /States/A/Output"]],
  ["a part that $states does not have", one(pass({ Output: "{% $states.output %}" })), ["expression /States/A/Output"]],
  [
    "the result before there is one",
    one(task("f", { Arguments: { FunctionName: "f", Payload: "{% $states.result %}" } })),
    ["expression /States/A/Arguments/Payload"],
  ],
  ["the result of a Pass", one(pass({ Output: "{% $states.result %}" })), ["expression /States/A/Output"]],
  [
    "errorOutput outside a Catch",
    one(task("f", { Output: "{% $states.errorOutput %}" })),
    ["expression /States/A/Output"],
  ],
  ["a variable named states", one(pass({ Assign: { states: 1 } })), ["invalid /States/A/Assign/states"]],
  ["a variable with a sign", one(pass({ Assign: { "a-b": 1 } })), ["invalid /States/A/Assign/a-b"]],
  [
    "an inner group that assigns an outer variable",
    machine({ A: pass({ Assign: { x: 1 }, Next: "B" }), B: parallel([{ C: pass({ Assign: { x: 2 } }) }]) }),
    ["invalid /States/B/Branches/0/States"],
  ],
  ["a pointer with signs in it", machine({ "a/b~c": pass({ Colour: 1 }) }), ["unsupported /States/a~1b~0c/Colour"]],
  ["a placeholder that nothing stands for", one(task("${Price}")), ["invalid /"]],
])("%s is refused at its place", (_what, definition, expected) => {
  expect(problemsOf(definition)).toEqual(expected);
});

test.each([
  "$states.input.list[$ > 2]",
  "$states.input.list[kind = 'heap'].volume",
  "$states.input.list.{ 'id': id, 'all': $ }",
  "$states.input.list^(volume)",
  "$states.input.list{ kind: $sum(volume) }",
  "$map($states.input.list, function($v) { $v.volume })",
  "$x.name & 'a $ in text, and /a$/ in a pattern'",
  "$states.input.*[0]",
])("names and $ are allowed where they have an item: %s", (source) => {
  expect(problemsOf(one(pass({ Output: `{% ${source} %}` })))).toEqual([]);
});

test("a token inside a distributed Map of EXPRESS executions is refused", () => {
  const processor = {
    ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "EXPRESS" },
    StartAt: "B",
    States: { B: askTask("f") },
  };
  const definition = one({ Type: "Map", ItemProcessor: processor, End: true });
  expect(problemsOf(definition)).toEqual(["invalid /States/A/ItemProcessor/States/B/Resource"]);
});

test("a distributed Map may use a name again that is assigned around it", () => {
  const inner = distributedMap({ C: pass({ Assign: { x: 2 } }) });
  expect(problemsOf(machine({ A: pass({ Assign: { x: 1 }, Next: "B" }), B: inner }))).toEqual([]);
});

test("what stands for a placeholder is put in, also where it holds signs of JSON", () => {
  const read = readMachine({
    name: "m",
    file: "m.asl.json",
    text: JSON.stringify(one(task("${Price}"))),
    substitutions: { Price: 'a"b' },
  });
  expect(read).toMatchObject({ machine: { States: { A: { Arguments: { FunctionName: 'a"b' } } } } });
});

test("all faults of all files are told at once", () => {
  const bad = { name: "a", file: "a.asl.json", text: JSON.stringify(one({ Type: "Pass", Colour: 1, Result: 2 })) };
  try {
    readMachines([bad, { ...bad, name: "b", file: "b.asl.json" }]);
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    const { problems } = error as InputError;
    expect(problems.map(({ place }) => place.file)).toEqual([
      ...Array<string>(3).fill("a.asl.json"),
      ...Array<string>(3).fill("b.asl.json"),
    ]);
  }
});
