/** Ruin and recreate under simulated annealing (SISR) for the plain problem. */
import { coolingFor, temperatureAt } from "../annealing.ts";
import type { Budget } from "../budget.ts";
import { Random } from "../random.ts";
import { Best } from "./best.ts";
import { Exchange } from "./exchange.ts";
import type { Plain } from "./instance.ts";
import { nearestNodes } from "./neighbours.ts";
import { MixedRecreate } from "./mixedRecreate.ts";
import { Recreate } from "./recreate.ts";
import { Retyper } from "./retype.ts";
import { Ruin, type RuinSettings } from "./ruin.ts";
import { startWithSavings } from "./start.ts";
import { ARC_AFTER, NEXT, Tours } from "./tours.ts";

export interface PlainSettings extends RuinSettings {
  readonly blink: number;
  /** Neighbours a ruin walks along, and beside how many of them a node may be inserted. */
  readonly ruinNeighbours: number;
  readonly insertionNeighbours: number;
  /** Temperatures at the beginning and the end, as shares of the mean arc between clients. */
  readonly hot: number;
  readonly cold: number;
  readonly retypeAfterRuin: boolean;
  readonly anyType: number;
  readonly exchanges: number;
  readonly exchangeNeighbours: number;
  readonly abort: boolean;
}

export const SETTINGS: PlainSettings = {
  meanRemoved: 10,
  longestString: 10,
  splitChance: 0.5,
  splitGrowth: 0.99,
  blink: 0.01,
  ruinNeighbours: 100,
  insertionNeighbours: 40,
  hot: 2,
  cold: 0.03,
  retypeAfterRuin: true,
  anyType: 0.1,
  exchanges: 3,
  exchangeNeighbours: 12,
  abort: true,
};

/** Iterations between two looks at the clock. */
const STEP = 256;

export interface PlainResult {
  /** Vehicle type and clients (0-based) of each tour. */
  readonly tours: readonly { type: number; clients: number[] }[];
  readonly iterations: number;
}

/** Deterministic in (problem, seed, iterations). Clients that no vehicle has room for are left out of the tours. */
export function searchPlain(problem: Plain, seed: number, budget: Budget, settings = SETTINGS): PlainResult {
  const random = new Random(seed);
  const tours = new Tours(problem);
  const neighbours = nearestNodes(problem.arcs, problem.depots, settings.ruinNeighbours);
  const ruin = new Ruin(tours, neighbours, settings, random);
  const recreate = new (problem.mixed ? MixedRecreate : Recreate)(
    tours,
    neighbours,
    settings.insertionNeighbours,
    random,
    settings.blink,
  );
  const exchange = new Exchange(tours, neighbours, settings.exchangeNeighbours, random);
  const retyper = problem.mixed ? new Retyper(tours, random) : null;
  const penalty = absencePenalty(problem);
  const price = (): number => tours.cost + penalty * tours.absentCount;
  const start = (mostLoad: number): void => {
    tours.clear();
    startWithSavings(tours, neighbours, mostLoad);
    tours.mark();
    recreate.run(Number.POSITIVE_INFINITY);
  };
  startBest(problem, start, price);
  const best = new Best(tours);
  best.keep(tours, price());
  const cooling = coolingFor(meanInnerArc(tours), settings.hot, settings.cold);
  let current = best.cost;
  let iterations = 0;
  const report = (): void => budget.report(iterations, Math.round((best.cost + problem.constant) / problem.scale));
  report();
  for (let share = budget.share(0); share < 1; share = budget.share(iterations)) {
    const temperature = temperatureAt(cooling, share);
    const stop = budget.until(iterations, STEP);
    for (; iterations < stop; iterations++) {
      tours.mark();
      for (let k = 0; k < settings.exchanges; k++) {
        if (!exchange.attempt(current - temperature * Math.log(1 - random.fraction()) - penalty * tours.absentCount))
          continue;
        current = price();
        best.noteAll(tours);
        if (current < best.cost) best.keep(tours, current);
        tours.mark();
      }
      ruin.run();
      if (retyper !== null && settings.retypeAfterRuin) retyper.run(settings.anyType);
      const limit = current - temperature * Math.log(1 - random.fraction());
      const done = recreate.run(settings.abort || !problem.mixed ? limit : Number.POSITIVE_INFINITY);
      if (done) retyper?.run(0);
      const cost = done ? price() : limit;
      if (cost < limit) {
        current = cost;
        best.noteAll(tours);
        if (current < best.cost) best.keep(tours, current);
      } else tours.revert();
    }
    report();
  }
  return {
    tours: best.rows().map(({ type, nodes }) => ({ type, clients: nodes.map((n) => n - problem.depots) })),
    iterations,
  };
}

/** Where vehicle types differ, the loads of the savings start are cut at each capacity in turn; the cheapest one stays. */
function startBest({ types, mixed }: Plain, start: (mostLoad: number) => void, price: () => number): void {
  const loads = mixed ? [...new Set(types.capacity)].sort((a, b) => b - a) : [Number.POSITIVE_INFINITY];
  let chosen = loads[0]!;
  let least = Number.POSITIVE_INFINITY;
  for (const load of loads) {
    start(load);
    if (price() >= least) continue;
    chosen = load;
    least = price();
  }
  if (loads.length > 1) start(chosen);
}

/** More than any client can cost on a tour. */
function absencePenalty({ arcs, depots, nodes, types }: Plain): number {
  let farthest = 1;
  for (let node = depots; node < nodes; node++)
    for (let d = 0; d < depots; d++) farthest = Math.max(farthest, arcs.of(d, node) + arcs.of(node, d));
  return 2 * farthest * Math.max(...types.rate) + Math.max(...types.fixed);
}

function meanInnerArc(tours: Tours): number {
  const { depots, nodes } = tours.problem;
  let sum = 0;
  let count = 0;
  for (let node = depots; node < nodes; node++) {
    const own = node << 2;
    if (tours.at[own] === tours.absentTour || tours.at[own + NEXT]! < depots) continue;
    sum += tours.at[own + ARC_AFTER]!;
    count++;
  }
  return count === 0 ? 1 : sum / count;
}
