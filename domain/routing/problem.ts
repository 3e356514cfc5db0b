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

/** Locations in a plane: metres between them are Euclidean, `whole` ones rounded halves up; a metre takes a second. */
export interface Plane {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly whole: boolean;
}

/** Travel between all locations for one kind of vehicle; row-major `from * locationCount + to`, may be asymmetric. */
export interface TravelProfile {
  readonly distanceMetres: Float64Array;
  readonly durationSeconds: Float64Array;
  /** Where both matrices come from. With it they may be empty: ten thousand locations would fill 800 MB. */
  readonly plane?: Plane;
  /** How many of the metres are on toll roads; without it `Vehicle.tollShare` of every arc is. */
  readonly tollMetres?: Float64Array;
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
   * and `serviceSeconds` being those of one visit, `prizeCents` that of all visits together. See daySets.ts. Without it,
   * one visit on any one day.
   */
  readonly daySets?: readonly (readonly number[])[];
  /** The trip that serves it leaves the start, or the facility before, not earlier on the day; absent is 0. */
  readonly releaseSeconds?: number;
  /**
   * Clients that must be served before: their service has ended, on an earlier day or on the same one, when this one's
   * begins, whatever vehicles serve them. If one of them is not served, this one cannot be. Not with day sets.
   */
  readonly after?: readonly number[];
  /** What is done with a container here; without it the load goes into the vehicle itself. Not with day sets. */
  readonly job?: ContainerJob;
  /** Others load while the driver rests: the service counts as a break of its length. */
  readonly restsDriver?: boolean;
  /** The dispatcher's word: only this vehicle, only this day. */
  readonly lock?: { readonly vehicle?: number; readonly day?: number };
  /** Where the published plan serves it, and what moving it costs. */
  readonly published?: PublishedVisits;
}

/**
 * A roll-off container or skip, moved whole; `load` is what is in it. `emptyAndReturn` takes it to a facility and brings
 * it back to the same place, `swap` brings an empty one of its type and takes the full one, `pickUp` takes it for good,
 * `deliver` leaves an empty one (no load, no facilities). What a facility has emptied is an empty container on board.
 */
export interface ContainerJob {
  readonly kind: "emptyAndReturn" | "swap" | "pickUp" | "deliver";
  /** Index into `containerTypes`. */
  readonly containerType: number;
  /** Setting the emptied container down again, for `emptyAndReturn`. Default 0. */
  readonly returnSeconds?: number;
}

/** Containers of one type stand in for each other. */
export interface ContainerType {
  /** Places on a vehicle that one takes, full or empty. */
  readonly slots: number;
}

/** A depot of empty containers, visited any number of times; also where a shift begins or ends at its location. */
export interface Yard {
  readonly location: number;
  /** A visit, however many containers are taken or left. */
  readonly serviceSeconds: number;
  /** For the start of a visit, per day; without it always open. Does not hold for the begin and end of a shift. */
  readonly windows?: readonly (readonly TimeWindow[])[];
  /** By type, the most that all vehicles together take on a day; `null` is unlimited. What is left counts from the next day on. */
  readonly sparesPerDay: readonly (number | null)[];
}

/** Calm plans: each published visit that is not kept, on that day by that vehicle, costs `deviationCents`. */
export interface PublishedVisits {
  readonly visits: readonly { readonly vehicle: number; readonly day: number }[];
  readonly deviationCents: number;
}

/** A route that may not be changed: exactly these clients (without day sets), in this order. Breaks and unloading are free. */
export interface FrozenRoute {
  readonly vehicle: number;
  readonly day: number;
  readonly clients: readonly number[];
}

/** A place to unload, visited any number of times. Unloading empties the vehicle. */
export interface Facility {
  readonly location: number;
  readonly unloadSeconds: number;
  /** Opening windows for the start of unloading, per day. Length: `days`. */
  readonly windows: readonly (readonly TimeWindow[])[];
  /** The most it takes in a day, in the first dimension; `null` is unlimited. */
  readonly capacityPerDay: number | null;
  /** Others unload while the driver rests: unloading counts as a break of its length. */
  readonly restsDriver?: boolean;
  /** Materials that are taken here; without the list, whatever a client brings that names this facility. */
  readonly accepts?: readonly number[];
  /** What unloading costs; a material without a price is free. */
  readonly gatePrices?: readonly GatePrice[];
}

/** Cents for each unit of one load dimension that a material brings, for example 4.5 a kilogram for 45 €/t. */
export interface GatePrice {
  readonly material: number;
  /** Index into `dimensions`. */
  readonly dimension: number;
  readonly centsPerUnit: number;
}

/**
 * EU 561/2006, article 7: after `drivingSeconds` at the wheel a break of `breakSeconds` is due. With `split` it may be
 * taken in two parts, the first at least as long as the first number, then the second; driving starts to count anew
 * after the second. Waiting, loading and unloading are no break, except where a place says `restsDriver`.
 */
export interface BreakRule {
  readonly drivingSeconds: number;
  readonly breakSeconds: number;
  readonly split?: readonly [number, number];
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
  /** Per kilometre; toll included unless `tollCentsPerKm` names it apart. */
  readonly centsPerKm: number;
  /** Per hour from leaving the start to reaching the end, waiting and breaks included. */
  readonly centsPerHour: number;
  /** Driving allowed on one route; `null` is unlimited. */
  readonly maxDrivingSeconds: number | null;
  readonly breakRule: BreakRule | null;
  /** Toll per kilometre of toll road, a cost line of its own. Default 0. */
  readonly tollCentsPerKm?: number;
  /** Part of every arc that is toll road, 0 to 1, where the profile has no `tollMetres`. Default 0. */
  readonly tollShare?: number;
  /** Containers carried, in slots: 1 on the hook, 2 with a trailer. Default 0: no container jobs. */
  readonly slots?: number;
  /** A route longer than this is overtime; without it there is none. The shift stays the hard limit. */
  readonly normalSeconds?: number;
  /** On top of `centsPerHour`, for each hour beyond `normalSeconds`. Default 0. */
  readonly overtimeCentsPerHour?: number;
  /** The longest route from leaving the start to reaching the end; without it only the shift limits it. */
  readonly maxDurationSeconds?: number;
  /** The longest way of one route; without it there is no limit. */
  readonly maxDistanceMetres?: number;
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
  readonly containerTypes?: readonly ContainerType[];
  readonly yards?: readonly Yard[];
  readonly frozenRoutes?: readonly FrozenRoute[];
  /** Lists of clients; those of a list that share a route are visited in its order. */
  readonly orderLocks?: readonly (readonly number[])[];
}
