/**
 * How a member's share moves when it brings more or less.
 *
 * What the member adds to the joint cost is taken to move with its tonnes: with 10 % more, every group that has it pays a
 * tenth of its marginal cost more. That is a first estimate without planning anew; thresholds, such as another tour, are
 * not seen.
 */
import type { AllocationRule } from "../../domain/sharing/keys.ts";
import { capAtStandAlone } from "../../optimizer/sharing/index.ts";
import type { CountyGame } from "../sharing/countyGame.ts";
import { keyShares, marginalCosts } from "../sharing/keyShares.ts";

/** Shares of a game in whole cents; `null` when the rule has no answer. */
export type Divide = (game: CountyGame) => readonly number[] | null;

export interface TonnageChange {
  /** What the joint cost moves by. */
  readonly costCents: number;
  readonly shareBeforeCents: number;
  readonly shareAfterCents: number;
}

/**
 * @param factor 1.1 for 10 % more
 * @returns `null` when the rule has no answer, or the others' cost is not known
 */
export function tonnageChange(game: CountyGame, player: number, factor: number, divide: Divide): TonnageChange | null {
  const marginal = marginalCosts(game);
  const before = divide(game);
  if (marginal === null || before === null) return null;
  const costCents = Math.round(marginal[player]! * (factor - 1));
  const after = divide(withTonnage(game, player, factor, costCents));
  if (after === null) return null;
  return { costCents, shareBeforeCents: before[player]!, shareAfterCents: after[player]! };
}

/** The game in which every group with the member pays so much more, and the member brings so many times as much. */
export function withTonnage(game: CountyGame, player: number, factor: number, costCents: number): CountyGame {
  const moved = (list: readonly number[], change: (value: number) => number) =>
    list.map((value, i) => (i === player ? change(value) : value));
  return {
    ...game,
    jointCents: game.jointCents + costCents,
    standAloneCents: moved(game.standAloneCents, (cost) => cost + costCents),
    values: game.values === null ? null : game.values.map((cost, s) => ((s >> player) & 1 ? cost + costCents : cost)),
    examined: game.examined.map(({ members, cost }) => ({
      members,
      cost: members.includes(player) ? cost + costCents : cost,
    })),
    massKg: moved(game.massKg, (kg) => Math.round(kg * factor)),
  };
}

/**
 * The same for a rule by name and without an engine: formulas are reckoned anew and capped; the nucleoli leave a change of
 * all groups with a member to that member.
 *
 * @param shareCents what the member pays now
 * @returns `null` for the rules that only an engine can reckon anew
 */
export function tonnageChangeByRule(
  game: CountyGame,
  player: number,
  factor: number,
  rule: AllocationRule,
  shareCents: number,
): TonnageChange | null {
  if (rule === "nucleolus" || rule === "perCapitaNucleolus") {
    const marginal = marginalCosts(game);
    if (marginal === null) return null;
    const costCents = Math.round(marginal[player]! * (factor - 1));
    return { costCents, shareBeforeCents: shareCents, shareAfterCents: shareCents + costCents };
  }
  return tonnageChange(game, player, factor, (changed) => {
    const key = keyShares(rule, changed);
    const outcome = key && capAtStandAlone(key, changed.standAloneCents, changed.jointCents);
    return outcome?.status === "capped" ? outcome.shares : null;
  });
}
