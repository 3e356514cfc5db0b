/** Leave and join: the shares with and without a member, and whether anybody present is worse off for its entry. */
import type { CountyGame } from "../sharing/countyGame.ts";
import { withoutMember } from "../sharing/countyGame.ts";
import type { Divide } from "./tonnage.ts";

export interface OtherMember {
  readonly ags: string;
  readonly withCents: number;
  readonly withoutCents: number;
}

export interface Membership {
  readonly ags: string;
  /** Whole cents the member pays inside; alone it pays `aloneCents`. */
  readonly shareCents: number;
  readonly aloneCents: number;
  readonly jointCents: number;
  /** What the others pay together when it stays away. */
  readonly othersJointCents: number;
  readonly others: readonly OtherMember[];
  /** Those who pay more because it is there, the most first; empty when its entry harms nobody. */
  readonly worseByEntry: readonly OtherMember[];
}

/** @returns `null` when the rule has no answer for one of the two groups, or the others' cost is not known */
export function membership(game: CountyGame, player: number, divide: Divide): Membership | null {
  const rest = withoutMember(game, player);
  const inside = divide(game);
  const without = rest && divide(rest);
  if (rest === null || inside === null || without === null) return null;
  return compareMembership({
    ags: game.players[player]!,
    shareCents: inside[player]!,
    aloneCents: game.standAloneCents[player]!,
    jointCents: game.jointCents,
    othersJointCents: rest.jointCents,
    others: rest.players.map((ags, i) => ({
      ags,
      withCents: inside[i < player ? i : i + 1]!,
      withoutCents: without[i]!,
    })),
  });
}

/** Adds who is worse off to shares that are known already, such as those of a plan. */
export function compareMembership(known: Omit<Membership, "worseByEntry">): Membership {
  const worseByEntry = known.others
    .filter(({ withCents, withoutCents }) => withCents > withoutCents)
    .sort((a, b) => b.withCents - b.withoutCents - (a.withCents - a.withoutCents));
  return { ...known, worseByEntry };
}
