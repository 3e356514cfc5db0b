/** What haulage costs a year, as the tours of a weekly plan cost it. */
import { InputError } from "../../../domain/problem.ts";
import { formatNumber } from "../../../domain/money.ts";
import { Plan } from "../../../domain/plan/plan.ts";
import type { Region } from "../../../domain/region/tables.ts";
import { pointFactors } from "../../../planning/flow/year/pointFactors.ts";

export interface YearHaulage {
  readonly calibration: number;
  /** German. */
  readonly calibrationOrigin: string;
  readonly pointFactors?: ReadonlyMap<string, number>;
}

/**
 * @param weekPlan content of a `plan.json` of the region; without it single trips are counted
 * @param factor what a scenario multiplies it by
 */
export function yearHaulage(region: Region, weekPlan: string | undefined, factor = 1): YearHaulage {
  const { calibration, calibrationOrigin, ...rest } = measured(region, weekPlan);
  const more = factor === 1 ? "" : `, im Szenario mal ${formatNumber(factor, 2)}`;
  return { calibration: calibration * factor, calibrationOrigin: calibrationOrigin + more, ...rest };
}

function measured(region: Region, weekPlan: string | undefined): YearHaulage {
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
