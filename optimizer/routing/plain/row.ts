/** A tour as a list: its vehicle type and its nodes in order. */
import type { Tours } from "./tours.ts";

export interface Row {
  readonly type: number;
  readonly nodes: readonly number[];
}

/** Drives a row with a vehicle that must be free. */
export function putRow(tours: Tours, { type, nodes }: Row): void {
  const tour = tours.free[tours.freeCount - 1]!;
  tours.mark();
  tours.retype(tour, type);
  let before = tours.problem.types.depot[type]!;
  for (const node of nodes) {
    tours.insert(node, before, tour);
    before = node;
  }
}
