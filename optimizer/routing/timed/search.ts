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
import { savingsTours } from "./savings.ts";
import { Tails } from "./tails.ts";
import { RecreateTrips } from "./recreateTrips.ts";
import { ABSENT, ABSENT_PRICE, Tours } from "./tours.ts";
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
  /** Exchanges of tails tried in every iteration, each with one of so many nearest successors. */
  readonly exchanges: number;
  readonly tailNeighbours: number;
}

export const SETTINGS: Settings = {
  meanRemoved: 15,
  longestString: 10,
  splitChance: 0.5,
  splitGrowth: 0.99,
  blink: 0.01,
  ruinNeighbours: 150,
  insertionNeighbours: 50,
  waitShare: 0.2,
  hot: 0.3,
  cold: 0.01,
  exchanges: 30,
  tailNeighbours: 40,
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
  const tails = new Tails(tours, after, settings.tailNeighbours, random);
  const exchanges = tours instanceof Trips ? 0 : settings.exchanges;
  for (let node = 1; node < problem.nodes; node++) tours.absent[tours.absentCount++] = node;
  if (!(tours instanceof Trips)) insertRows(tours, savingsTours(problem, after));
  tours.mark();
  recreate.run(Number.POSITIVE_INFINITY);
  const cooling = coolingFor(tours.cost / (problem.nodes - 1), settings.hot, settings.cold);
  const price = (): number => tours.cost + tours.absentCount * ABSENT_PRICE;
  const best = new Best(tours, price());
  let current = price();
  let iterations = 0;
  const report = (): void => budget.report(iterations, Math.round(best.cost / problem.scale));
  report();
  for (let share = budget.share(0); share < 1; share = budget.share(iterations)) {
    const temperature = temperatureAt(cooling, share);
    const stop = budget.until(iterations, STEP);
    for (; iterations < stop; iterations++) {
      if (exchanges > 0) {
        tails.run(exchanges, temperature);
        current = price();
        if (current < best.cost) best.keep(current);
      }
      tours.mark();
      ruin.run();
      if (recreate.run(current - temperature * Math.log(1 - random.fraction()))) {
        current = price();
        if (current < best.cost) best.keep(current);
      } else {
        tours.revert();
      }
    }
    report();
  }
  return { days: best.days(), iterations };
}

/** As many rows as there are tours; what is left over stays absent. */
function insertRows(tours: Tours, rows: readonly (readonly number[])[]): void {
  for (const row of rows.slice(0, tours.freeCount)) {
    const tour = tours.free[tours.freeCount - 1]!;
    row.forEach((node, i) => tours.insert(node, i === 0 ? 0 : row[i - 1]!, tour));
  }
  tours.absentCount = 0;
  for (let node = 1; node < tours.problem.nodes; node++)
    if (tours.tourOf[node] === ABSENT) tours.absent[tours.absentCount++] = node;
}
