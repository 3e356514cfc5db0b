/** Ruin and recreate under simulated annealing for tours with time windows. */
import { type Cooling, coolingFor, temperatureAt } from "../annealing.ts";
import type { Budget } from "../budget.ts";
import { Random } from "../random.ts";
import type { Timed } from "./instance.ts";
import { meanWay, nearestInSpace, predecessors, successors } from "./neighbours.ts";
import { Recreate, type RecreateSettings } from "./recreate.ts";
import { Ruin, type RuinSettings } from "./ruin.ts";
import type { VehicleDay } from "./solution.ts";
import { Best } from "./best.ts";
import { savingsTours } from "./savings.ts";
import { Tails } from "./tails.ts";
import { RecreateTrips } from "./recreateTrips.ts";
import { ABSENT, ABSENT_PRICE, Tours } from "./tours.ts";
import { Trips } from "./trips.ts";

export interface Settings extends RuinSettings, RecreateSettings {
  /** Neighbours a ruin walks along, and behind and before how many of them a node may be inserted. */
  readonly ruinNeighbours: number;
  readonly insertionNeighbours: number;
  /** How much of an unavoidable wait counts as way when neighbours are ranked. */
  readonly waitShare: number;
  /**
   * First and last temperature as shares of the mean way to the tenth neighbour, which tells how densely nodes lie
   * whatever the length of tours and the way to the depot.
   */
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
  insertionNeighbours: 30,
  longestWalked: 40,
  waitShare: 0.2,
  hot: 0.7,
  cold: 0.012,
  exchanges: 60,
  tailNeighbours: 40,
};

/** Where trips begin and end is settled while it is hot; beside more neighbours (measured in docs/decisions/0011). */
export const TRIP_SETTINGS: Settings = { ...SETTINGS, insertionNeighbours: 50, hot: 2, cold: 0.01, exchanges: 0 };

/** Iterations between two looks at the clock. */
const STEP = 256;

export interface TimedResult {
  /** A vehicle with work each: its trips, as client indices (node - 1). */
  readonly days: VehicleDay[];
  readonly iterations: number;
}

/** Deterministic in (problem, seed, iterations). */
export function searchTimed(problem: Timed, seed: number, budget: Budget, given?: Settings): TimedResult {
  const search = new Search(problem, seed, given ?? (problem.trips ? TRIP_SETTINGS : SETTINGS));
  let iterations = 0;
  const report = (): void => budget.report(iterations, centsOf(problem, search.best.cost));
  report();
  for (let share = budget.share(0); share < 1; share = budget.share(iterations)) {
    const stop = budget.until(iterations, STEP);
    search.cool(share);
    for (; iterations < stop; iterations++) search.step();
    report();
  }
  return { days: search.best.days(), iterations };
}

function centsOf(problem: Timed, price: number): number {
  const absent = Math.floor(price / ABSENT_PRICE);
  return Math.round((price - absent * ABSENT_PRICE) / problem.scale) + absent * problem.absentCents;
}

class Search {
  readonly best: Best;
  private readonly random: Random;
  private readonly tours: Tours;
  private readonly ruin: Ruin;
  private readonly recreate: Recreate | RecreateTrips;
  private readonly tails: Tails;
  private readonly exchanges: number;
  private readonly cooling: Cooling;
  private temperature = 0;
  /** Price of the tours as last accepted. */
  private current: number;

  constructor(problem: Timed, seed: number, settings: Settings) {
    const random = new Random(seed);
    const tours = problem.trips ? new Trips(problem) : new Tours(problem);
    const near = nearestInSpace(problem, settings.ruinNeighbours);
    const before = predecessors(problem, settings.insertionNeighbours, settings.waitShare);
    const after = successors(problem, settings.insertionNeighbours, settings.waitShare);
    this.random = random;
    this.tours = tours;
    this.ruin = new Ruin(tours, near, settings, random);
    this.recreate =
      tours instanceof Trips
        ? new RecreateTrips(tours, before, after, random, settings.blink)
        : new Recreate(tours, before, after, random, settings);
    this.tails = new Tails(tours, after, settings.tailNeighbours, random);
    this.exchanges = settings.exchanges;
    this.start(problem.trips ? [] : savingsTours(problem, after));
    this.current = this.price();
    this.best = new Best(tours, this.current);
    this.cooling = coolingFor(meanWay(problem, near, 10), settings.hot, settings.cold);
  }

  /** The better of inserting everyone one by one and of the rows given. */
  private start(rows: readonly (readonly number[])[]): void {
    const { tours } = this;
    insertRows(tours, []);
    tours.mark();
    this.recreate.run(Number.POSITIVE_INFINITY);
    if (rows.length === 0 || this.price() < priceOf(tours.problem, rows)) return;
    tours.revert();
    insertRows(tours, rows);
    tours.mark();
    this.recreate.run(Number.POSITIVE_INFINITY);
  }

  /** @param share of the budget used, 0 to 1 */
  cool(share: number): void {
    this.temperature = temperatureAt(this.cooling, share);
  }

  step(): void {
    const { tours, temperature, random } = this;
    if (this.exchanges > 0) {
      this.tails.run(this.exchanges, temperature);
      this.accept();
    }
    tours.mark();
    this.ruin.run();
    if (this.recreate.run(this.current - temperature * Math.log(1 - random.fraction()))) this.accept();
    else tours.revert();
  }

  private accept(): void {
    this.current = this.price();
    if (this.current < this.best.cost) this.best.keep(this.current);
  }

  private price(): number {
    return this.tours.cost + this.tours.absentCount * ABSENT_PRICE;
  }
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

function priceOf({ cost, nodes }: Timed, rows: readonly (readonly number[])[]): number {
  let sum = 0;
  for (const row of rows) row.forEach((node, i) => (sum += cost[(i === 0 ? 0 : row[i - 1]!) * nodes + node]!));
  return rows.reduce((all, row) => all + cost[row.at(-1)! * nodes]!, sum);
}
