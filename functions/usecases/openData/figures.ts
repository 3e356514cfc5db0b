/**
 * What everybody may see of a region: sums over all members, tonnes by month, places. No member's cost or share: what each pays is for
 * the member and its council until its agreement is in force, and costs alone would tell it before that.
 */
import type { Co2Balance } from "../../../domain/co2/balance.ts";
import type { EMISSION_LINES } from "../../../domain/plan/flowPlan.ts";
import type { EmissionFactors } from "../../../domain/region/settings.ts";
import type { PeriodCo2 } from "../finance/periodCo2.ts";

/** Of one plan: everyone alone, and jointly. */
export interface PlanBalances {
  readonly alone: Co2Balance;
  readonly joint: Co2Balance;
}

/** Jointly, and everyone alone. */
export interface Compared {
  readonly alone: number;
  readonly joint: number;
}

/** Of one published plan, over the weeks of its period. */
export interface PlanSaving {
  /** Under which the plan is published; the first of its period. */
  readonly week: string;
  readonly firstWeek: string;
  readonly lastWeek: string;
  readonly run: string;
  readonly planSha256: string;
  /** RFC 3339 */
  readonly publishedAt: string;
  /** So many municipalities share it, of those that it was planned for: fewer after a refusal. */
  readonly members: { readonly planned: number; readonly sharing: number };
  /** Of those who share it. */
  readonly costCents: Compared;
  /** Of all vehicles, by the plan's model on both sides; null when fewer share it than it was planned for. */
  readonly distanceMetres: Compared | null;
  readonly kgCo2e: Compared | null;
  /** Empty without `kgCo2e`. */
  readonly emissionLines: readonly (Compared & { readonly line: (typeof EMISSION_LINES)[number] })[];
  /** Name and version. */
  readonly factorSet: string;
  /** Expected to arrive, all members, one per week of the period. */
  readonly arrivals: readonly { readonly week: string; readonly kg: number }[];
  readonly notices: readonly string[];
}

export interface MonthTonnes {
  /** `YYYY-MM` */
  readonly month: string;
  /** What facilities weighed; null in months without a ticket. */
  readonly weighedKg: number | null;
  /** What the plans expected to arrive; null in months that no plan covers. */
  readonly expectedKg: number | null;
  /** Weeks of the plans in this month: a month may be covered in part. */
  readonly expectedWeeks: number;
}

export interface PublicPlace {
  readonly id: string;
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
}

export interface PublicPoint extends PublicPlace {
  readonly ags: string;
  readonly municipality: string;
  readonly status: "open" | "closed";
}

export interface PublicFacility extends PublicPlace {
  readonly kind: keyof EmissionFactors["facilityKgCo2ePerTonne"];
}

/** Polygons with `ags` and `name` (RFC 7946). */
export interface Outlines {
  readonly type: "FeatureCollection";
  readonly attribution: string;
  readonly features: readonly object[];
}

export interface PublicFigures {
  readonly region: string;
  readonly name: string;
  readonly synthetic: string | null;
  readonly attribution: readonly string[];
  readonly municipalities: readonly { readonly ags: string; readonly name: string }[];
  readonly points: readonly PublicPoint[];
  readonly facilities: readonly PublicFacility[];
  readonly outlines: Outlines | null;
  /** Newest first; none before the first is published. */
  readonly plans: readonly PlanSaving[];
  readonly months: readonly MonthTonnes[];
  /** Of the newest plan; null without one. */
  readonly factors: EmissionFactors | null;
  readonly co2: PlanBalances | null;
  /** Of the newest period that is settled, as it was closed; null while none is. */
  readonly settledCo2: PeriodCo2 | null;
}
