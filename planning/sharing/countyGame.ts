/** The cost game of a plan with everything that the rules divide by; amounts in whole cents. */
import type { NearestKey } from "../../domain/sharing/keys.ts";
import { grandCoalition, type ExaminedCoalition } from "../../optimizer/sharing/index.ts";

/** All lists in the order of `players`. */
export interface CountyGame {
  /** AGS. */
  readonly players: readonly string[];
  readonly jointCents: number;
  readonly standAloneCents: readonly number[];
  /** c(S) by bitmask; `null` for a group without a table. */
  readonly values: readonly number[] | null;
  /** Groups whose cost is known when there is no table; proper ones of two and more. */
  readonly examined: readonly ExaminedCoalition[];
  /** Arrivals of the period. */
  readonly massKg: readonly number[];
  readonly population: readonly number[];
  readonly roomLitres: readonly number[];
  /** Two-part key: the part of the cost divided by room. */
  readonly capacityShare: number;
  readonly nearestTo: NearestKey;
}

/** What all but one pay together; `null` when nobody has reckoned it. */
export function costWithout(game: CountyGame, player: number): number | null {
  if (game.values !== null) return game.values[grandCoalition(game.players.length) ^ (1 << player)]!;
  const others = game.players.length - 1;
  const found = game.examined.find(({ members }) => members.length === others && !members.includes(player));
  return found?.cost ?? null;
}

/** The game of those who stay when one member stays away; `null` when its cost is not known or nobody is left. */
export function withoutMember(game: CountyGame, player: number): CountyGame | null {
  const jointCents = costWithout(game, player);
  if (jointCents === null || game.players.length < 2) return null;
  const stay = <T>(list: readonly T[]): T[] => list.filter((_, i) => i !== player);
  return {
    ...game,
    players: stay(game.players),
    jointCents,
    standAloneCents: stay(game.standAloneCents),
    values: game.values === null ? null : tableWithout(game.values, player),
    examined: game.examined.flatMap(({ members, cost }) =>
      members.includes(player) || members.length >= game.players.length - 1
        ? []
        : [{ members: members.map((i) => (i > player ? i - 1 : i)), cost }],
    ),
    massKg: stay(game.massKg),
    population: stay(game.population),
    roomLitres: stay(game.roomLitres),
  };
}

/** The table of the coalitions without one player; the players behind it move up by one. */
export function tableWithout(values: readonly number[], player: number): number[] {
  const below = 2 ** player - 1;
  return Array.from({ length: values.length / 2 }, (_, s) => values[(s & below) | ((s & ~below) << 1)]!);
}
