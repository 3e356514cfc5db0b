/** Points that are planned in one go, because one of them may be closed and send its arrivals to another. */
import type { YearProblem } from "../../../domain/year/problem.ts";

export interface Cluster {
  /** Positions in the year's points, ascending. */
  readonly points: readonly number[];
  /** Sets of points that are closed together; the first is empty. */
  readonly variants: readonly (readonly number[])[];
}

export function clustersOf(problem: YearProblem): Cluster[] {
  const root = problem.points.map((_, p) => p);
  const find = (p: number): number => (root[p] === p ? p : find(root[p]!));
  problem.points.forEach(({ closing }, p) => {
    if (closing !== null) root[find(p)] = find(closing.receiver);
  });
  const roots = [...new Set(problem.points.map((_, p) => find(p)))].sort((a, b) => a - b);
  return roots.map((top) => {
    const points = problem.points.flatMap((_, p) => (find(p) === top ? [p] : []));
    return { points, variants: subsets(points.filter((p) => problem.points[p]!.closing !== null)) };
  });
}

function subsets(items: readonly number[]): number[][] {
  return items.reduce<number[][]>((sets, item) => [...sets, ...sets.map((set) => [...set, item])], [[]]);
}

/** What a store gets when some points are closed. */
export interface Inflow {
  readonly openingKg: number;
  /** By week. */
  readonly arrivalsKg: readonly number[];
  readonly safetyM3: readonly number[];
}

/** A closed point keeps its opening stock; its arrivals, and the room kept free for their surges, move to the receiver. */
export function inflowOf(problem: YearProblem, store: number, closed: readonly number[]): Inflow {
  const { point, material, openingKg, arrivalsKg, safetyM3 } = problem.stores[store]!;
  if (closed.includes(point)) {
    const none = arrivalsKg.map(() => 0);
    return { openingKg, arrivalsKg: none, safetyM3: none };
  }
  const senders = problem.stores.filter(
    (s) => closed.includes(s.point) && s.material === material && problem.points[s.point]!.closing!.receiver === point,
  );
  const plus = (own: readonly number[], of: (s: YearProblem["stores"][number]) => readonly number[]) =>
    own.map((value, w) => senders.reduce((sum, s) => sum + of(s)[w]!, value));
  return {
    openingKg,
    arrivalsKg: plus(arrivalsKg, (s) => s.arrivalsKg),
    safetyM3: plus(safetyM3, (s) => s.safetyM3),
  };
}
