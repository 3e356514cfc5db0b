/** For each member: what it pays alone, what its taking part adds, and share and saving under every rule side by side. */
import type { AllocationRule } from "../../domain/sharing/keys.ts";
import type { CountyGame } from "../sharing/countyGame.ts";
import { marginalCosts } from "../sharing/keyShares.ts";

export interface RuleShares {
  readonly rule: AllocationRule;
  /** Whole cents in the order of the players. */
  readonly shares: readonly number[];
}

export interface ShareUnderRule {
  readonly rule: AllocationRule;
  readonly shareCents: number;
  readonly savingCents: number;
  /** Part of the stand-alone cost, 0.1 for 10 %; 0 where there is none. */
  readonly savingPart: number;
}

export interface MemberFacts {
  readonly ags: string;
  readonly aloneCents: number;
  /** What the joint cost rises by because the member takes part; `null` when the others' cost is not known. */
  readonly marginalCents: number | null;
  readonly rules: readonly ShareUnderRule[];
}

export function memberFacts(game: CountyGame, divisions: readonly RuleShares[]): MemberFacts[] {
  const marginal = marginalCosts(game);
  return game.players.map((ags, i) => {
    const aloneCents = game.standAloneCents[i]!;
    return {
      ags,
      aloneCents,
      marginalCents: marginal?.[i] ?? null,
      rules: divisions.map(({ rule, shares }) => {
        const savingCents = aloneCents - shares[i]!;
        return {
          rule,
          shareCents: shares[i]!,
          savingCents,
          savingPart: aloneCents === 0 ? 0 : savingCents / aloneCents,
        };
      }),
    };
  });
}
