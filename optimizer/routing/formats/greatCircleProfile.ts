/** Travel reckoned from coordinates: great circle times a detour factor at a mean speed, in whole metres and seconds. */
import type { TravelProfile } from "../../../domain/routing/problem.ts";

interface Point {
  readonly latitude?: number | undefined;
  readonly longitude?: number | undefined;
}

/** Mean earth radius, IUGG. */
const EARTH_METRES = 6_371_008.8;
const RADIANS = Math.PI / 180;

export function greatCircleProfile(
  points: readonly Point[],
  { detourFactor, speedKmh }: { readonly detourFactor: number; readonly speedKmh: number },
): TravelProfile {
  const metres = points.flatMap((from) => points.map((to) => Math.round(haversine(from, to) * detourFactor)));
  const distanceMetres = Float64Array.from(metres);
  return { distanceMetres, durationSeconds: distanceMetres.map((way) => Math.round(way / (speedKmh / 3.6))) };
}

function haversine(a: Point, b: Point): number {
  const [latA = 0, lonA = 0, latB = 0, lonB = 0] = [a.latitude, a.longitude, b.latitude, b.longitude];
  const sinLat = Math.sin(((latB - latA) * RADIANS) / 2);
  const sinLon = Math.sin(((lonB - lonA) * RADIANS) / 2);
  const h = sinLat ** 2 + Math.cos(latA * RADIANS) * Math.cos(latB * RADIANS) * sinLon ** 2;
  return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(h)));
}
