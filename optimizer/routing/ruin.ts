/**
 * Slack induction by string removals (Christiaens & Vanden Berghe 2020, DOI 10.1287/trsc.2019.0914, section 5.2):
 * around a random client, strings of consecutive clients are cut out of neighbouring routes, so that the room that
 * becomes free lies together.
 */
import type { Neighbours } from "./neighbours.ts";
import { ABSENT, type Plan } from "./plan.ts";
import type { Random } from "./random.ts";

export interface RuinSettings {
  /** Clients removed on average. */
  readonly meanRemoved: number;
  readonly longestString: number;
  /** Chance that a string keeps some clients in its middle. */
  readonly splitChance: number;
  /** Chance that the kept middle grows by one more. */
  readonly splitGrowth: number;
  /** Chance that strings may take whole routes: the only way to save a route's fixed cost in one step. */
  readonly wholeRouteChance: number;
  /** Chance that a client with day sets loses all its visits when it loses one, so that its days may change. */
  readonly wholeDaySetChance: number;
}

export class Ruin {
  private readonly plan: Plan;
  private readonly neighbours: Neighbours;
  private readonly settings: RuinSettings;
  private readonly random: Random;
  private readonly ruinedIn: Float64Array;
  private round = 0;

  constructor(plan: Plan, neighbours: Neighbours, settings: RuinSettings, random: Random) {
    this.plan = plan;
    this.neighbours = neighbours;
    this.settings = settings;
    this.random = random;
    this.ruinedIn = new Float64Array(plan.model.routeCount);
  }

  /** Removes strings; every changed route is repriced, one that became impossible is emptied. */
  run(): void {
    const { plan, random, settings, neighbours } = this;
    this.round++;
    const whole = random.fraction() < settings.wholeRouteChance;
    const mean = this.meanLength();
    const longest = whole ? plan.stride : Math.min(settings.longestString, mean);
    const most = whole ? 2 : (4 * settings.meanRemoved) / (1 + longest) - 1;
    let strings = 1 + Math.floor(random.fraction() * Math.max(1, most));
    const seed = random.below(plan.model.clientCount);
    if (this.cutAround(seed, longest)) strings--;
    for (let rank = 0; rank < neighbours.width && strings > 0; rank++) {
      if (this.cutAround(neighbours.list[seed * neighbours.width + rank]!, longest)) strings--;
    }
    if (plan.model.groupOf !== null) this.cutDaySets(plan.model.groupOf);
  }

  private cutDaySets(groupOf: Int32Array): void {
    const { plan, random, settings } = this;
    for (let i = 0; i < plan.absentCount; i++) {
      const group = groupOf[plan.absent[i]!]!;
      if (group < 0 || random.fraction() >= settings.wholeDaySetChance) continue;
      for (const visit of plan.model.groups[group]!.visits) if (plan.routeOf[visit] !== ABSENT) plan.takeOut(visit);
    }
  }

  private meanLength(): number {
    const { length, model, absentCount } = this.plan;
    let used = 0;
    for (let route = 0; route < model.routeCount; route++) if (length[route]! > 0) used++;
    return Math.max(1, (model.clientCount - absentCount) / Math.max(1, used));
  }

  private cutAround(client: number, longest: number): boolean {
    const { plan, random, settings } = this;
    const route = plan.routeOf[client]!;
    if (route === ABSENT || this.ruinedIn[route] === this.round) return false;
    if (plan.model.frozen !== null && plan.model.frozen[route] !== null) return false;
    this.ruinedIn[route] = this.round;
    const count = plan.length[route]!;
    const cut = longest >= plan.stride ? count : 1 + random.below(Math.floor(Math.min(count, longest)));
    plan.touch(route);
    if (cut > 1 && cut < count && random.fraction() < settings.splitChance) this.cutSplit(client, route, cut);
    else this.cutString(client, route, cut);
    if (!plan.reprice(route, plan.cost[route]!)) {
      plan.remove(route, 0, plan.length[route]!);
      plan.reprice(route);
    }
    return true;
  }

  private cutString(client: number, route: number, cut: number): void {
    this.plan.remove(route, this.windowAround(client, route, cut), cut);
  }

  private cutSplit(client: number, route: number, cut: number): void {
    const { plan, random, settings } = this;
    const count = plan.length[route]!;
    let kept = 1;
    while (cut + kept < count && random.fraction() < settings.splitGrowth) kept++;
    const start = this.windowAround(client, route, cut + kept);
    const before = random.below(cut + 1);
    plan.remove(route, start + before + kept, cut - before);
    plan.remove(route, start, before);
  }

  /** Start of a random window of `size` clients that holds `client`. */
  private windowAround(client: number, route: number, size: number): number {
    const { plan, random } = this;
    const row = route * plan.stride;
    const count = plan.length[route]!;
    let at = 0;
    while (plan.sequence[row + at] !== client) at++;
    const lowest = Math.max(0, at - size + 1);
    const highest = Math.min(at, count - size);
    return lowest + random.below(highest - lowest + 1);
  }
}
