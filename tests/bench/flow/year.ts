/**
 * `node tests/bench/main.ts flow --year`: a year of the 52 municipalities of examples/saarland with five fractions to a proven gap of 1 %, its
 * counties as models of their own, and scenarios from scratch against ones that begin with the base plan.
 */
import { fileURLToPath } from "node:url";
import { fileBlobs } from "../../../functions/adapters/files/fileBlobs.ts";
import { systemClock } from "../../../functions/adapters/system/systemClock.ts";
import { readRegion } from "../../../functions/usecases/readRegion.ts";
import { travelOf } from "../../../functions/usecases/travel.ts";
import { travelMatrixOf } from "../../../local/travel.ts";
import type { YearProblem } from "../../../domain/year/problem.ts";
import { checkYear } from "../../../optimizer/checker/flow/year/index.ts";
import { DEFAULT_YEAR_EFFORT, planYear, type YearResult, type YearState } from "../../../optimizer/flow/year/index.ts";
import { highsSolver } from "../../../optimizer/lp/index.ts";
import { buildYearProblem } from "../../../planning/flow/year/buildYearProblem.ts";
import type { YearBuild } from "../../../planning/flow/year/yearBuild.ts";
import { forecastArrivals } from "../../../planning/forecast/forecastArrivals.ts";
import { nextWeek, periodWeeks } from "../../../planning/forecast/weeks.ts";
import { yearPlanOf } from "../../support/yearPlanOf.ts";
import { fiveFractions } from "./fiveFractions.ts";

const EXAMPLE = fileURLToPath(new URL("../../../examples/saarland", import.meta.url));
const WEEKS = 52;
/** A member with a point of its own. */
const LEAVER = "10041513";

const engine = await highsSolver();

/** @param keep is told all rows after each */
export async function yearRows(keep: (rows: readonly Record<string, unknown>[]) => void): Promise<void> {
  const build = await saarland();
  const base = buildYearProblem(build);
  const rows: Record<string, unknown>[] = [];
  const add = (name: string, problem: YearProblem, from?: YearState) => {
    const { row, result } = measure(name, problem, from);
    rows.push(row);
    keep(rows);
    console.table([row]);
    return result;
  };
  const whole = add("52 municipalities", base);
  const counties = [...new Set(build.region.municipalities.map((m) => m.ags.slice(0, 5)))].sort();
  for (const county of counties) {
    const members = build.region.municipalities.map((m) => m.ags as string).filter((ags) => ags.startsWith(county));
    add(`county ${county}`, buildYearProblem({ ...build, members }));
  }
  const members = build.region.municipalities.map((m) => m.ags as string).filter((ags) => ags !== LEAVER);
  const scenarios: [string, YearProblem][] = [
    ["haulage +20 %", dearer(base, 1.2)],
    ["CO2 at 100 €/t", { ...base, co2CentsPerTonne: 10_000 }],
    [`without ${LEAVER}`, buildYearProblem({ ...build, members })],
    ["new site", withSite(base)],
  ];
  for (const [name, problem] of scenarios) {
    add(`${name}, cold`, problem);
    add(`${name}, warm`, problem, whole.state);
  }
}

function measure(
  name: string,
  problem: YearProblem,
  from?: YearState,
): { row: Record<string, unknown>; result: YearResult } {
  const [cpu, started] = [process.cpuUsage(), performance.now()];
  const result = planYear(engine, problem, DEFAULT_YEAR_EFFORT, from);
  const [used, wall] = [process.cpuUsage(cpu), performance.now() - started];
  if (result.status !== "planned") throw new Error(`${name}: no room`);
  const findings = checkYear(yearPlanOf(problem, result));
  if (findings.length > 0) throw new Error(`${name}: ${findings[0]!.code} ${findings[0]!.cause}`);
  const row = {
    name,
    points: problem.points.length,
    stores: problem.stores.length,
    options: problem.options.length,
    euros: Math.round(result.costCents / 100),
    boundEuros: Math.round(result.lowerBoundCents / 100),
    gapPercent: Number((100 * (1 - result.lowerBoundCents / result.costCents)).toFixed(3)),
    rounds: result.rounds,
    nodes: result.nodes,
    cpuSeconds: Number(((used.user + used.system) / 1e6).toFixed(2)),
    seconds: Number((wall / 1000).toFixed(2)),
  };
  return { row, result };
}

async function saarland(): Promise<YearBuild> {
  const { region: read } = await readRegion(fileBlobs(EXAMPLE), systemClock.now());
  const { region, year } = fiveFractions(read!);
  const { places, travel } = await travelOf(travelMatrixOf(region), region);
  const weeks = periodWeeks(nextWeek(region)!, WEEKS);
  return { region, year, weeks, places, travel, forecast: forecastArrivals(region, weeks), calibration: 1.3 };
}

function dearer(problem: YearProblem, factor: number): YearProblem {
  const options = problem.options.map((o) => ({
    ...o,
    parts: o.parts.map((p) => ({ ...p, haulageCentsPerTonne: p.haulageCentsPerTonne * factor })),
  }));
  return { ...problem, options };
}

/** A second candidate where the first one lies, at two thirds of its cost and half of its size. */
function withSite(problem: YearProblem): YearProblem {
  const at = problem.facilities.findIndex((f) => f.site?.now === "absent");
  const { site, yearlyCapacityKg, ...rest } = problem.facilities[at]!;
  const facility = {
    ...rest,
    id: "new-site",
    yearlyCapacityKg: yearlyCapacityKg === null ? null : yearlyCapacityKg / 2,
    site: { fixedCents: Math.round((site!.fixedCents * 2) / 3), now: "absent" as const },
  };
  const added = problem.options
    .filter((o) => o.parts.length === 1 && o.parts[0]!.facility === at)
    .map((o) => ({ ...o, parts: [{ ...o.parts[0]!, facility: problem.facilities.length, yields: [] }] }));
  return {
    ...problem,
    facilities: [...problem.facilities, facility],
    options: [...problem.options, ...added],
    buyers: problem.buyers.map((b) => ({ ...b, haulageCentsPerTonne: [...b.haulageCentsPerTonne, 0] })),
  };
}
