import { expect, test } from "vitest";
import { countTests } from "../../../scripts/countTests.mjs";

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((one) => ({ status: one })),
});

test("passed and failed tests are counted over all files; skipped ones are neither", () => {
  const report = { testResults: [file("passed", "passed", "passed", "pending"), file("failed", "failed", "passed")] };
  expect(countTests(1, report)).toEqual({ passed: 3, failed: 1 });
});

test("a file that does not load is one failure", () => {
  expect(countTests(1, { testResults: [file("failed"), file("passed", "passed")] })).toEqual({ passed: 1, failed: 1 });
});

test("a run that failed without a failed test is one failure", () => {
  expect(countTests(1, { testResults: [file("passed", "passed")] })).toEqual({ passed: 1, failed: 1 });
});

test("a run without a report, or ended by a signal, is one failure", () => {
  expect(countTests(1, undefined)).toEqual({ passed: 0, failed: 1 });
  expect(countTests(null, undefined)).toEqual({ passed: 0, failed: 1 });
});
