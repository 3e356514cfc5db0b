/** Who may use what, and how much of it. docs/model.md, "Who may use what". */
import type { FlowPlan, Haul } from "../../../domain/plan/flowPlan.ts";
import { openingHours } from "../../../domain/openingHours.ts";
import type { Problem } from "../../../domain/problem.ts";
import type { Facility, Tariff } from "../../../domain/region/facilities.ts";
import { haulingCapabilities } from "../../../domain/region/rules.ts";
import type { Region } from "../../../domain/region/tables.ts";
import { finding } from "../finding.ts";
import { total, type Facts, type GroupStorage } from "./facts.ts";

/** A whole kilogram, for limits that are not whole. */
const SLACK_KG = 1;

export function checkPermissions(plan: FlowPlan, facts: Facts): Problem[] {
  return [
    ...plan.hauls.flatMap((haul, k) => checkHaul(plan, facts, haul, `${facts.label}.hauls[${k}]`)),
    ...checkFacilityLimits(plan, facts),
  ];
}

function checkHaul(plan: FlowPlan, facts: Facts, haul: Haul, id: string): Problem[] {
  const group = facts.storages.get(haul.storageId)!;
  const facility = facts.facilities.get(haul.facilityId)!;
  const findings = checkAccess(plan, facts, facility, id);
  const capabilities = haulingCapabilities(group.storage, group.point, haul.form);
  if (!capabilities.includes(haul.capability)) {
    const cause = `${haul.form} material of ${haul.storageId} is taken by ${capabilities.join(" or ")}, not by ${haul.capability}.`;
    findings.push(
      finding("check.flow.capability", { id, field: "capability" }, cause, "Send a vehicle that can load there."),
    );
  }
  if (tariffOf(facts.region, group, haul) === undefined) {
    const cause = `${facility.id} has no tariff for ${haul.form} ${group.stream.fraction} of owner ${group.stream.owner}: it does not take it.`;
    findings.push(finding("check.flow.tariff", { id, field: "facilityId" }, cause, "Bring it where it is taken."));
  }
  return findings;
}

function checkAccess(plan: FlowPlan, facts: Facts, facility: Facility, id: string): Problem[] {
  const findings: Problem[] = [];
  const open =
    facility.status === "operating" || (facility.status === "candidate" && plan.openedSites.includes(facility.id));
  if (!open)
    findings.push(
      finding(
        "check.flow.facilityClosed",
        { id, field: "facilityId" },
        `${facility.id} is ${facility.status} and not opened by this plan.`,
        "Use an operating facility.",
      ),
    );
  if (facility.access === "owner" && !facts.members.includes(facility.ownerId ?? "")) {
    findings.push(
      finding(
        "check.flow.facilityAccess",
        { id, field: "facilityId" },
        `${facility.id} is open to its owner ${facility.ownerId ?? "(none)"} only, who is not in the group.`,
        "Use a public facility.",
      ),
    );
  }
  return findings;
}

/** The row for the stream's owner; else the one for any owner. */
export function tariffOf(
  { tariffs }: Region,
  { stream }: GroupStorage,
  { facilityId, form }: Haul,
): Tariff | undefined {
  let general: Tariff | undefined;
  for (const tariff of tariffs) {
    if (tariff.facilityId !== facilityId || tariff.fraction !== stream.fraction || tariff.form !== form) continue;
    if (tariff.owner === stream.owner) return tariff;
    if (tariff.owner === "any") general ??= tariff;
  }
  return general;
}

/** Kilograms a week that the group may bring; Infinity without a limit. */
function weeklyLimitKg(facility: Facility, facts: Facts): number {
  const limits: number[] = [];
  if (facility.capacityTonnesPerWeek !== undefined) limits.push(facility.capacityTonnesPerWeek);
  if (facility.capacityTonnesPerYear !== undefined) limits.push(facility.capacityTonnesPerYear / 52);
  if (facility.capacityTonnesPerDay !== undefined) {
    limits.push(
      facility.capacityTonnesPerDay * openingHours(facility.openingHours).filter((day) => day.length > 0).length,
    );
  }
  const part = facility.access === "public" ? facts.materialShare : 1;
  return limits.length === 0 ? Infinity : Math.min(...limits) * 1000 * part;
}

function checkFacilityLimits(plan: FlowPlan, facts: Facts): Problem[] {
  return [...facts.facilities.values()].flatMap((facility) => {
    const limit = weeklyLimitKg(facility, facts);
    return facts.weeks.flatMap((week) => {
      const brought = total(
        plan.hauls.filter((h) => h.week === week && h.facilityId === facility.id).map((h) => h.massKg),
      );
      if (brought <= limit + SLACK_KG) return [];
      const cause = `${brought} kg are brought in ${week}; the group's part of the capacity is ${limit} kg.`;
      return [
        finding(
          "check.flow.facilityCapacity",
          { id: `${facts.label} ${facility.id}` },
          cause,
          "Bring less, or elsewhere.",
        ),
      ];
    });
  });
}
