// `npm test`: type check, lint, then every test; ends with the one line `N passed, N failed`, in which each of the two checks counts as one.
// `npm test -- NAME` runs only the test files whose path contains NAME, after the same two checks.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { countTests } from "./countTests.mjs";
import { findNode24, noNode24, root } from "./node24.mjs";

/** A test that hangs ends here, and counts as failed. */
const MOST_MS = 60 * 60_000;

const node = findNode24();
if (node === undefined) process.stderr.write(noNode24);
const results = node === undefined ? [{ passed: 0, failed: 1 }] : [check("typecheck"), check("lint"), vitest(node)];

const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;

function check(script) {
  const { status } = run("npm", ["run", "--silent", script], { shell: process.platform === "win32" });
  process.stdout.write(`${script}: ${status === 0 ? "passed" : "failed"}\n`);
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function vitest(node) {
  const folder = mkdtempSync(join(tmpdir(), "gruenverbund-test-"));
  const report = join(folder, "report.json");
  try {
    const vitestCli = join(root, "node_modules", "vitest", "vitest.mjs");
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    const limits = { timeout: MOST_MS, killSignal: "SIGKILL" };
    const { status } = run(node, [vitestCli, "run", ...reporters, ...process.argv.slice(2)], limits);
    return countTests(status, read(report));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(command, args, options = {}) {
  return spawnSync(command, args, { cwd: root, stdio: "inherit", ...options });
}

/** The report, or undefined when vitest ended without writing a readable one. */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}
