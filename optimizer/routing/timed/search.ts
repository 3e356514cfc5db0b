/** Ruin and recreate under simulated annealing for tours with time windows. */
import { coolingFor, temperatureAt } from "../annealing.ts";
import type { Budget } from "../budget.ts";
import { Random } from "../random.ts";
import type { Timed } from "./instance.ts";
import { nearestInSpace, predecessors, successors } from "./neighbours.ts";
import { Recreate } from "./recreate.ts";
import { Ruin, type RuinSettings } from "./ruin.ts";
import type { VehicleDay } from "./solution.ts";
import { Best } from "./best.ts";
import { RecreateTrips } from "./recreateTrips.ts";
import { Tours } from "./tours.ts";
import { Trips } from "./trips.ts";

export interface Settings extends RuinSettings {
  readonly blink: number;
  /** Neighbours a ruin walks along, and behind and before how many of them a node may be inserted. */
  readonly ruinNeighbours: number;
  readonly insertionNeighbours: number;
  /** How much of an unavoidable wait counts as way when neighbours are ranked. */
  readonly waitShare: number;
  /** First and last temperature as shares of the mean cost per client. */
  readonly hot: number;
  readonly cold: number;
}

export const SETTINGS: Settings = {
  meanRemoved: 10,
  longestString: 10,
  splitChance: 0.5,
  splitGrowth: 0.99,
  blink: 0.01,
  ruinNeighbours: 150,
  insertionNeighbours: 50,
  waitShare: 0.2,
  hot: 0.3,
  cold: 0.01,
};

/** Iterations between two looks at the clock. */
const STEP = 256;

export interface TimedResult {
  /** A vehicle with work each: its trips, as client indices (node - 1). */
  readonly days: VehicleDay[];
  readonly iterations: number;
}

/** Deterministic in (problem, seed, iterations). */
export function searchTimed(problem: Timed, seed: number, budget: Budget, settings = SETTINGS): TimedResult {
  const random = new Random(seed);
  const tours = problem.trips ? new Trips(problem) : new Tours(problem);
  const near = nearestInSpace(problem, settings.ruinNeighbours);
  const ruin = new Ruin(tours, near, settings, random);
  const before = predecessors(problem, settings.insertionNeighbours, settings.waitShare);
  const after = successors(problem, settings.insertionNeighbours, settings.waitShare);
  const recreate =
    tours instanceof Trips
      ? new RecreateTrips(tours, before, after, random, settings.blink)
      : new Recreate(tours, before, after, random, settings.blink);
  for (let node = 1; node < problem.nodes; node++) tours.absent[tours.absentCount++] = node;
  tours.mark();
  recreate.run();
  const cooling = coolingFor(tours.cost / (problem.nodes - 1), settings.hot, settings.cold);
  const price = (): number => tours.cost + tours.absentCount * 2 ** 40;
  const best = new Best(tours, price());
  let current = price();
  let iterations = 0;
  const report = (): void => budget.report(iterations, Math.round(best.cost / problem.scale));
  report();
  for (let share = budget.share(0); share < 1; share = budget.share(iterations)) {
    const temperature = temperatureAt(cooling, share);
    const stop = budget.until(iterations, STEP);
    for (; iterations < stop; iterations++) {
      tours.mark();
      ruin.run();
      recreate.run();
      const cost = price();
      if (cost < current - temperature * Math.log(1 - random.fraction())) {
        current = cost;
        if (current < best.cost) best.keep(cost);
      } else {
        tours.revert();
      }
    }
    report();
  }
  return { days: best.days(), iterations };
}
