/**
 * Travel without a road network: great circle times a detour factor, at a mean truck speed. An estimate, and shown as
 * one wherever a figure rests on it.
 */
import { formatNumber } from "../../../domain/money.ts";
import type { Coordinate, TravelMatrix } from "../../ports/travelMatrix.ts";

export interface GreatCircleOptions {
  /** Road distance over great circle. */
  readonly detourFactor: number;
  readonly speedKmh: number;
}

/** Mean earth radius, IUGG. */
const EARTH_METRES = 6_371_008.8;

export function greatCircle({ detourFactor, speedKmh }: GreatCircleOptions): TravelMatrix {
  const origin = `Luftlinie × ${formatNumber(detourFactor, 2)} bei ${formatNumber(speedKmh)} km/h`;
  return {
    matrix(places) {
      const n = places.length;
      const distanceMetres = new Float64Array(n * n);
      const durationSeconds = new Float64Array(n * n);
      for (let from = 0; from < n; from++) {
        for (let to = 0; to < n; to++) {
          const metres = Math.round(haversineMetres(places[from]!, places[to]!) * detourFactor);
          distanceMetres[from * n + to] = metres;
          durationSeconds[from * n + to] = Math.round(metres / (speedKmh / 3.6));
        }
      }
      return Promise.resolve({ distanceMetres, durationSeconds, origin, estimated: true });
    },
  };
}

function haversineMetres(a: Coordinate, b: Coordinate): number {
  const rad = Math.PI / 180;
  const sinLat = Math.sin(((b.latitude - a.latitude) * rad) / 2);
  const sinLon = Math.sin(((b.longitude - a.longitude) * rad) / 2);
  const h = sinLat ** 2 + Math.cos(a.latitude * rad) * Math.cos(b.latitude * rad) * sinLon ** 2;
  return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(h)));
}
