/** What of a planned year people compare. */
import { DEFAULT_YEAR, type YearInput } from "../../../domain/year/input.ts";
import type { Region } from "../../../domain/region/tables.ts";
import type { YearFigures } from "../../../domain/year/figures.ts";
import type { YearPlan } from "../../../domain/year/plan.ts";
import { yearCo2 } from "./yearCo2.ts";
import { yearOverflow } from "./yearOverflow.ts";

/** @param region and year that the plan was made with */
export function yearFigures(plan: YearPlan, region: Region, year: YearInput): YearFigures {
  const { problem, decisions } = plan;
  const spread = year.forecast ?? DEFAULT_YEAR.forecast;
  const kinds = new Map(region.facilities.map(({ id, kind }) => [id as string, kind]));
  const delivered = problem.facilities.map(() => ({ looseKg: 0, shreddedKg: 0 }));
  const made = problem.products.map(() => problem.facilities.map(() => 0));
  for (const { option, massKg } of decisions.hauls) {
    const { parts, shredded } = problem.options[option]!;
    for (const { facility, share, yields } of parts) {
      delivered[facility]![shredded ? "shreddedKg" : "looseKg"] += massKg * share;
      for (const { product, share: of } of yields) made[product]![facility]! += massKg * share * of;
    }
  }
  const sold = (product: number) => decisions.sales.filter(({ buyer }) => problem.buyers[buyer]!.product === product);
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  return {
    firstWeek: problem.weeks[0]!,
    lastWeek: problem.weeks.at(-1)!,
    weeks: problem.weeks.length,
    members: [...plan.members],
    points: problem.points.length,
    costLines: plan.costLines,
    costCents: plan.costCents,
    lowerBoundCents: plan.lowerBoundCents,
    plants: problem.facilities.map(({ id, name, yearlyCapacityKg }, f) => ({
      ...{ id, name, kind: kinds.get(id)!, ...delivered[f]!, capacityKg: yearlyCapacityKg },
    })),
    products: problem.products.map(({ id, name }, p) => ({
      ...{ id, name },
      made: problem.facilities.flatMap((f, i) => (made[p]![i]! > 0 ? [{ plantId: f.id, kg: made[p]![i]! }] : [])),
      soldKg: sum(sold(p).map(({ massKg }) => massKg)),
      revenueCents: Math.round(
        sum(sold(p).map(({ massKg, buyer }) => (massKg * problem.buyers[buyer]!.priceCentsPerTonne) / 1000)),
      ),
    })),
    sites: problem.facilities.flatMap(({ id, name, site }, f) =>
      site === null ? [] : [{ id, name, ...site, open: decisions.openSites.includes(f) }],
    ),
    closings: problem.points.flatMap(({ id, name, closing }, p) =>
      closing === null
        ? []
        : [
            {
              ...{ id, name, receiver: problem.points[closing.receiver]!.name, savedCents: closing.savedCents },
              closed: decisions.closedPoints.includes(p),
            },
          ],
    ),
    campaigns: {
      stops: sum(decisions.rounds.map(({ stops }) => stops.length)),
      machines: decisions.rounds.length,
      kg: sum(decisions.shreds.map(({ massKg }) => massKg)),
    },
    co2: yearCo2(plan, region),
    overflow: { accepted: spread.overflowChance.value, ...yearOverflow(plan, spread) },
    haulage: { calibration: plan.haulage.calibration, origin: plan.haulage.origin },
    assumptions: [...plan.assumptions],
    notices: [...plan.notices],
  };
}
