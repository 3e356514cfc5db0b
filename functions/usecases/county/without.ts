/**
 * What if a member leaves: what the others pay together and each of them, by the rule of the plan, from the costs of groups that
 * the plan holds. What the independent checker does not accept is not shown.
 */
import type { Plan } from "../../../domain/plan/plan.ts";
import type { Region } from "../../../domain/region/tables.ts";
import { checkAmong } from "../../../optimizer/checker/index.ts";
import type { LpSolver } from "../../../optimizer/lp/index.ts";
import { amongMembers } from "../../../planning/sharing/countyGame.ts";
import { countyOfPlan } from "../../../planning/sharing/countyOfPlan.ts";
import { divideCounty } from "../../../planning/sharing/divideCounty.ts";

export interface Without {
  readonly ags: string;
  readonly name: string;
  readonly aloneCents: number;
  readonly shareCents: number;
  /** What the others pay together; null where nobody has reckoned it. */
  readonly othersCents: number | null;
  /** By AGS; null where the rule has no answer. */
  readonly shares: Readonly<Record<string, number>> | null;
}

/** In the order of the plan. */
export function withoutEach(plan: Plan, region: Region, engine: LpSolver): Without[] {
  return plan.municipalities.map(({ ags }) => without(plan, region, engine, ags));
}

export function without(plan: Plan, region: Region, engine: LpSolver, leaving: string): Without {
  const { name, standAloneCostCents: aloneCents, shareCents } = plan.municipalities.find(({ ags }) => ags === leaving)!;
  const stay = plan.municipalities.flatMap(({ ags }) => (ags === leaving ? [] : [ags]));
  const one = { ags: leaving, name, aloneCents, shareCents };
  const game = stay.length < 2 ? null : amongMembers(countyOfPlan(plan, region), stay);
  if (game === null) return { ...one, othersCents: null, shares: null };
  const { rule } = plan.allocation;
  const [division] = divideCounty(game, engine, [rule]).divisions;
  const known = { ...one, othersCents: game.jointCents };
  if (division === undefined) return { ...known, shares: null };
  const shares = Object.fromEntries(game.players.map((ags, i) => [ags, division.shares[i]!]));
  const stated = { members: game.players, rule, jointCostCents: game.jointCents, shares, proof: division.proof };
  return { ...known, shares: checkAmong(plan, region, stated).length === 0 ? shares : null };
}
