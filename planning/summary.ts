/** Tables of a plan that only add up what is elsewhere in it. */
import { COST_LINES, EMISSION_LINES, type FlowPlan } from "../domain/plan/flowPlan.ts";
import type { Plan } from "../domain/plan/plan.ts";
import { factorSetName } from "../domain/region/settings.ts";
import type { Region } from "../domain/region/tables.ts";
import type { Travel } from "./places.ts";

export function costTable(joint: FlowPlan, standAlone: readonly FlowPlan[]): Plan["costLines"] {
  return COST_LINES.map((line) => ({
    line,
    jointCents: joint.costLines[line],
    standAloneCents: standAlone.reduce((sum, plan) => sum + plan.costLines[line], 0),
  }));
}

export function emissionTable(region: Region, joint: FlowPlan, standAlone: readonly FlowPlan[]): Plan["emissions"] {
  const lines = EMISSION_LINES.map((line) => ({
    line,
    jointKgCo2e: joint.emissionLines[line],
    standAloneKgCo2e: standAlone.reduce((sum, plan) => sum + plan.emissionLines[line], 0),
  }));
  return {
    factorSet: factorSetName(region.emissionFactors),
    lines,
    jointKgCo2e: lines.reduce((sum, l) => sum + l.jointKgCo2e, 0),
    standAloneKgCo2e: lines.reduce((sum, l) => sum + l.standAloneKgCo2e, 0),
  };
}

/** What a reader must know before any figure. */
export function notices(region: Region, travel: Travel): string[] {
  return [
    ...(region.settings.synthetic === undefined ? [] : [region.settings.synthetic]),
    ...(travel.estimated ? [`Fahrstrecken und Fahrzeiten sind geschätzt: ${travel.origin}.`] : []),
    ...region.settings.attribution,
  ];
}
