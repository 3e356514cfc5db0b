/** Every line of the bill, to the cent. docs/model.md, "Cost lines (whole cents)". */
import { COST_LINES, type CostLineName, type FlowPlan } from "../../../domain/plan/flowPlan.ts";
import type { Problem } from "../../../domain/problem.ts";
import { apart, differs, finding } from "../finding.ts";
import { deriveStocks } from "./balance.ts";
import { emissionsOf } from "./emissions.ts";
import { density, total, type Facts } from "./facts.ts";
import { shiftPattern } from "./haulage.ts";
import { holds, roundedBetween, showInterval, sumOfRounded, type WholeInterval } from "./interval.ts";
import { tariffOf } from "./permissions.ts";
import { shreddingCents } from "./shreddingCents.ts";

type Line = (plan: FlowPlan, facts: Facts) => WholeInterval;

const LINES: Readonly<Record<CostLineName, Line>> = {
  haulage: haulageCents,
  toll: tollCents,
  shredding: shreddingCents,
  gate: gateCents,
  minimumQuantity: minimumCents,
  sites: siteCents,
  overflow: overflowCents,
  closingStock: closingCents,
  contributions: contributionLine,
  co2: co2Cents,
};

export function checkCostLines(plan: FlowPlan, facts: Facts): Problem[] {
  const findings = COST_LINES.flatMap((line) => {
    const derived = LINES[line](plan, facts);
    if (holds(derived, plan.costLines[line])) return [];
    return [
      differs(
        "check.flow.costLine",
        { id: `${facts.label}.costLines`, field: line },
        plan.costLines[line],
        showInterval(derived),
        "docs/model.md",
      ),
    ];
  });
  const sum = total(COST_LINES.map((line) => plan.costLines[line]));
  if (apart(plan.costCents, sum))
    findings.push(
      differs("check.flow.cost", { id: facts.label, field: "costCents" }, plan.costCents, sum, "the cost lines"),
    );
  if (!(plan.lowerBoundCents <= plan.costCents)) {
    const cause = `A proven bound of ${plan.lowerBoundCents} lies above the cost of ${plan.costCents}.`;
    findings.push(
      finding("check.flow.lowerBound", { id: facts.label, field: "lowerBoundCents" }, cause, "Compute the plan again."),
    );
  }
  return findings;
}

function haulageCents(plan: FlowPlan, { vehicles }: Facts): WholeInterval {
  return sumOfRounded(
    plan.vehicleWeeks.flatMap((row) => {
      const vehicle = vehicles.get(row.vehicleId)!;
      const { shiftSeconds } = shiftPattern(vehicle);
      return [
        (row.durationSeconds * vehicle.centsPerHour) / 3600,
        (row.distanceMetres * vehicle.centsPerKm) / 1000,
        shiftSeconds === 0 ? 0 : (row.durationSeconds * vehicle.fixedCentsPerShift) / shiftSeconds,
      ];
    }),
  );
}

function tollCents(plan: FlowPlan, { vehicles }: Facts): WholeInterval {
  return sumOfRounded(
    plan.vehicleWeeks.map((row) => {
      const { tollCentsPerKm, tollShare } = vehicles.get(row.vehicleId)!;
      return (row.distanceMetres * tollCentsPerKm * tollShare) / 1000;
    }),
  );
}

function gateCents(plan: FlowPlan, facts: Facts): WholeInterval {
  return sumOfRounded(
    plan.hauls.map((haul) => {
      const group = facts.storages.get(haul.storageId)!;
      const tariff = tariffOf(facts.region, group, haul);
      if (tariff === undefined) return 0;
      return (haul.massKg * tariff.gateFeeCents) / (tariff.per === "tonne" ? 1000 : density(group.stream, haul.form));
    }),
  );
}

function minimumCents(plan: FlowPlan, facts: Facts): WholeInterval {
  return sumOfRounded(
    facts.region.facilities.map((facility) => {
      const holders = (facility.contractHolders ?? "").split(/\s+/);
      if (facility.minimumTonnesPerYear === undefined || !facts.members.some((ags) => holders.includes(ags))) return 0;
      const due = Math.round((facility.minimumTonnesPerYear * 1000 * facts.weeks.length) / 52);
      const delivered = total(plan.hauls.filter((h) => h.facilityId === facility.id).map((h) => h.massKg));
      return (Math.max(0, due - delivered) * (facility.minimumPenaltyCentsPerTonne ?? 0)) / 1000;
    }),
  );
}

function siteCents(plan: FlowPlan, { facilities, weeks }: Facts): WholeInterval {
  return sumOfRounded(
    plan.openedSites.map((site) => ((facilities.get(site)!.yearlyCostCents ?? 0) * weeks.length) / 52),
  );
}

/** On the stated overflow, which checkBalance derives. */
function overflowCents(plan: FlowPlan, { region }: Facts): WholeInterval {
  const price = region.settings.prices.overflowCentsPerTonneWeek.value;
  return sumOfRounded(plan.stocks.map((stock) => (stock.overflowKg * price) / 1000));
}

function closingCents(plan: FlowPlan, facts: Facts): WholeInterval {
  const price = facts.region.settings.prices.postponementCentsPerTonne.value;
  return sumOfRounded(
    [...facts.storages.values()].map((group) => {
      const last = deriveStocks(plan, facts, group).at(-1);
      const left = last === undefined ? 0 : last.looseKg + last.shreddedKg;
      return (Math.max(0, left - group.openingKg) * price) / 1000;
    }),
  );
}

function contributionLine(_plan: FlowPlan, { region, members, weeks }: Facts): WholeInterval {
  const brought = region.contributions.filter((c) => members.includes(c.ags));
  return sumOfRounded(brought.map((c) => c.quantityPerWeek * c.centsPerUnit * weeks.length));
}

function co2Cents(plan: FlowPlan, facts: Facts): WholeInterval {
  const { transport, shredding, treatment } = emissionsOf(plan, facts);
  return roundedBetween(
    ((transport + shredding + treatment) * facts.region.settings.prices.co2CentsPerTonne.value) / 1000,
  );
}
