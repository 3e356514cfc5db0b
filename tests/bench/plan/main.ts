/**
 * `npm run bench -- plan [--only saarlouis]`: the whole planning run on each example, as a user starts it, in a process
 * of its own: seconds, CPU seconds, peak memory, saving and the proven gap.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Plan } from "../../../domain/plan/plan.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const RESULTS = new URL("../results/plan.json", import.meta.url);
const EXAMPLES = ["saarlouis", "saarland"];
const TARGET_SECONDS: Readonly<Record<string, number>> = { saarlouis: 60, saarland: 120 };

interface Usage {
  readonly maxRssKib: number;
  readonly cpuSeconds: number;
}

export function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { only: { type: "string", default: "" } } });
  const names = EXAMPLES.filter((name) => values.only === "" || name === values.only);
  const rows = names.map(measure);
  console.table(rows);
  mkdirSync(new URL(".", RESULTS), { recursive: true });
  writeFileSync(RESULTS, `${JSON.stringify({ benchmark: "plan", node: process.version, rows }, null, 2)}\n`);
  return Promise.resolve();
}

function measure(example: string) {
  const out = mkdtempSync(join(tmpdir(), "gruenverbund-bench-"));
  const child = fileURLToPath(new URL("./child.ts", import.meta.url));
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, [child, join(ROOT, "examples", example), out]);
  const seconds = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(`${example}: ${stderr.toString()}`);
  const usage = JSON.parse(stdout.toString().trim().split("\n").at(-1)!) as Usage;
  const plan = JSON.parse(readFileSync(join(out, "plan.json"), "utf8")) as Plan;
  rmSync(out, { recursive: true });
  const { costCents, lowerBoundCents } = plan.flow.joint;
  const round = (value: number, digits = 1) => Number(value.toFixed(digits));
  return {
    example,
    municipalities: plan.municipalities.length,
    seconds: round(seconds),
    target: TARGET_SECONDS[example],
    cpuSeconds: round(usage.cpuSeconds),
    peakMB: Math.round(usage.maxRssKib / 1024),
    savingPercent: round(100 * (1 - plan.jointCostCents / plan.standAloneTotalCents)),
    provenGapPercent: round(100 * (costCents / lowerBoundCents - 1), 2),
    loads: plan.pickups.length,
    unserved: plan.unserved.length,
  };
}
