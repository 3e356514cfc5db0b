/** Side constraints of an agreement, as bounds on each share (cost form). */
import { standAloneCosts } from "../rules/formula.ts";
import type { TableGame } from "../game/table.ts";

/** Amounts are in the sign of the game: for a profit game a cap is the most one may receive. */
export interface SideConstraints {
  /** Nobody is worse off than alone. */
  readonly neverWorseThanAlone?: boolean;
  /** Most and least that a member's share may be; `null` where open. */
  readonly caps?: readonly (number | null)[];
  readonly floors?: readonly (number | null)[];
  /** Everybody gains at least this against standing alone. */
  readonly minimumSaving?: number;
  /** The same as a part of the stand-alone cost, 0.05 for 5 %. */
  readonly minimumSavingFraction?: number;
}

export interface Bounds {
  readonly lower: readonly number[];
  readonly upper: readonly number[];
}

export function boundsOf(game: TableGame, constraints: SideConstraints = {}): Bounds {
  const { caps = [], floors = [], minimumSaving, minimumSavingFraction } = constraints;
  const cost = game.kind === "cost";
  const saves =
    constraints.neverWorseThanAlone === true || minimumSaving !== undefined || minimumSavingFraction !== undefined;
  const fromAlone = standAloneCosts(game).map((alone) =>
    saves ? alone - (minimumSaving ?? 0) - (minimumSavingFraction ?? 0) * Math.abs(alone) : Infinity,
  );
  const given = (list: readonly (number | null)[], i: number, open: number) => list[i] ?? open;
  return {
    upper: fromAlone.map((limit, i) => Math.min(limit, cost ? given(caps, i, Infinity) : -given(floors, i, -Infinity))),
    lower: fromAlone.map((_, i) => (cost ? given(floors, i, -Infinity) : -given(caps, i, Infinity))),
  };
}
