/**
 * The plain problem as the fast path sees it: one day, one load dimension, no windows that bind, no facilities; any
 * number of depots, vehicle types with their own capacity, fixed cost and rate, and a limit on the span of a tour.
 *
 * Nodes: 0 .. depots - 1 are depots, node depots + i is client `clients[i]`. Arc costs are whole numbers: cents of the first type
 * times `scale`, a power of ten that fits 31 bits. Plans are priced exactly at the end; within the search a plan of
 * whole-cent arcs is exact as well.
 */
import type { Arcs, Spans } from "./arcs.ts";

/** Equal vehicles, one entry per type in every array. */
export interface VehicleTypes {
  readonly depot: Int32Array;
  readonly count: Int32Array;
  readonly capacity: Float64Array;
  /** In scaled cents. */
  readonly fixed: Float64Array;
  /** What an arc costs as a multiple of `arcs`. */
  readonly rate: Float64Array;
  /** The most span of a tour; infinite where there is none. */
  readonly limit: Float64Array;
  /** Indices of the vehicles of each type. */
  readonly vehicles: readonly (readonly number[])[];
}

export interface Plain {
  readonly depots: number;
  readonly nodes: number;
  /** Index in the problem of the client of each node behind the depots. */
  readonly clients: Int32Array;
  readonly types: VehicleTypes;
  /** True when types of one depot differ, so that it matters which one drives a tour. */
  readonly mixed: boolean;
  readonly demand: Float64Array;
  readonly arcs: Arcs;
  /** Driving that counts towards the limit; `null` when no type has one. */
  readonly span: Spans | null;
  /** What a visit adds to the span. */
  readonly service: Float64Array;
  readonly scale: number;
  /** Part of the objective that no plan changes: hours of service. In scaled cents. */
  readonly constant: number;
}
