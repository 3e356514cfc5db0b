/**
 * What a cubic metre weighs, learnt from tickets, by point, fraction, form and season. Bayesian shrinkage (normal with normal prior,
 * Gelman et al., Bayesian Data Analysis, 3rd ed., section 2.5): the stream's density of the master data is the prior, and gives way
 * as tickets come in. The volume of a load is what the plan expected to be loaded, so a single load says little.
 */
import type { Plan } from "../../domain/plan/plan.ts";
import type { Region } from "../../domain/region/tables.ts";
import type { DensityEstimate, Quarter } from "../../domain/settlement/density.ts";
import { groupBy, indexBy } from "../lookup.ts";
import type { MatchedTicket } from "./matchTickets.ts";

/** How far densities of a stream differ between points and seasons, as a part of the density. */
const PRIOR_PART = 0.25;
/** How far one load is off, mostly because its volume was judged by eye; counts like so many loads. */
const LOAD_PART = 0.2;
const LOAD_WEIGHT = 4;
/** Of the normal distribution, both sides: 90 %. */
const Z90 = 1.6448536;

export interface DensityObservation {
  readonly pointId: string;
  readonly fraction: DensityEstimate["fraction"];
  readonly form: DensityEstimate["form"];
  readonly quarter: Quarter;
  readonly priorKgPerM3: number;
  readonly kg: number;
  readonly m3: number;
  readonly ticketId: string;
}

export const quarterOf = (date: string): Quarter =>
  (["winter", "spring", "summer", "autumn"] as const)[Math.floor((Number(date.slice(5, 7)) % 12) / 3)]!;

/** Of loads with one lot only: of several, nobody knows which weighed what. */
export function densityObservations(
  matched: readonly MatchedTicket[],
  plans: readonly { readonly plan: Plan; readonly region: Region }[],
): DensityObservation[] {
  const pickups = indexBy(
    plans.flatMap(({ plan, region }) => plan.pickups.map((pickup) => ({ pickup, region, week: plan.week }))),
    ({ pickup, week }) => `${week} ${pickup.id}`,
  );
  return matched.flatMap(({ state, match, weighing: { ticket } }) => {
    const lot = match?.lots[0];
    if (state !== "matched" || match === null || match.lots.length !== 1 || lot === undefined) return [];
    const found = pickups.get(`${match.week} ${lot.pickupId ?? ""}`);
    const stream = found?.region.streams.find(({ id }) => id === lot.streamId);
    if (found === undefined || stream === undefined || found.pickup.volumeLitres === 0) return [];
    const { pointId, fraction, form } = lot;
    const priorKgPerM3 = form === "loose" ? stream.looseKgPerM3 : stream.shreddedKgPerM3;
    const m3 = found.pickup.volumeLitres / 1000;
    const quarter = quarterOf(ticket.weighedAt);
    return [{ pointId, fraction, form, quarter, priorKgPerM3, kg: ticket.netKg, m3, ticketId: ticket.id }];
  });
}

/** One estimate for each place, material and season that was weighed, in that order. */
export function densities(observations: readonly DensityObservation[]): DensityEstimate[] {
  const groups = groupBy(observations, (o) => `${o.pointId} ${o.fraction} ${o.form} ${o.quarter}`);
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => estimate(group));
}

function estimate(group: readonly DensityObservation[]): DensityEstimate {
  const { pointId, fraction, form, quarter, priorKgPerM3: prior } = group[0]!;
  const n = group.length;
  const values = group.map(({ kg, m3 }) => kg / m3);
  const mean = values.reduce((a, b) => a + b, 0) / n;
  const spread = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const variance = (LOAD_WEIGHT * (LOAD_PART * prior) ** 2 + spread) / (LOAD_WEIGHT + n - 1);
  const priorPrecision = 1 / (PRIOR_PART * prior) ** 2;
  const precision = priorPrecision + n / variance;
  const kgPerM3 = Math.max(1, (priorPrecision * prior + (n / variance) * mean) / precision);
  const sd = Math.sqrt(1 / precision);
  return {
    ...{ pointId, fraction, form, quarter, kgPerM3, sdKgPerM3: sd },
    ...{ low90KgPerM3: kgPerM3 - Z90 * sd, high90KgPerM3: kgPerM3 + Z90 * sd },
    ...{ weighings: n, priorKgPerM3: prior, priorWeight: priorPrecision / precision },
    ticketIds: group.map(({ ticketId }) => ticketId).sort(),
  };
}
