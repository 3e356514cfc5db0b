/** Divides the joint cost by every rule and keeps the one the region agreed on. */
import type { Allocation, CostGame, PlanMunicipality, RuleResult } from "../domain/plan/plan.ts";
import type { FlowForecast } from "../domain/plan/flowPlan.ts";
import { distributeCents } from "../domain/money.ts";
import { AllocationRule } from "../domain/region/settings.ts";
import type { Region } from "../domain/region/tables.ts";
import { divide, type CostToDivide, type DivideOutcome } from "../optimizer/sharing/index.ts";
import { contributionCents, pointShares } from "./flow/buildFlowProblem.ts";

export interface SplitInput {
  readonly region: Region;
  readonly forecast: readonly FlowForecast[];
  readonly weeks: number;
  readonly jointCostCents: number;
  readonly standAloneCents: readonly number[];
  readonly game: CostGame;
}

export interface Split {
  readonly allocation: Allocation;
  readonly municipalities: PlanMunicipality[];
}

/** The rule that is used where the agreed one needs a table of all groups and there is none. */
const WITHOUT_TABLE: AllocationRule = "twoPart";

/** Throws when the joint cost is above all stand-alone costs together: then there is nothing to share. */
export function splitCost(input: SplitInput): Split {
  const { region } = input;
  const arrivals = arrivalsByMember(input);
  const rules = AllocationRule.options.flatMap((rule) =>
    ruleResult(region, divide(rule, costToDivide(input, arrivals))),
  );
  const agreed = region.settings.allocation.rule;
  const chosen = rules.find((r) => r.rule === agreed) ?? rules.find((r) => r.rule === WITHOUT_TABLE);
  if (chosen === undefined)
    throw new Error("the joint cost exceeds the sum of all stand-alone costs; there is no saving to share");
  return {
    allocation: { rule: chosen.rule, shares: chosen.shares, rules },
    municipalities: region.municipalities.map((m, i) => {
      const share = chosen.shares[m.ags]!;
      const contribution = contributionCents(region, m.ags, input.weeks);
      return {
        ags: m.ags,
        name: m.name,
        population: m.population,
        forecastKg: arrivals[i]!,
        standAloneCostCents: input.standAloneCents[i]!,
        shareCents: share,
        savingCents: input.standAloneCents[i]! - share,
        contributionCents: contribution,
        paymentCents: share - contribution,
      };
    }),
  };
}

/** Arrivals of the period by member, in the order of `municipalities.csv`. */
function arrivalsByMember({ region, forecast }: SplitInput): number[] {
  const kg = region.municipalities.map(() => 0);
  region.storages.forEach((storage, s) => {
    const shares = pointShares(region, storage.pointId);
    for (const week of forecast[s]!.arrivalsKg) distributeCents(week, shares).forEach((part, m) => (kg[m]! += part));
  });
  return kg;
}

function costToDivide(
  { region, jointCostCents, standAloneCents, game }: SplitInput,
  massKg: readonly number[],
): CostToDivide {
  const member = new Map(game.players.map((ags, i) => [ags, i]));
  const roomLitres = region.municipalities.map(() => 0);
  for (const storage of region.storages) {
    pointShares(region, storage.pointId).forEach(
      (share, m) => (roomLitres[m]! += share * storage.units * storage.volumeLitres),
    );
  }
  return {
    totalCents: jointCostCents,
    standAloneCents,
    massKg,
    roomLitres,
    capacityShare: region.settings.allocation.capacityShare,
    values: game.values.length > 0 ? game.values : null,
    examined: game.examined.map((e) => ({ members: e.members.map((ags) => member.get(ags)!), cost: e.costCents })),
  };
}

function ruleResult(region: Region, outcome: DivideOutcome): RuleResult[] {
  if (outcome.status !== "divided") return [];
  const agsOf = (player: number) => region.municipalities[player]!.ags as string;
  const { worst } = outcome.stability;
  return [
    {
      rule: outcome.rule,
      shares: Object.fromEntries(outcome.shares.map((cents, i) => [agsOf(i), cents])),
      cappedAtStandAlone: outcome.capped.map(agsOf),
      stable: outcome.stability.stable,
      blockingCount: outcome.stability.blockingCount,
      worstBlocking: worst === null ? null : { ...worst, members: worst.members.map(agsOf) },
    },
  ];
}
