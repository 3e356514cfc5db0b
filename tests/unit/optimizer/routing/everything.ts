/** Random weeks in which every rule of the model that the general engine plans occurs at once. */
import { evenDaySets } from "../../../../domain/routing/daySets.ts";
import { EU_561_BREAK } from "../../../../domain/routing/drivingTime.ts";
import type { Client, ContainerJob, RoutingProblem, Vehicle } from "../../../../domain/routing/problem.ts";
import { HOUR, numbers, richProblem } from "./instances.ts";

const SHREDDER = 1;
const TRUCK = 2;
const KINDS: readonly ContainerJob["kind"][] = ["emptyAndReturn", "swap", "pickUp", "deliver"];

/** Vehicle 0 shreds, the others haul; clients 0-2 are shredding, 3-5 wait for it, 6-8 have day sets, the rest is mixed. */
export function everything(seed: number, withContainers: boolean): RoutingProblem {
  const next = numbers(seed + 5000);
  const base = richProblem(seed, { clients: 16, days: 3, vehicles: 3, facilities: 2, windows: 0.3, optional: 0.5 });
  const clients = base.clients.map((one, c): Client => {
    if (c < 3) return { ...one, capabilities: SHREDDER, load: [0, 0], facilities: [], material: 7 };
    const hauled: Client = { ...one, capabilities: TRUCK, restsDriver: next() < 0.2 };
    const published = { visits: [{ vehicle: 1, day: c % 3 }], deviationCents: 700 };
    if (c < 6) return { ...hauled, after: [c - 3], ...(c === 4 ? { published } : {}) };
    if (c < 9) return { ...hauled, daySets: c === 8 ? [[0, 1, 2], [1]] : evenDaySets(3, 1 + (c % 2)) };
    const kind = KINDS[Math.floor(4 * next())]!;
    const job = { kind, containerType: Math.floor(2 * next()), returnSeconds: 300 };
    const full = kind === "deliver" ? { load: [0, 0], facilities: [] } : {};
    const moved = withContainers && next() < 0.7 ? { job, ...full } : {};
    return { ...hauled, ...moved, ...(c < 12 ? { published } : {}), ...(c === 12 ? { lock: { vehicle: 1 } } : {}) };
  });
  const gatePrices = [0, 1].map((material) => ({ material, dimension: 0, centsPerUnit: next() }));
  const vehicles = base.vehicles.map((one, v): Vehicle => ({
    ...one,
    shifts: one.shifts.map((shift) => shift ?? { earliest: 6 * HOUR, latest: 15 * HOUR }),
    capabilities: v === 0 ? SHREDDER : TRUCK,
    slots: v,
    breakRule: { ...EU_561_BREAK, drivingSeconds: 2.5 * HOUR },
    ...{ normalSeconds: 5 * HOUR, overtimeCentsPerHour: 1500, tollCentsPerKm: 19, tollShare: 0.4 },
    ...{ maxDurationSeconds: 8.5 * HOUR, maxDistanceMetres: 300_000 },
  }));
  return {
    ...base,
    clients,
    vehicles,
    facilities: base.facilities.map((one, f) => (f === 0 ? { ...one, gatePrices } : { ...one, restsDriver: true })),
    orderLocks: [[13, 15, 14]],
    ...(withContainers
      ? {
          containerTypes: [{ slots: 1 }, { slots: 1 }],
          yards: [{ location: 1, serviceSeconds: 300, sparesPerDay: [1, null] }],
        }
      : {}),
  };
}
