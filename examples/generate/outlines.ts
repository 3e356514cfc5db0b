/** Outlines of the municipalities of a region, coarser where the region is large. */
import { OUTLINES, type Outlines } from "./data.ts";

type Position = readonly number[];

/** @param step grid in degrees onto which coordinates are drawn; neighbours that fall together become one */
export function outlinesOf(agsList: readonly string[], step: number): Outlines {
  const features = OUTLINES.features
    .filter(({ id }) => agsList.includes(id))
    .sort((a, b) => a.id.localeCompare(b.id, "en"))
    .map((feature) => ({
      ...feature,
      geometry: { ...feature.geometry, coordinates: coarse(feature.geometry.coordinates, step) },
    }));
  return { attribution: `${OUTLINES.attribution}; grid ${step} degrees`, features };
}

function coarse(part: unknown, step: number): unknown {
  const list = part as readonly unknown[];
  if (isRing(list)) return coarseRing(list, step);
  return list.map((inner) => coarse(inner, step)).filter((inner) => (inner as unknown[]).length > 0);
}

function isRing(list: readonly unknown[]): list is readonly Position[] {
  return Array.isArray(list[0]) && typeof (list[0] as unknown[])[0] === "number";
}

/** Empty when fewer than three places are left: an islet below the grid. */
function coarseRing(ring: readonly Position[], step: number): Position[] {
  const digits = Math.round(-Math.log10(step));
  const drawn = ring.map((position) => position.map((degree) => Number(degree.toFixed(digits))));
  const kept = drawn.filter((at, i) => i === 0 || at.some((degree, axis) => degree !== drawn[i - 1]![axis]));
  return kept.length < 4 ? [] : kept;
}
