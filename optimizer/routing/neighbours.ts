/** For every client the others by travel there and back, nearest first. */
import type { Model } from "./model.ts";

/** Row-major `client * width + rank`. */
export interface Neighbours {
  readonly width: number;
  readonly list: Int32Array;
}

/** By distance of the first vehicle's profile, or by duration where all distances are 0. */
export function nearestClients(model: Model, most: number): Neighbours {
  const { clientCount: n, locationCount: L, placeLocation } = model;
  const width = Math.max(0, Math.min(n - 1, most));
  const list = new Int32Array(n * width);
  const profile = model.problem.profiles[model.problem.vehicles[0]?.profile ?? 0];
  if (profile === undefined) return { width: 0, list };
  const matrix = profile.distanceMetres.some((metres) => metres > 0) ? profile.distanceMetres : profile.durationSeconds;
  const away = new Float64Array(n);
  const order = Int32Array.from({ length: n }, (_, client) => client);
  for (let client = 0; client < n; client++) {
    const here = placeLocation[client]!;
    for (let other = 0; other < n; other++) {
      const there = placeLocation[other]!;
      away[other] = matrix[here * L + there]! + matrix[there * L + here]!;
    }
    away[client] = -1;
    const sorted = order.slice().sort((a, b) => away[a]! - away[b]! || a - b);
    list.set(sorted.subarray(1, width + 1), client * width);
  }
  return { width, list };
}
