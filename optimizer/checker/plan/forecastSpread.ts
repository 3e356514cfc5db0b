/** The spread of forecasts: nobody can derive it again without the filter, but it has to agree with itself and the plan. */
import type { KgRange } from "../../../domain/plan/flowPlan.ts";
import type { Plan } from "../../../domain/plan/plan.ts";
import type { Problem } from "../../../domain/problem.ts";
import { mondayOf } from "../../../domain/week.ts";
import { finding } from "../finding.ts";

const DAYS_A_WEEK = 7;

/** Plans without a spread were made before there was one. */
export function checkForecastSpread({ forecast, period, week }: Plan): Problem[] {
  return forecast.flatMap(({ storageId, openingKg, arrivalsKg, spread }, k) => {
    if (spread === undefined) return [];
    const wrong = (field: string, cause: string): Problem =>
      finding("check.plan.forecastSpread", { id: storageId, field: `forecast[${k}].spread.${field}` }, cause, AGAIN);
    const findings: Problem[] = [];
    if (!within(openingKg, spread.openingKg))
      findings.push(wrong("openingKg", `The range does not hold the opening stock of ${openingKg} kg.`));
    if (spread.arrivalsKg.length !== arrivalsKg.length)
      findings.push(wrong("arrivalsKg", `${spread.arrivalsKg.length} ranges for ${arrivalsKg.length} weeks.`));
    arrivalsKg.forEach((kg, w) => {
      const range = spread.arrivalsKg[w];
      if (range !== undefined && !within(kg, range))
        findings.push(wrong(`arrivalsKg[${w}]`, `The range does not hold the arrivals of ${kg} kg.`));
    });
    const days = DAYS_A_WEEK * period.weeks.length;
    if (spread.overflowChance.length !== days)
      findings.push(wrong("overflowChance", `${spread.overflowChance.length} days instead of ${days}.`));
    const falls = spread.overflowChance.findIndex((chance, d) => d > 0 && chance < spread.overflowChance[d - 1]!);
    if (falls > 0)
      findings.push(wrong(`overflowChance[${falls}]`, "It falls, though nobody is thought to empty the storage."));
    if (spread.emptiedOn.some((date) => date >= mondayOf(week)))
      findings.push(wrong("emptiedOn", "A day lies within the period or after it, which nobody can have seen."));
    return findings;
  });
}

const AGAIN = "Compute the plan again; do not edit figures by hand.";

const within = (kg: number, { lowKg, highKg }: KgRange): boolean => lowKg <= kg && kg <= highKg;
