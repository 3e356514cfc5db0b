/** Seeded random problems that the fast path takes: depots, vehicle types, limits, one-way streets, in every mixture. */
import type { RoutingProblem, Vehicle } from "../../../../domain/routing/problem.ts";
import { client, numbers, vehicle } from "./instances.ts";

export interface PlainShape {
  readonly clients: number;
  readonly depots?: number;
  /** Vehicle types per depot. */
  readonly types?: number;
  /** Length of the shift in seconds; a metre takes a second, a visit 20. */
  readonly shift?: number;
  /** Every way there costs up to this share more than the way back. */
  readonly oneWay?: number;
  /** Whole metres, so that sums are exact. */
  readonly whole?: boolean;
}

export function plainProblem(seed: number, shape: PlainShape): RoutingProblem {
  const next = numbers(seed);
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const depots = shape.depots ?? 1;
  const locationCount = depots + shape.clients;
  const points = Array.from({ length: locationCount }, () => [next() * 1000, next() * 1000] as const);
  const metres = points.flatMap(([x, y]) =>
    points.map(([u, v]) => {
      const exact = Math.hypot(x - u, y - v) * (1 + (shape.oneWay ?? 0) * next());
      return (shape.whole ?? true) ? Math.round(exact) : exact;
    }),
  );
  const matrix = Float64Array.from(metres);
  const shift = { earliest: 0, latest: shape.shift ?? 1e9 };
  const ofType = (depot: number, type: number): Vehicle =>
    vehicle({
      startLocation: depot,
      endLocation: depot,
      shifts: [shift],
      capacity: [20 + 15 * type],
      fixedCents: 100 * type,
      centsPerKm: 1000 * (1 + type),
    });
  const fleet = Array.from({ length: depots }, (_, depot) =>
    Array.from({ length: shape.types ?? 1 }, (_, type) =>
      Array.from({ length: 2 + shape.clients / 3 }, () => ofType(depot, type)),
    ),
  );
  return {
    locationCount,
    days: 1,
    dimensions: ["kg"],
    profiles: [{ distanceMetres: matrix, durationSeconds: matrix }],
    clients: Array.from({ length: shape.clients }, (_, index) =>
      client(depots + index, {
        load: [whole(1, 12)],
        serviceSeconds: shape.shift === undefined ? 0 : 20,
        windows: [[shift]],
      }),
    ),
    facilities: [],
    vehicles: fleet.flat(2),
  };
}
