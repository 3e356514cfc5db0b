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
  /** One per slot, so that a row is laid out once for all clients that look at it. */
  private readonly placements: readonly Placement[];
  private readonly keys: Int32Array;
  private readonly costs: Float64Array;
  private readonly positions: Int32Array;
  private readonly clientHash: Int32Array;
  /** Hashes of the row that a slot's placement was given; ready: 0 for none, 1 priced, 2 prepared for insertions. */
  private readonly readyHash: Int32Array;
  private readonly readyCheck: Int32Array;
  private readonly ready: Uint8Array;
  /** Of the last `look`: behind how many clients. */
  position = -1;
  looks = 0;
  misses = 0;

  constructor(routes: Routes) {
    const { nodes } = routes.instance;
    this.routes = routes;
    this.placements = Array.from({ length: routes.slots }, () => new Placement(routes.instance));
    this.readyHash = new Int32Array(routes.slots);
    this.readyCheck = new Int32Array(routes.slots);
    this.ready = new Uint8Array(routes.slots);
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
    const placement = this.prepared(slot);
    const cost = placement.insertion(node);
    this.position = placement.position;
    keys[2 * entry] = mixed;
    keys[2 * entry + 1] = check;
    this.costs[entry] = cost;
    this.positions[entry] = this.position + 1;
    return cost;
  }

  /** The same with some positions left out and nothing remembered. */
  blink(node: number, slot: number, skip: number): number {
    const placement = this.prepared(slot);
    const cost = placement.insertion(node, skip);
    this.position = placement.position;
    return cost;
  }

  /** Cost of a slot's row. */
  cost(slot: number): number {
    const { routes } = this;
    this.readyHash[slot] = routes.hash[slot]!;
    this.readyCheck[slot] = routes.check[slot]!;
    this.ready[slot] = 1;
    return this.placements[slot]!.cost(routes.sequence, slot * routes.stride, routes.length[slot]!);
  }

  private prepared(slot: number): Placement {
    const { routes, ready } = this;
    const isSame = this.readyHash[slot] === routes.hash[slot]! && this.readyCheck[slot] === routes.check[slot]!;
    if (!isSame || ready[slot] === 0) this.cost(slot);
    const placement = this.placements[slot]!;
    if (ready[slot] === 1) {
      placement.lookBack();
      ready[slot] = 2;
    }
    return placement;
  }
}
