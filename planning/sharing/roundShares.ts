/**
 * From shares to whole cents without giving a group a reason to leave: largest remainder first, then single cents are
 * moved out of the worst group until none pays more than on its own. docs/model.md, "Shares", states the same rule.
 */
import type { CountyGame } from "./countyGame.ts";

/** A proper group and what it would pay on its own. */
export interface KnownGroup {
  readonly members: readonly number[];
  readonly cost: number;
}

/** Differences below a millionth of a cent are ties. */
const GRAIN = 1e6;

/**
 * @param exact shares in cents, summing to the joint cost
 * @returns whole cents with that sum. A group that exceeds its cost by more cents than there are players is no matter of
 *   rounding, and nothing is moved for it.
 */
export function roundWithinCore(exact: readonly number[], game: CountyGame, groups: readonly KnownGroup[]): number[] {
  const grains = exact.map((share) => Math.round(share * GRAIN));
  const cents = largestRemainder(grains, game.jointCents);
  const above = grains.map((grain, i) => cents[i]! * GRAIN - grain);
  for (let step = 0; step < 4 * cents.length; step++) {
    const worst = worstGroup(cents, groups);
    if (worst === null || worst.excess > cents.length) break;
    const inside = new Set(worst.members);
    const players = cents.map((_, i) => i);
    const from = best(
      players.filter((i) => inside.has(i)),
      (i) => above[i]!,
    );
    const to = best(
      players.filter((i) => !inside.has(i) && cents[i]! < game.standAloneCents[i]!),
      (i) => -above[i]!,
    );
    if (from === undefined || to === undefined) break;
    cents[from]! -= 1;
    cents[to]! += 1;
    above[from]! -= GRAIN;
    above[to]! += GRAIN;
  }
  return cents;
}

/** Whole cents of amounts in millionths; ties to the earlier. */
function largestRemainder(grains: readonly number[], jointCents: number): number[] {
  const cents = grains.map((grain) => Math.floor(grain / GRAIN) + 0);
  const missing = jointCents - cents.reduce((a, b) => a + b, 0);
  const rest = (i: number) => grains[i]! - cents[i]! * GRAIN;
  const order = grains.map((_, i) => ({ i, rest: rest(i) })).sort((a, b) => b.rest - a.rest || a.i - b.i);
  for (const { i } of order.slice(0, Math.max(0, missing))) cents[i]! += 1;
  return cents;
}

/** The group with the largest excess above 0, ties to the earlier. */
function worstGroup(cents: readonly number[], groups: readonly KnownGroup[]) {
  let worst: { readonly members: readonly number[]; readonly excess: number } | null = null;
  for (const { members, cost } of groups) {
    let excess = -cost;
    for (const i of members) excess += cents[i]!;
    if (excess > (worst?.excess ?? 0)) worst = { members, excess };
  }
  return worst;
}

/** Ties to the earlier. */
function best(players: readonly number[], score: (player: number) => number): number | undefined {
  return players.reduce<number | undefined>(
    (found, i) => (found === undefined || score(i) > score(found) ? i : found),
    undefined,
  );
}
