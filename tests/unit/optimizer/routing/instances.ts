/** Small problems by hand and rich ones by a seeded generator (mulberry32, kept apart from the solver's own). */
import type { Client, Facility, RoutingProblem, TimeWindow, Vehicle } from "../../../../domain/routing/problem.ts";

export const HOUR = 3600;

export interface Shape {
  readonly clients: number;
  readonly days?: number;
  readonly vehicles?: number;
  readonly facilities?: number;
  /** Chances of the harder rules; 0 leaves the rule out. */
  readonly optional?: number;
  readonly windows?: number;
  readonly limitedFacilities?: boolean;
  readonly classical?: number;
  /** Travel times up to this share above the distance: breaks the triangle inequality. */
  readonly jitter?: number;
}

export function numbers(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let z = Math.imul(state ^ (state >>> 15), 1 | state);
    z = (z + Math.imul(z ^ (z >>> 7), 61 | z)) ^ z;
    return ((z ^ (z >>> 14)) >>> 0) / 4294967296;
  };
}

/** Distances |x - y| in metres between points of a line; one metre takes one second. */
export function line(points: readonly number[]): RoutingProblem["profiles"] {
  const matrix = Float64Array.from(points.flatMap((from) => points.map((to) => Math.abs(from - to))));
  return [{ distanceMetres: matrix, durationSeconds: matrix }];
}

export const ALL_DAY: TimeWindow = { earliest: 0, latest: 24 * HOUR };

export function client(location: number, changes: Partial<Client> = {}): Client {
  return {
    location,
    load: [1],
    serviceSeconds: 0,
    windows: [[ALL_DAY]],
    capabilities: 0,
    material: 0,
    facilities: [],
    prizeCents: null,
    ...changes,
  };
}

export function facility(location: number, changes: Partial<Facility> = {}): Facility {
  return { location, unloadSeconds: 0, windows: [[ALL_DAY]], capacityPerDay: null, ...changes };
}

/** From location 0 and back; one cent a metre, nothing for time. */
export function vehicle(changes: Partial<Vehicle> = {}): Vehicle {
  return {
    startLocation: 0,
    endLocation: 0,
    shifts: [ALL_DAY],
    capacity: [10],
    capabilities: 0,
    profile: 0,
    fixedCents: 0,
    centsPerKm: 1000,
    centsPerHour: 0,
    maxDrivingSeconds: null,
    breakRule: null,
    ...changes,
  };
}

export function problem(points: readonly number[], parts: Partial<RoutingProblem>): RoutingProblem {
  return {
    locationCount: points.length,
    days: 1,
    dimensions: ["kg"],
    profiles: line(points),
    clients: [],
    facilities: [],
    vehicles: [vehicle()],
    ...parts,
  };
}

/** Points in a 40 km square, two profiles (cars and slower, asymmetric lorries), everything the model knows. */
export function richProblem(seed: number, shape: Shape): RoutingProblem {
  const next = numbers(seed);
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const days = shape.days ?? 1;
  const facilityCount = shape.facilities ?? 2;
  const locationCount = 2 + facilityCount + shape.clients;
  const points = Array.from({ length: locationCount }, () => [next() * 40_000, next() * 40_000] as const);
  const eachDay = <T>(make: () => T): T[] => Array.from({ length: days }, make);
  const profiles = [14, 11].map((speed) => {
    const distance = points.flatMap(([x, y]) => points.map(([u, v]) => Math.round(1.3 * Math.hypot(x - u, y - v))));
    const duration = distance.map((metres) => Math.round((metres / speed) * (1 + (shape.jitter ?? 0.2) * next())));
    return { distanceMetres: Float64Array.from(distance), durationSeconds: Float64Array.from(duration) };
  });
  const windowsOf = (): TimeWindow[] => {
    if (next() >= (shape.windows ?? 0.4)) return [{ earliest: 6 * HOUR, latest: 18 * HOUR }];
    if (next() < 0.15) return [];
    const opens = whole(6, 10) * HOUR;
    const morning = { earliest: opens, latest: opens + whole(1, 3) * HOUR };
    const afternoon = { earliest: 13 * HOUR, latest: whole(14, 17) * HOUR };
    return next() < 0.5 ? [morning] : [morning, afternoon];
  };
  return {
    locationCount,
    days,
    dimensions: ["kg", "litres"],
    profiles,
    clients: Array.from({ length: shape.clients }, (_, index): Client => {
      const classical = next() < (shape.classical ?? 0);
      const takers = Array.from({ length: facilityCount }, (_, f) => f).filter(() => next() < 0.8);
      return {
        location: 2 + facilityCount + index,
        load: [whole(500, 4000), whole(2000, 12_000)],
        serviceSeconds: whole(5, 20) * 60,
        windows: eachDay(windowsOf),
        capabilities: next() < 0.2 ? 1 : 0,
        material: classical ? 2 : next() < 0.7 ? 0 : 1,
        facilities: classical ? [] : takers.length > 0 ? takers : [whole(0, facilityCount - 1)],
        prizeCents: next() < (shape.optional ?? 0.3) ? whole(500, 20_000) : null,
      };
    }),
    facilities: Array.from({ length: facilityCount }, (_, index): Facility => ({
      location: 2 + index,
      unloadSeconds: whole(10, 25) * 60,
      windows: eachDay(() => [{ earliest: 7 * HOUR, latest: whole(12, 17) * HOUR }]),
      capacityPerDay: (shape.limitedFacilities ?? true) && next() < 0.5 ? whole(8000, 20_000) : null,
    })),
    vehicles: Array.from({ length: shape.vehicles ?? 2 }, (_, index): Vehicle => ({
      startLocation: index % 2,
      endLocation: next() < 0.8 ? index % 2 : 1 - (index % 2),
      shifts: eachDay(() => (next() < 0.1 ? null : { earliest: 6 * HOUR, latest: whole(13, 16) * HOUR })),
      capacity: [whole(6000, 12_000), whole(20_000, 40_000)],
      capabilities: index === 0 || next() < 0.5 ? 1 : 0,
      profile: whole(0, 1),
      fixedCents: whole(0, 8000),
      centsPerKm: whole(80, 200),
      centsPerHour: whole(2000, 5000),
      maxDrivingSeconds: next() < 0.5 ? 9 * HOUR : null,
      breakRule: next() < 0.7 ? { drivingSeconds: whole(1, 4) * HOUR + 1800, breakSeconds: 2700 } : null,
    })),
  };
}
