/**
 * `npm run bench -- routing [--family cvrp-x] [--seconds 20] [--seed 1] [--only n101,n200]`: gaps to the best known.
 * One thread each; seconds are CPU seconds of this process, so that a busy machine does not change what is measured.
 */
import { mkdirSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { greedy, solve } from "../../../optimizer/routing/index.ts";
import { type CvrpFile, evaluate, parseSolution, parseVrplib, rowsOf, toProblem } from "./vrplib.ts";

const ROOT = new URL("../../../", import.meta.url);
const FAMILY = new URL("../shared/bench/cvrp-x/", ROOT);
const RESULTS = new URL("tests/bench/results/", ROOT);

interface Row {
  readonly instance: string;
  readonly bestKnown: number;
  readonly greedyGapPercent: number;
  readonly cost: number;
  readonly gapPercent: number;
  readonly iterations: number;
  readonly iterationsPerSecond: number;
  readonly seconds: number;
}

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      family: { type: "string", default: "cvrp-x" },
      seconds: { type: "string", default: "20" },
      seed: { type: "string", default: "1" },
      only: { type: "string", default: "" },
    },
  });
  if (values.family !== "cvrp-x") throw new Error(`Family ${values.family} is not known; this bench runs cvrp-x.`);
  if (!existsSync(FAMILY)) {
    console.log(
      `routing: ${FAMILY.pathname} is not there, nothing was run. Put the cvrp-x files beside the repository.`,
    );
    return;
  }
  const only = values.only === "" ? [] : values.only.split(",");
  const rows = benchCvrp(Number(values.seconds), Number(values.seed), only);
  mkdirSync(RESULTS, { recursive: true });
  const result = {
    family: "cvrp-x",
    seconds: Number(values.seconds),
    seed: Number(values.seed),
    mean: mean(rows),
    rows,
  };
  writeFileSync(new URL("routing.json", RESULTS), `${JSON.stringify(result, null, 2)}\n`);
}

function benchCvrp(seconds: number, seed: number, only: readonly string[]): Row[] {
  const known = JSON.parse(readFileSync(new URL("bks.json", FAMILY), "utf8")) as {
    instances: Record<string, { bks: number }>;
  };
  const names = readdirSync(FAMILY)
    .filter((file) => file.endsWith(".vrp"))
    .map((file) => file.slice(0, -".vrp".length))
    .filter((name) => only.length === 0 || only.some((part) => name.includes(part)))
    .sort((a, b) => sizeOf(a) - sizeOf(b));
  const files = new Map(names.map((name) => [name, checkShipped(name, known.instances[name]!.bks)]));
  console.log(`${names.length} shipped solutions re-evaluated, all equal to their best known value`);
  console.log("instance        best known  greedy gap %     cost   gap %  iterations/s");
  const rows: Row[] = [];
  for (const [name, file] of files) {
    const row = runOne(name, file, known.instances[name]!.bks, seconds, seed);
    rows.push(row);
    const { bestKnown, greedyGapPercent, cost, gapPercent, iterationsPerSecond } = row;
    console.log(
      `${name.padEnd(15)} ${String(bestKnown).padStart(10)}  ${greedyGapPercent.toFixed(2).padStart(12)} ` +
        `${String(cost).padStart(8)}  ${gapPercent.toFixed(2).padStart(6)}  ${String(iterationsPerSecond).padStart(12)}`,
    );
  }
  console.log(`mean gap ${mean(rows).toFixed(3)} % over ${rows.length} instances, ${seconds} CPU s each, seed ${seed}`);
  return rows;
}

/** Throws when the shipped solution does not cost exactly what it is known to. */
function checkShipped(name: string, bestKnown: number): CvrpFile {
  const file = parseVrplib(readFileSync(new URL(`${name}.vrp`, FAMILY), "utf8"));
  const shipped = parseSolution(readFileSync(new URL(`${name}.sol`, FAMILY), "utf8"));
  const cost = evaluate(file, shipped.routes);
  if (cost !== bestKnown) throw new Error(`${name}: its solution costs ${cost}, but ${bestKnown} is stated.`);
  return file;
}

function runOne(name: string, file: CvrpFile, bestKnown: number, seconds: number, seed: number): Row {
  const problem = toProblem(file);
  const base = evaluate(file, rowsOf(greedy(problem)));
  const started = cpuMilliseconds();
  const { solution, iterations } = solve(problem, { seed, seconds, now: cpuMilliseconds });
  const elapsed = (cpuMilliseconds() - started) / 1000;
  const cost = evaluate(file, rowsOf(solution));
  return {
    instance: name,
    bestKnown,
    greedyGapPercent: 100 * (base / bestKnown - 1),
    cost,
    gapPercent: 100 * (cost / bestKnown - 1),
    iterations,
    iterationsPerSecond: Math.round(iterations / elapsed),
    seconds: elapsed,
  };
}

function cpuMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function sizeOf(name: string): number {
  return Number(/n(\d+)/.exec(name)?.[1] ?? 0);
}

function mean(rows: readonly Row[]): number {
  return rows.reduce((sum, row) => sum + row.gapPercent, 0) / Math.max(1, rows.length);
}
