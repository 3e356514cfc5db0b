/**
 * Two levels for a few hundred members: the counties divide the joint cost among themselves, then each divides its part
 * among its members. A county acts as one player outside; inside, a part of its members would pay what it pays alone.
 *
 * The joint cost of the inner game is the county's share, so a share is never more than the county was asked for. An
 * inner group of members may leave the county, not join another one.
 *
 * Source: G. Owen, Values of games with a priori unions, 1977, DOI 10.1007/978-3-642-45494-3_7 (the two-step idea).
 */
import { grandCoalition, members } from "../coalitions.ts";
import { tableOfCosts, type TableGame } from "../game/table.ts";
import type { FunctionGame } from "./coalitionStore.ts";

/** Divides a table; the same or another rule for each level. Shares sum to the cost of all. */
export type DivideTable = (game: TableGame) => readonly number[];
/** Divides a group too large for a table: members ask for `cost`, the whole is to be `jointCost`. */
export type DivideLarge = (game: FunctionGame, jointCost: number) => readonly number[];

export interface TwoLevelRules {
  readonly outer: DivideTable;
  readonly inner: DivideTable;
  /** For counties above `mostInTable` members. */
  readonly innerLarge: DivideLarge;
  /** Default 13: 8,191 costs. */
  readonly mostInTable?: number;
}

export interface TwoLevelShares {
  /** One per member, in the order of the game. */
  readonly shares: readonly number[];
  readonly groupShares: readonly number[];
}

/**
 * @param groups player indices, every player in exactly one
 * @throws RangeError when they are not a partition
 */
export function twoLevelShares(
  game: FunctionGame,
  groups: readonly (readonly number[])[],
  rules: TwoLevelRules,
): TwoLevelShares {
  requirePartition(game.players, groups);
  const outer = tableFor(groups.length, (chosen) => game.cost(ascending(chosen.flatMap((g) => groups[g]!))));
  const groupShares = rules.outer(tableOfCosts(outer));
  const shares = Array.from({ length: game.players }, () => 0);
  groups.forEach((group, g) => {
    const part = divideInside(game, group, groupShares[g]!, rules);
    group.forEach((player, k) => (shares[player] = part[k]!));
  });
  return { shares, groupShares };
}

function divideInside(
  game: FunctionGame,
  group: readonly number[],
  jointCost: number,
  rules: TwoLevelRules,
): readonly number[] {
  if (group.length === 1) return [jointCost];
  const cost = (chosen: readonly number[]) => game.cost(ascending(chosen.map((k) => group[k]!)));
  if (group.length > (rules.mostInTable ?? 13)) return rules.innerLarge({ players: group.length, cost }, jointCost);
  const inner = tableFor(group.length, (chosen) => (chosen.length === group.length ? jointCost : cost(chosen)));
  return rules.inner(tableOfCosts(inner));
}

function tableFor(players: number, cost: (chosen: readonly number[]) => number) {
  const values = Float64Array.from({ length: grandCoalition(players) + 1 }, (_, s) => (s === 0 ? 0 : cost(members(s))));
  return { players, values };
}

function ascending(players: readonly number[]): number[] {
  return players.toSorted((a, b) => a - b);
}

function requirePartition(players: number, groups: readonly (readonly number[])[]): void {
  const listed = ascending(groups.flat());
  if (
    listed.length !== players ||
    listed.some((player, i) => player !== i) ||
    groups.some((group) => group.length === 0)
  )
    throw new RangeError("every player must belong to exactly one group");
}
