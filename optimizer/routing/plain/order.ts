/**
 * Clients in the order of a Hilbert curve over the plane (Hilbert 1891, doi:10.1007/BF01199431): those that are near one
 * another on the ground are so in memory, and most looks at arcs and tours find them in the processor's cache.
 */
import type { Plane } from "../../../domain/routing/problem.ts";

/** Cells of the curve along one side of the square around all points. */
const SIDE = 2 ** 15;

/** @param locations one for each client; @returns indices into them, along the curve; as they are without a plane */
export function clientOrder(plane: Plane | undefined, locations: readonly number[]): Int32Array {
  const order = Int32Array.from(locations, (_, i) => i);
  if (plane === undefined || locations.length === 0) return order;
  const x = locations.map((location) => plane.x[location]!);
  const y = locations.map((location) => plane.y[location]!);
  const [left, bottom] = [least(x), least(y)];
  const extent = Math.max(most(x) - left, most(y) - bottom, 1e-9);
  const cell = (value: number): number => Math.min(SIDE - 1, Math.floor((value / extent) * SIDE));
  const at = Float64Array.from(order, (i) => alongCurve(cell(x[i]! - left), cell(y[i]! - bottom)));
  return order.sort((a, b) => at[a]! - at[b]! || a - b);
}

const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b));
const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b));

/** How far along the curve a cell lies, 0 to `SIDE`² - 1. */
function alongCurve(x: number, y: number): number {
  let distance = 0;
  for (let half = SIDE / 2; half >= 1; half /= 2) {
    const right = (x & half) > 0 ? 1 : 0;
    const upper = (y & half) > 0 ? 1 : 0;
    distance += half * half * ((3 * right) ^ upper);
    if (upper === 1) continue;
    if (right === 1) {
      x = SIDE - 1 - x;
      y = SIDE - 1 - y;
    }
    [x, y] = [y, x];
  }
  return distance;
}
