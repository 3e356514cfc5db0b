/** The bill of a year, line by line, from the rules of docs/flow.md. */
import { YEAR_COST_LINES, type YearCostLine } from "../../../../domain/year/decisions.ts";
import type { YearPlan } from "../../../../domain/year/plan.ts";
import type { Report } from "./codes.ts";
import { roundMetres } from "./rounds.ts";
import type { StoreYear } from "./stocks.ts";

/** The order of addition is free, so a sum may fall to the other side of half a cent. */
const SLACK_CENTS = 1;

export function checkCosts(
  plan: YearPlan,
  stores: readonly StoreYear[],
  deliveredKg: readonly number[],
  report: Report,
): void {
  const kgCo2e = emissions(plan);
  const lines = derive(plan, stores, deliveredKg, kgCo2e);
  for (const line of YEAR_COST_LINES)
    if (Math.abs(plan.costLines[line] - lines[line]) > SLACK_CENTS + 0.5)
      report("check.year.costLine", line, `States ${plan.costLines[line]}; derived: ${lines[line].toFixed(1)}.`);
  const sum = Object.values(plan.costLines).reduce((a, b) => a + b, 0);
  if (sum !== plan.costCents)
    report("check.year.cost", "costCents", `States ${plan.costCents}; the lines sum to ${sum}.`);
  if (Math.abs(plan.kgCo2e - kgCo2e) > 1e-6 * Math.max(1, Math.abs(kgCo2e)))
    report("check.year.emissions", "kgCo2e", `States ${plan.kgCo2e}; derived: ${kgCo2e}.`);
  if (plan.lowerBoundCents > plan.costCents)
    report("check.year.lowerBound", "lowerBoundCents", "The bound lies above the cost of a plan.");
}

/** Real numbers of cents. */
function derive(
  plan: YearPlan,
  stores: readonly StoreYear[],
  deliveredKg: readonly number[],
  kgCo2e: number,
): Record<YearCostLine, number> {
  const { problem, decisions } = plan;
  const sum = <T>(list: readonly T[], of: (item: T) => number) => list.reduce((total, item) => total + of(item), 0);
  const perPart = (of: (part: YearPlan["problem"]["options"][number]["parts"][number]) => number) =>
    sum(decisions.hauls, ({ option, massKg }) =>
      sum(problem.options[option]!.parts, (part) => ((massKg * part.share) / 1000) * of(part)),
    );
  const rounds = (
    of: (shredder: YearPlan["problem"]["shredders"][number], round: YearPlan["decisions"]["rounds"][number]) => number,
  ) => sum(decisions.rounds, (round) => of(problem.shredders[round.shredder]!, round));
  return {
    haulage: perPart((part) => part.haulageCentsPerTonne),
    gate: perPart((part) => part.gateCentsPerTonne),
    separation: sum(decisions.hauls, (h) => (h.massKg / 1000) * problem.options[h.option]!.separationCentsPerTonne),
    shredding: sum(decisions.shreds, ({ shredder, massKg }) => {
      const { centsPerHour, kgPerHour } = problem.shredders[shredder]!;
      return (massKg * centsPerHour) / kgPerHour;
    }),
    setup: rounds((shredder, round) => round.stops.length * shredder.setupCents),
    mobilisation: rounds((shredder) => shredder.mobilisationCents),
    shredderWay: rounds((shredder, round) => (roundMetres(plan, round) * shredder.centsPerKm) / 1000),
    minimumQuantity: sum(
      problem.facilities.map((f, i) => (Math.max(0, f.minimumKg - deliveredKg[i]!) * f.penaltyCentsPerTonne) / 1000),
      (x) => x,
    ),
    sites: sum(decisions.openSites, (f) => problem.facilities[f]!.site?.fixedCents ?? 0),
    closedPoints: sum(decisions.closedPoints, (p) => {
      const { closing } = problem.points[p]!;
      if (closing === null) return 0;
      const kg = sum(
        problem.stores.filter((s) => s.point === p),
        (s) => sum(s.arrivalsKg, (x) => x),
      );
      return (kg * closing.centsPerTonne) / 1000 - closing.savedCents;
    }),
    surplus:
      perPart((part) => sum(part.yields, (y) => y.share * problem.products[y.product]!.surplusCentsPerTonne)) -
      sum(
        decisions.sales,
        (s) => (s.massKg / 1000) * problem.products[problem.buyers[s.buyer]!.product]!.surplusCentsPerTonne,
      ),
    sales: sum(decisions.sales, ({ buyer, facility, massKg }) => {
      const { haulageCentsPerTonne, priceCentsPerTonne } = problem.buyers[buyer]!;
      return (massKg / 1000) * (haulageCentsPerTonne[facility]! - priceCentsPerTonne);
    }),
    closingStock: sum(stores, (s) => (s.excessKg * problem.closingCentsPerTonne) / 1000),
    co2: (kgCo2e * problem.co2CentsPerTonne) / 1000,
  };
}

function emissions(plan: YearPlan): number {
  const { problem, decisions } = plan;
  let kg = 0;
  for (const { option, massKg } of decisions.hauls)
    for (const { share, kgCo2ePerTonne } of problem.options[option]!.parts)
      kg += (massKg / 1000) * share * kgCo2ePerTonne;
  for (const { massKg } of decisions.shreds) kg += (massKg / 1000) * problem.shreddingKgCo2ePerTonne;
  for (const round of decisions.rounds) kg += (roundMetres(plan, round) / 1000) * problem.kgCo2ePerShredderKm;
  return kg;
}
