/**
 * Clients that wait for others: shred before haul. A client may start once all its predecessors have ended, on the same
 * day or an earlier one; as long as one of them is not served it cannot be served either.
 *
 * The search keeps for each such client when it is released, from the timed route of its predecessors. Whenever that
 * route changes the followers leave the plan and go in again (Plan.touch), so a release never moves under a client that
 * is served. This ends because vehicles are ranked: none serves both a client and one of a higher rank (validate.ts).
 */
import type { RoutingProblem, Vehicle } from "../../domain/routing/problem.ts";
import { NEVER, type Releases } from "./releases.ts";
import type { Itinerary } from "./schedule.ts";

interface Ranked {
  readonly problem: RoutingProblem;
  readonly clientCount: number;
  readonly routeDay: Int32Array;
}

interface Timed {
  readonly length: Int32Array;
  readonly stride: number;
  readonly sequence: Int32Array;
  readonly placement: {
    readonly itinerary: Itinerary;
    readonly vehicle: Vehicle;
    readonly durations: Float64Array;
    readonly day: number;
    trace(): void;
  };
}

export class Precedence {
  /** By client: whom it waits for, and who waits for it. */
  readonly after: readonly (readonly number[])[];
  readonly before: readonly (readonly number[])[];
  /** Names the release of a client, as `Plan.stamp` names the content of a route. */
  readonly stamp: Float64Array;
  private readonly releases: Releases;
  /** Day and second at which a served predecessor has ended; day -1 while it is absent. */
  private readonly endDay: Int32Array;
  private readonly endSecond: Float64Array;
  private readonly kept: readonly (Int32Array | Float64Array)[];
  private readonly live: readonly (Int32Array | Float64Array)[];
  private nextStamp = 1;
  private readonly model: Ranked;

  constructor(model: Ranked, releases: Releases) {
    const { clients } = model.problem;
    this.model = model;
    this.releases = releases;
    this.after = clients.map(({ after = [] }) => after);
    const before = clients.map((): number[] => []);
    this.after.forEach((list, client) => list.forEach((p) => before[p]!.push(client)));
    this.before = before;
    this.stamp = new Float64Array(clients.length);
    this.endDay = new Int32Array(clients.length).fill(-1);
    this.endSecond = new Float64Array(clients.length);
    this.live = [this.stamp, releases.day, releases.second, this.endDay, this.endSecond];
    this.after.forEach((_, client) => this.release(client));
    this.kept = this.live.map((array) => array.slice());
  }

  save(): void {
    this.live.forEach((array, i) => this.kept[i]!.set(array));
  }

  restore(): void {
    this.live.forEach((array, i) => array.set(this.kept[i]!));
  }

  /** A client is no longer served: nobody who waits for it can be. */
  forget(client: number): void {
    if (this.endDay[client] === -1) return;
    this.endDay[client] = -1;
    for (const follower of this.before[client]!) this.release(follower);
  }

  /** Takes the times of a route that has just been repriced and releases who waits for its clients. */
  timeRoute(plan: Timed, route: number): void {
    const row = route * plan.stride;
    const clients = plan.sequence.subarray(row, row + plan.length[route]!);
    if (clients.every((client) => this.before[client]!.length === 0)) return;
    const { placement } = plan;
    placement.trace();
    placement.itinerary.tighten(placement.vehicle, placement.durations, placement.day);
    placement.itinerary.eachEnd(placement.vehicle, placement.durations, placement.day, (place, end) => {
      if (place >= this.model.clientCount || this.before[place]!.length === 0) return;
      this.endDay[place] = placement.day;
      this.endSecond[place] = end;
      for (const follower of this.before[place]!) this.release(follower);
    });
  }

  private release(client: number): void {
    const list = this.after[client]!;
    if (list.length === 0) return;
    let day = -1;
    let second = 0;
    for (const p of list) {
      const end = this.endDay[p]! < 0 ? NEVER : this.endDay[p]!;
      if (end > day || (end === day && this.endSecond[p]! > second)) second = this.endSecond[p]!;
      day = Math.max(day, end);
    }
    this.releases.day[client] = day;
    this.releases.second[client] = second;
    this.stamp[client] = this.nextStamp++;
  }
}
