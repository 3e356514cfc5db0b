/** How much dearer than κ says each point's haulage was in the tours of a weekly plan. */
import type { HaulageLoop } from "../../../domain/plan/plan.ts";
import type { Region } from "../../../domain/region/tables.ts";

/** A point's own loads count for as much as this part of a mean point's: a few loads say little. */
const PRIOR = 0.5;

/** By point: its tours over the list, drawn towards the mean of all; the mean where it had no load. */
export function pointFactors({ collectionPoints }: Region, { points }: HaulageLoop): Map<string, number> {
  const sum = (amounts: readonly number[]) => amounts.reduce((a, b) => a + b, 0);
  const listed = sum(points.map((p) => p.listCents));
  if (listed <= 0) return new Map();
  const mean = sum(points.map((p) => p.routedCents)) / listed;
  const prior = (PRIOR * listed) / points.length;
  return new Map(
    collectionPoints.map(({ id }) => {
      const { routedCents, listCents } = points.find((p) => p.pointId === id) ?? { routedCents: 0, listCents: 0 };
      return [id, Math.round((1000 * (routedCents + mean * prior)) / (listCents + prior)) / 1000];
    }),
  );
}
