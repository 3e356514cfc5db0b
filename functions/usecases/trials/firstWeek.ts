/** What the first week of a plan costs, jointly and alone: plans of neighbouring weeks overlap, their first weeks do not. */
import type { Plan } from "../../../domain/plan/plan.ts";
import type { Region } from "../../../domain/region/tables.ts";
import { COST_LINES, type FlowPlan } from "../../../domain/plan/flowPlan.ts";
import { weekCosts } from "../finance/weekCosts.ts";

export function apportionedWeek(plan: Plan, region: Region): { weekJointCents: number; weekAloneCents: number } {
  const first = (flow: FlowPlan): number => {
    const [lines] = weekCosts(flow, region, plan.period.weeks);
    return lines === undefined ? 0 : COST_LINES.reduce((sum, line) => sum + lines[line], 0);
  };
  const alone = plan.municipalities.map(({ ags }) => first(plan.flow.standAlone[ags]!));
  return { weekJointCents: first(plan.flow.joint), weekAloneCents: alone.reduce((sum, cents) => sum + cents, 0) };
}
