/** What a mayor sees was verified: a plan that the checker does not accept is a fault of ours and never gets out. */
import type { Plan } from "../../domain/plan/plan.ts";
import type { Region } from "../../domain/region/tables.ts";
import { checkPlan } from "../../optimizer/checker/index.ts";
import type { TravelLookup } from "./travel.ts";

/** @throws Error with the first findings */
export function refuseUnchecked(plan: Plan, region: Region, lookup: TravelLookup): void {
  const findings = checkPlan(plan, region, lookup);
  if (findings.length === 0) return;
  const first = findings.slice(0, 5).map((f) => `${f.code}: ${f.cause}`);
  throw new Error(`the checker refuses this plan with ${findings.length} findings:\n${first.join("\n")}`);
}
