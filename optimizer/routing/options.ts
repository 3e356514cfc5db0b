/** What goes into and comes out of `solve`. */
import type { RoutingSolution, UnservedReason } from "../../domain/routing/solution.ts";

export interface Progress {
  readonly iterations: number;
  /** Objective of the best plan so far; a required client left out counts `requiredPenaltyCents`. */
  readonly bestCents: number;
  /** 0 when no clock was given. */
  readonly elapsedMs: number;
}

/** At least one of `iterations` and `seconds` (which needs `now`); whichever ends first. */
export interface SolveOptions {
  readonly seed: number;
  readonly iterations?: number;
  readonly seconds?: number;
  /** Milliseconds, only differences count. */
  readonly now?: () => number;
  /** An AbortSignal, or whatever says so between threads. */
  readonly signal?: { readonly aborted: boolean };
  readonly onProgress?: (progress: Progress) => void;
  /**
   * Where the search begins instead of the nearest-neighbour plan; never dearer than its routes that keep the rules. Only the
   * general engine takes it (locks, a published plan, ...).
   */
  readonly start?: RoutingSolution;
}

export interface TracePoint {
  readonly iterations: number;
  readonly bestCents: number;
  /** 0 when no clock was given. */
  readonly elapsedMs: number;
}

export interface RoutingResult {
  readonly solution: RoutingSolution;
  readonly iterations: number;
  /** One for every unserved client, in the same order. */
  readonly reasons: UnservedReason[];
  /** When the best plan became better, thinned to the looks at the clock. */
  readonly trace: TracePoint[];
}
