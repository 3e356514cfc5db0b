/**
 * The cheapest place for a client on a route: alone, or with a landfill right before or right behind it where its trip
 * would be too full. Constant time a place; a place that costs more than the best so far is not looked at further.
 */
import { NEVER } from "./clock.ts";
import type { Landfill } from "./instance.ts";
import type { Routes } from "./routes.ts";

const NONE = Number.POSITIVE_INFINITY;

export class Insertion {
  private readonly routes: Routes;
  private readonly instance: Landfill;
  /** Best place found since `start`; landfill 0 for none. */
  route = -1;
  position = -1;
  extra = NONE;
  landfillBefore = 0;
  landfillBehind = 0;

  constructor(routes: Routes) {
    this.routes = routes;
    this.instance = routes.instance;
  }

  start(): void {
    this.route = -1;
    this.extra = NONE;
  }

  copy(other: Insertion): void {
    this.take(other.route, other.position, other.extra, other.landfillBefore, other.landfillBehind);
  }

  /** True when the caps of the day leave room for the client. */
  hasRoom(route: number, node: number): boolean {
    const { routes, instance } = this;
    if (routes.clients[route]! >= instance.mostStops) return false;
    return routes.load[route]! + instance.load[node]! <= instance.mostLoad;
  }

  /** The place behind the first `position` entries of a route; its day caps are the caller's to check. */
  look(route: number, position: number, node: number): void {
    const { routes, instance } = this;
    const { nodes, cost, capacity, load } = instance;
    const row = route * routes.stride;
    const count = routes.length[route]!;
    const before = position > 0 ? routes.sequence[row + position - 1]! : 0;
    const next = position < count ? routes.sequence[row + position]! : 0;
    const gap = count > 0 ? cost[before * nodes + next]! : 0;
    const way = cost[before * nodes + node]! - gap;
    if (position < count) {
      const extra = way + cost[node * nodes + next]!;
      if (extra >= this.extra) return;
      if (routes.tripLoad[row + position]! + load[node]! <= capacity) {
        if (this.isInTime(route, position, node, 0, 0)) this.take(route, position, extra, 0, 0);
        return;
      }
    }
    this.lookWithLandfill(route, position, node, gap);
  }

  private lookWithLandfill(route: number, position: number, node: number, gap: number): void {
    const { routes, instance } = this;
    const { nodes, cost, capacity, load, clientCount } = instance;
    const row = route * routes.stride;
    const count = routes.length[route]!;
    const before = position > 0 ? routes.sequence[row + position - 1]! : 0;
    const next = position < count ? routes.sequence[row + position]! : 0;
    const led = before > 0 && before <= clientCount ? routes.aboard[row + position - 1]! : 0;
    const rest = position < count ? routes.tripLoad[row + position]! - led : 0;
    const own = load[node]!;
    for (let landfill = clientCount + 1; landfill < nodes; landfill++) {
      if (led + own <= capacity) {
        const way = cost[before * nodes + node]! + cost[node * nodes + landfill]! + cost[landfill * nodes + next]!;
        if (way - gap < this.extra && this.isInTime(route, position, node, 0, landfill)) {
          this.take(route, position, way - gap, 0, landfill);
        }
      }
      if (led > 0 && position < count && own + rest <= capacity) {
        const way = cost[before * nodes + landfill]! + cost[landfill * nodes + node]! + cost[node * nodes + next]!;
        if (way - gap < this.extra && this.isInTime(route, position, node, landfill, 0)) {
          this.take(route, position, way - gap, landfill, 0);
        }
      }
    }
  }

  private take(route: number, position: number, extra: number, before: number, behind: number): void {
    this.route = route;
    this.position = position;
    this.extra = extra;
    this.landfillBefore = before;
    this.landfillBehind = behind;
  }

  private isInTime(route: number, position: number, node: number, before: number, behind: number): boolean {
    const { routes } = this;
    const { clock } = routes;
    const row = route * routes.stride;
    let from = 0;
    if (position > 0) {
      from = routes.sequence[row + position - 1]!;
      clock.hungry = routes.leavesHungry[row + position - 1]!;
      clock.fed = routes.leavesFed[row + position - 1]!;
    } else clock.start();
    if (before > 0) {
      clock.leave(from, before, clock.hungry, clock.fed);
      from = before;
    }
    clock.leave(from, node, clock.hungry, clock.fed);
    from = node;
    if (behind > 0) {
      clock.leave(from, behind, clock.hungry, clock.fed);
      from = behind;
    }
    return this.reaches(route, position, from, clock.hungry, clock.fed);
  }

  /** Whether the rest of the route can be driven on one of the clocks. */
  private reaches(route: number, position: number, from: number, hungry: number, fed: number): boolean {
    const { routes, instance } = this;
    const row = route * routes.stride;
    if (position < routes.length[route]!) {
      const leg = instance.seconds[from * instance.nodes + routes.sequence[row + position]!]!;
      return hungry + leg <= routes.reachHungry[row + position]! || fed + leg <= routes.reachFed[row + position]!;
    }
    const leg = instance.seconds[from * instance.nodes]!;
    routes.clock.end();
    const { hungry: latestHungry, fed: latestFed } = routes.clock;
    return (hungry < NEVER && hungry + leg <= latestHungry) || fed + leg <= latestFed;
  }

  /** Puts the client where the best place was found. */
  apply(node: number): void {
    const { routes, route, position } = this;
    routes.touch(route);
    let at = position;
    if (this.landfillBefore > 0) routes.insert(route, at++, this.landfillBefore);
    routes.insert(route, at++, node);
    if (this.landfillBehind > 0) routes.insert(route, at, this.landfillBehind);
    routes.refresh(route);
  }
}
