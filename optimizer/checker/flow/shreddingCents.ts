/** The line `shredding`: machine hours, setting up at a site, and coming at all. */
import type { Campaign, FlowPlan } from "../../../domain/plan/flowPlan.ts";
import type { Shredder } from "../../../domain/region/fleet.ts";
import { shareOfPoint, total, type Facts } from "./facts.ts";
import { sumOfRounded, type WholeInterval } from "./interval.ts";

/** Hours that fit but for floating-point noise fit. */
const SLACK_MACHINES = 1e-9;

export function shreddingCents(plan: FlowPlan, facts: Facts): WholeInterval {
  const running = plan.shreddings.map(({ shredderId, massKg }) => {
    const shredder = facts.shredders.get(shredderId)!;
    return (massKg * shredder.centsPerHour) / (shredder.tonnesPerHour * 1000);
  });
  const settingUp = plan.campaigns.map(
    (campaign) => facts.shredders.get(campaign.shredderId)!.setupCentsPerSite * partOfThose(campaign, facts),
  );
  const coming = [...facts.shredders.values()].flatMap((shredder) =>
    facts.weeks.map((week) => shredder.mobilisationCentsPerWeek * machinesOf(plan, facts, shredder, week)),
  );
  return sumOfRounded([...running, ...settingUp, ...coming]);
}

/** τ: the part of the point that belongs to those who have shredded there. */
function partOfThose({ pointId, members }: Campaign, facts: Facts): number {
  return shareOfPoint(facts.region, pointId, members);
}

/** The part of the machine that is paid, or the number of machines that the hours need. */
function machinesOf(plan: FlowPlan, facts: Facts, shredder: Shredder, week: string): number {
  const sites = plan.campaigns.filter((c) => c.week === week && c.shredderId === shredder.id);
  if (sites.length === 0) return 0;
  const massKg = total(
    plan.shreddings.filter((s) => s.week === week && s.shredderId === shredder.id).map((s) => s.massKg),
  );
  const machines = massKg / 1000 / shredder.tonnesPerHour / shredder.hoursPerWeek;
  if (machines > 1 + SLACK_MACHINES) return Math.ceil(machines - SLACK_MACHINES);
  return Math.max(...sites.map((site) => partOfThose(site, facts)));
}
