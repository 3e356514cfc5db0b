/** What a year's numbers are compared with. */
import type { FlowForecast } from "../../../../domain/plan/flowPlan.ts";
import type { Region } from "../../../../domain/region/tables.ts";
import type { YearInput } from "../../../../domain/year/input.ts";
import type { YearPlan } from "../../../../domain/year/plan.ts";
import type { TravelBetween } from "../facts.ts";

export interface YearSource {
  readonly plan: YearPlan;
  readonly region: Region;
  readonly year: YearInput;
  /** Of the weeks of the plan. */
  readonly forecast: readonly FlowForecast[];
  readonly travel: TravelBetween;
}

/** A figure of the plan beside what the folder says; numbers may differ by `slack`. */
export interface Figure {
  readonly id: string;
  readonly stated: unknown;
  readonly derived: unknown;
  readonly slack?: number;
}

/** Part of a point that belongs to those who take part. */
export function partOf({ region, plan }: YearSource, pointId: string): number {
  let [mine, all] = [0, 0];
  for (const row of region.serviceShares) {
    if (row.pointId !== pointId) continue;
    all += row.share;
    if (plan.members.includes(row.ags)) mine += row.share;
  }
  return all > 0 ? mine / all : 0;
}
