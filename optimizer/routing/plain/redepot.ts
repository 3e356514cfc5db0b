/** Moves a whole tour to a vehicle of another depot and lets it begin where that is cheapest: several depots only. */
import type { Random } from "../random.ts";
import { LIMIT_SLACK } from "./recreate.ts";
import { ARC_AFTER, NEXT, type Tours } from "./tours.ts";

export class Redepot {
  private readonly tours: Tours;
  private readonly random: Random;
  private readonly nodes: Int32Array;

  constructor(tours: Tours, random: Random) {
    this.tours = tours;
    this.random = random;
    this.nodes = new Int32Array(tours.problem.nodes);
  }

  /** As `Exchange.attempt`: makes the tours cheaper than `limit`, or leaves them as they were at the last `mark`. */
  attempt(limit: number): boolean {
    const { tours, random } = this;
    const { at, problem, absentTour } = tours;
    const { depots, nodes, types } = problem;
    const tour = at[(depots + random.below(nodes - depots)) << 2]!;
    const type = random.below(types.count.length);
    if (tour === absentTour || type === tours.type[tour] || tours.left[type] === 0) return false;
    if (types.capacity[type]! < tours.load[tour]!) return false;
    const count = this.read(tour);
    const begin = this.bestBeginning(count, types.depot[type]!);
    for (let i = 0; i < count; i++) tours.remove(this.nodes[i]!);
    tours.retype(tour, type);
    for (let i = 0, before = types.depot[type]!; i < count; i++) {
      const node = this.nodes[(begin + i) % count]!;
      tours.insert(node, before, tour);
      before = node;
    }
    const isWithin = problem.span === null || tours.span[tour]! <= types.limit[type]! * (1 + LIMIT_SLACK);
    if (tours.cost < limit && isWithin) return true;
    tours.revert();
    return false;
  }

  private read(tour: number): number {
    const { at, first, size } = this.tours;
    const count = size[tour]!;
    for (let i = 0, node = first[tour]!; i < count; i++, node = at[(node << 2) + NEXT]!) this.nodes[i] = node;
    return count;
  }

  /** Index of the node to begin with, so that going to the depot in place of the arc before it costs least. */
  private bestBeginning(count: number, depot: number): number {
    const { nodes, tours } = this;
    const { arcs } = tours.problem;
    let best = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < count; i++) {
      const before = nodes[(i + count - 1) % count]!;
      const arc = i === 0 ? arcs.of(before, nodes[0]!) : tours.at[(before << 2) + ARC_AFTER]!;
      const detour = arcs.of(before, depot) + arcs.of(depot, nodes[i]!) - arc;
      if (detour >= least) continue;
      best = i;
      least = detour;
    }
    return best;
  }
}
