/**
 * What inserting a client into a route costs, remembered: a search on few clients meets the same routes again and again,
 * on other days and after every rejected candidate. Direct-mapped; a newer entry takes the place of an older one.
 *
 * A route is known by two sums of 32 random bits per arc, of which the second is compared; with some 10^5 entries a
 * mistaken hit is expected once in 10^4 runs, and plans are priced exactly at the end.
 */
import { Placement } from "./placement.ts";
import type { Routes } from "./routes.ts";

const BITS = 17;
const SIZE = 1 << BITS;
const SPREAD = 0x9e3779b1;

export class InsertionMemo {
  private readonly routes: Routes;
  private readonly placement: Placement;
  private readonly keys: Int32Array;
  private readonly costs: Float64Array;
  private readonly positions: Int32Array;
  private readonly clientHash: Int32Array;
  /** Hashes of the route that `placement` is prepared for. */
  private readyHash = 0;
  private readyCheck = 0;
  private readySlot = -1;
  /** Of the last `look`: behind how many clients. */
  position = -1;
  looks = 0;
  misses = 0;

  constructor(routes: Routes) {
    const { nodes } = routes.instance;
    this.routes = routes;
    this.placement = new Placement(routes.instance);
    this.keys = new Int32Array(2 * SIZE);
    this.costs = new Float64Array(SIZE);
    this.positions = new Int32Array(SIZE).fill(-1);
    this.clientHash = Int32Array.from({ length: nodes }, (_, node) => Math.imul(node + 1, 0x2c1b3c6d) ^ (node << 7));
  }

  /** Cost of the slot's route with `node` at its best place, however long it then lasts; `position` tells where. */
  look(node: number, slot: number): number {
    const { routes, keys, clientHash } = this;
    const hash = routes.hash[slot]!;
    const check = (routes.check[slot]! + clientHash[node]!) | 0;
    const mixed = (hash + Math.imul(clientHash[node]!, 0x85ebca6b)) | 0;
    const entry = Math.imul(mixed ^ (mixed >>> 15), SPREAD) >>> (32 - BITS);
    this.looks++;
    if (keys[2 * entry] === mixed && keys[2 * entry + 1] === check && this.positions[entry]! >= 0) {
      this.position = this.positions[entry]! - 1;
      return this.costs[entry]!;
    }
    this.misses++;
    this.prepare(slot);
    const cost = this.placement.insertion(node);
    this.position = this.placement.position;
    keys[2 * entry] = mixed;
    keys[2 * entry + 1] = check;
    this.costs[entry] = cost;
    this.positions[entry] = this.position + 1;
    return cost;
  }

  /** The same with some positions left out and nothing remembered. */
  blink(node: number, slot: number, skip: number): number {
    this.prepare(slot);
    const cost = this.placement.insertion(node, skip);
    this.position = this.placement.position;
    return cost;
  }

  /** Cost of a slot's row, with the placement then prepared for insertions into it. */
  cost(slot: number): number {
    const { routes } = this;
    this.readySlot = -1;
    return this.placement.cost(routes.sequence, slot * routes.stride, routes.length[slot]!);
  }

  private prepare(slot: number): void {
    const { routes } = this;
    const hash = routes.hash[slot]!;
    const check = routes.check[slot]!;
    if (this.readySlot === slot && this.readyHash === hash && this.readyCheck === check) return;
    this.placement.begin(routes.sequence, slot * routes.stride, routes.length[slot]!);
    this.readyHash = hash;
    this.readyCheck = check;
    this.readySlot = slot;
  }
}
