/** One measurement in a process of its own: `child.ts waiting|speed COUNT` prints a row of figures. */
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { askTask, distributedMap, pass, task } from "../../workflow/conformance/case.ts";
import { drive } from "../../workflow/driver.ts";

const WARM_UP = 20;
const [what = "", count = "0"] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "gruenverbund-bench-"));
const file = join(folder, "workflow.sqlite");

const megabytes = (bytes: number): number => Number((bytes / 2 ** 20).toFixed(1));
const collected = (): NodeJS.MemoryUsage => {
  globalThis.gc!();
  globalThis.gc!();
  return process.memoryUsage();
};

/** Each execution assigns a variable, then asks, with the input of a real approval. */
async function waiting(executions: number): Promise<object> {
  const driver = drive({
    machines: {
      approval: {
        QueryLanguage: "JSONata",
        StartAt: "Set",
        States: {
          Set: pass({ Assign: { week: "{% $states.input.week %}" }, Next: "Ask" }),
          Ask: askTask("ask", { TimeoutSeconds: 864_000, HeartbeatSeconds: 86_400 }),
        },
      },
    },
    functions: { ask: () => null },
    file,
  });
  const input = { week: "2026-W10", proposal: "x".repeat(1000) };
  for (let i = 0; i < WARM_UP; i++) await driver.start(`warm-${i}`, input);
  const before = collected();
  const started = performance.now();
  for (let i = 0; i < executions; i++) await driver.start(`run-${i}`, input);
  const seconds = (performance.now() - started) / 1000;
  const after = collected();
  return {
    executions,
    waiting: driver.interpreter.running - WARM_UP,
    heapMB: megabytes(after.heapUsed - before.heapUsed),
    residentMB: megabytes(after.rss - before.rss),
    startsPerSecond: Math.round(executions / seconds),
    journalMB: megabytes(statSync(file).size),
  };
}

/** A distributed Map of items with a Pass, a Task and a Pass each, 40 at a time, every exit flushed to disk. */
async function speed(items: number): Promise<object> {
  const processor = { First: pass({ Next: "Work" }), Work: task("work", { Next: "Last" }), Last: pass() };
  const each = distributedMap(processor, { Items: "{% $states.input %}", MaxConcurrency: 40, Output: "done" });
  const driver = drive({
    machines: { each: { QueryLanguage: "JSONata", StartAt: "Each", States: { Each: each } } },
    functions: { work: (payload) => payload },
    file,
  });
  const before = collected();
  const started = performance.now();
  const cpu = process.cpuUsage();
  const arn = await driver.start(
    "one",
    Array.from({ length: items }, (_, index) => index),
  );
  const { status } = await driver.finish(arn);
  const { user, system } = process.cpuUsage(cpu);
  const seconds = (performance.now() - started) / 1000;
  return {
    items,
    status,
    states: 3 * items,
    statesPerSecond: Math.round((3 * items) / seconds),
    cpuMicrosecondsPerState: Math.round((user + system) / (3 * items)),
    heapGrowthMB: megabytes(collected().heapUsed - before.heapUsed),
    peakResidentMB: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}

process.stdout.write(JSON.stringify(await (what === "waiting" ? waiting : speed)(Number(count))));
rmSync(folder, { recursive: true });
