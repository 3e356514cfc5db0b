/**
 * A routing problem on a line (one metre takes one second) and a solution that keeps every rule, reckoned by hand.
 *
 * Locations: 0 depot, 1 at 1000 m, 2 at 3000 m, 3 (facility) at 2000 m. Clients A and B of one material at 1 and 2, C of
 * another at 2, D optional at 1 and left out. A break of 600 s is due after 4000 s at the wheel.
 */
import type { Client, RoutingProblem } from "../../../../domain/routing/problem.ts";
import type { RoutingSolution, Stop } from "../../../../domain/routing/solution.ts";

const POINTS = [0, 1000, 3000, 2000];
const LINE = Float64Array.from(POINTS.flatMap((from) => POINTS.map((to) => Math.abs(from - to))));
const OPEN = { earliest: 0, latest: 20_000 };

function client(location: number, load: number[], material: number, changes: Partial<Client> = {}): Client {
  return {
    location,
    load,
    serviceSeconds: 100,
    windows: [[OPEN], []],
    capabilities: 1,
    material,
    facilities: [0],
    prizeCents: null,
    ...changes,
  };
}

export function handProblem(): RoutingProblem {
  return {
    locationCount: 4,
    days: 2,
    dimensions: ["kg", "litres"],
    profiles: [{ distanceMetres: LINE, durationSeconds: LINE }],
    clients: [
      client(1, [4, 10], 0),
      client(2, [5, 10], 0, { windows: [[{ earliest: 4_000, latest: 5_000 }], []] }),
      client(2, [9, 10], 1, { capabilities: 3 }),
      client(1, [1, 1], 0, { prizeCents: 250 }),
    ],
    facilities: [
      { location: 3, unloadSeconds: 200, windows: [[{ earliest: 1_000, latest: 9_000 }], []], capacityPerDay: 18 },
    ],
    vehicles: [
      {
        ...{
          startLocation: 0,
          endLocation: 0,
          shifts: [{ earliest: 500, latest: 12_000 }, null],
          capacity: [9, 20],
          capabilities: 3,
          profile: 0,
        },
        ...{
          fixedCents: 1_000,
          centsPerKm: 90,
          centsPerHour: 3_600,
          maxDrivingSeconds: 8_000,
          breakRule: { drivingSeconds: 4_000, breakSeconds: 600 },
        },
      },
    ],
  };
}

function visit(kind: Stop["kind"], index: number, arrival: number, departure: number, start = arrival): Stop {
  return { kind, index, arrival, start, departure };
}

/**
 * Leaves at 500: A 1500–1600; B 3600, open from 4000, –4100; tips at 5100–5300 (4000 s driven: the break is due);
 * break –5900; C 6900–7000; tips 8000–8200; back at 10 200. 8000 m driven.
 * Cost 1000 + 8 · 90 + 9700 s · 3600/3600 = 11 420; with D's prize 11 670.
 */
export function handSolution(): RoutingSolution {
  const stops = [
    visit("client", 0, 1_500, 1_600),
    visit("client", 1, 3_600, 4_100, 4_000),
    visit("facility", 0, 5_100, 5_300),
    visit("break", -1, 5_300, 5_900),
    visit("client", 2, 6_900, 7_000),
    visit("facility", 0, 8_000, 8_200),
  ];
  const totals = { distanceMetres: 8_000, drivingSeconds: 8_000, durationSeconds: 9_700, costCents: 11_420 };
  return {
    routes: [{ vehicle: 0, day: 0, departure: 500, stops, arrival: 10_200, ...totals }],
    unserved: [3],
    ...{ routeCostCents: 11_420, objectiveCents: 11_670 },
  };
}
