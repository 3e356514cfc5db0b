/** String removal (Christiaens & Vanden Berghe 2020, section 5.2) on linked tours. */
import type { Random } from "../random.ts";
import type { NodeNeighbours } from "./neighbours.ts";
import { NEXT, PREVIOUS, TOUR, type Tours } from "./tours.ts";

export interface RuinSettings {
  readonly meanRemoved: number;
  readonly longestString: number;
  readonly splitChance: number;
  readonly splitGrowth: number;
}

export class Ruin {
  private readonly tours: Tours;
  private readonly neighbours: NodeNeighbours;
  private readonly settings: RuinSettings;
  private readonly random: Random;
  private readonly ruinedIn: Int32Array;
  private round = 0;

  constructor(tours: Tours, neighbours: NodeNeighbours, settings: RuinSettings, random: Random) {
    this.tours = tours;
    this.neighbours = neighbours;
    this.settings = settings;
    this.random = random;
    this.ruinedIn = new Int32Array(tours.first.length);
  }

  run(): void {
    const { tours, random, settings, neighbours } = this;
    const { nodes, depots } = tours.problem;
    this.round = (this.round + 1) | 0;
    tours.cutCount = 0;
    const used = tours.first.length - tours.freeCount;
    const longest = Math.min(settings.longestString, (nodes - depots) / Math.max(1, used));
    const most = (4 * settings.meanRemoved) / (1 + longest) - 1;
    let strings = 1 + Math.floor(random.fraction() * Math.max(1, most));
    const seed = depots + random.below(nodes - depots);
    if (this.cutAround(seed, longest)) strings--;
    const row = seed * neighbours.width;
    for (let rank = 0; rank < neighbours.width && strings > 0; rank++) {
      if (this.cutAround(neighbours.list[row + rank]!, longest)) strings--;
    }
  }

  private cutAround(node: number, longest: number): boolean {
    const { tours, random, settings } = this;
    const tour = tours.at[(node << 2) + TOUR]!;
    if (tour === tours.absentTour || this.ruinedIn[tour] === this.round) return false;
    this.ruinedIn[tour] = this.round;
    tours.cut[tours.cutCount++] = tour;
    const size = tours.size[tour]!;
    const cut = 1 + random.below(Math.floor(Math.min(size, longest)));
    let kept = 0;
    if (cut > 1 && cut < size && random.fraction() < settings.splitChance) {
      kept = 1;
      while (cut + kept < size && random.fraction() < settings.splitGrowth) kept++;
    }
    let at = this.windowStart(node, cut + kept);
    const keepFrom = kept === 0 ? cut : random.below(cut + 1);
    for (let i = 0; i < cut + kept; i++) {
      const after = tours.at[(at << 2) + NEXT]!;
      if (i < keepFrom || i >= keepFrom + kept) {
        tours.absent[tours.absentCount++] = at;
        tours.remove(at);
      }
      at = after;
    }
    return true;
  }

  /** First node of a random window of `size` nodes that holds `node`. */
  private windowStart(node: number, size: number): number {
    const { at: nodes, problem } = this.tours;
    const { depots } = problem;
    let start = node;
    let before = 0;
    while (before < size - 1 && nodes[(start << 2) + PREVIOUS]! >= depots) {
      start = nodes[(start << 2) + PREVIOUS]!;
      before++;
    }
    let after = 0;
    for (let at = node; after < size - 1 && nodes[(at << 2) + NEXT]! >= depots; after++) at = nodes[(at << 2) + NEXT]!;
    // The window may begin at any of the nodes before that leave enough nodes behind.
    const slack = before + after + 1 - size;
    for (let steps = this.random.below(slack + 1); steps > 0; steps--) start = nodes[(start << 2) + NEXT]!;
    return start;
  }
}
