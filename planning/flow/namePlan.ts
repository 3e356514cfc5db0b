/** From a solved flow in numbers to the FlowPlan of plan.json in ids. Zero flows are left out. */
import type { Campaign, FlowPlan, Haul, Shredding, Stock, VehicleWeek } from "../../domain/plan/flowPlan.ts";
import { haulingCapability } from "../../domain/region/rules.ts";
import type { Region } from "../../domain/region/tables.ts";
import { campaignParts, membersOf, perStorage, type FlowResult } from "../../optimizer/flow/index.ts";
import type { NamedFlowProblem } from "./named.ts";

export function namePlan(region: Region, problem: NamedFlowProblem, result: FlowResult): FlowPlan {
  const weeks = problem.weekNames;
  return {
    members: membersOf(problem, result.decisions.coalition).map((m) => region.municipalities[m]!.ags),
    hauls: weeks.flatMap((week, w) => haulsOf(problem, result, week, w)),
    shreddings: weeks.flatMap((week, w) => shreddingsOf(region, problem, result, week, w)),
    campaigns: weeks.flatMap((week, w) => campaignsOf(region, problem, result, week, w)),
    vehicleWeeks: weeks.flatMap((week, w) => vehicleWeeksOf(region, result, week, w)),
    openedSites: region.facilities.filter((_, f) => result.decisions.opened[f] === true).map((f) => f.id),
    stocks: weeks.flatMap((week, w) => stocksOf(region, problem, result, week, w)),
    costLines: result.costLines,
    costCents: result.costCents,
    emissionLines: result.emissionLines,
    lowerBoundCents: result.lowerBoundCents,
  };
}

/** Lots of one storage that go the same way are one haul. */
function haulsOf(problem: NamedFlowProblem, result: FlowResult, week: string, w: number): Haul[] {
  const hauls = new Map<string, Haul>();
  problem.options.forEach(({ storageId, facilityId, form, capability }, o) => {
    const kg = result.decisions.hauledKg[w]![o]!;
    if (kg === 0) return;
    const key = `${storageId} ${facilityId} ${form}`;
    hauls.set(key, { week, storageId, facilityId, form, capability, massKg: (hauls.get(key)?.massKg ?? 0) + kg });
  });
  return [...hauls.values()];
}

function shreddingsOf(
  region: Region,
  problem: NamedFlowProblem,
  result: FlowResult,
  week: string,
  w: number,
): Shredding[] {
  return region.shredders.flatMap((shredder, k) =>
    perStorage(problem, result.decisions.shreddedKg[w]![k]!).flatMap((massKg, s) =>
      massKg > 0 ? [{ week, storageId: region.storages[s]!.id, shredderId: shredder.id, massKg }] : [],
    ),
  );
}

function campaignsOf(
  region: Region,
  problem: NamedFlowProblem,
  result: FlowResult,
  week: string,
  w: number,
): Campaign[] {
  return region.shredders.flatMap((shredder, k) => {
    const parts = campaignParts(problem, result.decisions, w, k).map((p) => problem.parts[p]!);
    return region.collectionPoints.flatMap((point, i) => {
      const members = parts
        .filter((part) => part.point === i)
        .map((part) => region.municipalities[part.member]!.ags as string);
      return members.length === 0 ? [] : [{ week, pointId: point.id, shredderId: shredder.id, members }];
    });
  });
}

function vehicleWeeksOf(region: Region, result: FlowResult, week: string, w: number): VehicleWeek[] {
  return region.vehicles.flatMap((vehicle, v) => {
    const durationSeconds = result.decisions.vehicleSeconds[w]![v]!;
    const distanceMetres = result.decisions.vehicleMetres[w]![v]!;
    if (durationSeconds === 0 && distanceMetres === 0) return [];
    return [{ week, vehicleId: vehicle.id, capability: haulingCapability(vehicle), durationSeconds, distanceMetres }];
  });
}

function stocksOf(region: Region, problem: NamedFlowProblem, result: FlowResult, week: string, w: number): Stock[] {
  const loose = perStorage(problem, result.decisions.looseStockKg[w]!);
  const shredded = perStorage(problem, result.decisions.shreddedStockKg[w]!);
  return region.storages.flatMap((storage, s) => {
    const stock = { looseKg: loose[s]!, shreddedKg: shredded[s]!, overflowKg: result.decisions.overflowKg[w]![s]! };
    return stock.looseKg + stock.shreddedKg > 0 ? [{ week, storageId: storage.id, ...stock }] : [];
  });
}
