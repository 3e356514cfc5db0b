/** What a published plan says about money, as the finance page and its files show it. Whole cents; every part sums to its whole. */
import type { Co2Balance } from "../../../domain/co2/balance.ts";
import type { EmissionFactors } from "../../../domain/region/settings.ts";
import type { AgreementState } from "../../../domain/agreement/stateMachine.ts";
import type { AGREEMENT_KINDS } from "../../../domain/agreement/agreement.ts";
import type { CostLineName } from "../../../domain/plan/flowPlan.ts";
import type { Plan } from "../../../domain/plan/plan.ts";
import type { Fraction } from "../../../domain/region/common.ts";
import type { AllocationRule, NearestKey } from "../../../domain/sharing/keys.ts";

/** Jointly, and all members alone (or one of them, where it says so). */
export interface Pair {
  readonly jointCents: number;
  readonly aloneCents: number;
}

export interface LinePair extends Pair {
  readonly line: CostLineName;
}

export interface WeekPair extends Pair {
  readonly week: string;
  /** `YYYY-MM`: where the week's Thursday lies. */
  readonly month: string;
}

export interface MonthPair extends Pair {
  readonly month: string;
  /** Weeks of the period in it. */
  readonly weeks: number;
}

export interface FractionPair {
  readonly fraction: Fraction;
  readonly arrivalsKg: number;
  readonly jointHauledKg: number;
  readonly aloneHauledKg: number;
  readonly jointGateCents: number;
  readonly aloneGateCents: number;
}

/** What all members see of each: as the agreement shows it to them. */
export interface MemberFigures {
  readonly ags: string;
  readonly name: string;
  readonly forecastKg: number;
  readonly aloneCents: number;
  readonly shareCents: number;
  readonly savingCents: number;
  /** In the agreement on this week; null without one. */
  readonly agreedCents: number | null;
  /** Null for whoever may not see more. */
  readonly full: FullFigures | null;
}

/** What only the member and the region see. `jointCents` is the share, broken down as the joint cost is. */
export interface FullFigures {
  readonly contributionCents: number;
  readonly paymentCents: number;
  readonly lines: readonly LinePair[];
  readonly weeks: readonly WeekPair[];
  readonly months: readonly MonthPair[];
  readonly fractions: readonly OwnFraction[];
}

export interface OwnFraction {
  readonly fraction: Fraction;
  readonly arrivalsKg: number;
  readonly aloneHauledKg: number;
  readonly aloneGateCents: number;
}

export interface RuleFigures {
  readonly rule: AllocationRule;
  /** Of those members that the reader sees in full. */
  readonly shares: Readonly<Record<string, number>>;
  readonly stable: boolean;
  readonly blockingCount: number;
  /** Of how many members a share was cut to what they would pay alone. */
  readonly capped: number;
  /** Shares sum to the joint cost and nobody pays more than alone. */
  readonly guaranteed: boolean;
}

export interface AgreementFigures {
  readonly id: string;
  readonly kind: (typeof AGREEMENT_KINDS)[number];
  readonly version: number;
  readonly state: AgreementState;
  /** When the version was opened, and when its vote ended; RFC 3339. */
  readonly openedAt: string | null;
  readonly endedAt: string | null;
  readonly rule: AllocationRule;
  readonly jointCostCents: number;
  /** False: it rests on another planning of this week than the published one. */
  readonly sameRun: boolean;
}

export interface FinanceFigures {
  readonly region: string;
  readonly regionName: string;
  readonly week: string;
  readonly run: string;
  readonly period: Plan["period"];
  readonly rule: AllocationRule;
  readonly nearestTo: NearestKey;
  readonly totals: Pair & {
    readonly savingCents: number;
    readonly forecastKg: number;
    readonly contributionCents: number;
    readonly paymentCents: number;
  };
  readonly lines: readonly LinePair[];
  readonly weeks: readonly WeekPair[];
  readonly months: readonly MonthPair[];
  readonly fractions: readonly FractionPair[];
  readonly members: readonly MemberFigures[];
  readonly rules: readonly RuleFigures[];
  /** Findings of the checker on all rules, their proofs and the cost game; empty when everything holds. */
  readonly ruleFindings: readonly string[];
  readonly agreement: AgreementFigures | null;
  readonly co2: { readonly alone: Co2Balance; readonly joint: Co2Balance };
  /** Of the region that the plan was made for. */
  readonly factors: EmissionFactors;
  /** German: synthetic data, estimated distances, attributions. */
  readonly notices: readonly string[];
  readonly provenance: {
    readonly planSha256: string;
    readonly inputsSha256: string;
    readonly travelMatrix: string;
    readonly seed: number;
    readonly iterations: number;
    readonly assumptions: number;
    /** RFC 3339: when the reports were frozen. */
    readonly frozenAt: string;
  };
}
