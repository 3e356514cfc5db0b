/** The unloadings of a week's tours: each is one load across one scale, and waits for one ticket. */
import type { Plan, PlanRoute, Pickup } from "../../domain/plan/plan.ts";
import type { Region } from "../../domain/region/tables.ts";
import type { Lot } from "../../domain/settlement/weighing.ts";
import { indexBy } from "../lookup.ts";

export type PlannedLot = Omit<Lot, "weighedKg">;

export interface Unloading {
  readonly week: string;
  readonly run: string;
  readonly tourId: string;
  /** Index among the tour's stops. */
  readonly stop: number;
  readonly date: string;
  readonly vehicleId: string;
  readonly vehicleName: string;
  readonly capacityKg: number;
  readonly facilityId: string;
  /** RFC 3339, as planned. */
  readonly arrivalAt: string;
  readonly plannedKg: number;
  readonly lots: readonly PlannedLot[];
}

/** A published week with the master data that were frozen for it. */
export interface SettledWeek {
  readonly week: string;
  readonly run: string;
  readonly plan: Plan;
  readonly region: Region;
}

export const unloadingKey = ({ tourId, stop }: Pick<Unloading, "tourId" | "stop">): string => `${tourId} ${stop}`;

/** In the order of tours and stops; unloadings of nothing are left out. */
export function unloadingsOf({ week, run, plan, region }: SettledWeek): Unloading[] {
  const pickups = indexBy(plan.pickups, (p) => p.id);
  const capacity = new Map(region.vehicles.map((v) => [v.id as string, v.capacityKg as number]));
  return plan.routes.flatMap((route) =>
    ofRoute(route, pickups).map((one) => ({
      ...one,
      week,
      run,
      capacityKg: capacity.get(route.vehicleId) ?? Infinity,
    })),
  );
}

function ofRoute(
  route: PlanRoute,
  pickups: ReadonlyMap<string, Pickup>,
): Omit<Unloading, "week" | "run" | "capacityKg">[] {
  const { id: tourId, date, vehicleId, vehicleName } = route;
  let aboard: PlannedLot[] = [];
  return route.stops.flatMap((stop, at) => {
    const pickup = stop.kind === "pickup" ? pickups.get(stop.id) : undefined;
    if (pickup !== undefined) aboard.push(lotOf(pickup));
    if (stop.kind !== "facility" || aboard.length === 0) return [];
    const lots = aboard;
    aboard = [];
    const plannedKg = lots.reduce((kg, lot) => kg + lot.plannedKg, 0);
    const { arrivalAt, id: facilityId } = stop;
    return [{ tourId, stop: at, date, vehicleId, vehicleName, facilityId, arrivalAt, plannedKg, lots }];
  });
}

const lotOf = ({ id, storageId, pointId, streamId, fraction, form, massKg }: Pickup): PlannedLot => ({
  ...{ pickupId: id, storageId, pointId, streamId, fraction, form },
  plannedKg: massKg,
});
