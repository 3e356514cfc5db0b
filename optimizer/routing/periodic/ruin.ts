/**
 * What an iteration takes out. Three kinds, drawn by `SETTINGS`: strings of the routes of one day around a seed client
 * (visits leave that day only, SISR, Christiaens and Vanden Berghe 2020, 10.1287/trsc.2019.0914); a client and its
 * nearest neighbours as a whole, so that they may change their days; a string of one route, its clients as a whole.
 */
import type { Random } from "../random.ts";
import type { InsertionMemo } from "./memo.ts";
import { ALL_DAYS, type Pending } from "./pending.ts";
import { NOWHERE, type Routes } from "./routes.ts";

export interface RuinSettings {
  /** Chances of the kinds; the rest goes to whole strings. */
  readonly dayStrings: number;
  readonly neighbours: number;
  readonly longestString: number;
  readonly mostNeighbours: number;
  readonly mostWholeString: number;
}

export class Ruin {
  private readonly routes: Routes;
  private readonly memo: InsertionMemo;
  private readonly pending: Pending;
  private readonly near: readonly Int32Array[];
  private readonly random: Random;
  private readonly settings: RuinSettings;
  private readonly isDirty: Uint8Array;

  constructor(routes: Routes, memo: InsertionMemo, pending: Pending, random: Random, settings: RuinSettings) {
    this.routes = routes;
    this.memo = memo;
    this.pending = pending;
    this.random = random;
    this.settings = settings;
    this.near = nearest(routes);
    this.isDirty = new Uint8Array(routes.slots);
  }

  run(): void {
    const { random, settings, routes } = this;
    const seed = 1 + random.below(routes.instance.clientCount);
    const draw = random.fraction();
    if (draw < settings.dayStrings) this.takeDayStrings(seed);
    else if (draw < settings.dayStrings + settings.neighbours) this.takeNeighbours(seed);
    else this.takeWholeString(seed);
    for (let slot = 0; slot < routes.slots; slot++) {
      if (this.isDirty[slot] === 0) continue;
      this.isDirty[slot] = 0;
      routes.price(slot, this.memo.cost(slot));
    }
  }

  private takeDayStrings(seed: number): void {
    const { routes, random, pending, settings } = this;
    const { days } = routes.instance;
    const day = this.visitedDay(seed);
    if (day < 0) return;
    const most = 1 + random.below(settings.longestString);
    const near = this.near[seed]!;
    let strings = 1 + random.below(3);
    for (let k = -1; k < near.length && strings > 0; k++) {
      const node = k < 0 ? seed : near[k]!;
      const slot = routes.slotOf[node * days + day]!;
      if (slot === NOWHERE || (k >= 0 && random.fraction() < 0.3)) continue;
      const count = Math.min(most, routes.length[slot]!);
      const at = routes.positionOf(node, slot);
      const first = Math.max(0, Math.min(routes.length[slot]! - count, at - random.below(count)));
      const kept = random.fraction() < 0.3 && count > 2 ? 1 + random.below(count - 1) : 0;
      const keepFrom = first + random.below(count - kept + 1);
      let position = first;
      for (let i = 0; i < count; i++) {
        if (first + i >= keepFrom && first + i < keepFrom + kept) {
          position++;
          continue;
        }
        pending.add(routes.sequence[slot * routes.stride + position]!, day);
        routes.remove(slot, position, 1);
      }
      this.isDirty[slot] = 1;
      strings--;
    }
  }

  private takeNeighbours(seed: number): void {
    const { random, settings } = this;
    const near = this.near[seed]!;
    let count = 1 + random.below(settings.mostNeighbours);
    const skip = random.fraction() * 0.6;
    this.takeClient(seed);
    for (let k = 0; k < near.length && --count > 0; k++) {
      if (random.fraction() < skip) count++;
      else this.takeClient(near[k]!);
    }
  }

  private takeWholeString(seed: number): void {
    const { routes, random, settings } = this;
    const day = this.visitedDay(seed);
    if (day < 0) return;
    const slot = routes.slotOf[seed * routes.instance.days + day]!;
    const count = Math.min(1 + random.below(settings.mostWholeString), routes.length[slot]!);
    const at = routes.positionOf(seed, slot);
    const first = Math.max(0, Math.min(routes.length[slot]! - count, at - random.below(count)));
    const row = slot * routes.stride + first;
    for (let i = 0; i < count; i++) this.takeClient(routes.sequence[row]!);
  }

  /** One of the days on which a client is visited; -1 for none. */
  private visitedDay(node: number): number {
    const { days } = this.routes.instance;
    const start = this.random.below(days);
    for (let k = 0; k < days; k++) {
      const day = (start + k) % days;
      if (this.routes.slotOf[node * days + day] !== NOWHERE) return day;
    }
    return -1;
  }

  private takeClient(node: number): void {
    const { routes, pending, isDirty } = this;
    const { days } = routes.instance;
    let isServed = false;
    for (let day = 0; day < days; day++) {
      const slot = routes.slotOf[node * days + day]!;
      if (slot === NOWHERE) continue;
      routes.remove(slot, routes.positionOf(node, slot), 1);
      isDirty[slot] = 1;
      isServed = true;
    }
    if (isServed) pending.add(node, ALL_DAYS);
  }
}

/** Per node the other clients, nearest first, by the sum of both directions. */
function nearest({ instance: { nodes, direct } }: Routes): Int32Array[] {
  return Array.from({ length: nodes }, (_, node) => {
    const away = (other: number): number => direct[node * nodes + other]! + direct[other * nodes + node]!;
    const others = Int32Array.from({ length: nodes - 1 }, (_, i) => i + 1).filter((other) => other !== node);
    return others.sort((a, b) => away(a) - away(b));
  });
}
