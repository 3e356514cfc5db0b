import { expect, test } from "vitest";
import { matchesError } from "../../../../local/workflow/errors.ts";
import { nextRetry } from "../../../../local/workflow/retry.ts";
import { Random } from "../../../../optimizer/routing/random.ts";

const ALL = ["States.ALL"];

function delays(retrier: object, most: number, chance = () => 0.5): number[] {
  const seconds: number[] = [];
  for (let used = 0; used < most; used++) {
    const retry = nextRetry([{ ErrorEquals: ALL, ...retrier }], [used], "E", chance);
    if (retry !== undefined) seconds.push(retry.delayMilliseconds / 1000);
  }
  return seconds;
}

test("FULL jitter takes the given part of each interval, after it was bounded", () => {
  // Intervals 4, 8, 16 and then 20 by MaxDelaySeconds; half of each.
  const retrier = { IntervalSeconds: 4, MaxDelaySeconds: 20, MaxAttempts: 4, JitterStrategy: "FULL" };
  expect(delays(retrier, 5)).toEqual([2, 4, 8, 10]);
});

test("jitter from one seed gives the same delays again, from another others, all within the interval", () => {
  const retrier = { IntervalSeconds: 60, BackoffRate: 1, MaxAttempts: 50, JitterStrategy: "FULL" };
  const draw = (seed: number): number[] => {
    const random = new Random(seed);
    return delays(retrier, 50, () => random.fraction());
  };
  expect(draw(1)).toEqual(draw(1));
  expect(draw(1)).not.toEqual(draw(2));
  expect(draw(1).filter((seconds) => seconds < 0 || seconds >= 60)).toEqual([]);
  expect(Math.max(...draw(1)) - Math.min(...draw(1))).toBeGreaterThan(30);
});

test("without jitter no chance is asked", () => {
  const chance = (): number => {
    throw new Error("asked");
  };
  expect(delays({ MaxAttempts: 2 }, 3, chance)).toEqual([1, 2]);
});

test.each([
  ["States.ALL", "E", true],
  ["States.ALL", "States.Timeout", true],
  ["States.ALL", "States.QueryEvaluationError", true],
  ["States.ALL", "States.DataLimitExceeded", false],
  ["States.ALL", "States.Runtime", false],
  ["States.TaskFailed", "E", true],
  ["States.TaskFailed", "States.Timeout", false],
  ["States.TaskFailed", "States.HeartbeatTimeout", false],
  ["States.Timeout", "States.HeartbeatTimeout", true],
  ["States.HeartbeatTimeout", "States.Timeout", false],
  ["States.Runtime", "States.Runtime", true],
  ["E", "e", false],
])("%s and %s: %s", (name, error, matches) => {
  expect(matchesError([name], error)).toBe(matches);
});
