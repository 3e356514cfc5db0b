/** Ruin and recreate under simulated annealing for the plain capacitated problem. */
import { coolingFor, temperatureAt } from "../annealing.ts";
import type { Budget } from "../budget.ts";
import { Random } from "../random.ts";
import type { Cvrp } from "./instance.ts";
import { Recreate } from "./recreate.ts";
import { type NodeNeighbours, Ruin, type RuinSettings } from "./ruin.ts";
import { Tours } from "./tours.ts";

const SETTINGS: RuinSettings = { meanRemoved: 10, longestString: 10, splitChance: 0.5, splitGrowth: 0.99 };
const BLINK = 0.01;
/** Neighbours a ruin walks along, and beside how many of them a node may be inserted. */
const RUIN_NEIGHBOURS = 150;
const INSERTION_NEIGHBOURS = 100;
const HOT = 0.3;
const COLD = 0.01;
/** Iterations between two looks at the clock. */
const STEP = 256;

export interface CvrpResult {
  /** Rows of client indices (node - 1), empty when the fleet had no room for everyone. */
  readonly tours: Int32Array[];
  readonly iterations: number;
}

/** Deterministic in (problem, seed, iterations). */
export function searchCvrp(problem: Cvrp, seed: number, budget: Budget): CvrpResult {
  const random = new Random(seed);
  const tours = new Tours(problem);
  const neighbours = nearestNodes(problem, RUIN_NEIGHBOURS);
  const ruin = new Ruin(tours, neighbours, SETTINGS, random);
  const recreate = new Recreate(tours, neighbours, INSERTION_NEIGHBOURS, random, BLINK);
  for (let node = 1; node < problem.nodes; node++) tours.absent[tours.absentCount++] = node;
  tours.mark();
  if (!recreate.run()) return { tours: [], iterations: 0 };
  const cooling = coolingFor(tours.cost / (problem.nodes - 1), HOT, COLD);
  const best = new Best(tours);
  let current = tours.cost;
  let iterations = 0;
  const report = (): void => budget.report(iterations, Math.round((best.cost + problem.constant) / problem.scale));
  report();
  for (let share = budget.share(0); share < 1; share = budget.share(iterations)) {
    const temperature = temperatureAt(cooling, share);
    const stop = budget.until(iterations, STEP);
    for (; iterations < stop; iterations++) {
      tours.mark();
      ruin.run();
      if (recreate.run() && tours.cost < current - temperature * Math.log(1 - random.fraction())) {
        current = tours.cost;
        if (current < best.cost) best.keep(tours);
      } else {
        tours.revert();
      }
    }
    report();
  }
  return { tours: best.rows(), iterations };
}

/** The best tours so far: two copies of typed arrays an improvement. */
class Best {
  cost: number;
  private readonly next: Int32Array;
  private readonly first: Int32Array;
  private readonly size: Int32Array;

  constructor(tours: Tours) {
    this.next = tours.next.slice();
    this.first = tours.first.slice();
    this.size = tours.size.slice();
    this.cost = tours.cost;
  }

  keep(tours: Tours): void {
    this.next.set(tours.next);
    this.first.set(tours.first);
    this.size.set(tours.size);
    this.cost = tours.cost;
  }

  rows(): Int32Array[] {
    const rows: Int32Array[] = [];
    this.size.forEach((size, tour) => {
      if (size === 0) return;
      const row = new Int32Array(size);
      for (let i = 0, node = this.first[tour]!; i < size; i++, node = this.next[node]!) row[i] = node - 1;
      rows.push(row);
    });
    return rows;
  }
}

function nearestNodes(problem: Cvrp, most: number): NodeNeighbours {
  const { nodes, cost, costInto } = problem;
  const width = Math.max(0, Math.min(nodes - 2, most));
  const list = new Int32Array(nodes * width);
  const order = Int32Array.from({ length: nodes - 1 }, (_, i) => i + 1);
  for (let node = 1; node < nodes; node++) {
    const row = node * nodes;
    const away = (other: number): number => (other === node ? -1 : cost[row + other]! + costInto[row + other]!);
    const sorted = order.slice().sort((a, b) => away(a) - away(b) || a - b);
    list.set(sorted.subarray(1, width + 1), node * width);
  }
  return { width, list };
}
