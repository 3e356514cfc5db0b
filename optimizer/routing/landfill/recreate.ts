/** Puts the pending back one by one, each at its cheapest place near its neighbours; opens routes where that is cheaper. */
import type { Random } from "../random.ts";
import { Insertion } from "./insertion.ts";
import { NOWHERE, type Routes } from "./routes.ts";

export class Recreate {
  private readonly routes: Routes;
  private readonly near: readonly Int32Array[];
  private readonly random: Random;
  private readonly insertion: Insertion;
  private readonly fresh: Insertion;
  private readonly blinkChance: number;
  private untilBlink: number;
  private readonly key: Float64Array;
  /** Clients that found no place. */
  readonly absent: Int32Array;
  absentCount = 0;

  constructor(routes: Routes, near: readonly Int32Array[], random: Random, blinkChance: number) {
    this.routes = routes;
    this.near = near;
    this.random = random;
    this.insertion = new Insertion(routes);
    this.fresh = new Insertion(routes);
    this.blinkChance = blinkChance;
    this.untilBlink = random.geometric(blinkChance);
    this.key = new Float64Array(routes.instance.nodes);
    this.absent = new Int32Array(routes.instance.nodes);
  }

  /** Serves the first `count` of `pending`; the order is changed. */
  run(pending: Int32Array, count: number): void {
    this.sort(pending, count);
    this.absentCount = 0;
    for (let i = 0; i < count; i++) {
      const node = pending[i]!;
      this.find(node);
      if (this.insertion.route >= 0) this.insertion.apply(node);
      else this.absent[this.absentCount++] = node;
    }
  }

  private find(node: number): void {
    const { routes, insertion, near } = this;
    const list = near[node]!;
    insertion.start();
    for (let k = 0; k < list.length; k++) {
      const route = routes.routeOf[list[k]!]!;
      if (route === NOWHERE || !insertion.hasRoom(route, node)) continue;
      if (--this.untilBlink < 0) {
        this.untilBlink = this.random.geometric(this.blinkChance);
        continue;
      }
      const position = routes.positionOf[list[k]!]!;
      insertion.look(route, position, node);
      insertion.look(route, position + 1, node);
    }
    this.lookAtEnds(node);
    if (insertion.route < 0) this.lookEverywhere(node);
  }

  /** Beginnings and ends of all routes, and one that is not used yet. */
  private lookAtEnds(node: number): void {
    const { routes, insertion } = this;
    const { fleet, fixedCost } = routes.instance;
    let unused = -1;
    for (let route = 0; route < fleet; route++) {
      if (routes.length[route] === 0) {
        unused = unused < 0 ? route : unused;
        continue;
      }
      if (!insertion.hasRoom(route, node)) continue;
      insertion.look(route, 0, node);
      insertion.look(route, routes.length[route]!, node);
    }
    if (unused < 0 || !insertion.hasRoom(unused, node)) return;
    this.fresh.start();
    this.fresh.look(unused, 0, node);
    if (this.fresh.extra + fixedCost < insertion.extra) insertion.copy(this.fresh);
  }

  private lookEverywhere(node: number): void {
    const { routes, insertion } = this;
    for (let route = 0; route < routes.instance.fleet; route++) {
      if (routes.length[route] === 0 || !insertion.hasRoom(route, node)) continue;
      for (let position = 1; position < routes.length[route]!; position++) insertion.look(route, position, node);
    }
  }

  /** SISR's orders, and the earliest to close first. */
  private sort(pending: Int32Array, count: number): void {
    const { key, random } = this;
    const { load, closes, cost, nodes } = this.routes.instance;
    const kind = random.below(11);
    for (let i = 0; i < count; i++) {
      const node = pending[i]!;
      if (kind < 4) key[node] = random.fraction();
      else if (kind < 7) key[node] = -load[node]! + 1e-3 * random.fraction();
      else if (kind < 8) key[node] = closes[node]! + random.fraction();
      else if (kind < 10) key[node] = -cost[node]!;
      else key[node] = cost[node * nodes]!;
    }
    if (count > 64) {
      pending.subarray(0, count).sort((a, b) => key[a]! - key[b]!);
      return;
    }
    for (let i = 1; i < count; i++) {
      const node = pending[i]!;
      let at = i;
      for (; at > 0 && key[pending[at - 1]!]! > key[node]!; at--) pending[at] = pending[at - 1]!;
      pending[at] = node;
    }
  }
}
