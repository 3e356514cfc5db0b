/**
 * What if prices change: gate fees and haulage by so many percent, another price of CO2, everything else held fixed. Who hauls what where stays as it was
 * planned, so that both sums are upper bounds: a new plan could only be cheaper.
 *
 * Shares follow only for rules that divide by what is known whatever a group would pay; for the others the costs of all groups
 * would have to be reckoned anew, by line they are not kept.
 */
import type { FlowPlan } from "../../../domain/plan/flowPlan.ts";
import type { Plan } from "../../../domain/plan/plan.ts";
import type { Region } from "../../../domain/region/tables.ts";
import type { AllocationRule } from "../../../domain/sharing/keys.ts";
import { capAtStandAlone } from "../../../optimizer/sharing/index.ts";
import { countyOfPlan } from "../../../planning/sharing/countyOfPlan.ts";
import { keyShares } from "../../../planning/sharing/keyShares.ts";
import { sum } from "./apportion.ts";
import type { Pair } from "./figures.ts";

/** In percent, whole, from −90 to 300. */
export interface PriceChange {
  readonly gatePercent: number;
  readonly haulagePercent: number;
  /** Cents a tonne CO2e, from 0; default: as planned. */
  readonly co2CentsPerTonne?: number | undefined;
}

export interface PricedMember {
  readonly ags: string;
  readonly aloneCents: number;
  /** Null where the rule cannot be told without planning anew. */
  readonly shareCents: number | null;
}

export interface Priced extends Pair {
  readonly savingCents: number;
  /** In the order of the plan. */
  readonly members: readonly PricedMember[];
  readonly shares: "known" | "needsPlanning" | "noSaving";
}

/** Keys by tonnes, heads, rooms and stand-alone costs. */
const KNOWN: readonly AllocationRule[] = ["tonnes", "inhabitants", "twoPart", "equal", "standAlone"];

export function priced(plan: Plan, region: Region, change: PriceChange): Priced {
  const cost = (flow: FlowPlan): number =>
    flow.costCents +
    Math.round((flow.costLines.gate * change.gatePercent) / 100) +
    Math.round((flow.costLines.haulage * change.haulagePercent) / 100) +
    (co2Cents(flow, change.co2CentsPerTonne) - flow.costLines.co2);
  const jointCents = cost(plan.flow.joint);
  const alone = plan.municipalities.map(({ ags }) => cost(plan.flow.standAlone[ags]!));
  const aloneCents = sum(alone);
  const { shares, status } = sharesOf(plan, region, jointCents, alone);
  return {
    ...{ jointCents, aloneCents, savingCents: aloneCents - jointCents, shares: status },
    members: plan.municipalities.map(({ ags }, i) => ({
      ...{ ags, aloneCents: alone[i]!, shareCents: shares?.[i] ?? null },
    })),
  };
}

/** The line `co2` at another price, rounded as the plan rounds it; as planned by default. */
export function co2Cents({ emissionLines, costLines }: FlowPlan, centsPerTonne: number | undefined): number {
  if (centsPerTonne === undefined) return costLines.co2;
  return Math.round((sum(Object.values(emissionLines)) * centsPerTonne) / 1000);
}

function sharesOf(
  plan: Plan,
  region: Region,
  jointCents: number,
  standAloneCents: readonly number[],
): { shares: readonly number[] | null; status: Priced["shares"] } {
  const { rule } = plan.allocation;
  if (!KNOWN.includes(rule)) return { shares: null, status: "needsPlanning" };
  const shares = keyShares(rule, { ...countyOfPlan(plan, region), jointCents, standAloneCents, values: null });
  if (shares === null) return { shares: null, status: "needsPlanning" };
  const outcome = capAtStandAlone(shares, standAloneCents, jointCents);
  return outcome.status === "noSaving"
    ? { shares: null, status: "noSaving" }
    : { shares: outcome.shares, status: "known" };
}
