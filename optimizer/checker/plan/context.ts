/** What a plan is checked against. */
import type { Assumption, Plan } from "../../../domain/plan/plan.ts";
import type { Region } from "../../../domain/region/tables.ts";
import type { TravelBetween } from "../flow/facts.ts";

export interface PlanContext {
  readonly plan: Plan;
  readonly region: Region;
  readonly travel: TravelBetween;
  /** What the region leaves unverified; compared with the plan's list when given. */
  readonly assumptions?: readonly Assumption[];
}

/** What a division rests on: no travel. */
export type DivisionContext = Pick<PlanContext, "plan" | "region">;

export function agsOf(plan: Plan): string[] {
  return plan.municipalities.map((m) => m.ags);
}
