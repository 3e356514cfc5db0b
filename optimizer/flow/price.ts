/** The exact price of decisions, line by line, in whole cents: the table of docs/model.md. */
import type { CostLines, EmissionLines } from "../../domain/plan/flowPlan.ts";
import { isBound, ownsLot } from "./bounds.ts";
import type { FlowDecisions } from "./decisions.ts";
import { hasMember, sum, type FlowProblem } from "./problem.ts";

export interface Price {
  readonly costLines: CostLines;
  readonly costCents: number;
  readonly emissionLines: EmissionLines;
}

export function priceOf(problem: FlowProblem, decisions: FlowDecisions): Price {
  const emissionLines = emissions(problem, decisions);
  const kgCo2e = emissionLines.transport + emissionLines.shredding + emissionLines.treatment;
  const costLines: CostLines = {
    haulage: overVehicles(
      problem,
      decisions,
      (v, seconds, metres) =>
        Math.round((seconds * v.centsPerHour) / 3600) +
        Math.round((metres * v.centsPerKm) / 1000) +
        Math.round((seconds * v.fixedCentsPerShift) / v.shiftSeconds),
    ),
    toll: overVehicles(problem, decisions, (v, _, metres) => Math.round((metres * v.tollCentsPerKm) / 1000)),
    shredding: shreddingCents(problem, decisions),
    gate: sum(decisions.hauledKg.map((week) => gateCents(problem, week))),
    minimumQuantity: sum(problem.facilities.map((_, f) => penaltyCents(problem, decisions, f))),
    sites: sum(problem.facilities.map((f, i) => (decisions.opened[i] === true ? (f.candidateCents ?? 0) : 0))),
    overflow: sum(
      decisions.overflowKg.map((week) =>
        sum(week.map((kg) => Math.round((kg * problem.overflowCentsPerTonneWeek) / 1000))),
      ),
    ),
    closingStock: closingCents(problem, decisions),
    contributions: sum(problem.contributionCents.filter((_, m) => hasMember(decisions.coalition, m))),
    co2: Math.round((kgCo2e * problem.co2CentsPerTonne) / 1000),
  };
  return { costLines, costCents: sum(Object.values(costLines)), emissionLines };
}

/** One haul of plan.json is a storage, a facility and a form, over all lots. */
function gateCents(problem: FlowProblem, hauledKg: readonly number[]): number {
  const hauls = new Map<string, { kg: number; option: FlowProblem["options"][number] }>();
  problem.options.forEach((option, o) => {
    const key = `${problem.lots[option.lot]!.storage} ${option.facility} ${option.shredded}`;
    hauls.set(key, { kg: (hauls.get(key)?.kg ?? 0) + hauledKg[o]!, option });
  });
  return sum([...hauls.values()].map(({ kg, option }) => Math.round((kg * option.gateCents) / option.gateKgPerUnit)));
}

type VehicleCents = (vehicle: FlowProblem["vehicles"][number], seconds: number, metres: number) => number;

function overVehicles(problem: FlowProblem, decisions: FlowDecisions, cents: VehicleCents): number {
  let total = 0;
  for (let w = 0; w < problem.weeks; w++) {
    problem.vehicles.forEach(
      (v, i) => (total += cents(v, decisions.vehicleSeconds[w]![i]!, decisions.vehicleMetres[w]![i]!)),
    );
  }
  return total;
}

/** Parts of points that a shredder works on in a week. */
export function campaignParts(
  problem: FlowProblem,
  decisions: FlowDecisions,
  week: number,
  shredder: number,
): number[] {
  const parts = new Set<number>();
  decisions.shreddedKg[week]![shredder]!.forEach((kg, i) => kg > 0 && parts.add(problem.lots[i]!.part));
  return [...parts].sort((a, b) => a - b);
}

function shreddingCents(problem: FlowProblem, decisions: FlowDecisions): number {
  let total = 0;
  for (let w = 0; w < problem.weeks; w++) {
    problem.shredders.forEach((shredder, k) => {
      const kgs = decisions.shreddedKg[w]![k]!;
      const parts = campaignParts(problem, decisions, w, k).map((p) => problem.parts[p]!);
      if (parts.length === 0) return;
      const shares = [...new Set(parts.map((p) => p.point))].map((point) =>
        sum(parts.filter((p) => p.point === point).map((p) => p.share)),
      );
      const loads = sum(kgs) / shredder.kgPerHour / shredder.hoursPerWeek;
      const machines = loads <= 1 ? Math.max(...shares) : Math.ceil(loads);
      total += sum(perStorage(problem, kgs).map((kg) => Math.round((kg * shredder.centsPerHour) / shredder.kgPerHour)));
      total += sum(shares.map((share) => Math.round(shredder.setupCents * share)));
      total += Math.round(shredder.mobilisationCents * machines);
    });
  }
  return total;
}

/** Adds up amounts by lot to amounts by storage. */
export function perStorage(problem: FlowProblem, byLot: readonly number[]): number[] {
  const totals = problem.storages.map(() => 0);
  problem.lots.forEach((lot, i) => (totals[lot.storage]! += byLot[i]!));
  return totals;
}

function penaltyCents(problem: FlowProblem, decisions: FlowDecisions, facility: number): number {
  const { minimumKg, penaltyCentsPerTonne } = problem.facilities[facility]!;
  if (!isBound(problem, facility, decisions.coalition)) return 0;
  const delivered = sum(
    decisions.hauledKg.map((week) => sum(week.filter((_, o) => problem.options[o]!.facility === facility))),
  );
  return Math.round((Math.max(0, minimumKg - delivered) * penaltyCentsPerTonne) / 1000);
}

function closingCents(problem: FlowProblem, decisions: FlowDecisions): number {
  const last = problem.weeks - 1;
  const left = perStorage(
    problem,
    problem.lots.map((_, i) => decisions.looseStockKg[last]![i]! + decisions.shreddedStockKg[last]![i]!),
  );
  const opening = perStorage(
    problem,
    problem.lots.map((lot) => (ownsLot(problem, lot, decisions.coalition) ? lot.openingKg : 0)),
  );
  return sum(left.map((kg, s) => Math.round((Math.max(0, kg - opening[s]!) * problem.closingCentsPerTonne) / 1000)));
}

function emissions(problem: FlowProblem, decisions: FlowDecisions): EmissionLines {
  const shredded = sum(decisions.shreddedKg.flat(2));
  const treatment = decisions.hauledKg.map((week) =>
    sum(week.map((kg, o) => kg * problem.facilities[problem.options[o]!.facility]!.treatmentKgCo2ePerKg)),
  );
  return {
    transport: sum(decisions.vehicleMetres.flat()) * problem.transportKgCo2ePerMetre,
    shredding: shredded * problem.shreddingKgCo2ePerKg,
    treatment: sum(treatment),
  };
}
