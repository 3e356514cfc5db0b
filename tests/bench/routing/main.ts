/**
 * `npm run bench -- routing [--family cvrp-x,mdvrp] [--seconds 20] [--seed 1] [--only n101,n200]`: gaps to the best
 * known values; `--family scale --plot docs/routing-scale.svg` draws time over size. Without `--family` every family runs, one after the other, one thread each.
 */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { cmt } from "./cmt.ts";
import { cvrpX } from "./cvrpX.ts";
import { cpuMilliseconds, type Family, gaps, type Row, runFamily } from "./family.ts";
import { hfvrp } from "./hfvrp.ts";
import { mdvrp } from "./mdvrp.ts";
import { mtvrptwr } from "./mtvrptwr.ts";
import { scale } from "./scale.ts";
import { writeScalePlot } from "./scalePlot.ts";
import { vrptw } from "./vrptw.ts";

/** One file per family; add yours here. */
const FAMILIES: readonly Family[] = [cvrpX, cmt, mdvrp, hfvrp, vrptw, mtvrptwr, scale];

const ROOT = new URL("../../../", import.meta.url);
const BENCH = new URL("../shared/bench/", ROOT);
const RESULTS = new URL("tests/bench/results/", ROOT);

export function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      family: { type: "string", default: FAMILIES.map((family) => family.name).join(",") },
      seconds: { type: "string" },
      seed: { type: "string", default: "1" },
      only: { type: "string", default: "" },
      plot: { type: "string" },
    },
  });
  for (const name of values.family.split(",")) {
    const family = FAMILIES.find((one) => one.name === name);
    if (family === undefined)
      throw new Error(`There is no family ${name}; choose from ${FAMILIES.map((one) => one.name).join(", ")}.`);
    const seconds = values.seconds === undefined ? family.seconds : Number(values.seconds);
    const rows = benchFamily(family, seconds, Number(values.seed), values.only);
    if (values.plot !== undefined) writeScalePlot(rows, new URL(values.plot, ROOT));
  }
  return Promise.resolve();
}

function benchFamily(family: Family, seconds: number, seed: number, only: string): Row[] {
  const folder = new URL(`${family.folder ?? "."}/`, BENCH);
  if (family.folder !== null && !existsSync(folder)) {
    console.log(`\n${family.name}: ${folder.pathname} is not there, nothing was run.`);
    return [];
  }
  const parts = only.split(",").filter((part) => part !== "");
  const instances = family
    .instances(folder)
    .filter(({ name }) => parts.length === 0 || parts.some((part) => name.includes(part)))
    .sort((a, b) => a.size - b.size);
  const rows = runFamily(family, instances, { seconds, seed, now: cpuMilliseconds });
  mkdirSync(RESULTS, { recursive: true });
  const result = { family: family.name, seconds, seed, ...gaps(rows), rows };
  writeFileSync(new URL(`routing-${family.name}.json`, RESULTS), `${JSON.stringify(result, null, 2)}\n`);
  return rows;
}
