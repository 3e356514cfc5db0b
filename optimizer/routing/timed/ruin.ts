/** String removal (Christiaens & Vanden Berghe 2020, doi:10.1287/trsc.2019.0914, section 5.2) on tours with windows. */
import type { Random } from "../random.ts";
import type { NodeList } from "./neighbours.ts";
import { ABSENT, type Tours } from "./tours.ts";

export interface RuinSettings {
  readonly meanRemoved: number;
  readonly longestString: number;
  readonly splitChance: number;
  readonly splitGrowth: number;
}

export class Ruin {
  private readonly tours: Tours;
  private readonly neighbours: NodeList;
  private readonly settings: RuinSettings;
  private readonly random: Random;
  private readonly ruinedIn: Int32Array;
  private round = 0;

  constructor(tours: Tours, neighbours: NodeList, settings: RuinSettings, random: Random) {
    this.tours = tours;
    this.neighbours = neighbours;
    this.settings = settings;
    this.random = random;
    this.ruinedIn = new Int32Array(tours.first.length);
  }

  run(): void {
    const { tours, random, settings, neighbours } = this;
    const { nodes } = tours.problem;
    this.round = (this.round + 1) | 0;
    tours.cutCount = 0;
    const used = tours.first.length - tours.freeCount;
    const longest = Math.min(settings.longestString, (nodes - 1) / Math.max(1, used));
    const most = (4 * settings.meanRemoved) / (1 + longest) - 1;
    let strings = 1 + Math.floor(random.fraction() * Math.max(1, most));
    const seed = 1 + random.below(nodes - 1);
    if (this.cutAround(seed, longest)) strings--;
    const row = seed * neighbours.width;
    for (let rank = 0; rank < neighbours.width && strings > 0; rank++) {
      const node = neighbours.list[row + rank]!;
      if (node < 0) break;
      if (this.cutAround(node, longest)) strings--;
    }
  }

  private cutAround(node: number, longest: number): boolean {
    const { tours, random, settings } = this;
    const tour = tours.tourOf[node]!;
    if (tour === ABSENT || this.ruinedIn[tour] === this.round) return false;
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
      const after = tours.next[at]!;
      if (i < keepFrom || i >= keepFrom + kept) {
        tours.absent[tours.absentCount++] = at;
        tours.remove(at);
      }
      at = after;
    }
    tours.refresh(tour);
    return true;
  }

  /** First node of a random window of `size` nodes that holds `node`. */
  private windowStart(node: number, size: number): number {
    const { next, previous } = this.tours;
    let start = node;
    let before = 0;
    while (before < size - 1 && previous[start] !== 0) {
      start = previous[start]!;
      before++;
    }
    let after = 0;
    for (let at = node; after < size - 1 && next[at] !== 0; after++) at = next[at]!;
    // The window may begin at any of the nodes before that leave enough nodes behind.
    const slack = before + after + 1 - size;
    for (let steps = this.random.below(slack + 1); steps > 0; steps--) start = next[start]!;
    return start;
  }
}
