/** Moves symbols that would cover each other: a site beside its own plant must not vanish under it. */
import type { Spot } from "./projection.ts";

/** Around the true place, in multiples of the symbol's radius; the nearest free one is taken. */
const STEPS: readonly (readonly [number, number])[] = [
  [0, 0],
  [2.1, 0],
  [-2.1, 0],
  [0, -2.1],
  [0, 2.1],
  [2.1, -2.1],
  [-2.1, -2.1],
  [2.1, 2.1],
  [-2.1, 2.1],
  [4.2, 0],
  [-4.2, 0],
];

/**
 * @param fixed spots that stay where they are and must stay visible
 * @returns the markers in their order; one that finds no free spot keeps its place
 */
export function apart<T extends { readonly at: Spot }>(
  markers: readonly T[],
  fixed: readonly Spot[],
  radius: number,
): T[] {
  const taken = [...fixed];
  return markers.map((marker) => {
    const spots = STEPS.map(([dx, dy]) => ({ x: marker.at.x + dx * radius, y: marker.at.y + dy * radius }));
    const free = (spot: Spot) => taken.every((other) => Math.hypot(other.x - spot.x, other.y - spot.y) > 1.8 * radius);
    const at = spots.find(free) ?? marker.at;
    taken.push(at);
    return { ...marker, at };
  });
}
