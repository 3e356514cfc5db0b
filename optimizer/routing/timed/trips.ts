/**
 * Tours as trips of vehicles that reload at the depot. Each trip keeps when it may leave at the earliest and be back at
 * the latest, given the trips before and after it on its vehicle and the releases of its clients; a change anywhere on a
 * vehicle retimes the whole vehicle, which drives a few dozen stops a day.
 */
import { Chain, NO_TRIP } from "./chain.ts";
import type { Timed } from "./instance.ts";
import { Tours } from "./tours.ts";

export class Trips extends Tours {
  readonly chain: Chain;
  /** Earliest departure and return, latest return and departure, of each trip on a vehicle. */
  readonly starts: Int32Array;
  readonly returns: Int32Array;
  readonly ends: Int32Array;
  readonly lateStarts: Int32Array;
  /** Latest release of its clients. */
  readonly releases: Int32Array;
  /** From leaving the depot to the end of service without any waiting. */
  readonly sinceStart: Int32Array;
  private readonly staleIn: Int32Array;
  private readonly stale: Int32Array;
  private staleCount = 0;
  private staleRound = 1;

  constructor(problem: Timed) {
    super(problem, problem.nodes - 1);
    const perTrip = (): Int32Array => new Int32Array(this.first.length);
    this.chain = new Chain(problem.fleet, this.first.length);
    this.starts = perTrip();
    this.returns = perTrip();
    this.ends = perTrip();
    this.lateStarts = perTrip();
    this.releases = perTrip();
    this.sinceStart = new Int32Array(problem.nodes);
    this.staleIn = new Int32Array(problem.fleet);
    this.stale = new Int32Array(problem.fleet);
  }

  override mark(): void {
    super.mark();
    this.chain.mark();
    this.staleCount = 0;
    this.staleRound++;
  }

  /** An empty tour must have been placed on a vehicle before. */
  override insert(node: number, before: number, tour: number): void {
    this.logged(node, before, tour);
    this.link(node, before, tour);
    this.touch(tour);
    this.retime(this.chain.vehicleOf[tour]!);
  }

  override remove(node: number): void {
    const tour = this.tourOf[node]!;
    this.touch(tour);
    super.remove(node);
    if (this.size[tour] === 0) this.chain.drop(tour);
  }

  override revert(): void {
    this.undoLinks();
    this.chain.revert();
    for (let i = 0; i < this.staleCount; i++) this.retime(this.stale[i]!);
  }

  /** Retimes the vehicles that lost nodes since `mark`. */
  refreshTouched(): void {
    for (let i = 0; i < this.staleCount; i++) this.retime(this.stale[i]!);
  }

  override refresh(): void {
    // The vehicle is retimed once the ruin is over.
  }

  /** Moves a trip to another place in the day without changing it; the caller has seen that it fits. */
  move(tour: number, vehicle: number, before: number): void {
    const from = this.chain.vehicleOf[tour]!;
    this.touch(tour);
    this.chain.drop(tour);
    this.chain.place(tour, vehicle, before);
    this.touch(tour);
    this.retime(from);
    if (vehicle !== from) this.retime(vehicle);
  }

  private touch(tour: number): void {
    const vehicle = this.chain.vehicleOf[tour]!;
    if (this.staleIn[vehicle] === this.staleRound) return;
    this.staleIn[vehicle] = this.staleRound;
    this.stale[this.staleCount++] = vehicle;
  }

  private retime(vehicle: number): void {
    const { next, first } = this.chain;
    const { opens, closes, reloadTime, nodes, time } = this.problem;
    let last = NO_TRIP;
    let clock = opens[0]!;
    for (let trip = first[vehicle]!; trip !== NO_TRIP; trip = next[trip]!) {
      this.releases[trip] = this.releaseOf(trip);
      if (clock < this.releases[trip]!) clock = this.releases[trip]!;
      this.starts[trip] = clock;
      clock = this.forward(trip, clock) + time[this.last[trip]! * nodes]!;
      this.returns[trip] = clock;
      if (clock > closes[0]!) this.late = true;
      clock += reloadTime;
      last = trip;
    }
    let bound = closes[0]!;
    for (let trip = last; trip !== NO_TRIP; trip = this.chain.previous[trip]!) {
      this.ends[trip] = bound;
      bound = this.backward(trip, bound) - time[this.first[trip]!]!;
      this.lateStarts[trip] = bound;
      bound -= reloadTime;
    }
  }

  private releaseOf(trip: number): number {
    const { release } = this.problem;
    let latest = 0;
    for (let node = this.first[trip]!; node !== 0; node = this.next[node]!)
      if (release[node]! > latest) latest = release[node]!;
    return latest;
  }

  /** Departure from the last node. */
  private forward(trip: number, start: number): number {
    const { next, departure, sinceStart } = this;
    const { nodes, time, service, opens, closes } = this.problem;
    let clock = start;
    let way = 0;
    let at = 0;
    for (let node = this.first[trip]!; node !== 0; node = next[node]!) {
      const leg = time[at * nodes + node]!;
      clock += leg;
      if (clock > closes[node]!) this.late = true;
      if (clock < opens[node]!) clock = opens[node]!;
      clock += service[node]!;
      way += leg + service[node]!;
      departure[node] = clock;
      sinceStart[node] = way;
      at = node;
    }
    return clock;
  }

  /** Latest start of service at the first node. */
  private backward(trip: number, end: number): number {
    const { previous, latest } = this;
    const { nodes, timeInto, service, closes } = this.problem;
    let bound = end;
    let from = 0;
    for (let node = this.last[trip]!; node !== 0; node = previous[node]!) {
      bound -= timeInto[from * nodes + node]! + service[node]!;
      if (bound > closes[node]!) bound = closes[node]!;
      latest[node] = bound;
      from = node;
    }
    return bound;
  }
}
