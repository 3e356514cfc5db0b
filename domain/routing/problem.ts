/**
 * The words of a routing problem: what is to be carried, by whom, and where it may be unloaded.
 *
 * Plain numbers on purpose: the solver (optimizer/routing) and the independent checker (optimizer/checker) both read
 * these types and share no code. Units: seconds after local midnight for clock times, seconds for durations, metres for
 * distances, integer cents for money; loads in the units named by `dimensions`.
 */

/** A span of one day, both ends included, in seconds after local midnight. `earliest <= latest`. */
export interface TimeWindow {
  readonly earliest: number;
  readonly latest: number;
}

/** Travel between all locations for one kind of vehicle; row-major `from * locationCount + to`, may be asymmetric. */
export interface TravelProfile {
  readonly distanceMetres: Float64Array;
  readonly durationSeconds: Float64Array;
}

/** Something to pick up, in one visit or, where it has day sets, in one visit on each day of one set. */
export interface Client {
  readonly location: number;
  /** One amount per dimension, each at least 0. */
  readonly load: readonly number[];
  readonly serviceSeconds: number;
  /** Windows in which service may start, per day; an empty list closes the day. Length: `days`. */
  readonly windows: readonly (readonly TimeWindow[])[];
  /** Bits that the vehicle must have; 0 asks for nothing. */
  readonly capabilities: number;
  /** Only clients of equal material share a trip. */
  readonly material: number;
  /** Facilities that may take this load. Empty: it stays on board to the end of the route (classical CVRP). */
  readonly facilities: readonly number[];
  /** What leaving it out costs, in cents; `null` means it must be served. */
  readonly prizeCents: number | null;
  /**
   * Sets of days, ascending and without repetition: the client is visited on exactly the days of one of them, `load`
   * and `serviceSeconds` being those of one visit. Without it, one visit on any one day.
   */
  readonly daySets?: readonly (readonly number[])[];
}

/** A place to unload, visited any number of times. Unloading empties the vehicle. */
export interface Facility {
  readonly location: number;
  readonly unloadSeconds: number;
  /** Opening windows for the start of unloading, per day. Length: `days`. */
  readonly windows: readonly (readonly TimeWindow[])[];
  /** The most it takes in a day, in the first dimension; `null` is unlimited. */
  readonly capacityPerDay: number | null;
}

/** EU 561/2006 in the form used here: after `drivingSeconds` at the wheel a break of `breakSeconds` is due. */
export interface BreakRule {
  readonly drivingSeconds: number;
  readonly breakSeconds: number;
}

/** A break of `seconds` that begins from `earliest` to `latest`, in seconds after local midnight. */
export interface LunchRule {
  readonly earliest: number;
  readonly latest: number;
  readonly seconds: number;
}

/** One vehicle with one driver; at most one route a day. */
export interface Vehicle {
  readonly startLocation: number;
  readonly endLocation: number;
  /** The shift of each day: leave not before `earliest`, be back by `latest`; `null` is a day off. Length: `days`. */
  readonly shifts: readonly (TimeWindow | null)[];
  /** One limit per dimension. */
  readonly capacity: readonly number[];
  readonly capabilities: number;
  /** Index into `profiles`. */
  readonly profile: number;
  readonly fixedCents: number;
  /** Per kilometre, toll included. */
  readonly centsPerKm: number;
  /** Per hour from leaving the start to reaching the end, waiting and breaks included. */
  readonly centsPerHour: number;
  /** Driving allowed on one route; `null` is unlimited. */
  readonly maxDrivingSeconds: number | null;
  readonly breakRule: BreakRule | null;
  /** A vehicle that is out during the whole of it begins lunch in between; back by `latest` or leaving after, it needs none. */
  readonly lunch?: LunchRule;
  /** Most clients on one route; without it there is no limit. */
  readonly maxStops?: number;
  /** Most that one route collects on all its trips together, in the first dimension; without it there is no limit. */
  readonly maxLoadPerDay?: number;
}

export interface RoutingProblem {
  readonly locationCount: number;
  readonly days: number;
  /** Names of the load dimensions, for example `["kg", "litres"]`. */
  readonly dimensions: readonly string[];
  readonly profiles: readonly TravelProfile[];
  readonly clients: readonly Client[];
  readonly facilities: readonly Facility[];
  readonly vehicles: readonly Vehicle[];
}
