/** Solves a year and has it judged: the one way to a yearly plan, for the command and for the county alike. */
import type { Problem } from "../../../domain/problem.ts";
import type { Region } from "../../../domain/region/tables.ts";
import type { YearInput } from "../../../domain/year/input.ts";
import { YearPlan } from "../../../domain/year/plan.ts";
import { checkYear, checkYearRegion } from "../../../optimizer/checker/flow/year/index.ts";
import type { YearEffort, YearState } from "../../../optimizer/flow/year/index.ts";
import type { LpSolver } from "../../../optimizer/lp/index.ts";
import { forecastArrivals } from "../../../planning/forecast/forecastArrivals.ts";
import { planYearRegion } from "../../../planning/flow/year/planYearRegion.ts";
import type { TravelMatrix } from "../../ports/travelMatrix.ts";
import { travelOf } from "../travel.ts";
import type { YearHaulage } from "./haulage.ts";

export interface YearCase {
  readonly region: Region;
  readonly year: YearInput;
  readonly weeks: readonly string[];
  readonly haulage: YearHaulage;
  /** AGS of those who take part. Default: all. */
  readonly members?: readonly string[];
  readonly effort: YearEffort;
  /** Of a similar year, to begin with. */
  readonly from?: YearState;
}

export type SolvedYear =
  /** The checker's findings are empty for a sound plan; one with findings is nobody's plan. */
  | {
      readonly status: "planned";
      readonly plan: YearPlan;
      readonly state: YearState;
      readonly findings: readonly Problem[];
    }
  | { readonly status: "impossible"; readonly problems: readonly Problem[] };

export async function solveYear(
  ports: { readonly travelMatrix: (region: Region) => TravelMatrix; readonly engine: LpSolver },
  { region, year, weeks, haulage, members, effort, from }: YearCase,
): Promise<SolvedYear> {
  const forecast = forecastArrivals(region, weeks);
  const { places, travel, lookup } = await travelOf(ports.travelMatrix(region), region);
  const planned = planYearRegion({
    ...{ region, year, forecast, weeks, places, travel, effort, ...haulage, engine: ports.engine },
    ...(members === undefined ? {} : { members }),
    ...(from === undefined ? {} : { from }),
  });
  if (planned.status === "impossible") return planned;
  const plan = YearPlan.parse(planned.plan);
  const findings = [...checkYear(plan), ...checkYearRegion({ plan, region, year, forecast, travel: lookup })];
  return { status: "planned", plan, state: planned.state, findings };
}
