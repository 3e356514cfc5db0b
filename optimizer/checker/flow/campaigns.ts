/** Shredding: only with a campaign, only what may be shredded, only as much as those have who pay for it. docs/model.md. */
import type { Campaign, FlowPlan } from "../../../domain/plan/flowPlan.ts";
import type { Problem } from "../../../domain/problem.ts";
import { finding } from "../finding.ts";
import { mayUse, partOfGroup, pointWeights, shareOfPoint, total, type Facts, type GroupStorage } from "./facts.ts";

export function checkCampaigns(plan: FlowPlan, facts: Facts): Problem[] {
  return [
    ...checkShreddings(plan, facts),
    ...plan.campaigns.flatMap((campaign, k) => checkCampaign(campaign, facts, `${facts.label}.campaigns[${k}]`)),
    ...[...facts.storages.values()].flatMap((group) => checkMaterial(plan, facts, group)),
  ];
}

function checkShreddings(plan: FlowPlan, facts: Facts): Problem[] {
  return plan.shreddings.flatMap(({ week, storageId, shredderId }, k) => {
    const id = `${facts.label}.shreddings[${k}]`;
    const { stream, point } = facts.storages.get(storageId)!;
    const findings: Problem[] = [];
    if (!stream.shreddable)
      findings.push(finding("check.flow.notShreddable", { id }, `${stream.id} is not shreddable.`, "Haul it loose."));
    if (!plan.campaigns.some((c) => c.week === week && c.pointId === point.id && c.shredderId === shredderId)) {
      findings.push(
        finding(
          "check.flow.noCampaign",
          { id },
          `${shredderId} has no campaign at ${point.id} in ${week}.`,
          "Plan and pay the campaign.",
        ),
      );
    }
    return findings;
  });
}

function checkCampaign({ shredderId, pointId, members }: Campaign, facts: Facts, id: string): Problem[] {
  const { ownerId } = facts.shredders.get(shredderId)!;
  const findings: Problem[] = [];
  if (!mayUse(facts, ownerId)) {
    findings.push(
      finding(
        "check.flow.equipment",
        { id },
        `${shredderId} belongs to ${ownerId}, who is neither in the group nor a contractor.`,
        "Use the group's own or a contractor's.",
      ),
    );
  }
  const wrong = members.filter(
    (ags, k) =>
      !facts.members.includes(ags) || members.indexOf(ags) !== k || shareOfPoint(facts.region, pointId, [ags]) === 0,
  );
  if (wrong.length > 0 || members.length === 0) {
    const cause = `Names ${wrong.join(", ") || "nobody"}: not in the group, named twice, or without a part of ${pointId}.`;
    findings.push(
      finding(
        "check.flow.campaignMembers",
        { id, field: "members" },
        cause,
        "Name each member with a part of the point once.",
      ),
    );
  }
  return findings;
}

/**
 * Until any week no more of a storage is shredded than those had by then who had campaigns there, each up to the last
 * campaign; and in one week no more than its campaigns' members have had in all.
 */
function checkMaterial(plan: FlowPlan, facts: Facts, group: GroupStorage): Problem[] {
  const weights = pointWeights(facts.region, group.point.id);
  const known = facts.forecast.find((f) => f.storageId === group.storage.id);
  const had = (ags: string, w: number) => {
    const part = (kg: number) => partOfGroup(facts.region, weights, kg, [ags]);
    return (
      part(known?.openingKg ?? 0) + total(facts.weeks.slice(0, w + 1).map((_, k) => part(known?.arrivalsKg[k] ?? 0)))
    );
  };
  const lastOf = new Map<string, number>();
  let shredded = 0;
  return facts.weeks.flatMap((week, w) => {
    const now = total(
      plan.shreddings.filter((s) => s.week === week && s.storageId === group.storage.id).map((s) => s.massKg),
    );
    if (now === 0) return [];
    const present = [
      ...new Set(
        plan.campaigns.filter((c) => c.week === week && c.pointId === group.point.id).flatMap((c) => c.members),
      ),
    ];
    for (const ags of present) lastOf.set(ags, w);
    shredded += now;
    const theirs = total(present.map((ags) => had(ags, w)));
    const all = total([...lastOf].map(([ags, last]) => had(ags, last)));
    if (now <= theirs && shredded <= all) return [];
    const cause = `${now} kg are shredded, ${shredded} kg since the beginning; those with a campaign have had ${theirs} kg, all with one so far ${all} kg.`;
    return [
      finding(
        "check.flow.campaignMaterial",
        { id: `${facts.label} ${week} ${group.storage.id}` },
        cause,
        "Name everybody whose material is shredded.",
      ),
    ];
  });
}
