/** What plants take and what is sold of it. */
import type { YearPlan } from "../../../../domain/year/plan.ts";
import type { Report } from "./codes.ts";

const SLACK_KG = 1;

export function checkPlants({ problem, decisions }: YearPlan, report: Report): number[] {
  const yearly = problem.facilities.map(() => 0);
  const weekly = problem.facilities.map(() => problem.weeks.map(() => 0));
  for (const { week, option, massKg } of decisions.hauls)
    for (const { facility, share } of problem.options[option]!.parts) {
      yearly[facility]! += massKg * share;
      weekly[facility]![week]! += massKg * share;
    }
  problem.facilities.forEach((f, i) => {
    const open = f.site === null || decisions.openSites.includes(i);
    if (!open && yearly[i]! > 0) report("check.year.site", f.id, "The site is closed and gets material.");
    if (f.yearlyCapacityKg !== null && yearly[i]! > f.yearlyCapacityKg + SLACK_KG)
      report("check.year.capacity", f.id, `Gets ${Math.round(yearly[i]!)} kg and may take ${f.yearlyCapacityKg} kg.`);
    weekly[i]!.forEach((kg, w) => {
      if (f.weeklyCapacityKg !== null && kg > f.weeklyCapacityKg + SLACK_KG)
        report(
          "check.year.capacity",
          `${f.id} ${problem.weeks[w]}`,
          `Gets ${Math.round(kg)} kg of ${f.weeklyCapacityKg} kg.`,
        );
    });
  });
  for (const f of decisions.openSites)
    if (problem.facilities[f]!.site === null)
      report("check.year.site", problem.facilities[f]!.id, "The plan has no say in whether this plant is open.");
  return yearly;
}

/** kg of a product made at a facility, by period */
export function madeKg({ problem, decisions }: YearPlan, facility: number, product: number): number[] {
  const made = problem.periods.map(() => 0);
  for (const { week, option, massKg } of decisions.hauls)
    for (const part of problem.options[option]!.parts)
      for (const y of part.yields)
        if (part.facility === facility && y.product === product)
          made[problem.periodOfWeek[week]!]! += massKg * part.share * y.share;
  return made;
}

export function checkMarket(plan: YearPlan, report: Report): void {
  const { problem, decisions } = plan;
  problem.buyers.forEach((buyer, b) =>
    problem.periods.forEach((period, t) => {
      const bought = decisions.sales
        .filter((s) => s.buyer === b && s.period === t)
        .reduce((sum, s) => sum + s.massKg, 0);
      if (bought > buyer.demandKg[t]! + SLACK_KG)
        report("check.year.demand", `${buyer.id} ${period}`, `Buys ${bought} kg and wants ${buyer.demandKg[t]} kg.`);
    }),
  );
  problem.facilities.forEach((f, i) =>
    problem.products.forEach((product, p) => {
      const sold = problem.periods.map((_, t) =>
        decisions.sales
          .filter((s) => s.facility === i && s.period === t && problem.buyers[s.buyer]!.product === p)
          .reduce((sum, s) => sum + s.massKg, 0),
      );
      if (sold.every((kg) => kg === 0)) return;
      let stock = 0;
      madeKg(plan, i, p).forEach((kg, t) => {
        stock += kg - sold[t]!;
        if (stock < -SLACK_KG)
          report("check.year.sales", `${f.id} ${product.id} ${problem.periods[t]}`, "More is sold than was made.");
      });
    }),
  );
}
