/**
 * The words of a routing solution. Clock times in seconds after local midnight of the route's day.
 *
 * Cost of one route: the sum of its lines in `RouteCosts`, each rounded to whole cents on its own.
 */
import type { Violation } from "./violation.ts";

/**
 * A visit on a route: a client served, a load tipped at a facility, a break taken at the place of the stop before, an
 * emptied container set down again at its client (`return`), or empty containers taken and left at a yard.
 */
export interface Stop {
  readonly kind: "client" | "facility" | "break" | "return" | "yard";
  /** Index of the client, the facility or the yard; -1 for a break. */
  readonly index: number;
  readonly arrival: number;
  /** When service, unloading or the break begins; later than `arrival` when the vehicle had to wait. */
  readonly start: number;
  readonly departure: number;
  /** After a yard: empty containers on board, by type. */
  readonly empties?: readonly number[];
}

/** What a route costs, by line, in whole cents; halves are rounded up. */
export interface RouteCosts {
  readonly fixed: number;
  /** `round(distanceMetres * centsPerKm / 1000)` */
  readonly distance: number;
  /** `round(metres on toll roads * tollCentsPerKm / 1000)` */
  readonly toll: number;
  /** `round(durationSeconds * centsPerHour / 3600)` */
  readonly time: number;
  /** `round(max(0, durationSeconds - normalSeconds) * overtimeCentsPerHour / 3600)` */
  readonly overtime: number;
  /** `round(sum over all unloadings of amount * centsPerUnit)` */
  readonly gate: number;
}

/** One vehicle on one day. Never empty of clients. */
export interface Route {
  readonly vehicle: number;
  readonly day: number;
  readonly departure: number;
  /** Empty containers on board at the start, by type; absent is none. */
  readonly startEmpties?: readonly number[];
  readonly stops: readonly Stop[];
  readonly arrival: number;
  readonly distanceMetres: number;
  readonly drivingSeconds: number;
  readonly durationSeconds: number;
  readonly costCents: number;
  /** The lines of `costCents`. */
  readonly costs?: RouteCosts;
}

export interface RoutingSolution {
  readonly routes: readonly Route[];
  /** Clients left out, ascending. */
  readonly unserved: readonly number[];
  /** Sum of the routes. */
  readonly routeCostCents: number;
  /** What leaving the published plan costs: see `PublishedVisits`. Absent where nothing is published. */
  readonly deviationCents?: number;
  /** `routeCostCents` plus the prizes of the unserved and `deviationCents`. */
  readonly objectiveCents: number;
}

/** Why a client stays where it is, told by its cheapest insertion over all routes and idle vehicle-days. */
export interface UnservedReason {
  readonly client: number;
  /**
   * `price`: it could be inserted, at more than its prize. Otherwise the limit that keeps it out: `noVehicle`,
   * `capability`, `closed`, `capacity`, `window`, `facilityClosed`, `facilityCapacity`, `breakLeg`, `driving`,
   * `duration`, `distance`, `shift`, `lock`, `frozen`, `order`, `precedence`, `release`, `slots`, `spares`.
   */
  readonly code: string;
  /** The limit and what the insertion needs, in `unit`; for `price` the prize (`requiredPenaltyCents` where it must be served) and the prize at which it would be taken. */
  readonly limit: number;
  readonly needed: number;
  /** A load dimension's name, `s` (clock time or duration), `m`, `bits`, `count`, or `cents`. */
  readonly unit: string;
  /** The insertion behind the reason, one per visit; empty when no vehicle works at all. */
  readonly insertions: readonly Insertion[];
  /** Where that insertion breaks the limit: at which stop, client or facility; `null` for `price` and `noVehicle`. */
  readonly violation: Violation | null;
}

/** Behind the first `position` clients of the route of a vehicle on a day (an idle one has none). */
export interface Insertion {
  readonly vehicle: number;
  readonly day: number;
  readonly position: number;
  readonly priceCents: number;
}
