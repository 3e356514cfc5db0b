/** Gives the tours that an iteration changed the vehicle types that suit them now. */
import type { Random } from "../random.ts";
import { LIMIT_SLACK } from "./recreate.ts";
import type { Tours } from "./tours.ts";

export class Retyper {
  private readonly tours: Tours;
  private readonly random: Random;
  private readonly touched: Int32Array;
  private readonly stamp: Int32Array;
  private round = 0;
  private count = 0;

  constructor(tours: Tours, random: Random) {
    this.tours = tours;
    this.random = random;
    this.touched = new Int32Array(tours.size.length);
    this.stamp = new Int32Array(tours.size.length);
  }

  /** Each changed tour takes the cheapest vehicle left, or one at random in a share `chance` of the calls; then pairs swap. */
  run(chance: number): void {
    this.findTouched();
    const { tours, touched, random } = this;
    for (let i = 0; i < this.count; i++) tours.retype(touched[i]!, this.cheapest(touched[i]!));
    for (let i = 0; i < this.count; i++) {
      for (let j = 0; j < i; j++) this.swapIfCheaper(touched[i]!, touched[j]!);
    }
    if (this.count > 0 && random.fraction() < chance) this.takeAny(touched[random.below(this.count)]!);
  }

  private findTouched(): void {
    const { tours, touched, stamp } = this;
    this.round = (this.round + 1) | 0;
    this.count = 0;
    for (let at = 3; at < tours.logged; at += 4) {
      const tour = tours.log[at]!;
      if (stamp[tour] === this.round || tours.size[tour] === 0) continue;
      stamp[tour] = this.round;
      touched[this.count++] = tour;
    }
  }

  private cost(tour: number, type: number): number {
    const { types } = this.tours.problem;
    return types.fixed[type]! + types.rate[type]! * this.tours.arcs[tour]!;
  }

  private canDrive(tour: number, type: number): boolean {
    const { tours } = this;
    const { types } = tours.problem;
    return (
      types.capacity[type]! >= tours.load[tour]! &&
      types.depot[type] === types.depot[tours.type[tour]!] &&
      tours.span[tour]! <= types.limit[type]! * (1 + LIMIT_SLACK)
    );
  }

  private cheapest(tour: number): number {
    const { tours } = this;
    let best = tours.type[tour]!;
    let least = this.cost(tour, best);
    for (let type = 0; type < tours.left.length; type++) {
      if (tours.left[type] === 0 || !this.canDrive(tour, type)) continue;
      const cost = this.cost(tour, type);
      if (cost >= least) continue;
      best = type;
      least = cost;
    }
    return best;
  }

  private swapIfCheaper(a: number, b: number): void {
    const { tours } = this;
    const [typeA, typeB] = [tours.type[a]!, tours.type[b]!];
    if (typeA === typeB || !this.canDrive(a, typeB) || !this.canDrive(b, typeA)) return;
    if (this.cost(a, typeB) + this.cost(b, typeA) >= this.cost(a, typeA) + this.cost(b, typeB)) return;
    tours.retype(a, typeB);
    tours.retype(b, typeA);
  }

  private takeAny(tour: number): void {
    const type = this.random.below(this.tours.left.length);
    if (this.tours.left[type]! > 0 && this.canDrive(tour, type)) this.tours.retype(tour, type);
  }
}
