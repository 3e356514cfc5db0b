/** A week of the tiny region as a plan would have published it, made by hand: three loads on two tours, a shredder at one point. */
import type { Plan, RouteStop } from "../../domain/plan/plan.ts";
import type { SettledWeek } from "../../planning/settlement/unloadings.ts";
import { greatCircle } from "../../functions/adapters/greatcircle/greatCircle.ts";
import { travelOf } from "../../functions/usecases/travel.ts";
import { tinyValidRegion } from "./tinyRegion.ts";

const pickup = (
  id: string,
  storageId: string,
  pointId: string,
  facilityId: string,
  routeId: string,
  massKg: number,
) => {
  const woody = storageId.endsWith("woody");
  return {
    ...{ id, storageId, pointId, facilityId, routeId, massKg, volumeLitres: massKg * 5 },
    ...{ streamId: woody ? "private-woody" : "municipal-mixed", fraction: woody ? "woody" : "mixed", form: "loose" },
    ...{ capabilities: ["hookLift"], earliestDate: "2026-11-23" },
  };
};
const stop = (kind: RouteStop["kind"], id: string, hour: number, massKg: number): RouteStop => {
  const at = `2026-11-24T${String(hour).padStart(2, "0")}:00:00+01:00`;
  return { kind, id, name: id, latitude: 49.3, longitude: 6.7, arrivalAt: at, startAt: at, departureAt: at, massKg };
};
const route = (id: string, vehicleId: string, stops: RouteStop[], distanceMetres: number) => ({
  ...{ id, vehicleId, vehicleName: vehicleId, date: "2026-11-24", stops, distanceMetres },
  ...{ durationSeconds: distanceMetres / 8, drivingSeconds: distanceMetres / 12, costCents: 0 },
});

export function settledWeek(): SettledWeek {
  const region = tinyValidRegion();
  const [first, second] = region.vehicles.map(({ id }) => id as string);
  const plan = {
    week: "2026-W48",
    pickups: [
      pickup("k1", "alt-woody", "p-alt", "compost", "t1", 6000),
      pickup("k2", "berg-mixed", "p-berg", "farm", "t1", 4000),
      pickup("k3", "cron-mixed", "p-cron", "farm", "t2", 3000),
    ],
    routes: [
      route(
        ...(["t1", first!] as const),
        [
          stop("pickup", "k1", 8, 6000),
          stop("facility", "compost", 9, 6000),
          stop("pickup", "k2", 10, 4000),
          stop("facility", "farm", 11, 4000),
        ],
        61_000,
      ),
      route("t2", second!, [stop("pickup", "k3", 8, 3000), stop("facility", "farm", 9, 3000)], 33_000),
    ],
    shredderVisits: [{ shredderId: region.shredders[0]!.id, pointId: "p-alt", date: "2026-11-23", massKg: 9000 }],
    period: { firstWeek: "2026-W48", lastWeek: "2026-W48", weeks: ["2026-W48"] },
    forecast: [],
    flow: { joint: { openedSites: [], campaigns: [] } },
  } as unknown as Plan;
  return { week: "2026-W48", run: "0".repeat(16), plan, region };
}

/** Places and ways of the tiny region, by the crow's flight. */
export const tinyTravel = () => {
  const region = tinyValidRegion();
  const { detourFactor, speedKmh } = region.settings.travel;
  return travelOf(greatCircle({ detourFactor: detourFactor.value, speedKmh: speedKmh.value }), region);
};
