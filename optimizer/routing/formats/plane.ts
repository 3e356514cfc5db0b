/** Euclidean distances between points of a plane. */

/** `nearest`: to whole units, halves up (TSPLIB's EUC_2D); `none`: as real numbers. */
export type Rounding = "nearest" | "none";

/** Row-major `from * points + to`. */
export function euclid(x: Float64Array, y: Float64Array, rounding: Rounding): Float64Array {
  const points = x.length;
  const distance = new Float64Array(points * points);
  for (let i = 0; i < points; i++) {
    for (let j = 0; j < i; j++) {
      const dx = x[i]! - x[j]!;
      const dy = y[i]! - y[j]!;
      const exact = Math.sqrt(dx * dx + dy * dy);
      const value = rounding === "none" ? exact : Math.floor(exact + 0.5);
      distance[i * points + j] = value;
      distance[j * points + i] = value;
    }
  }
  return distance;
}
