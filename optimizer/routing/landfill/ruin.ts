/** What an iteration takes out: strings of the routes around a seed client (SISR), now and then a whole short route. */
import type { Random } from "../random.ts";
import { isFacility } from "./instance.ts";
import { NOWHERE, type Routes } from "./routes.ts";
import { tidy } from "./tidy.ts";

export interface RuinSettings {
  readonly meanRemoved: number;
  readonly longestString: number;
  readonly wholeRoute: number;
}

export class Ruin {
  private readonly routes: Routes;
  private readonly near: readonly Int32Array[];
  private readonly random: Random;
  private readonly settings: RuinSettings;
  /** What was taken out. */
  readonly pending: Int32Array;
  count = 0;
  private readonly isCut: Uint8Array;
  private readonly cut: Int32Array;
  private cutCount = 0;

  constructor(routes: Routes, near: readonly Int32Array[], random: Random, settings: RuinSettings) {
    this.routes = routes;
    this.near = near;
    this.random = random;
    this.settings = settings;
    this.pending = new Int32Array(routes.instance.nodes);
    this.isCut = new Uint8Array(routes.instance.fleet);
    this.cut = new Int32Array(routes.instance.fleet);
  }

  run(): void {
    const { random, routes } = this;
    this.cutCount = 0;
    const seed = 1 + random.below(routes.instance.clientCount);
    if (random.fraction() < this.settings.wholeRoute) this.takeRoute(seed);
    else this.takeStrings(seed);
    for (let i = 0; i < this.cutCount; i++) {
      this.isCut[this.cut[i]!] = 0;
      tidy(routes, this.cut[i]!);
    }
  }

  private takeStrings(seed: number): void {
    const { routes, random, settings } = this;
    const longest = Math.min(settings.longestString, routes.instance.clientCount / Math.max(1, routes.used));
    const mostStrings = (4 * settings.meanRemoved) / (1 + longest) - 1;
    const strings = Math.max(1, Math.floor(random.fraction() * mostStrings + 1));
    const near = this.near[seed]!;
    for (let k = -1; k < near.length && this.cutCount < strings; k++) {
      const node = k < 0 ? seed : near[k]!;
      const route = routes.routeOf[node]!;
      if (route === NOWHERE || this.isCut[route] === 1) continue;
      const most = Math.min(longest, routes.clients[route]!);
      this.takeString(node, route, Math.max(1, Math.floor(1 + random.fraction() * most)));
    }
  }

  /** `size` clients in a row around `node`, landfills between them stepped over. */
  private takeString(node: number, route: number, size: number): void {
    const { routes, random } = this;
    const row = route * routes.stride;
    this.open(route);
    let first = routes.positionOf[node]! - random.below(size);
    if (first < 0) first = 0;
    let left = size;
    const split = random.fraction() < 0.3 && size > 1 ? first + random.below(size) : -1;
    const kept = split >= 0 ? 1 + random.below(5) : 0;
    for (let i = first; i < routes.length[route]! && left > 0;) {
      const at = routes.sequence[row + i]!;
      if (isFacility(routes.instance, at) || (split >= 0 && i >= split && i < split + kept)) i++;
      else {
        this.pending[this.count++] = at;
        routes.remove(route, i);
        left--;
      }
    }
  }

  private takeRoute(seed: number): void {
    const { routes, random } = this;
    let route = routes.routeOf[seed]!;
    // Of two routes the shorter one, which is the likelier to be spared.
    const other = routes.routeOf[1 + random.below(routes.instance.clientCount)]!;
    if (route === NOWHERE || (other !== NOWHERE && routes.clients[other]! < routes.clients[route]!)) route = other;
    if (route === NOWHERE) return;
    this.open(route);
    const row = route * routes.stride;
    for (let i = 0; i < routes.length[route]!; i++) {
      const node = routes.sequence[row + i]!;
      if (isFacility(routes.instance, node)) continue;
      this.pending[this.count++] = node;
      routes.routeOf[node] = NOWHERE;
    }
    routes.length[route] = 0;
  }

  private open(route: number): void {
    this.routes.touch(route);
    this.isCut[route] = 1;
    this.cut[this.cutCount++] = route;
  }
}
