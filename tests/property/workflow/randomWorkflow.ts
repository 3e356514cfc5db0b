/** Random workflows over numbers: every group takes a number and gives one, so that groups nest freely. */
import type { JsonObject } from "../../../local/workflow/machine.ts";
import type { Random } from "../../../optimizer/routing/random.ts";
import { askTask, distributedMap, map, parallel, task } from "../../workflow/conformance/case.ts";

/** The states of a group in their order; names are unique in the whole workflow, as the language wants it. */
export function randomWorkflow(random: Random, depth = 3): JsonObject {
  let states = 0;
  const group = (left: number): JsonObject => {
    const parts = Array.from({ length: 1 + random.below(3) }, () => part(left));
    return chain(parts.flat());
  };
  /** One to three states that belong together, the last without Next. */
  const part = (left: number): Part[] => {
    const name = `s${++states}`;
    const number = random.below(9) + 1;
    switch (random.below(left > 0 ? 9 : 6)) {
      case 0:
        return [[name, { Type: "Pass", Output: `{% $states.input + ${number} %}` }]];
      case 1:
        return [
          [name, { Type: "Pass", Assign: { [`v${states}`]: "{% $states.input %}" }, Output: number }],
          [`${name}b`, { Type: "Pass", Output: `{% $states.input + $v${states} %}` }],
        ];
      case 2:
        return [[name, flaky(random.below(3))]];
      case 3:
        return [[name, open(askTask("ask", { Arguments: { FunctionName: "ask", Payload: TOKEN_AND_VALUE } }))]];
      case 4:
        return [[name, { Type: "Wait", Seconds: number * 1000 }]];
      case 5:
        return [
          [name, caught(name)],
          [`${name}c`, { Type: "Pass", Output: "{% $number($states.input) %}" }],
        ];
      case 6:
        return [[name, open(parallel([group(left - 1), group(left - 1)], SUM))]];
      case 7:
        return [[name, open(map(group(left - 1), { ...items(number), ...SUM, MaxConcurrency: random.below(3) }))]];
      default:
        return [[name, open(distributedMap(group(left - 1), { ...items(number), ...SUM }))]];
    }
  };
  return group(depth);
}

type Part = [name: string, state: JsonObject];

const SUM = { Output: "{% $sum($states.result) % 1000 %}" };
const TOKEN_AND_VALUE = { token: "{% $states.context.Task.Token %}", value: "{% $states.input %}" };

const items = (most: number): JsonObject => ({
  Items: `{% [0..${most % 4}] %}`,
  ItemSelector: "{% $states.input + $states.context.Map.Item.Value %}",
});

/** Fails so many times before it succeeds. */
function flaky(failures: number): JsonObject {
  const Payload = { value: "{% $states.input %}", failures, attempt: "{% $states.context.State.RetryCount %}" };
  const Retry = [{ ErrorEquals: ["Busy"], IntervalSeconds: 5, MaxAttempts: 3, JitterStrategy: "FULL" }];
  return open(task("work", { Arguments: { FunctionName: "work", Payload }, Retry }));
}

/** Always fails, and is caught. */
function caught(name: string): JsonObject {
  const Payload = { value: "{% $states.input %}", failures: 99, attempt: 0 };
  const Catch = [{ ErrorEquals: ["States.ALL"], Output: "{% $states.input + 500 %}", Next: `${name}c` }];
  return open(task("work", { Arguments: { FunctionName: "work", Payload }, Catch }));
}

const open = ({ End: _, ...state }: JsonObject): JsonObject => state;

function chain(parts: readonly Part[]): JsonObject {
  return Object.fromEntries(
    parts.map(([name, state], index) => {
      const next = parts[index + 1]?.[0];
      return [name, next === undefined ? { ...state, End: true } : { ...state, Next: next }];
    }),
  );
}
