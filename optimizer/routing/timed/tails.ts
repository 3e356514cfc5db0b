/**
 * Exchange of the tails of two tours (2-opt*, Potvin & Rousseau 1995, doi:10.1057/jors.1995.204), drawn at random and
 * judged by the annealing: what a ruin of a dozen nodes cannot reach where tours are long. It also joins two tours and
 * cuts one in two. Price and windows of a move are a few additions; loads are added up only where those agree.
 */
import type { Random } from "../random.ts";
import type { NodeList } from "./neighbours.ts";
import { ABSENT, type Tours } from "./tours.ts";

export class Tails {
  private readonly tours: Tours;
  private readonly after: NodeList;
  private readonly width: number;
  private readonly random: Random;

  constructor(tours: Tours, after: NodeList, width: number, random: Random) {
    this.tours = tours;
    this.after = after;
    this.width = Math.min(width, after.width);
    this.random = random;
  }

  /** Tries `count` exchanges; each may make the tours dearer by a draw at the temperature. */
  run(count: number, temperature: number): void {
    const { random, tours, after, width } = this;
    if (width === 0) return;
    for (let i = 0; i < count; i++) {
      const node = 1 + random.below(tours.problem.nodes - 1);
      const other = after.list[node * after.width + random.below(width)]!;
      if (other < 0 || tours.tourOf[node] === ABSENT || tours.tourOf[other] === ABSENT) continue;
      this.tryExchange(node, other, temperature);
    }
  }

  /** `to` and what follows it comes behind `from`; what followed `from` comes behind the predecessor of `to`. */
  private tryExchange(from: number, to: number, temperature: number): void {
    const { tours, random } = this;
    const { next, previous, tourOf, departure, latest } = tours;
    const { time, nodes } = tours.problem;
    if (tourOf[from] === tourOf[to]) return;
    const behind = next[from]!;
    const front = previous[to]!;
    const delta = tours.exchangePrice(from, to);
    if (delta > 0 && delta >= -temperature * Math.log(1 - random.fraction())) return;
    if (departure[from]! + time[from * nodes + to]! > latest[to]!) return;
    if (departure[front]! + time[front * nodes + behind]! > latest[behind]!) return;
    if (this.fits(from, to)) tours.exchangeTails(from, to);
  }

  private fits(from: number, to: number): boolean {
    const { tours } = this;
    const { capacity, demand } = tours.problem;
    const all = tours.load[tours.tourOf[from]!]! + tours.load[tours.tourOf[to]!]!;
    let load = 0;
    for (let node = from; node !== 0; node = tours.previous[node]!) load += demand[node]!;
    for (let node = to; node !== 0; node = tours.next[node]!) load += demand[node]!;
    return load <= capacity && all - load <= capacity;
  }
}
