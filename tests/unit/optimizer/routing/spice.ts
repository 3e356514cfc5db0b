/** Adds to a rich problem what a dispatcher may ask for besides: cost lines, limits, split breaks, daySets, locks. */
import type { Client, RoutingProblem } from "../../../../domain/routing/problem.ts";
import { numbers } from "./instances.ts";

export function spiced(problem: RoutingProblem, seed: number): RoutingProblem {
  const next = numbers(seed + 5000);
  const below = (count: number): number => Math.floor(next() * count);
  const sometimes = <T extends object>(chance: number, make: () => T): T | object => (next() < chance ? make() : {});
  const slot = () => ({ vehicle: below(problem.vehicles.length), day: below(problem.days) });
  const clients = problem.clients.map((client): Client => ({
    ...client,
    ...sometimes(0.3, () => {
      const draw = next();
      if (draw < 0.4) return { daySets: daySetsOf(problem.days) };
      return { lock: draw < 0.7 ? { day: below(problem.days) } : { vehicle: below(problem.vehicles.length) } };
    }),
    ...sometimes(0.3, () => ({ restsDriver: true })),
    ...sometimes(0.3, () => ({ published: { visits: [slot()], deviationCents: 100 + below(900) } })),
  }));
  const single = clients.flatMap(({ daySets, lock }, c) => (daySets === undefined && lock === undefined ? [c] : []));
  const frozen = slot();
  const works = problem.vehicles[frozen.vehicle]!.shifts[frozen.day] !== null;
  return {
    ...problem,
    clients,
    facilities: problem.facilities.map((facility) => ({
      ...facility,
      ...sometimes(0.3, () => ({ accepts: [0, 1] })),
      gatePrices: [{ material: below(2), dimension: 0, centsPerUnit: next() }],
    })),
    vehicles: problem.vehicles.map((vehicle) => ({
      ...vehicle,
      breakRule: {
        drivingSeconds: 4000 + below(5000),
        breakSeconds: 2700,
        ...sometimes(0.5, () => ({ split: [900, 1800] as const })),
      },
      ...sometimes(0.5, () => ({ tollCentsPerKm: 19, tollShare: 0.4 })),
      ...sometimes(0.5, () => ({ normalSeconds: 18_000, overtimeCentsPerHour: 1500 })),
      ...sometimes(0.4, () => ({ maxDurationSeconds: 20_000 + below(10_000) })),
      ...sometimes(0.4, () => ({ maxDistanceMetres: 120_000 + below(100_000) })),
    })),
    orderLocks: [single.slice(0, 3)],
    frozenRoutes: next() < 0.3 && single.length > 3 && works ? [{ ...frozen, clients: [single[3]!] }] : [],
  };
}

/** Every day, or any single one. */
function daySetsOf(days: number): number[][] {
  const all = Array.from({ length: days }, (_, day) => day);
  return days === 1 ? [[0]] : [all];
}
