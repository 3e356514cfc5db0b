/** What shredders cost, by the visits of the plan: machine hours, setting up at each point, and coming at all. */
import type { Shredder } from "../../domain/region/fleet.ts";
import type { CostItem } from "../../domain/settlement/settlement.ts";
import { pointShares } from "../flow/buildFlowProblem.ts";
import { partsOf, sum } from "./attribute.ts";
import type { SettledWeek } from "./unloadings.ts";

/** Hours that fit but for floating-point noise fit. */
const SLACK = 1e-9;

export function shreddingItems(week: SettledWeek): CostItem[] {
  return week.region.shredders.flatMap((shredder): CostItem[] => {
    const visits = week.plan.shredderVisits.filter((visit) => visit.shredderId === shredder.id);
    if (visits.length === 0) return [];
    const { tonnesPerHour, hoursPerWeek, centsPerHour, setupCentsPerSite, mobilisationCentsPerWeek } = shredder;
    const item = itemOf(week, shredder);
    const each = visits.flatMap(({ pointId, massKg }) => {
      const id = `${week.week}/${shredder.id}/${pointId}`;
      const weights = sharesOf(week, shredder.id, pointId);
      return [
        item(`${id}/hours`, "Häckseln", massKg / 1000 / tonnesPerHour, "h", centsPerHour, weights),
        item(`${id}/setup`, "Rüsten des Häckslers", 1, "Stück", setupCentsPerSite, weights),
      ];
    });
    const hours = sum(visits.map(({ massKg }) => massKg / 1000 / tonnesPerHour));
    const machines = Math.max(1, Math.ceil(hours / hoursPerWeek - SLACK));
    const byMass = week.region.municipalities.map((_, m) =>
      sum(visits.map(({ pointId, massKg }) => massKg * sharesOf(week, shredder.id, pointId)[m]!)),
    );
    const id = `${week.week}/${shredder.id}`;
    const coming = item(id, "Anfahrt des Häckslers", machines, "Woche", mobilisationCentsPerWeek, byMass);
    return [...each, coming].filter(({ cents }) => cents !== 0);
  });
}

const itemOf =
  ({ week, region }: SettledWeek, { ownerId }: Shredder) =>
  (
    id: string,
    label: string,
    quantity: number,
    unit: string,
    centsPerUnit: number,
    weights: readonly number[],
  ): CostItem => {
    const cents = Math.round(quantity * centsPerUnit);
    const ags = region.municipalities.map((m) => m.ags as string);
    return {
      ...{ id, line: "shredding", week, label, quantity, unit, centsPerUnit, cents, payeeId: ownerId },
      ...{ evidence: { kind: "shredderVisit", id }, parts: partsOf(cents, ags, weights) },
    };
  };

/** Of those who have their part of the material at the point shredded. */
function sharesOf({ week, plan, region }: SettledWeek, shredderId: string, pointId: string): number[] {
  const campaign = plan.flow.joint.campaigns.find(
    (one) => one.week === week && one.shredderId === shredderId && one.pointId === pointId,
  );
  const shares = pointShares(region, pointId);
  if (campaign === undefined) return shares;
  return region.municipalities.map((m, i) => (campaign.members.includes(m.ags) ? shares[i]! : 0));
}
