/** Where the rows of a row generation come from: a table is scanned, a function of coalitions is searched (large/). */
import { grandCoalition, members } from "../coalitions.ts";
import type { TableGame } from "../game/table.ts";
import { openScan } from "./scan.ts";
import type { Span } from "./span.ts";

/** One coalition as a row `x(S) ≤ c(S) + …`. */
export interface Cut {
  /** Unique per coalition: the bitmask as a number, up to 2^52. */
  readonly id: number;
  readonly members: readonly number[];
  readonly cost: number;
}

export interface Separator {
  readonly players: number;
  readonly jointCost: number;
  /** Largest absolute cost; tolerances are relative to it. */
  readonly scale: number;
  readonly standAlone: readonly number[];
  /** Rows to begin with: every member alone, and all without it. */
  initial(): Cut[];
  /** Coalitions with `x(S) − c(S) > limit`, proper and outside `settled`, the worst first, at most `most`. */
  above(shares: ArrayLike<number>, limit: number, most: number, settled: Span | null): Cut[];
}

export function tableSeparator(game: TableGame): Separator {
  const { players, values, scale } = game;
  const all = grandCoalition(players);
  const scan = openScan(values, players);
  const cut = (coalition: number): Cut => ({ id: coalition, members: members(coalition), cost: values[coalition]! });
  return {
    players,
    scale,
    jointCost: values[all]!,
    standAlone: Array.from({ length: players }, (_, i) => values[1 << i]!),
    initial() {
      const alone = Array.from({ length: players }, (_, i) => 1 << i);
      const others = alone.map((one) => all ^ one);
      return [...new Set([...alone, ...others])].filter((s) => s !== 0 && s !== all).map(cut);
    },
    above: (shares, limit, most, settled) => scan.above(shares, limit, most, settled).coalitions.map(cut),
  };
}
