/** Which reports would change the plan of a week, and what each would be worth (docs/forecast.md). */
import type { Plausibility } from "../../../domain/plan/flowPlan.ts";
import type { Region } from "../../../domain/region/tables.ts";
import { forecastArrivals } from "../../../planning/forecast/forecastArrivals.ts";

/** To go, look and tap costs a yard about three minutes: what is worth less is not asked. */
export const ASK_FROM_CENTS = 200;

const SUNDAY = 6;

export interface ReportWorth {
  /** What the report would save the plan on average. */
  readonly valueCents: number;
  /** Chance that the storage stands over its room on the week's Sunday, if nobody empties it. */
  readonly overflowChance: number;
  readonly plausibility: Plausibility;
}

/** By storage; without an entry nothing would change. */
export function worthAsking(region: Region, week: string): Map<string, ReportWorth> {
  return new Map(
    forecastArrivals(region, [week]).flatMap(({ storageId, spread }) => {
      if (spread === undefined || spread.reportValueCents < ASK_FROM_CENTS) return [];
      const { reportValueCents: valueCents, overflowChance, plausibility } = spread;
      return [[storageId, { valueCents, overflowChance: overflowChance[SUNDAY] ?? 0, plausibility }] as const];
    }),
  );
}
