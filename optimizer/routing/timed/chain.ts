/**
 * Which trips a vehicle drives one after the other: a doubly linked list of tours a vehicle, copied at `mark` and
 * restored at `revert`. Meant for a few hundred trips, where the copy costs less than a log would.
 */
export const NO_TRIP = -1;

export class Chain {
  readonly vehicles: number;
  /** -1 for a tour that is on no vehicle. */
  readonly vehicleOf: Int32Array;
  readonly next: Int32Array;
  readonly previous: Int32Array;
  readonly first: Int32Array;
  private readonly held: Int32Array[];

  constructor(vehicles: number, tours: number) {
    this.vehicles = vehicles;
    this.vehicleOf = new Int32Array(tours).fill(-1);
    this.next = new Int32Array(tours).fill(NO_TRIP);
    this.previous = new Int32Array(tours).fill(NO_TRIP);
    this.first = new Int32Array(vehicles).fill(NO_TRIP);
    this.held = [this.vehicleOf, this.next, this.previous, this.first].map((array) => array.slice());
  }

  mark(): void {
    this.held[0]!.set(this.vehicleOf);
    this.held[1]!.set(this.next);
    this.held[2]!.set(this.previous);
    this.held[3]!.set(this.first);
  }

  revert(): void {
    this.vehicleOf.set(this.held[0]!);
    this.next.set(this.held[1]!);
    this.previous.set(this.held[2]!);
    this.first.set(this.held[3]!);
  }

  /** Puts a tour behind trip `before` of the vehicle (`NO_TRIP`: in front of all). */
  place(tour: number, vehicle: number, before: number): void {
    const after = before === NO_TRIP ? this.first[vehicle]! : this.next[before]!;
    this.vehicleOf[tour] = vehicle;
    this.previous[tour] = before;
    this.next[tour] = after;
    if (before === NO_TRIP) this.first[vehicle] = tour;
    else this.next[before] = tour;
    if (after !== NO_TRIP) this.previous[after] = tour;
  }

  drop(tour: number): void {
    const before = this.previous[tour]!;
    const after = this.next[tour]!;
    if (before === NO_TRIP) this.first[this.vehicleOf[tour]!] = after;
    else this.next[before] = after;
    if (after !== NO_TRIP) this.previous[after] = before;
    this.vehicleOf[tour] = -1;
  }
}
