/** Divides the joint cost by every rule, keeps the one the region agreed on, and says what happens if a member stays away. */
import type { Allocation, CostGame, PlanMunicipality, RuleResult, WithoutMember } from "../domain/plan/plan.ts";
import type { FlowForecast } from "../domain/plan/flowPlan.ts";
import { distributeCents } from "../domain/money.ts";
import type { Region } from "../domain/region/tables.ts";
import { DEFAULT_NEAREST, type AllocationRule } from "../domain/sharing/keys.ts";
import type { LpSolver } from "../optimizer/lp/index.ts";
import { contributionCents, pointShares } from "./flow/buildFlowProblem.ts";
import { withoutMember, type CountyGame } from "./sharing/countyGame.ts";
import { roomByMember } from "./sharing/countyOfPlan.ts";
import { divideCounty, type Division } from "./sharing/divideCounty.ts";
import { accuracyOf, stabilityOf } from "./sharing/stability.ts";

export interface SplitInput {
  readonly region: Region;
  readonly forecast: readonly FlowForecast[];
  readonly weeks: number;
  readonly jointCostCents: number;
  /** Proven for the joint plan; the distance is how exactly costs are known. */
  readonly lowerBoundCents: number;
  readonly standAloneCents: readonly number[];
  readonly game: CostGame;
  readonly engine: LpSolver;
}

export interface Split {
  readonly allocation: Allocation;
  readonly municipalities: PlanMunicipality[];
}

/** The rule that is used where the agreed one has no answer for this game. */
const FALLBACK: AllocationRule = "twoPart";

/** Throws when the joint cost is above all stand-alone costs together: then there is nothing to share. */
export function splitCost(input: SplitInput): Split {
  const { region } = input;
  const county = countyGame(input);
  const accuracy = accuracyOf(input.jointCostCents, input.lowerBoundCents);
  const { divisions, core } = divideCounty(county, input.engine);
  const rules = divisions.map((division) => ruleResult(county, division, accuracy));
  const agreed = region.settings.allocation.rule;
  const fallback = agreed === "nearestStable" ? county.nearestTo : FALLBACK;
  const chosen = rules.find((r) => r.rule === agreed) ?? rules.find((r) => r.rule === fallback);
  if (chosen === undefined)
    throw new Error("the joint cost exceeds the sum of all stand-alone costs; there is no saving to share");
  return {
    allocation: {
      rule: chosen.rule,
      nearestTo: county.nearestTo,
      shares: chosen.shares,
      rules,
      core,
      without: splitsWithout(county, chosen.rule, input.engine),
    },
    municipalities: region.municipalities.map((m, i) => {
      const share = chosen.shares[m.ags]!;
      const contribution = contributionCents(region, m.ags, input.weeks);
      return {
        ags: m.ags,
        name: m.name,
        population: m.population,
        forecastKg: county.massKg[i]!,
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

function countyGame(input: SplitInput): CountyGame {
  const { region, game } = input;
  const member = new Map(game.players.map((ags, i) => [ags, i]));
  const { capacityShare, nearestTo } = region.settings.allocation;
  return {
    players: game.players,
    jointCents: input.jointCostCents,
    standAloneCents: input.standAloneCents,
    values: game.values.length > 0 ? game.values : null,
    examined: game.examined.map((e) => ({ members: e.members.map((ags) => member.get(ags)!), cost: e.costCents })),
    massKg: arrivalsByMember(input),
    population: region.municipalities.map((m) => m.population),
    roomLitres: roomByMember(region),
    capacityShare,
    nearestTo: nearestTo ?? DEFAULT_NEAREST,
  };
}

function byAgs(game: CountyGame, cents: readonly number[]): Record<string, number> {
  return Object.fromEntries(cents.map((amount, i) => [game.players[i]!, amount]));
}

function ruleResult(game: CountyGame, { rule, shares, capped, proof }: Division, accuracy: number): RuleResult {
  return {
    rule,
    shares: byAgs(game, shares),
    cappedAtStandAlone: capped.map((player) => game.players[player]!),
    ...stabilityOf(game, shares, accuracy),
    proof,
  };
}

/** By the rule in force; where it has no answer for those who stay, that member is left out of the list. */
function splitsWithout(game: CountyGame, rule: AllocationRule, engine: LpSolver): WithoutMember[] {
  return game.players.flatMap((ags, player): WithoutMember[] => {
    const others = withoutMember(game, player);
    const division = others && divideCounty(others, engine, [rule]).divisions[0];
    if (others === null || division === null || division === undefined) return [];
    const { shares, proof } = division;
    return [{ ags, jointCostCents: others.jointCents, shares: byAgs(others, shares), proof }];
  });
}
