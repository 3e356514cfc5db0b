/**
 * Whether a flow plan is possible and costs what it says: docs/model.md derived again, without the solver.
 * One file per topic beside this one.
 */
import type { FlowPlan } from "../../../domain/plan/flowPlan.ts";
import type { Problem } from "../../../domain/problem.ts";
import { checkBalance } from "./balance.ts";
import { checkCampaigns } from "./campaigns.ts";
import { checkCostLines } from "./costLines.ts";
import { checkEmissions } from "./emissions.ts";
import { gatherFacts, type FlowContext } from "./facts.ts";
import { checkHaulage } from "./haulage.ts";
import { checkPermissions } from "./permissions.ts";
import { checkReferences } from "./references.ts";

/**
 * @param plan as parsed by the schema of domain/plan/flowPlan.ts
 * @param context what the group starts from; `region` valid
 * @returns empty when everything holds; only references when one of them points nowhere, as the rest builds on them
 */
export function checkFlowPlan(plan: FlowPlan, context: FlowContext): Problem[] {
  const facts = gatherFacts(context);
  const references = checkReferences(plan, facts);
  if (references.length > 0) return references;
  return [
    ...checkBalance(plan, facts),
    ...checkPermissions(plan, facts),
    ...checkCampaigns(plan, facts),
    ...checkHaulage(plan, facts),
    ...checkCostLines(plan, facts),
    ...checkEmissions(plan, facts),
  ];
}
