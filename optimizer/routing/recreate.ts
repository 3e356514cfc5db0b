/**
 * Greedy insertion with blinks (Christiaens & Vanden Berghe 2020, section 5.3): the absent, in one of several orders, go
 * where they cost least, and now and then a route is overlooked. An optional client stays out when its cheapest place
 * costs more than its prize.
 */
import type { Inserter } from "./insertion.ts";
import type { Plan } from "./plan.ts";
import type { Random } from "./random.ts";
import { shuffle } from "./random.ts";
import { DaySetPlacer } from "./daySetPlacer.ts";

export class Recreate {
  private readonly plan: Plan;
  private readonly inserter: Inserter;
  private readonly random: Random;
  private readonly blink: number;
  private readonly keys: Float64Array;
  private readonly pending: Int32Array;
  private readonly far: Float64Array;
  private readonly slack: Float64Array;
  private readonly daySets: DaySetPlacer | null;

  constructor(plan: Plan, inserter: Inserter, random: Random, blink: number) {
    this.plan = plan;
    this.inserter = inserter;
    this.random = random;
    this.blink = blink;
    const { problem } = plan.model;
    this.daySets = plan.model.groupOf === null ? null : new DaySetPlacer(plan, inserter, random, blink);
    this.pending = new Int32Array(plan.model.routeCount);
    this.keys = new Float64Array(plan.model.clientCount);
    const vehicle = problem.vehicles[0];
    const matrix = problem.profiles[vehicle?.profile ?? 0]?.distanceMetres;
    this.far = Float64Array.from(problem.clients, (client) =>
      matrix === undefined || vehicle === undefined
        ? 0
        : matrix[vehicle.startLocation * problem.locationCount + client.location]!,
    );
    this.slack = Float64Array.from(problem.clients, (client) =>
      client.windows.flat().reduce((sum, window) => sum + window.latest - window.earliest, 0),
    );
  }

  run(): void {
    const { plan } = this;
    this.sortAbsent();
    this.daySets?.begin();
    let index = 0;
    while (index < plan.absentCount) {
      const client = plan.absent[index]!;
      if (this.daySets?.owns(client) === true) {
        if (!this.daySets.settle(client)) index++;
        continue;
      }
      if (this.place(client)) plan.welcome(index);
      else index++;
    }
  }

  private place(client: number): boolean {
    const { plan, inserter, random, blink } = this;
    const { routeCount, prizeCents } = plan.model;
    // A prize equal to the price takes the client: the service is worth as much as the money.
    let best = prizeCents[client]! + 1;
    let route = -1;
    let position = -1;
    // What is remembered first: the best of it spares most of the rest its schedule.
    let pending = 0;
    for (let candidate = 0; candidate < routeCount; candidate++) {
      if (random.fraction() < blink) continue;
      const delta = inserter.recall(client, candidate) - plan.bonusOf(client, candidate);
      if (Number.isNaN(delta)) this.pending[pending++] = candidate;
      if (!(delta < best)) continue;
      best = delta;
      route = candidate;
      position = inserter.position;
    }
    for (let i = 0; i < pending; i++) {
      const candidate = this.pending[i]!;
      const kept = plan.bonusOf(client, candidate);
      const delta = inserter.cheapest(client, candidate, best + kept) - kept;
      if (delta >= best) continue;
      best = delta;
      route = candidate;
      position = inserter.position;
    }
    if (route < 0) return false;
    plan.touch(route);
    plan.insert(client, route, position);
    plan.reprice(route, plan.cost[route]! + best + plan.bonusOf(client, route));
    return true;
  }

  /** Whoever others wait for comes before them. */
  private sortAbsent(): void {
    this.shuffleAbsent();
    const { rank } = this.plan.model;
    if (rank === null) return;
    const list = this.plan.absent.subarray(0, this.plan.absentCount);
    for (const client of list) this.keys[client] = rank[client]!;
    sortByKey(list, this.keys);
  }

  /** Random 4, heaviest 4, farthest 2, nearest 1, tightest windows 2 times in 13. */
  private shuffleAbsent(): void {
    const { plan, random, keys, far, slack } = this;
    const { clientLoad, dimensions } = plan.model;
    const list = plan.absent.subarray(0, plan.absentCount);
    shuffle(plan.absent, plan.absentCount, random);
    const draw = random.below(13);
    if (draw < 4) return;
    for (const client of list) {
      if (draw < 8) keys[client] = -clientLoad[client * dimensions]!;
      else if (draw < 10) keys[client] = -far[client]!;
      else if (draw < 11) keys[client] = far[client]!;
      else keys[client] = slack[client]!;
    }
    sortByKey(list, keys);
  }
}

/** Insertion sort: lists are short, equal keys keep their (random) order, nothing is allocated. */
function sortByKey(list: Int32Array, keys: Float64Array): void {
  for (let i = 1; i < list.length; i++) {
    const client = list[i]!;
    const key = keys[client]!;
    let j = i - 1;
    while (j >= 0 && keys[list[j]!]! > key) {
      list[j + 1] = list[j]!;
      j--;
    }
    list[j + 1] = client;
  }
}
