/** What passes between the route pool and its threads. */
import type { RoutingProblem } from "../domain/routing/problem.ts";
import type { Progress, RoutingResult } from "../optimizer/routing/index.ts";

/** What a thread is given at its start. */
export interface RouteTask {
  readonly problem: RoutingProblem;
  readonly seed: number;
  readonly iterations?: number;
  readonly seconds?: number;
  /** One Int32; anything but 0 ends the search. A thread that searches reads no messages. */
  readonly stop: SharedArrayBuffer;
}

export type RouteMessage =
  | { readonly kind: "progress"; readonly progress: Progress }
  | { readonly kind: "result"; readonly result: RoutingResult };
