/**
 * Counts a vitest JSON report. A file that does not load counts as one failure although it ran no test, and so does
 * a run that failed without naming a failed test (an unhandled error, a crash before the report).
 * @param {number | null} status exit code of vitest, null when a signal ended it
 * @param {{ testResults: { status: string, assertionResults: { status: string }[] }[] } | undefined} report
 * @returns {{ passed: number, failed: number }}
 */
export function countTests(status, report) {
  const files = report?.testResults ?? [];
  const tests = files.flatMap((file) => file.assertionResults);
  const passed = tests.filter((test) => test.status === "passed").length;
  const broken = files.filter((file) => file.status === "failed" && !file.assertionResults.some(isFailed)).length;
  const failed = tests.filter(isFailed).length + broken;
  return { passed, failed: status !== 0 && failed === 0 ? 1 : failed };
}

function isFailed(test) {
  return test.status === "failed";
}
