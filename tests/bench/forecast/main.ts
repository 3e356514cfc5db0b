/**
 * `npm run bench -- forecast [--data FOLDER] [--tune] [--hedging WEEKS]`: forecasts of fill levels and monthly amounts on real data, against
 * persistence, a linear rate since the last emptying and seasonal naive; then simulated storages, where the truth is known. `--tune` shows what settings
 * do on the tuning half, `--hedging` plans so many simulated weeks of an example for each accepted chance of overflow (eight weeks take some two minutes of a core).
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { MONTHLY } from "../../../optimizer/forecast/index.ts";
import { HORIZONS, readContainers, scoreContainers, SETTINGS, type Container, type Settings } from "./containers.ts";
import { scoreAsking } from "./asking.ts";
import { scoreHedging } from "./hedging.ts";
import { readDistricts, scoreMonths } from "./months.ts";
import { scoreProfiles } from "./profiles.ts";
import { scoreSensors } from "./sensors.ts";
import { scoreWeather } from "./weather.ts";
import { scoreStorages } from "./storages.ts";

const DATA = fileURLToPath(new URL("../../../../shared/data", import.meta.url));
const RESULTS = new URL("../results/forecast.json", import.meta.url);
const THINNINGS = [
  { reports: "daily", every: 1, quarters: false },
  { reports: "one in three", every: 3, quarters: false },
  { reports: "one in three, quarters", every: 3, quarters: true },
] as const;
/** One setting changed at a time. */
const VARIANTS: readonly Partial<Settings>[] = [
  {},
  { pooledWeight: 1 },
  { pooledWeight: 5 },
  { keptPerDay: 0.99 },
  { keptPerDay: 1 },
  { windowDays: 200 },
  { windowDays: 450 },
  { stray: 0.03 },
  { stray: 0.1 },
  { stray: 0.15 },
];
/** Storages of each simulation; so many that a percentage is known to within one. */
const SIMULATED = { ranges: 90, asking: 30 };
/** Chances of overflow that simulated weeks are planned with; the first is the means alone. */
const ACCEPTED = [0.5, 0.2, 0.05];
/** Settings were chosen on the containers with an even place, and before this day. */
const TEST_FROM_DAY = 560;

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      data: { type: "string", default: DATA },
      tune: { type: "boolean", default: false },
      hedging: { type: "string" },
    },
  });
  if (values.hedging !== undefined) {
    const hedging = await scoreHedging(Number(values.hedging), ACCEPTED);
    console.table(hedging);
    return keep({ hedging });
  }
  const containers = readContainers(values.data);
  const districts = readDistricts(values.data);
  if (values.tune) return tune(containers, districts);
  const fill = THINNINGS.flatMap((thinning) => fillRows(containers, thinning));
  console.table(fill);
  const monthly = scoreMonths(districts);
  console.table(monthly);
  const profiles = scoreProfiles(districts);
  console.table(profiles);
  const sensors = scoreSensors(SIMULATED.asking);
  console.table(sensors);
  const weather = scoreWeather();
  console.table(weather);
  const storages = scoreStorages(SIMULATED.ranges);
  console.table(storages);
  const asking = scoreAsking(SIMULATED.asking);
  console.table(asking);
  keep({ settings: { fill: SETTINGS, monthly: MONTHLY }, fill, monthly, profiles, sensors, weather, storages, asking });
}

/** What another part of the family measured stays in the file. */
function keep(part: Record<string, unknown>): void {
  mkdirSync(new URL(".", RESULTS), { recursive: true });
  const known = existsSync(RESULTS) ? (JSON.parse(readFileSync(RESULTS, "utf8")) as Record<string, unknown>) : {};
  const result = { ...known, benchmark: "forecast", node: process.version, ...part };
  writeFileSync(RESULTS, `${JSON.stringify(result, null, 2)}\n`);
}

/** The tuning half, the containers never looked at, and these in the later time only. */
const GROUPS = ["all", "tuning half", "test half"] as const;

function fillRows(containers: readonly Container[], { reports, ...thinning }: (typeof THINNINGS)[number]) {
  const scores = scoreContainers(containers, thinning, SETTINGS, (c, day) =>
    c % 2 === 0 && day < TEST_FROM_DAY ? ["all", "tuning half"] : c % 2 === 0 ? ["all"] : ["all", "test half"],
  );
  return GROUPS.flatMap((group) =>
    HORIZONS.map((days) => ({ reports, part: group, days, ...scores.get(group)!.get(days)!.row() })),
  );
}

function tune(containers: readonly Container[], districts: Map<number, number>[]): void {
  const half = containers
    .filter((_, c) => c % 2 === 0)
    .map((one) => ({ ...one, levels: one.levels.slice(0, TEST_FROM_DAY) }));
  const rows = VARIANTS.map((changed) => {
    const settings = { ...SETTINGS, ...changed };
    const scores = scoreContainers(half, { every: 3, quarters: false }, settings, () => ["all"]);
    const at = (days: number) => scores.get("all")!.get(days)!.row();
    return {
      changed: JSON.stringify(changed),
      mae3: at(3).mae,
      mae7: at(7).mae,
      coverage1: at(1).coveragePercent,
      coverage3: at(3).coveragePercent,
    };
  });
  console.table(rows);
  const smoothings = [0.25, 0.4, 0.5, 0.6, 0.8].flatMap((smoothing) =>
    [1, 2, 4].map((commonYears) => {
      const [one, , three] = scoreMonths(districts, { ...MONTHLY, smoothing, commonYears }).filter((row) =>
        row.years.includes("tuning"),
      );
      return { smoothing, commonYears, mase1: one!.mase, mase3: three!.mase };
    }),
  );
  console.table(smoothings);
}
