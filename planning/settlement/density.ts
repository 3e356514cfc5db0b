/**
 * What a cubic metre weighs, learnt from tickets, by point, fraction, form and season. Bayesian shrinkage (normal with normal prior,
 * Gelman et al., Bayesian Data Analysis, 3rd ed., section 2.5): the stream's density of the master data is the prior, and gives way
 * as tickets come in. The volume of a load is what the plan expected to be loaded, so a single load says little, and one of a
 * storage of which nobody had reported says nothing: its volume was reckoned from a weight.
 */
import { localDate } from "../../domain/localTime.ts";
import type { Plan } from "../../domain/plan/plan.ts";
import type { Region } from "../../domain/region/tables.ts";
import { quarterOf, type DensityEstimate, type Quarter } from "../../domain/settlement/density.ts";
import { addDays, mondayOf } from "../../domain/week.ts";
import { groupBy, indexBy } from "../lookup.ts";
import type { MatchedTicket } from "./matchTickets.ts";

/** How far densities of a stream differ between points and seasons, as a part of the density. */
const PRIOR_PART = 0.25;
/** How far one load is off, mostly because its volume was judged by eye; counts like so many loads. */
const LOAD_PART = 0.2;
const LOAD_WEIGHT = 4;
/** An estimate is no further from the master data than by this factor: beyond it, something else is wrong. */
const MOST_FACTOR = 2;
/** So long before the week somebody must have seen how much lies there; after it a forecast calls its reports stale. */
const SEEN_DAYS = 28;
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

/** Of loads with one lot only, of several nobody knows which weighed what; and of storages whose fill was seen. */
export function densityObservations(
  matched: readonly MatchedTicket[],
  plans: readonly { readonly plan: Plan; readonly region: Region }[],
): DensityObservation[] {
  const pickups = indexBy(
    plans.flatMap(({ plan, region }) => {
      const seen = seenStorages(plan);
      return plan.pickups
        .filter(({ storageId }) => seen.has(storageId))
        .map((pickup) => ({ pickup, region, week: plan.week }));
    }),
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

function seenStorages({ forecast, week }: Plan): ReadonlySet<string> {
  const from = addDays(mondayOf(week), -SEEN_DAYS);
  const seen = forecast.filter(({ observedAt }) => observedAt !== null && localDate(observedAt) >= from);
  return new Set(seen.map(({ storageId }) => storageId));
}

/** One estimate for each place, material and season that was weighed, in that order. */
export function densities(observations: readonly DensityObservation[]): DensityEstimate[] {
  const groups = groupBy(observations, (o) => `${o.pointId} ${o.fraction} ${o.form} ${o.quarter}`);
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => estimate(group));
}

function estimate(group: readonly DensityObservation[]): DensityEstimate {
  // Master data may have been corrected since: those of the newest load count.
  const { pointId, fraction, form, quarter, priorKgPerM3: prior } = group.at(-1)!;
  const n = group.length;
  const values = group.map(({ kg, m3 }) => kg / m3);
  const mean = values.reduce((a, b) => a + b, 0) / n;
  const spread = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const variance = (LOAD_WEIGHT * (LOAD_PART * prior) ** 2 + spread) / (LOAD_WEIGHT + n - 1);
  const priorPrecision = 1 / (PRIOR_PART * prior) ** 2;
  const precision = priorPrecision + n / variance;
  const shrunk = (priorPrecision * prior + (n / variance) * mean) / precision;
  const kgPerM3 = Math.min(MOST_FACTOR * prior, Math.max(prior / MOST_FACTOR, shrunk));
  const sd = Math.sqrt(1 / precision);
  return {
    ...{ pointId, fraction, form, quarter, kgPerM3, sdKgPerM3: sd },
    ...{ low90KgPerM3: kgPerM3 - Z90 * sd, high90KgPerM3: kgPerM3 + Z90 * sd },
    ...{ weighings: n, priorKgPerM3: prior, priorWeight: priorPrecision / precision },
    ticketIds: group.map(({ ticketId }) => ticketId).sort(),
  };
}
