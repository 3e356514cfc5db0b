/** Plans a region's year. Nothing leaves before the checker agrees. */
import { InputError } from "../../domain/problem.ts";
import { Plan } from "../../domain/plan/plan.ts";
import type { Region } from "../../domain/region/tables.ts";
import { formatNumber } from "../../domain/money.ts";
import { isWeek } from "../../domain/week.ts";
import { YearPlan } from "../../domain/year/plan.ts";
import { checkYear, checkYearRegion } from "../../optimizer/checker/flow/year/index.ts";
import type { LpSolver } from "../../optimizer/lp/index.ts";
import type { YearEffort } from "../../optimizer/flow/year/index.ts";
import { forecastArrivals } from "../../planning/forecast/forecastArrivals.ts";
import { nextWeek, periodWeeks } from "../../planning/forecast/weeks.ts";
import { pointFactors } from "../../planning/flow/year/pointFactors.ts";
import { planYearRegion } from "../../planning/flow/year/planYearRegion.ts";
import { readYearInput, YEAR_FILE } from "../../planning/flow/year/readYearInput.ts";
import type { Blobs } from "../ports/blobs.ts";
import type { TravelMatrix } from "../ports/travelMatrix.ts";
import { readRegion } from "./readRegion.ts";
import { travelOf } from "./travel.ts";

export interface PlanYearPorts {
  /** The region folder. */
  readonly input: Blobs;
  readonly travelMatrix: (region: Region) => TravelMatrix;
  readonly engine: LpSolver;
}

export interface PlanYearOptions {
  /** RFC 3339; reports after it are refused. */
  readonly now: string;
  /** ISO week to begin with; default: the one after the newest report. */
  readonly week?: string;
  readonly weeks: number;
  readonly effort: YearEffort;
  /** Content of a `plan.json` of the region, whose tours say what haulage really costs. */
  readonly weekPlan?: string;
  /** AGS of a member that does not take part. */
  readonly without?: string;
}

/** Throws an InputError with every problem at once, and an error if the checker refuses the result. */
export async function planYearOf(ports: PlanYearPorts, options: PlanYearOptions): Promise<YearPlan> {
  const read = await readRegion(ports.input, options.now);
  if (read.region === null) throw new InputError(read.problems);
  const { region } = read;
  const bytes = await ports.input.get(YEAR_FILE);
  const year = readYearInput(region, bytes === undefined ? undefined : new TextDecoder().decode(bytes));
  if (year.status === "faulty") throw new InputError(year.problems);
  const weeks = periodWeeks(firstWeek(region, options.week), options.weeks);
  const forecast = forecastArrivals(region, weeks);
  const { places, travel, lookup } = await travelOf(ports.travelMatrix(region), region);
  const planned = planYearRegion({
    region,
    year: year.input,
    forecast,
    weeks,
    places,
    travel,
    engine: ports.engine,
    effort: options.effort,
    ...haulageOf(region, options.weekPlan),
    ...(options.without === undefined ? {} : { members: others(region, options.without) }),
  });
  if (planned.status === "impossible") throw new InputError(planned.problems);
  const plan = YearPlan.parse(planned.plan);
  const findings = [
    ...checkYear(plan),
    ...checkYearRegion({ plan, region, year: year.input, forecast, travel: lookup }),
  ];
  if (findings.length > 0)
    throw new Error(
      `The checker refuses the year: ${findings.map((f) => `${f.code} ${f.place.id}: ${f.cause}`).join("; ")}`,
    );
  return plan;
}

function firstWeek(region: Region, asked: string | undefined): string {
  const week = asked ?? nextWeek(region);
  if (week !== undefined && isWeek(week)) return week;
  const cause =
    week === undefined ? "There is no report from which the week could be taken." : `"${week}" is not an ISO week.`;
  throw new InputError([
    { code: "week", severity: "error", place: {}, cause, action: "Name a week such as 2026-W48." },
  ]);
}

function others(region: Region, without: string): string[] {
  const all = region.municipalities.map((m) => m.ags as string);
  if (all.includes(without)) return all.filter((ags) => ags !== without);
  const cause = `No municipality has the AGS "${without}".`;
  const place = { file: "municipalities.csv" };
  throw new InputError([
    { code: "year.member", severity: "error", place, cause, action: "Name one of municipalities.csv." },
  ]);
}

function haulageOf(region: Region, weekPlan: string | undefined) {
  if (weekPlan === undefined)
    return { calibration: 1, calibrationOrigin: "nach einzelnen Fahrten gerechnet, ohne Touren (κ = 1)" };
  const { haulage, week, region: id } = Plan.parse(JSON.parse(weekPlan));
  if (id !== region.settings.id) {
    const cause = `The plan is for "${id}", the folder holds "${region.settings.id}".`;
    throw new InputError([
      {
        code: "year.plan",
        severity: "error",
        place: { file: "plan.json" },
        cause,
        action: "Name a plan of this region.",
      },
    ]);
  }
  const { calibration, loop } = haulage;
  const factor = formatNumber(calibration, 3);
  if (loop === undefined || loop.points.length === 0)
    return { calibration, calibrationOrigin: `nach den Touren der Woche ${week} (κ = ${factor})` };
  const factors = pointFactors(region, loop);
  const [least, most] = [Math.min(...factors.values()), Math.max(...factors.values())].map((f) => formatNumber(f, 2));
  const calibrationOrigin = `nach den Touren ab ${week} (κ = ${factor}, je Sammelstelle mal ${least} bis ${most})`;
  return { calibration, calibrationOrigin, pointFactors: factors };
}
