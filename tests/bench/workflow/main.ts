/**
 * `npm run bench -- workflow [--kills 50] [--only kills|memory|speed]`: what the durable interpreter costs and survives.
 * Kills: a run is killed at seeded points and moments and must end the same. Memory: what 1,000 waiting executions take.
 * Speed: how many states a second go to disk, and whether memory stays flat when a Map is ten times as long.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { isDeepStrictEqual, parseArgs } from "node:util";
import { fileURLToPath } from "node:url";
import { Random } from "../../../optimizer/routing/random.ts";
import { runKilled, type Kill } from "../../workflow/kill/scenario.ts";
import { RESULT } from "../../workflow/kill/workflow.ts";

const RESULTS = new URL("../results/workflow.json", import.meta.url);
const KILLS_A_RUN = 5;
const TARGET_MEGABYTES = 50;

export async function run(args: string[]): Promise<void> {
  const options = { kills: { type: "string", default: "50" }, only: { type: "string", default: "" } } as const;
  const { values } = parseArgs({ args, options });
  const wants = (name: string): boolean => values.only === "" || values.only === name;
  const tables: Record<string, object[]> = {
    ...(wants("kills") ? { kills: [await kills(Number(values.kills))] } : {}),
    ...(wants("memory") ? { memory: [100, 1000].map((executions) => waiting(executions)) } : {}),
    ...(wants("speed") ? { speed: [1000, 10_000].map((items) => measure("speed", items)) } : {}),
  };
  for (const rows of Object.values(tables)) console.table(rows);
  mkdirSync(new URL(".", RESULTS), { recursive: true });
  writeFileSync(RESULTS, `${JSON.stringify({ benchmark: "workflow", node: process.version, ...tables }, null, 2)}\n`);
}

/** Half of the kills at places in the code, half at moments from outside, wherever the process then is. */
async function kills(wanted: number) {
  const random = new Random(2026);
  const total = { kills: 0, runs: 0, sameResult: 0, ranTwice: 0, deadlinesMoved: 0 };
  while (total.kills < wanted) {
    const planned = Array.from({ length: Math.min(KILLS_A_RUN, wanted - total.kills) }, (_, index): Kill =>
      index % 2 === 0 ? { point: 1 + random.below(40) } : { point: 0, afterMilliseconds: random.below(60) },
    );
    const report = await runKilled(planned);
    total.kills += report.kills;
    total.runs++;
    total.sameResult += Number(isDeepStrictEqual(JSON.parse(report.ended.output), RESULT));
    total.ranTwice += report.ranTwice.length;
    total.deadlinesMoved += report.moved.length;
  }
  return total;
}

function waiting(executions: number) {
  return { ...measure("waiting", executions), targetMB: (TARGET_MEGABYTES * executions) / 1000 };
}

/** In a process of its own, so that nothing else counts. */
function measure(what: "waiting" | "speed", count: number): object {
  const child = fileURLToPath(new URL("./child.ts", import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--expose-gc", child, what, String(count)]);
  if (status !== 0) throw new Error(stderr.toString());
  return JSON.parse(stdout.toString()) as object;
}
