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
  const others = game.players.filter((_, i) => i !== player);
  return others.length === 0 ? null : amongMembers(game, others);
}

/**
 * The game of some of the members, in the order of the game: what the others cost and could do no longer counts.
 *
 * @param stay AGS, at least one; each a player of the game
 * @returns `null` when nobody has reckoned what these pay together
 */
export function amongMembers(game: CountyGame, stay: readonly string[]): CountyGame | null {
  const places = game.players.flatMap((ags, i) => (stay.includes(ags) ? [i] : []));
  if (places.length === 0 || places.length !== stay.length)
    throw new RangeError(`not members of the game, each once: ${stay.join(", ")}`);
  if (places.length === game.players.length) return game;
  const jointCents = costOf(game, places);
  if (jointCents === null) return null;
  const of = <T>(list: readonly T[]): T[] => places.map((i) => list[i]!);
  const placeOf = new Map(places.map((i, k) => [i, k]));
  return {
    ...game,
    players: of(game.players),
    jointCents,
    standAloneCents: of(game.standAloneCents),
    values: game.values === null ? null : tableOf(game.values, places),
    examined: game.examined.flatMap(({ members, cost }) => {
      const inside = members.length < places.length && members.every((i) => placeOf.has(i));
      return inside ? [{ members: members.map((i) => placeOf.get(i)!), cost }] : [];
    }),
    massKg: of(game.massKg),
    population: of(game.population),
    roomLitres: of(game.roomLitres),
  };
}

function costOf({ values, examined, standAloneCents }: CountyGame, places: readonly number[]): number | null {
  if (values !== null) return values[places.reduce((group, i) => group + 2 ** i, 0)]!;
  if (places.length === 1) return standAloneCents[places[0]!]!;
  const same = ({ members }: ExaminedCoalition): boolean =>
    members.length === places.length && members.every((i) => places.includes(i));
  return examined.find(same)?.cost ?? null;
}

/** The table of the groups of some players, who become bits 0, 1, 2, … in their order. */
function tableOf(values: readonly number[], places: readonly number[]): number[] {
  const groups = [0];
  for (const place of places) groups.push(...groups.map((group) => group + 2 ** place));
  return groups.map((group) => values[group]!);
}
