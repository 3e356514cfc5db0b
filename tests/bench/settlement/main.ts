/**
 * `npm run bench -- settlement [--weeks 1,2,4,8] [--rules tonnes,nearestStable,shapley] [--example saarlouis] [--plan PLAN.json]`:
 * seconds and CPU seconds of settling an example region. The plan of one week is moved to the weeks after it, and its loads weigh up to a quarter more or
 * less than planned (fixed seed), so that no two weeks are alike.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { main as cli } from "../../../cli/main.ts";
import { Plan } from "../../../domain/plan/plan.ts";
import type { Region } from "../../../domain/region/tables.ts";
import type { Settlement } from "../../../domain/settlement/settlement.ts";
import type { Weighing } from "../../../domain/settlement/weighing.ts";
import { addDays, addWeeks } from "../../../domain/week.ts";
import { fileBlobs } from "../../../functions/adapters/files/fileBlobs.ts";
import { systemClock } from "../../../functions/adapters/system/systemClock.ts";
import { readRegion } from "../../../functions/usecases/readRegion.ts";
import { travelOf } from "../../../functions/usecases/travel.ts";
import { travelMatrixOf } from "../../../local/travel.ts";
import { highsSolver } from "../../../optimizer/lp/index.ts";
import { matchTickets } from "../../../planning/settlement/matchTickets.ts";
import { settle, type SettleInput } from "../../../planning/settlement/settle.ts";
import { unloadingsOf, type SettledWeek, type Unloading } from "../../../planning/settlement/unloadings.ts";

const exampleFolder = (name: string): string => fileURLToPath(new URL(`../../../examples/${name}`, import.meta.url));
const RESULTS = new URL("../results/settlement.json", import.meta.url);
const RULES = "tonnes,nearestStable,shapley,tau,nucleolus,perCapitaNucleolus";
/** Multiplier and increment of a full-period generator modulo 2^32. */
const STEP = { multiplier: 1_664_525, increment: 1_013_904_223 };
const SEED = 20_261_126;
const MOST_OFF = 0.25;

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      weeks: { type: "string", default: "1,2,4,8" },
      rules: { type: "string", default: RULES },
      example: { type: "string", default: "saarlouis" },
      plan: { type: "string" },
    },
  });
  const folder = exampleFolder(values.example);
  const { region } = await readRegion(fileBlobs(folder), systemClock.now());
  if (region === null) throw new Error("the example region is not valid");
  const plan = Plan.parse(JSON.parse(await planText(folder, values.plan)));
  const around = {
    ...(await travelOf(travelMatrixOf(region), region)),
    ...{ region, engine: await highsSolver(), agreedCents: new Map<string, number>() },
  };
  const rows: Row[] = [];
  for (const rule of values.rules.split(","))
    for (const weeks of values.weeks.split(",").map(Number)) {
      rows.push(await measure(around, plan, rule as Settlement["rule"], weeks));
      console.log(JSON.stringify(rows.at(-1)));
    }
  console.table(rows);
  mkdirSync(new URL(".", RESULTS), { recursive: true });
  const kept = { benchmark: "settlement", node: process.version, rows };
  writeFileSync(RESULTS, `${JSON.stringify(kept, null, 2)}\n`);
}

type Around = Pick<SettleInput, "places" | "travel" | "lookup" | "engine" | "agreedCents"> & {
  readonly region: Region;
};

interface Row {
  readonly rule: string;
  readonly weeks: number;
  readonly tickets: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly findings: number;
}

async function measure(around: Around, plan: Plan, rule: Settlement["rule"], count: number): Promise<Row> {
  const { region, ...rest } = around;
  const weeks = Array.from({ length: count }, (_, k): SettledWeek => {
    const moved = movedBy(plan, k);
    return { week: moved.week, run: String(k).padStart(16, "0"), plan: moved, region };
  });
  const unloadings = weeks.flatMap(unloadingsOf);
  const matched = matchTickets(weighingsOf(unloadings), unloadings, region);
  const agreement = { id: "bench", version: 1, sha256: "0".repeat(64), kind: "frame", rule } as const;
  const [began, cpu] = [performance.now(), process.cpuUsage()];
  const { tickets, game } = await settle({
    ...{ ...rest, weeks, matched, agreement, tours: [], dated: [], advanceCents: new Map() },
    inputsSha256: "0".repeat(64),
  });
  const { user, system } = process.cpuUsage(cpu);
  return {
    ...{ rule, weeks: count, tickets: tickets.length, seconds: round((performance.now() - began) / 1000) },
    ...{ cpuSeconds: round((user + system) / 1e6), findings: game.findings.length },
  };
}

/** Dates and weeks of a plan, so many weeks later; nothing else in it knows when it is. */
function movedBy(plan: Plan, weeks: number): Plan {
  const text = JSON.stringify(plan)
    .replaceAll(/\b\d{4}-\d{2}-\d{2}(?=\b|T)/g, (date) => addDays(date, 7 * weeks))
    .replaceAll(/\b\d{4}-W\d{2}\b/g, (week) => addWeeks(week, weeks));
  return JSON.parse(text) as Plan;
}

function weighingsOf(unloadings: readonly Unloading[]): Weighing[] {
  let state = SEED;
  return unloadings.map((one, i) => {
    state = (Math.imul(state, STEP.multiplier) + STEP.increment) >>> 0;
    const netKg = Math.round(one.plannedKg * (1 + MOST_OFF * (2 * (state / 2 ** 32) - 1)));
    const number = String(i + 1);
    return {
      schema: "gruenverbund/weighing/1",
      ticket: {
        ...{ id: `bench.${number}`, number, weighbridge: "bench", facilityId: one.facilityId, note: "" },
        ...{ weighedAt: one.arrivalAt, grossKg: null, tareKg: null, netKg, fraction: null, form: null },
        ...{ vehicle: "", vehicleId: one.vehicleId, storageId: null, refused: false },
      },
      ...{ importedAt: one.arrivalAt, importedBy: "bench", askedAt: null, photo: null },
      origin: { file: "bench.csv", row: i + 2, profile: "bench" },
      decisions: [
        { decision: { kind: "match", tourId: one.tourId, stop: one.stop }, at: one.arrivalAt, by: "bench" },
        { decision: { kind: "confirm" }, at: one.arrivalAt, by: "bench" },
      ],
    };
  });
}

/** As `gruenverbund plan` makes it, unless one is given. */
async function planText(folder: string, given: string | undefined): Promise<string> {
  if (given !== undefined) return readFileSync(given, "utf8");
  const out = mkdtempSync(join(tmpdir(), "gruenverbund-bench-"));
  try {
    const io = { stdout: () => undefined, stderr: () => undefined, isTerminal: false, columns: 80 };
    if ((await cli(["plan", folder, "--out", out], io)) !== 0) throw new Error("the example could not be planned");
    return readFileSync(join(out, "plan.json"), "utf8");
  } finally {
    rmSync(out, { recursive: true });
  }
}

const round = (value: number): number => Math.round(value * 10) / 10;
