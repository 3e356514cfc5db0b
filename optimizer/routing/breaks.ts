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

/** Whether rest at a place counts: as the whole break (FULL), as its first part (FIRST), or as nothing (0). */
export function restCounts(rule: BreakRule, seconds: number, half: boolean): number {
  const { breakSeconds, split } = rule;
  if (seconds >= breakSeconds || (split !== undefined && half && seconds >= split[1])) return FULL;
  return split !== undefined && seconds >= split[0] ? FIRST : 0;
}
