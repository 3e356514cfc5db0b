/** Plans a region's year. Nothing leaves before the checker agrees. */
import { InputError } from "../../domain/problem.ts";
import type { Region } from "../../domain/region/tables.ts";
import { isWeek } from "../../domain/week.ts";
import type { YearPlan } from "../../domain/year/plan.ts";
import type { LpSolver } from "../../optimizer/lp/index.ts";
import type { YearEffort } from "../../optimizer/flow/year/index.ts";
import { nextWeek, periodWeeks } from "../../planning/forecast/weeks.ts";
import { readYearInput, YEAR_FILE } from "../../planning/flow/year/readYearInput.ts";
import type { Blobs } from "../ports/blobs.ts";
import type { TravelMatrix } from "../ports/travelMatrix.ts";
import { readRegion } from "./readRegion.ts";
import { yearHaulage } from "./year/haulage.ts";
import { solveYear } from "./year/solveYear.ts";

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
  const solved = await solveYear(ports, {
    ...{ region, year: year.input, weeks, effort: options.effort },
    haulage: yearHaulage(region, options.weekPlan),
    ...(options.without === undefined ? {} : { members: others(region, options.without) }),
  });
  if (solved.status === "impossible") throw new InputError(solved.problems);
  const { plan, findings } = solved;
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
