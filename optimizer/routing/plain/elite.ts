/**
 * The best plans of the phases so far. A new one begins with tours drawn from all of them (adaptive memory, Rochat &
 * Taillard 1995, doi:10.1007/BF02430370).
 */
import type { Random } from "../random.ts";
import { putRow, type Row } from "./row.ts";
import type { Tours } from "./tours.ts";

interface Found {
  readonly rows: readonly Row[];
  readonly cost: number;
}

export class Elite {
  private readonly most: number;
  /** Cheapest first, each cost once. */
  private readonly plans: Found[] = [];

  /** @param most plans that are kept */
  constructor(most: number) {
    this.most = most;
  }

  get best(): Found | undefined {
    return this.plans[0];
  }

  add(found: Found): void {
    if (this.plans.some(({ cost }) => cost === found.cost)) return;
    this.plans.push(found);
    this.plans.sort((a, b) => a.cost - b.cost);
    if (this.plans.length > this.most) this.plans.pop();
  }

  /** Puts tours on the road that share no client, those of better plans more likely; whoever is left over is absent then. */
  recombine(tours: Tours, random: Random): void {
    tours.clear();
    for (const row of this.drawn(random)) if (isFree(tours, row)) putRow(tours, row);
    const { depots, nodes } = tours.problem;
    for (let node = depots; node < nodes; node++)
      if (tours.at[node << 2] === tours.absentTour) tours.absent[tours.absentCount++] = node;
  }

  /** All tours in a random order, weighted by the rank of their plan (Efraimidis & Spirakis 2006, doi:10.1016/j.ipl.2005.11.003). */
  private drawn(random: Random): Row[] {
    const { plans } = this;
    const keyed = plans.flatMap(({ rows }, rank) =>
      rows.map((row) => ({ row, key: -Math.log(1 - random.fraction()) / (plans.length - rank) })),
    );
    return keyed.sort((a, b) => a.key - b.key).map(({ row }) => row);
  }
}

function isFree(tours: Tours, { type, nodes }: Row): boolean {
  if (tours.freeCount === 0 || tours.left[type] === 0) return false;
  return nodes.every((node) => tours.at[node << 2] === tours.absentTour);
}
