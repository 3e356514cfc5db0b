/**
 * Insertion where vehicle types differ: a client that no longer fits may come with a larger vehicle for its whole tour,
 * priced by what fixed cost and rate then change (Penna, Subramanian & Ochi 2013 price fleets the same way).
 */
import { LIMIT_SLACK, LONGEST_WALKED, Recreate } from "./recreate.ts";
import { ARC_AFTER, NEXT, PREVIOUS } from "./tours.ts";

export class MixedRecreate extends Recreate {
  /** Per tour, for the client being placed: what the next larger vehicle costs, which it is, and when that was found. */
  private readonly step: Float64Array = new Float64Array(this.tours.size.length);
  private readonly stepType: Int32Array = new Int32Array(this.tours.size.length);
  private readonly stepFound: Int32Array = new Int32Array(this.tours.size.length);
  private round = 0;

  protected override tryNear(node: number): void {
    const { neighbours, width } = this;
    const from = node * neighbours.width;
    for (let i = from; i < from + width; i++) this.tryBeside(node, neighbours.list[i]!);
  }

  protected override tryAll(node: number): void {
    const { depots, nodes } = this.tours.problem;
    for (let other = depots; other < nodes; other++) this.tryBeside(node, other);
  }

  protected override tryCut(node: number): void {
    const { at, cut, cutCount, first, size, problem } = this.tours;
    this.round = (this.round + 1) | 0;
    for (let i = 0; i < cutCount; i++) {
      const tour = cut[i]!;
      if (size[tour] === 0 || size[tour]! > LONGEST_WALKED) continue;
      for (let k = first[tour]!; k >= problem.depots; k = at[(k << 2) + NEXT]!) this.tryBeside(node, k);
    }
  }

  private tryBeside(node: number, other: number): void {
    const { at, room, absentTour, problem, type: typeOf } = this.tours;
    const { arcs, depots, demand, types } = problem;
    const own = other << 2;
    const tour = at[own]!;
    if (tour === absentTour) return;
    let step = 0;
    let type = typeOf[tour]!;
    if (room[tour]! < demand[node]!) {
      if (this.stepFound[tour] !== this.round) this.findStep(tour, demand[node]!);
      step = this.step[tour]!;
      if (step >= this.best) return;
      type = this.stepType[tour]!;
    }
    const rate = types.rate[type]!;
    const next = at[own + NEXT]!;
    const after = step + rate * (arcs.intoFrom(node, other) + arcs.of(node, next) - at[own + ARC_AFTER]!);
    if (after < this.best && !this.blinks() && this.withinLimit(tour, type, other, node, next))
      this.keep(after, other, tour, type);
    const ahead = at[own + PREVIOUS]!;
    if (ahead >= depots) return;
    const before = step + rate * (arcs.intoFrom(node, ahead) + arcs.of(node, other) - arcs.intoFrom(other, ahead));
    if (before < this.best && !this.blinks() && this.withinLimit(tour, type, ahead, node, other))
      this.keep(before, ahead, tour, type);
  }

  /** The cheapest vehicle left that carries the tour and the client, priced on the arcs as they are. */
  private findStep(tour: number, need: number): void {
    const { tours } = this;
    const { types } = tours.problem;
    const own = tours.type[tour]!;
    const load = tours.load[tour]! + need;
    const base = types.fixed[own]! + types.rate[own]! * tours.arcs[tour]!;
    let best = Number.POSITIVE_INFINITY;
    for (let type = 0; type < types.count.length; type++) {
      if (tours.left[type] === 0 || types.capacity[type]! < load || types.depot[type] !== types.depot[own]) continue;
      const price = types.fixed[type]! + types.rate[type]! * tours.arcs[tour]! - base;
      if (price >= best) continue;
      best = price;
      this.stepType[tour] = type;
    }
    this.step[tour] = best;
    this.stepFound[tour] = this.round;
  }

  private withinLimit(tour: number, type: number, before: number, node: number, after: number): boolean {
    const { tours } = this;
    if (tours.problem.span === null) return true;
    const span = tours.span[tour]! + tours.spanDelta(before, node, after);
    return span <= tours.problem.types.limit[type]! * (1 + LIMIT_SLACK);
  }
}
