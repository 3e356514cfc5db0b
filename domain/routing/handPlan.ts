/** The words of the dispatcher's board: tours made or moved by hand, what is wrong with them, and what they cost. */
import type { Route, RoutingSolution } from "./solution.ts";
import type { Violation } from "./violation.ts";

export interface PlannedStop {
  readonly kind: "client" | "facility" | "break" | "return" | "yard";
  /** Of the client (also of a return), the facility or the yard; -1 for a break. */
  readonly index: number;
  /** Of a break; default: what the rule asks for. */
  readonly seconds?: number;
  /** Of a yard: empty containers on board afterwards, by type; default: none. */
  readonly empties?: readonly number[];
}

/**
 * A tour made by hand. Of clients alone, everything else (unloading, breaks, returns, yards) is placed where it is
 * cheapest; with any other stop the tour is taken as it stands, except that a tour that names no break takes a whole one
 * before each leg that would be too much, and lunch where it costs least.
 */
export interface HandTour {
  readonly vehicle: number;
  readonly day: number;
  /** Empty containers on board at the start, by type; default: none. */
  readonly startEmpties?: readonly number[];
  readonly stops: readonly PlannedStop[];
}

/** The tour as it would be driven: as early as it must, as short as it can, and what does not hold. */
export interface JudgedTour {
  readonly route: Route;
  readonly violations: readonly Violation[];
}

/**
 * A client taken to a place behind the first `position` clients of a tour (itself not counted); `to: null` takes it off.
 * `from` names the visit that is moved of a client with several; without it the client leaves every tour it is on.
 */
export interface Move {
  readonly client: number;
  readonly from?: { readonly vehicle: number; readonly day: number };
  readonly to: { readonly vehicle: number; readonly day: number; readonly position: number } | null;
}

export interface MovePrice {
  /** Cost of the tours concerned, and the prize won or lost. */
  readonly deltaCents: number;
  /** What is broken on the tours concerned afterwards, and what was before. */
  readonly violations: readonly Violation[];
  readonly violationsBefore: readonly Violation[];
  /** The tours concerned, and those that wait for them or are waited for, as they would be driven; without emptied ones. */
  readonly tours: readonly JudgedTour[];
}

/** Hand-made tours against the best that is known. */
export interface HandPlan {
  readonly tours: readonly JudgedTour[];
  /** All of them: of each tour in turn, then of the plan as a whole. */
  readonly violations: readonly Violation[];
  /** Clients on no tour, ascending. */
  readonly unserved: readonly number[];
  readonly routeCostCents: number;
  /** Routes, the prizes of the unserved, and leaving the published plan, as in `RoutingSolution`. */
  readonly objectiveCents: number;
  /** `objectiveCents` less that of `optimum`; a plan that breaks rules may well be cheaper. */
  readonly overOptimumCents: number;
  readonly optimum: RoutingSolution;
}

/** What a stop costs the tour. */
export interface RemovalGain {
  readonly client: number;
  /** Cents saved without it, unloading placed anew; `null`: without it the rest cannot be driven at all. */
  readonly cents: number | null;
}
