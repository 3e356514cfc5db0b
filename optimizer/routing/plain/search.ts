/**
 * Simulated annealing over three kinds of change: ruin and recreate (SISR, Christiaens & Vanden Berghe 2020,
 * doi:10.1287/trsc.2019.0914), exchange of tails, and a tour moved to another depot. Every change costs what it touches,
 * not what the problem holds; docs/decisions/0010 has the measurements behind the settings.
 */
import type { Budget } from "../budget.ts";
import { Random } from "../random.ts";
import { Best } from "./best.ts";
import { Elite } from "./elite.ts";
import { Exchange } from "./exchange.ts";
import type { Plain } from "./instance.ts";
import { MixedRecreate } from "./mixedRecreate.ts";
import { nearestNodes, type NodeNeighbours } from "./neighbours.ts";
import { phaseAt, type Phase, type PhaseSettings } from "./phases.ts";
import { Recreate } from "./recreate.ts";
import { Redepot } from "./redepot.ts";
import { Retyper } from "./retype.ts";
import type { Row } from "./row.ts";
import { Ruin, type RuinSettings } from "./ruin.ts";
import { startWithSavings } from "./start.ts";
import { ARC_AFTER, NEXT, Tours } from "./tours.ts";

export interface PlainSettings extends RuinSettings, PhaseSettings {
  readonly blink: number;
  /** Neighbours a ruin walks along, and beside how many of them a node may be inserted. */
  readonly ruinNeighbours: number;
  readonly insertionNeighbours: number;
  /** Attempts at an exchange of tails before each ruin, among so many neighbours. */
  readonly exchanges: number;
  readonly exchangeNeighbours: number;
  /** Chance that a ruined tour takes a vehicle type at random. */
  readonly anyType: number;
  /** Chance of an attempt to move a tour to another depot. */
  readonly redepot: number;
  /** Plans from which tours are drawn. */
  readonly elite: number;
}

export const SETTINGS: PlainSettings = {
  meanRemoved: 10,
  longestString: 10,
  splitChance: 0.5,
  splitGrowth: 0.99,
  blink: 0.01,
  ruinNeighbours: 100,
  insertionNeighbours: 25,
  exchanges: 6,
  exchangeNeighbours: 12,
  anyType: 0.1,
  redepot: 0.2,
  elite: 8,
  manyIterations: 6000,
  starts: 6,
  startShare: 0.4,
  tries: 6,
  hot: 1,
  warm: 0.5,
  cold: 0.05,
};

/** Iterations between two looks at the clock. */
const STEP = 256;
/** On the machine that docs/decisions/0010 names; only tells what a budget in seconds is worth. */
const ITERATIONS_PER_SECOND = 100_000;

export interface PlainResult {
  /** Vehicle type and clients (0-based) of each tour. */
  readonly tours: readonly { type: number; clients: number[] }[];
  readonly iterations: number;
}

/** Deterministic in (problem, seed, iterations). Clients that no vehicle has room for are left out of the tours. */
export function searchPlain(problem: Plain, seed: number, budget: Budget, settings = SETTINGS): PlainResult {
  const search = new Search(problem, seed, settings);
  const perClient = budget.expected(ITERATIONS_PER_SECOND) / (problem.nodes - problem.depots);
  let iterations = 0;
  const report = (): void =>
    budget.report(iterations, Math.round((search.leastCost() + problem.constant) / problem.scale));
  report();
  for (let share = budget.share(0); share < 1; share = budget.share(iterations)) {
    const stop = budget.until(iterations, STEP);
    search.turnTo(phaseAt(settings, share, perClient));
    for (; iterations < stop; iterations++) search.step();
    report();
  }
  const clientOf = (node: number): number => problem.clients[node - problem.depots]!;
  const tours = search.bestRows().map(({ type, nodes }) => ({ type, clients: nodes.map(clientOf) }));
  return { tours, iterations };
}

class Search {
  /** Of this phase. */
  private readonly best: Best;
  /** Of those before. */
  private readonly elite: Elite;
  private readonly neighbours: NodeNeighbours;
  private readonly settings: PlainSettings;
  private readonly random: Random;
  private readonly tours: Tours;
  private readonly ruin: Ruin;
  private readonly recreate: Recreate;
  private readonly exchange: Exchange;
  private readonly redepot: Redepot | null;
  private readonly retyper: Retyper | null;
  private readonly penalty: number;
  private readonly meanArc: number;
  private phase = 0;
  private temperature = 0;
  /** Cost of the tours and of those left out, as last accepted. */
  private current = 0;

  constructor(problem: Plain, seed: number, settings: PlainSettings) {
    const random = new Random(seed);
    const tours = new Tours(problem);
    const neighbours = nearestNodes(problem.arcs, problem.depots, settings.ruinNeighbours);
    const { insertionNeighbours, exchangeNeighbours, blink } = settings;
    this.neighbours = neighbours;
    this.settings = settings;
    this.random = random;
    this.tours = tours;
    this.ruin = new Ruin(tours, neighbours, settings, random);
    this.recreate = problem.mixed
      ? new MixedRecreate(tours, neighbours, insertionNeighbours, random, blink)
      : new Recreate(tours, neighbours, insertionNeighbours, random, blink);
    this.exchange = new Exchange(tours, neighbours, exchangeNeighbours, random);
    this.redepot = problem.depots > 1 ? new Redepot(tours, random) : null;
    this.retyper = problem.mixed ? new Retyper(tours, random) : null;
    this.penalty = absencePenalty(problem);
    this.elite = new Elite(settings.elite);
    this.startAfresh();
    this.best = new Best(tours);
    this.best.keep(tours, this.current);
    this.meanArc = meanInnerArc(tours);
  }

  leastCost(): number {
    return Math.min(this.best.cost, this.elite.best?.cost ?? Number.POSITIVE_INFINITY);
  }

  bestRows(): readonly Row[] {
    const before = this.elite.best;
    return before !== undefined && before.cost < this.best.cost ? before.rows : this.best.rows();
  }

  turnTo({ number, recombined, temperature }: Phase): void {
    this.temperature = temperature * this.meanArc;
    if (number === this.phase) return;
    this.phase = number;
    if (this.best.cost < Number.POSITIVE_INFINITY) this.elite.add({ rows: this.best.rows(), cost: this.best.cost });
    if (recombined) this.recombine();
    else this.startAfresh();
    this.best.forget();
  }

  private startAfresh(): void {
    const { tours } = this;
    const start = (mostLoad: number): void => {
      tours.clear();
      startWithSavings(tours, this.neighbours, mostLoad);
      tours.mark();
      this.recreate.run(Number.POSITIVE_INFINITY);
    };
    startBest(tours.problem, start, () => this.price());
    this.current = this.price();
  }

  private recombine(): void {
    this.elite.recombine(this.tours, this.random);
    this.tours.mark();
    this.recreate.run(Number.POSITIVE_INFINITY);
    this.current = this.price();
  }

  step(): void {
    const { tours, settings, random, redepot } = this;
    tours.mark();
    for (let k = 0; k < settings.exchanges; k++) if (this.exchange.attempt(this.toursLimit())) this.accept();
    if (redepot !== null && random.fraction() < settings.redepot && redepot.attempt(this.toursLimit())) this.accept();
    this.ruin.run();
    this.retyper?.run(settings.anyType);
    const limit = this.limit();
    if (this.recreate.run(limit)) {
      this.retyper?.run(0);
      if (this.price() < limit) {
        this.accept();
        return;
      }
    }
    tours.revert();
  }

  /** What a change may cost, drawn anew for each. */
  private limit(): number {
    return this.current - this.temperature * Math.log(1 - this.random.fraction());
  }

  /** The same for changes that leave the absent alone. */
  private toursLimit(): number {
    return this.limit() - this.penalty * this.tours.absentCount;
  }

  private price(): number {
    return this.tours.cost + this.penalty * this.tours.absentCount;
  }

  private accept(): void {
    const { tours, best } = this;
    this.current = this.price();
    best.noteAll(tours);
    if (this.current < best.cost) best.keep(tours, this.current);
    tours.mark();
  }
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
