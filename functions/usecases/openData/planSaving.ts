/** The public figures of one plan: sums that stand in plan.json, and none that does not follow from it by adding. */
import { EMISSION_LINES, type FlowPlan } from "../../../domain/plan/flowPlan.ts";
import type { Plan } from "../../../domain/plan/plan.ts";
import { sum } from "../finance/apportion.ts";
import type { PlanSaving } from "./figures.ts";

const metresOf = (flow: FlowPlan): number => sum(flow.vehicleWeeks.map(({ distanceMetres }) => distanceMetres));

export interface Published {
  readonly plan: Plan;
  readonly run: string;
  readonly planSha256: string;
  readonly publishedAt: string;
}

export function planSaving({ plan, run, planSha256, publishedAt }: Published): PlanSaving {
  const { emissions, flow, period } = plan;
  return {
    ...{ week: plan.week, firstWeek: period.firstWeek, lastWeek: period.lastWeek, run, planSha256, publishedAt },
    members: { planned: plan.municipalities.length, sharing: plan.municipalities.length },
    costCents: { alone: plan.standAloneTotalCents, joint: plan.jointCostCents },
    distanceMetres: { alone: sum(Object.values(flow.standAlone).map(metresOf)), joint: metresOf(flow.joint) },
    kgCo2e: { alone: emissions.standAloneKgCo2e, joint: emissions.jointKgCo2e },
    emissionLines: EMISSION_LINES.map((line) => {
      const found = emissions.lines.find((one) => one.line === line);
      return { line, alone: found?.standAloneKgCo2e ?? 0, joint: found?.jointKgCo2e ?? 0 };
    }),
    factorSet: emissions.factorSet,
    arrivals: period.weeks.map((week, w) => ({ week, kg: sum(plan.forecast.map((row) => row.arrivalsKg[w] ?? 0)) })),
    notices: plan.notices,
  };
}
