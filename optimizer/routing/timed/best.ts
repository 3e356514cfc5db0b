/** The best tours so far: copies of typed arrays an improvement. */
import { NO_TRIP } from "./chain.ts";
import type { VehicleDay } from "./solution.ts";
import type { Tours } from "./tours.ts";
import { Trips } from "./trips.ts";

export class Best {
  cost: number;
  private readonly tours: Tours;
  private readonly next: Int32Array;
  private readonly first: Int32Array;
  private readonly size: Int32Array;
  /** Of trips: the first of each vehicle, and the one after each. */
  private readonly firstTrip: Int32Array;
  private readonly nextTrip: Int32Array;

  constructor(tours: Tours, cost: number) {
    this.tours = tours;
    this.next = tours.next.slice();
    this.first = tours.first.slice();
    this.size = tours.size.slice();
    this.firstTrip = tours instanceof Trips ? tours.chain.first.slice() : new Int32Array(0);
    this.nextTrip = tours instanceof Trips ? tours.chain.next.slice() : new Int32Array(0);
    this.cost = cost;
  }

  keep(cost: number): void {
    const { tours } = this;
    this.next.set(tours.next);
    this.first.set(tours.first);
    this.size.set(tours.size);
    if (tours instanceof Trips) {
      this.firstTrip.set(tours.chain.first);
      this.nextTrip.set(tours.chain.next);
    }
    this.cost = cost;
  }

  /** One entry for each vehicle with work. */
  days(): VehicleDay[] {
    const days: VehicleDay[] = [];
    if (!(this.tours instanceof Trips)) {
      this.size.forEach((size, tour) => {
        if (size > 0) days.push([this.clientsOf(tour)]);
      });
      return days;
    }
    for (const first of this.firstTrip) {
      const trips: number[][] = [];
      for (let trip = first; trip !== NO_TRIP; trip = this.nextTrip[trip]!) trips.push(this.clientsOf(trip));
      if (trips.length > 0) days.push(trips);
    }
    return days;
  }

  private clientsOf(tour: number): number[] {
    const clients: number[] = [];
    for (let node = this.first[tour]!; clients.length < this.size[tour]!; node = this.next[node]!)
      clients.push(node - 1);
    return clients;
  }
}
