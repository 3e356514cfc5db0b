/** The rules of division that a region may agree on, by key. docs/sharing.md says what each does. */
import * as z from "zod";

/** Keys that the nearest stable split may be near to: formulas that need no engine. */
export const NearestKey = z.enum([
  "tonnes",
  "inhabitants",
  "twoPart",
  "equal",
  "standAlone",
  "scrb",
  "egnsc",
  "shapley",
]);
export type NearestKey = z.infer<typeof NearestKey>;

/** In the order in which they are shown. Every one sums to the joint cost and can be checked without a solver. */
export const AllocationRule = z.enum([
  "tonnes",
  "inhabitants",
  "twoPart",
  "equal",
  "standAlone",
  "scrb",
  "egnsc",
  "tau",
  "shapley",
  "nucleolus",
  "perCapitaNucleolus",
  "equalProfit",
  "nearestStable",
]);
export type AllocationRule = z.infer<typeof AllocationRule>;

/** What `nearestStable` stays near to where the region does not say. */
export const DEFAULT_NEAREST: NearestKey = "tonnes";
