/**
 * Divides a joint cost by a rule: exact cents, nobody above the stand-alone cost, and how stable the result is.
 *
 * Receives costs as numbers; how they came about (flow, routes) is unknown here.
 */
import { blockingAmong, worstBlocking, type ExaminedCoalition } from "./blocking.ts";
import { capAtStandAlone } from "./cap.ts";
import { members } from "./coalitions.ts";
import { MOST_PLAYERS_IN_A_TABLE } from "./costGame.ts";
import { byTonnes, twoPart } from "./keys.ts";
import { shapleyCents } from "./shapley.ts";

/** The rules that need nothing but a table and weights. */
type AllocationRule = "tonnes" | "twoPart" | "shapley";

/** All lists in the order of the players. */
export interface CostToDivide {
  readonly totalCents: number;
  readonly standAloneCents: readonly number[];
  /** Arrivals of the period. */
  readonly massKg: readonly number[];
  readonly roomLitres: readonly number[];
  /** Two-part key: the part of the cost divided by room. */
  readonly capacityShare: number;
  /** c(S) by bitmask in whole cents, `null` for a group without a table. */
  readonly values: Float64Array | readonly number[] | null;
  /** Looked at for stability when there is no table. */
  readonly examined: readonly ExaminedCoalition[];
}

export interface Stability {
  /** No examined coalition pays more than on its own. */
  readonly stable: boolean;
  readonly blockingCount: number;
  /** `null` when stable. */
  readonly worst: {
    readonly members: readonly number[];
    readonly costCents: number;
    readonly sharesCents: number;
    readonly excessCents: number;
  } | null;
}

export interface Division {
  readonly status: "divided";
  readonly rule: AllocationRule;
  /** Whole cents, summing to `totalCents`, none above the stand-alone cost. */
  readonly shares: number[];
  /** What the rule alone says, before the cap. */
  readonly keyShares: number[];
  /** Players cut to their stand-alone cost, ascending. */
  readonly capped: number[];
  readonly stability: Stability;
}

/**
 * `unavailable`: the rule needs a table of all coalitions. `noSaving`: the total is above all stand-alone costs together,
 * so no split keeps everybody from paying more than alone.
 */
export type DivideOutcome =
  | Division
  | { readonly status: "unavailable"; readonly rule: AllocationRule; readonly reason: string }
  | { readonly status: "noSaving"; readonly rule: AllocationRule; readonly missingCents: number };

export function divide(rule: AllocationRule, cost: CostToDivide): DivideOutcome {
  const keyShares = sharesByRule(rule, cost);
  if (keyShares === null) return { status: "unavailable", rule, reason: noTable(cost.standAloneCents.length) };
  const outcome = capAtStandAlone(keyShares, cost.standAloneCents, cost.totalCents);
  if (outcome.status === "noSaving") return { status: "noSaving", rule, missingCents: outcome.missingCents };
  const { shares, capped } = outcome;
  return { status: "divided", rule, shares, keyShares, capped, stability: stabilityOf(cost, shares) };
}

function sharesByRule(rule: AllocationRule, cost: CostToDivide): number[] | null {
  switch (rule) {
    case "tonnes":
      return byTonnes(cost.totalCents, cost.massKg);
    case "twoPart":
      return twoPart(cost.totalCents, cost.roomLitres, cost.massKg, cost.capacityShare);
    case "shapley":
      if (cost.values === null) return null;
      return shapleyCents({ players: cost.standAloneCents.length, values: cost.values });
  }
}

function noTable(players: number): string {
  return `The Shapley value needs the cost of all ${2 ** players - 1} coalitions; a table is kept for at most ${MOST_PLAYERS_IN_A_TABLE} players and there is none for these ${players}.`;
}

/** How the given shares stand against every known coalition cost. */
export function stabilityOf(cost: Pick<CostToDivide, "values" | "examined">, shares: readonly number[]): Stability {
  const worst = worstKnown(cost, shares);
  if (worst.count === 0) return { stable: true, blockingCount: 0, worst: null };
  const sharesCents = worst.costCents + worst.excess;
  return {
    stable: false,
    blockingCount: worst.count,
    worst: { members: worst.members, costCents: worst.costCents, sharesCents, excessCents: worst.excess },
  };
}

function worstKnown({ values, examined }: Pick<CostToDivide, "values" | "examined">, shares: readonly number[]) {
  if (values === null) {
    const { index, excess, count } = blockingAmong(examined, shares);
    return { members: examined[index]?.members ?? [], costCents: examined[index]?.cost ?? 0, excess, count };
  }
  const { coalition, excess, count } = worstBlocking(values, shares);
  return { members: members(coalition), costCents: values[coalition]!, excess, count };
}
