/**
 * `npm run bench -- regions [--data ../shared/data/gemeinden-de] [--regions 400] [--iterations 20000] [--resume]`: one region for each
 * county, its reports taken in, its week planned by the workflow; what the cloud would bill is counted. Fewer regions are
 * taken evenly by inhabitants, so that their mean stands for all. `--county 10044` measures one and writes no results. All 400
 * take more than an hour of a free core: `--resume` goes on behind the regions that are in the results already.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { importRegion } from "../../../functions/usecases/regions/importRegion.ts";
import { startPlan } from "../../../functions/usecases/weeks/startPlan.ts";
import { memoryBlobs } from "../../support/memoryBlobs.ts";
import { readCounties, type County } from "./counties.ts";
import { countyFolder, regionId } from "./generate.ts";
import { emptyMeter, type Meter } from "./meter.ts";
import { billOf, gbSeconds, type Bill } from "./prices.ts";
import { benchSystem, WEEK, type BenchSystem } from "./system.ts";

const RESULTS = new URL("../results/regions.json", import.meta.url);
const WEEKS_A_MONTH = 52 / 12;

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      data: { type: "string", default: "../shared/data/gemeinden-de" },
      regions: { type: "string", default: "400" },
      county: { type: "string" },
      iterations: { type: "string", default: "20000" },
      resume: { type: "boolean", default: false },
    },
  });
  const all = readCounties(values.data);
  const { county: only } = values;
  const counties = only === undefined ? sample(all, Number(values.regions)) : all.filter(({ key }) => key === only);
  const folder = mkdtempSync(join(tmpdir(), "gruenverbund-regions-"));
  let meter = emptyMeter();
  const system = await benchSystem(folder, () => meter);
  const rows = values.resume ? measured(values.iterations) : [];
  const done = new Set(rows.map(({ region }) => region));
  try {
    for (const county of counties.filter((one) => !done.has(regionId(one)))) {
      meter = emptyMeter();
      const row = await planCounty(system, county, Number(values.iterations), () => meter);
      rows.push(row);
      process.stdout.write(`${JSON.stringify(row)}\n`);
      if (only === undefined) save(rows, values.iterations);
    }
  } finally {
    await system.close();
    rmSync(folder, { recursive: true });
  }
  console.table([meansOf(rows)]);
}

/** Evenly by inhabitants, smallest first; the middle of each part. */
function sample(counties: readonly County[], count: number): County[] {
  const bySize = [...counties].sort((a, b) => a.population - b.population || (a.key < b.key ? -1 : 1));
  if (count >= bySize.length) return bySize;
  return Array.from({ length: count }, (_, i) => bySize[Math.floor(((i + 0.5) * bySize.length) / count)]!);
}

interface Row {
  readonly region: string;
  readonly name: string;
  readonly inhabitants: number;
  readonly members: number;
  readonly status: string;
  readonly processorSeconds: number;
  readonly gbSeconds: number;
  readonly transitions: number;
  readonly writeUnits: number;
  readonly readUnits: number;
  readonly blobPuts: number;
  readonly blobGets: number;
  readonly wallSeconds: number;
  readonly dollarsAWeek: number;
  readonly bill: Bill;
  readonly seconds: Meter["seconds"];
}

async function planCounty(system: BenchSystem, county: County, iterations: number, meter: () => Meter): Promise<Row> {
  const begun = performance.now();
  const before = system.transitions();
  await importRegion(system.ports, memoryBlobs(countyFolder(county)));
  // Importing a year of reports happens once; the bill is for a week, whose reports are added in docs/costs.md.
  Object.assign(meter(), emptyMeter());
  const region = regionId(county);
  const { execution } = await startPlan(system.ports, { region, week: WEEK, options: { seed: 1, iterations } });
  const status = await system.finish(execution);
  const found = meter();
  const transitions = system.transitions() - before;
  const bill = billOf(found, transitions);
  const sum = (numbers: object): number => Object.values(numbers as Record<string, number>).reduce((a, b) => a + b, 0);
  return {
    ...{ region, name: county.name, inhabitants: county.population, members: county.members.length, status },
    processorSeconds: round(sum(found.seconds), 2),
    gbSeconds: round(gbSeconds(found), 2),
    transitions,
    ...{ writeUnits: found.writeUnits, readUnits: found.readUnits },
    ...{ blobPuts: found.blobPuts, blobGets: found.blobGets },
    wallSeconds: round((performance.now() - begun) / 1000, 1),
    dollarsAWeek: round(sum(bill), 5),
    bill,
    seconds: Object.fromEntries(Object.entries(found.seconds).map(([name, value]) => [name, round(value, 3)])),
  };
}

function meansOf(rows: readonly Row[]): object {
  const mean = (of: (row: Row) => number, digits = 2) =>
    round(rows.reduce((sum, row) => sum + of(row), 0) / rows.length, digits);
  return {
    regions: rows.length,
    succeeded: rows.filter(({ status }) => status === "SUCCEEDED").length,
    members: mean((row) => row.members, 1),
    processorSeconds: mean((row) => row.processorSeconds),
    gbSeconds: mean((row) => row.gbSeconds),
    transitions: mean((row) => row.transitions, 0),
    writeUnits: mean((row) => row.writeUnits, 0),
    dollarsAMonth: mean((row) => row.dollarsAWeek * WEEKS_A_MONTH, 4),
  };
}

/** What an earlier run with the same effort has measured. */
function measured(iterations: string): Row[] {
  const found = JSON.parse(readFileSync(RESULTS, "utf8")) as { iterations: string; rows: Row[] };
  if (found.iterations !== iterations)
    throw new Error(`The results are of ${found.iterations} iterations; go on with --iterations ${found.iterations}.`);
  return [...found.rows];
}

function save(rows: readonly Row[], iterations: string): void {
  mkdirSync(new URL(".", RESULTS), { recursive: true });
  const found = { benchmark: "regions", node: process.version, iterations, means: meansOf(rows), rows };
  writeFileSync(RESULTS, `${JSON.stringify(found, null, 2)}\n`);
}

const round = (value: number, digits: number): number => Number(value.toFixed(digits));
