/** Kinds of break on a leg, as they are kept in labels and itineraries. */
import type { BreakRule } from "../../domain/routing/problem.ts";

export const FULL = 1;
/** The two parts of a split break, in this order. */
export const FIRST = 2;
export const SECOND = 3;

/** Seconds of a break of this kind; 0 is none. */
export function breakLength(rule: BreakRule | null, kind: number): number {
  if (rule === null || kind === 0) return 0;
  if (kind === FULL || rule.split === undefined) return rule.breakSeconds;
  return rule.split[kind === FIRST ? 0 : 1];
}
