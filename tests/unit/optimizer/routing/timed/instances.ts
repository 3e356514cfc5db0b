/** Random problems with one window a client, for one depot and equal vehicles; asymmetric and not in whole seconds. */
import type { RoutingProblem, TimeWindow } from "../../../../../domain/routing/problem.ts";
import { client, facility, numbers, vehicle } from "../instances.ts";

export interface TimedShape {
  readonly clients: number;
  readonly vehicles?: number;
  readonly capacity?: number;
  /** Whether vehicles reload at the depot, and clients are released over the day. */
  readonly trips?: boolean;
  /** Distances in whole metres, so that no rounding of cents depends on who drives what. */
  readonly wholeMetres?: boolean;
  readonly wholeSeconds?: boolean;
}

const CLOSE = 2000;

/** Points in a square of 100 m at about a metre a second, a shift of 2000 s. */
export function timedProblem(seed: number, shape: TimedShape): RoutingProblem {
  const next = numbers(seed);
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const points = Array.from({ length: shape.clients + 1 }, () => [next() * 100, next() * 100] as const);
  const travel = (whole = false): Float64Array =>
    Float64Array.from(
      points.flatMap(([x, y]) =>
        points.map(([u, v]) => {
          const way = Math.hypot(x - u, y - v);
          return whole ? Math.floor(way) : way * (1 + 0.2 * next());
        }),
      ),
    );
  const [distanceMetres, durationSeconds] = [travel(shape.wholeMetres), travel(shape.wholeSeconds)];
  for (let i = 0; i <= shape.clients; i++) {
    distanceMetres[i * (shape.clients + 2)] = 0;
    durationSeconds[i * (shape.clients + 2)] = 0;
  }
  const window = (): TimeWindow => {
    if (next() < 0.2) return { earliest: 0, latest: CLOSE };
    const earliest = between(0, CLOSE - 500);
    return { earliest, latest: earliest + between(20, 300) };
  };
  const trips = shape.trips === true;
  return {
    locationCount: points.length,
    days: 1,
    dimensions: ["kg"],
    profiles: [{ distanceMetres, durationSeconds }],
    clients: Array.from({ length: shape.clients }, (_, index) => {
      const open = window();
      const release = next() < 0.5 ? 0 : between(0, Math.max(0, open.latest - 300));
      return client(index + 1, {
        load: [between(1, 5)],
        serviceSeconds: between(0, 20),
        windows: [[open]],
        facilities: trips ? [0] : [],
        ...(trips ? { releaseSeconds: release } : {}),
      });
    }),
    facilities: trips
      ? [facility(0, { windows: [[{ earliest: 0, latest: CLOSE }]], unloadSeconds: between(0, 10) })]
      : [],
    vehicles: Array.from({ length: shape.vehicles ?? shape.clients }, () =>
      vehicle({ shifts: [{ earliest: 0, latest: CLOSE }], capacity: [shape.capacity ?? 12] }),
    ),
  };
}
