/** Emissions in kg CO2e by line. docs/model.md, "Emissions". */
import { EMISSION_LINES, type EmissionLines, type FlowPlan } from "../../../domain/plan/flowPlan.ts";
import type { Problem } from "../../../domain/problem.ts";
import { apart, differs, roundingSlack } from "../finding.ts";
import { total, type Facts } from "./facts.ts";

export function emissionsOf(plan: FlowPlan, { region, facilities }: Facts): EmissionLines {
  const {
    dieselKgCo2ePerLitre: diesel,
    truckLitresPer100Km,
    shreddingLitresPerTonne,
    facilityKgCo2ePerTonne,
  } = region.emissionFactors;
  const kilometres = total(plan.vehicleWeeks.map((row) => row.distanceMetres)) / 1000;
  const shreddedTonnes = total(plan.shreddings.map((row) => row.massKg)) / 1000;
  const treatment = plan.hauls.map(
    (haul) => (haul.massKg / 1000) * facilityKgCo2ePerTonne[facilities.get(haul.facilityId)!.kind].value,
  );
  return {
    transport: (kilometres / 100) * truckLitresPer100Km.value * diesel.value,
    shredding: shreddedTonnes * shreddingLitresPerTonne.value * diesel.value,
    treatment: total(treatment),
  };
}

export function checkEmissions(plan: FlowPlan, facts: Facts): Problem[] {
  const derived = emissionsOf(plan, facts);
  return EMISSION_LINES.flatMap((line) => {
    if (!apart(plan.emissionLines[line], derived[line], roundingSlack(derived[line]))) return [];
    return [
      differs(
        "check.flow.emission",
        { id: `${facts.label}.emissionLines`, field: line },
        plan.emissionLines[line],
        derived[line],
        "docs/model.md",
      ),
    ];
  });
}
