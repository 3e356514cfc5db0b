/** Makes the figures out of a checked plan and the region it was made for. Pure. */
import type { Agreement } from "../../../domain/agreement/agreement.ts";
import { COST_LINES, type CostLines, type FlowPlan } from "../../../domain/plan/flowPlan.ts";
import type { Plan, PlanMunicipality } from "../../../domain/plan/plan.ts";
import type { Region } from "../../../domain/region/tables.ts";
import { addDays, mondayOf } from "../../../domain/week.ts";
import { planBalances } from "../../../planning/co2/balance.ts";
import { checkDivision } from "../../../optimizer/checker/index.ts";
import { apportion, sum } from "./apportion.ts";
import type {
  AgreementFigures,
  FinanceFigures,
  FractionPair,
  FullFigures,
  LinePair,
  MemberFigures,
  MonthPair,
  RuleFigures,
  WeekPair,
} from "./figures.ts";
import { fractionsOf, type FractionRow } from "./fractions.ts";
import { weekCosts } from "./weekCosts.ts";

export interface FiguresQuestion {
  readonly plan: Plan;
  readonly region: Region;
  readonly run: string;
  readonly planSha256: string;
  readonly frozenAt: string;
  /** Whether the reader sees everything of a member. */
  readonly inFull: (ags: string) => boolean;
  readonly agreed: { readonly shown: AgreementFigures; readonly agreement: Agreement } | null;
}

/** One plan, broken down: what of it belongs to which week. */
interface Broken {
  readonly flow: FlowPlan;
  readonly weeks: readonly CostLines[];
  readonly fractions: readonly FractionRow[];
}

export function figuresOf(question: FiguresQuestion): FinanceFigures {
  const { plan, region, run, agreed } = question;
  const { weeks } = plan.period;
  const all = plan.municipalities.map(({ ags }) => ags);
  const broken = (flow: FlowPlan, members: readonly string[]): Broken => ({
    flow,
    weeks: weekCosts(flow, region, weeks),
    fractions: fractionsOf(flow, plan.forecast, region, members, weeks[0]!),
  });
  const joint = broken(plan.flow.joint, all);
  const alone = new Map(all.map((ags) => [ags, broken(plan.flow.standAlone[ags]!, [ags])]));
  const jointByWeek = joint.weeks.map(costOf);
  const aloneByWeek = weeks.map((_, w) => sum([...alone.values()].map((one) => costOf(one.weeks[w]!))));
  const byWeek = pairsByWeek(weeks, jointByWeek, aloneByWeek);
  const { provenance } = plan;
  return {
    ...{ region: plan.region, regionName: plan.regionName, week: plan.week, run, period: plan.period },
    ...{ rule: plan.allocation.rule, nearestTo: plan.allocation.nearestTo },
    totals: totalsOf(plan),
    lines: plan.costLines.map(({ line, jointCents, standAloneCents }) => ({
      ...{ line, jointCents, aloneCents: standAloneCents },
    })),
    weeks: byWeek,
    months: byMonth(byWeek),
    fractions: fractionPairs(joint.fractions, [...alone.values()]),
    members: membersOf(question, joint, alone),
    rules: rulesOf(question),
    ruleFindings: checkDivision(plan, region).map(({ code, cause }) => `${code}: ${cause}`),
    agreement: agreed?.shown ?? null,
    ...{ co2: planBalances(plan, region), factors: region.emissionFactors },
    notices: plan.notices,
    provenance: {
      ...{ planSha256: question.planSha256, frozenAt: question.frozenAt },
      ...{ inputsSha256: provenance.inputsSha256, travelMatrix: provenance.travelMatrix },
      ...{ seed: provenance.seed, iterations: provenance.iterations, assumptions: plan.assumptions.length },
    },
  };
}

const costOf = (lines: CostLines): number => sum(COST_LINES.map((line) => lines[line]));

function totalsOf({ municipalities, jointCostCents, standAloneTotalCents }: Plan): FinanceFigures["totals"] {
  const of = (pick: (m: PlanMunicipality) => number): number => sum(municipalities.map(pick));
  return {
    jointCents: jointCostCents,
    aloneCents: standAloneTotalCents,
    savingCents: standAloneTotalCents - jointCostCents,
    forecastKg: of((m) => m.forecastKg),
    contributionCents: of((m) => m.contributionCents),
    paymentCents: of((m) => m.paymentCents),
  };
}

/** Books count by months; a week counts where its Thursday lies (ISO 8601 does the same with years). */
export const monthOf = (week: string): string => addDays(mondayOf(week), 3).slice(0, 7);

function pairsByWeek(weeks: readonly string[], joint: readonly number[], alone: readonly number[]): WeekPair[] {
  return weeks.map((week, w) => ({ week, month: monthOf(week), jointCents: joint[w]!, aloneCents: alone[w]! }));
}

function byMonth(weeks: readonly WeekPair[]): MonthPair[] {
  return [...new Set(weeks.map(({ month }) => month))].map((month) => {
    const here = weeks.filter((one) => one.month === month);
    const jointCents = sum(here.map((one) => one.jointCents));
    return { month, weeks: here.length, jointCents, aloneCents: sum(here.map((one) => one.aloneCents)) };
  });
}

function fractionPairs(joint: readonly FractionRow[], alone: readonly Broken[]): FractionPair[] {
  return joint.map(({ fraction, arrivalsKg, hauledKg, gateCents }, i) => ({
    ...{ fraction, arrivalsKg, jointHauledKg: hauledKg, jointGateCents: gateCents },
    aloneHauledKg: sum(alone.map((one) => one.fractions[i]!.hauledKg)),
    aloneGateCents: sum(alone.map((one) => one.fractions[i]!.gateCents)),
  }));
}

/** The rule divides the joint cost as a whole; by week and line a share is broken down as the joint cost is. */
function membersOf(
  { plan, inFull, agreed }: FiguresQuestion,
  joint: Broken,
  alone: ReadonlyMap<string, Broken>,
): MemberFigures[] {
  const shares = plan.municipalities.map((m) => m.shareCents);
  const shareByWeek = apportion(shares, joint.weeks.map(costOf));
  const shareByLine = apportion(
    shares,
    COST_LINES.map((line) => joint.flow.costLines[line]),
  );
  return plan.municipalities.map((m, i) => {
    const own = alone.get(m.ags)!;
    const agreedCents = agreed?.agreement.members.find(({ ags }) => ags === m.ags)?.shareCents ?? null;
    return {
      ...{ ags: m.ags, name: m.name, forecastKg: m.forecastKg, aloneCents: m.standAloneCostCents },
      ...{ shareCents: m.shareCents, savingCents: m.savingCents, agreedCents },
      full: inFull(m.ags) ? fullFigures(plan, m, own, shareByWeek[i]!, shareByLine[i]!) : null,
    };
  });
}

function fullFigures(
  { period }: Plan,
  { contributionCents, paymentCents }: PlanMunicipality,
  own: Broken,
  shareByWeek: readonly number[],
  shareByLine: readonly number[],
): FullFigures {
  const weeks = pairsByWeek(period.weeks, shareByWeek, own.weeks.map(costOf));
  const lines = COST_LINES.map((line, l): LinePair => ({
    ...{ line, jointCents: shareByLine[l]!, aloneCents: own.flow.costLines[line] },
  }));
  const fractions = own.fractions.map(({ fraction, arrivalsKg, hauledKg, gateCents }) => ({
    ...{ fraction, arrivalsKg, aloneHauledKg: hauledKg, aloneGateCents: gateCents },
  }));
  return { contributionCents, paymentCents, lines, weeks, months: byMonth(weeks), fractions };
}

function rulesOf({ plan, inFull }: FiguresQuestion): RuleFigures[] {
  return plan.allocation.rules.map(({ rule, shares, stable, blockingCount, cappedAtStandAlone }) => ({
    ...{ rule, stable, blockingCount, capped: cappedAtStandAlone.length },
    shares: Object.fromEntries(Object.entries(shares).filter(([ags]) => inFull(ags))),
    guaranteed:
      sum(Object.values(shares)) === plan.jointCostCents &&
      plan.municipalities.every((m) => shares[m.ags]! <= m.standAloneCostCents),
  }));
}
