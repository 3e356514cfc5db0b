/** The cost game of a finished plan, as the rules and the explanations take it. */
import type { Plan } from "../../domain/plan/plan.ts";
import type { Region } from "../../domain/region/tables.ts";
import { pointShares } from "../flow/buildFlowProblem.ts";
import type { CountyGame } from "./countyGame.ts";

export function countyOfPlan(plan: Plan, region: Region): CountyGame {
  const { players, values, examined } = plan.game;
  const place = new Map(players.map((ags, i) => [ags, i]));
  return {
    players,
    jointCents: plan.jointCostCents,
    standAloneCents: plan.municipalities.map((m) => m.standAloneCostCents),
    values: values.length > 0 ? values : null,
    examined: examined.map((e) => ({ members: e.members.map((ags) => place.get(ags)!), cost: e.costCents })),
    massKg: plan.municipalities.map((m) => m.forecastKg),
    population: plan.municipalities.map((m) => m.population),
    roomLitres: roomByMember(region),
    capacityShare: region.settings.allocation.capacityShare,
    nearestTo: plan.allocation.nearestTo,
  };
}

/** Litres of storage by attribution, in the order of `municipalities.csv`. */
export function roomByMember(region: Region): number[] {
  const roomLitres = region.municipalities.map(() => 0);
  for (const storage of region.storages) {
    pointShares(region, storage.pointId).forEach(
      (share, m) => (roomLitres[m]! += share * storage.units * storage.volumeLitres),
    );
  }
  return roomLitres;
}
