/** The first week's tours of the hand-reckoned joint plan. */
import type { Plan, PlanRoute, RouteStop } from "../../../../domain/plan/plan.ts";

type Kind = RouteStop["kind"];

/** Clock times `HH:MM`; winter time. */
function stop(
  date: string,
  kind: Kind,
  id: string,
  at: readonly [number, number],
  arrival: string,
  departure: string,
  massKg = 0,
): RouteStop {
  const time = (clock: string) => `${date}T${clock}:00+01:00`;
  return {
    kind,
    id,
    name: id,
    latitude: at[0],
    longitude: at[1],
    arrivalAt: time(arrival),
    startAt: time(arrival),
    departureAt: time(departure),
    massKg,
  };
}

const P_ALT = [49.31, 6.71] as const;
const KRAFT = [49.37, 6.72] as const;
const COMPOST = [49.38, 6.7] as const;
const BOILER = [49.3, 6.71] as const;
const FARM = [49.28, 6.78] as const;
const ALT_DEPOT = [49.3, 6.7] as const;

export function handRoutes(): PlanRoute[] {
  const [monday, tuesday] = ["2026-11-23", "2026-11-24"];
  return [
    {
      // 3 · 15 min on the road, 15 min loading, 20 min unloading. 5000 + 27 km · (85 + 30.5 · 0.2) = 2459.7 + 4800 s · 8000/3600 = 10 666.7.
      ...{ id: "mon-alt-hook", vehicleId: "alt-hook", vehicleName: "Haken Altdorf", date: monday },
      stops: [
        stop(monday, "depot", "alt-hook", ALT_DEPOT, "07:00", "07:00"),
        stop(monday, "pickup", "mixed-farm", P_ALT, "07:15", "07:30", 3_800),
        stop(monday, "facility", "farm", FARM, "07:45", "08:05", 3_800),
        stop(monday, "depot", "alt-hook", ALT_DEPOT, "08:20", "08:20"),
      ],
      ...{ distanceMetres: 27_000, durationSeconds: 4_800, drivingSeconds: 2_700, costCents: 5_000 + 2_460 + 10_667 },
    },
    {
      // 3 h 45 and three times 15 min at the wheel make 4 h 30: the break is due before the way home.
      // 12 000 + 96 km · (95 + 34.8 · 0.3) = 10 122.2 + 24 000 s · 9000/3600 = 60 000.
      ...{ id: "tue-kraft-floor", vehicleId: "kraft-floor", vehicleName: "Schubboden Kraft", date: tuesday },
      stops: [
        stop(tuesday, "depot", "kraft-floor", KRAFT, "06:00", "06:00"),
        stop(tuesday, "pickup", "woody-boiler", P_ALT, "09:45", "10:00", 4_900),
        stop(tuesday, "facility", "boiler", BOILER, "10:15", "10:35", 4_900),
        stop(tuesday, "pickup", "woody-compost", P_ALT, "10:50", "11:05", 12_250),
        stop(tuesday, "facility", "compost", COMPOST, "11:20", "11:40", 12_250),
        stop(tuesday, "break", "kraft-floor", COMPOST, "11:40", "12:25"),
        stop(tuesday, "depot", "kraft-floor", KRAFT, "12:40", "12:40"),
      ],
      ...{
        distanceMetres: 96_000,
        durationSeconds: 24_000,
        drivingSeconds: 17_100,
        costCents: 12_000 + 10_122 + 60_000,
      },
    },
  ];
}

export function handPickups(): Plan["pickups"] {
  const woody = {
    storageId: "alt-woody",
    pointId: "p-alt",
    streamId: "private-woody",
    fraction: "woody",
    form: "shredded",
  } as const;
  const shredded = {
    ...woody,
    capabilities: ["walkingFloor", "hookLift"],
    earliestDate: "2026-11-24",
    routeId: "tue-kraft-floor",
  };
  return [
    // 12 250 / 330 = 37.121 m³; 4 900 / 330 = 14.848 m³; 3 800 / 200 = 19 m³.
    { id: "woody-compost", ...shredded, facilityId: "compost", massKg: 12_250, volumeLitres: 37_121 },
    { id: "woody-boiler", ...shredded, facilityId: "boiler", massKg: 4_900, volumeLitres: 14_848 },
    {
      ...{
        id: "mixed-farm",
        storageId: "alt-mixed",
        pointId: "p-alt",
        streamId: "municipal-mixed",
        fraction: "mixed",
        form: "loose",
      },
      ...{
        facilityId: "farm",
        massKg: 3_800,
        volumeLitres: 19_000,
        capabilities: ["hookLift"],
        earliestDate: "2026-11-23",
        routeId: "mon-alt-hook",
      },
    },
  ];
}
