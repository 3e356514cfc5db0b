/**
 * Which groups would leave, measured against how exactly their cost is known.
 *
 * Every cost comes from the same search with the same effort, which proves for the joint plan how far it may be from the
 * best. A group that would gain less than that part of its own cost has no reason to leave that anybody could prove; nor
 * has one that would gain less than a cent for each member, which is rounding.
 */
import type { BlockingCoalition } from "../../domain/plan/plan.ts";
import { popcount } from "../../optimizer/sharing/index.ts";
import type { CountyGame } from "./countyGame.ts";

/** More than one percent is never excused as inaccuracy. */
const MOST_EXCUSED = 0.01;

/** Part of a cost within which it is known: the proven gap of the joint plan. */
export function accuracyOf(costCents: number, lowerBoundCents: number): number {
  return costCents <= 0 ? 0 : Math.min(MOST_EXCUSED, Math.max(0, (costCents - lowerBoundCents) / costCents));
}

export interface Stability {
  readonly stable: boolean;
  readonly blockingCount: number;
  readonly withinAccuracyCount: number;
  readonly worstBlocking: BlockingCoalition | null;
}

/** @param accuracy see `accuracyOf` */
export function stabilityOf(game: CountyGame, shares: readonly number[], accuracy: number): Stability {
  let blockingCount = 0;
  let withinAccuracyCount = 0;
  let worst: { readonly excess: number; readonly cost: number; readonly group: number } | null = null;
  for (const { excess, cost, group } of excesses(game, shares)) {
    if (excess <= 0) continue;
    if (excess <= knownTo(cost, sizeOf(game, group), accuracy)) withinAccuracyCount++;
    else {
      blockingCount++;
      if (excess > (worst?.excess ?? 0)) worst = { excess, cost, group };
    }
  }
  return {
    stable: blockingCount === 0,
    blockingCount,
    withinAccuracyCount,
    worstBlocking: worst && {
      members: namesOf(game, worst.group),
      costCents: worst.cost,
      sharesCents: worst.cost + worst.excess,
      excessCents: worst.excess,
      accuracyCents: knownTo(worst.cost, sizeOf(game, worst.group), accuracy),
    },
  };
}

/** Whole cents up to which an excess proves nothing. */
function knownTo(cost: number, members: number, accuracy: number): number {
  return Math.max(members, Math.floor(Math.abs(cost) * accuracy));
}

function sizeOf({ values, examined }: CountyGame, group: number): number {
  return values === null ? examined[group]!.members.length : popcount(group);
}

/** Every proper group that is known; `group` is a bitmask, or without a table an index of `examined`. */
function* excesses({ values, examined }: CountyGame, shares: readonly number[]) {
  if (values === null) {
    for (const [group, { members, cost }] of examined.entries())
      yield { group, cost, excess: members.reduce((sum, i) => sum + shares[i]!, 0) - cost };
    return;
  }
  const sums = new Float64Array(values.length);
  for (let group = 1; group < values.length - 1; group++) {
    sums[group] = sums[group & (group - 1)]! + shares[31 - Math.clz32(group & -group)]!;
    yield { group, cost: values[group]!, excess: sums[group]! - values[group]! };
  }
}

function namesOf({ values, examined, players }: CountyGame, group: number): string[] {
  if (values === null) return examined[group]!.members.map((i) => players[i]!);
  return players.filter((_, i) => Math.floor(group / 2 ** i) % 2 === 1);
}
